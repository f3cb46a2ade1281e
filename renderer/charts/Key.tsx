import { flagTones, formatValue, type ChartSpec, type FlagTone } from '@shared/charts/chart-spec';
import { flagMarks, FlagSwatch, KeySwatch, ReferenceSwatch, seriesColour } from './marks';
import styles from './chart.module.css';

const tonesInOrder: readonly FlagTone[] = ['concern', 'improvement', 'neutral'];

/** What does not stand beside its line: names of rows and of a narrow plot, and what a mark means. */
export function Key(props: {
  readonly spec: ChartSpec;
  readonly isNarrow: boolean;
  /** Lines whose value is another in each of several charts: their names alone. */
  readonly withoutValue?: ReadonlySet<string>;
}) {
  const { spec, isNarrow, withoutValue } = props;
  const isRows = spec.layout === 'rows';
  const isColumns = spec.layout === 'columns';
  const series = spec.series.length > 1 && (isRows || isNarrow) ? spec.series : [];
  const references = isNarrow && !isRows ? spec.references : [];
  const ranges = isRows && (series.length > 0 || spec.series.length === 1) ? spec.ranges : [];
  const bands = isNarrow && isColumns ? (spec.bands ?? []) : [];
  const regions = isNarrow || spec.layout === 'steps' ? (spec.regions ?? []) : [];
  const tones = new Set(flagTones(spec).values());
  const marks = tonesInOrder.filter((tone) => tones.has(tone));
  if ([series, references, ranges, bands, regions, marks].every((list) => list.length === 0)) return null;
  return (
    <ul className={styles.key} data-key>
      {series.map((each) => (
        <li key={each.id}>
          <KeySwatch
            marker={each.marker}
            dash={each.dash}
            colour={seriesColour(spec.series.indexOf(each))}
            isJoined={each.isJoined}
          />
          {each.label}
        </li>
      ))}
      {references.map((reference) => (
        <li key={`${reference.label}-${reference.span?.from ?? ''}`}>
          <ReferenceSwatch kind={reference.kind} />
          {reference.label}
          {withoutValue?.has(reference.label) === true
            ? ''
            : ` ${formatValue(reference.value, spec.y.format)}`}
        </li>
      ))}
      {bands.map(({ label, spans }) => {
        const span = spans.findLast((each) => each !== null) ?? null;
        return (
          <li key={label}>
            <span className={styles.limitSwatch} aria-hidden="true" />
            {label}
            {span !== null &&
              withoutValue?.has(label) !== true &&
              `, ${formatValue(span.low, spec.y.format)} to ${formatValue(span.high, spec.y.format)}`}
          </li>
        );
      })}
      {regions.map(({ label }) => (
        <li key={label}>
          <span className={styles.regionSwatch} aria-hidden="true" />
          {label}
        </li>
      ))}
      {ranges.map((range) => (
        <li key={range.label}>
          <span className={styles.rangeSwatch} aria-hidden="true" />
          {range.label}
        </li>
      ))}
      {marks.map((tone) => (
        <li key={tone}>
          <FlagSwatch tone={tone} />
          {flagMarks[tone].words}
        </li>
      ))}
    </ul>
  );
}
