import { EyeOff, Table } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { formatValue, type ChartSpec } from '@shared/charts/chart-spec';
import { chartTable } from '@shared/charts/chart-table';
import { Button, DataTable } from '../ui';
import { ColumnsChart, narrowBelow } from './ColumnsChart';
import { KeySwatch, ReferenceSwatch, seriesColour } from './marks';
import { RowsChart } from './RowsChart';
import styles from './chart.module.css';

export interface ChartProps {
  readonly spec: ChartSpec;
  /** The level of the headline among the headings of the page. */
  readonly headingLevel?: 2 | 3;
  /** The page's own heading says the sentence already. */
  readonly isHeadlineHidden?: boolean;
  /** The table stands open under the drawing. */
  readonly isTableOpen?: boolean;
  /** More to do with this figure, beside the table. */
  readonly actions?: ReactNode;
}

function useWidth(): { readonly ref: React.RefObject<HTMLDivElement | null>; readonly width: number } {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWidth(Math.floor(element.clientWidth));
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { ref, width };
}

/** Names that do not fit beside their lines: of rows, and of a narrow plot. */
function Key(props: { readonly spec: ChartSpec; readonly isNarrow: boolean }) {
  const { spec, isNarrow } = props;
  const isRows = spec.layout === 'rows';
  const series = spec.series.length > 1 && (isRows || isNarrow) ? spec.series : [];
  const references = isNarrow && !isRows ? spec.references : [];
  if (series.length + references.length === 0) return null;
  return (
    <ul className={styles.key}>
      {series.map((each, index) => (
        <li key={each.id}>
          <KeySwatch
            marker={each.marker}
            dash={each.dash}
            colour={seriesColour(index)}
            isJoined={each.isJoined}
          />
          {each.label}
        </li>
      ))}
      {references.map((reference) => (
        <li key={reference.label}>
          <ReferenceSwatch kind={reference.kind} />
          {reference.label} {formatValue(reference.value, spec.y.format)}
        </li>
      ))}
      {spec.ranges.map((range) => (
        <li key={range.label}>
          <span className={styles.rangeSwatch} aria-hidden="true" />
          {range.label}
        </li>
      ))}
    </ul>
  );
}

const turned: Readonly<Record<string, string>> = {
  ArrowRight: 'ArrowLeft',
  ArrowDown: 'ArrowLeft',
  ArrowLeft: 'ArrowRight',
  ArrowUp: 'ArrowRight',
};

/**
 * Recharts walks a drawing of rows backwards on the right arrow. The key that a person pressed is replaced by its
 * opposite, so that right and down go on, left and up go back, as the drawing's name says.
 */
function turnArrow(event: React.KeyboardEvent): void {
  const key = turned[event.key];
  if (key === undefined || !event.nativeEvent.isTrusted) return;
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/**
 * A figure: what was seen in one sentence, the measure, its period and rules, the drawing, and its numbers as a
 * table. Arrow keys walk the points; Escape puts the tip away.
 */
export function Chart(props: ChartProps) {
  const { spec, headingLevel = 2, isHeadlineHidden = false, isTableOpen = false, actions } = props;
  const id = useId();
  const { ref, width } = useWidth();
  const [isOpen, setOpen] = useState(isTableOpen);
  const [isTipDismissed, setTipDismissed] = useState(false);
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const table = chartTable(spec);

  const name = `${spec.title}. ${spec.headline}. Use the left and right arrow keys to walk the points.`;
  return (
    <figure className={styles.figure} aria-labelledby={`${id}-title`} data-chart={spec.id}>
      {!isHeadlineHidden && <Heading className={styles.headline}>{spec.headline}</Heading>}
      <p className={styles.title} id={`${id}-title`}>
        {spec.title}
      </p>
      <p className={styles.subtitle}>{spec.subtitle}</p>
      {spec.hidden !== null ? (
        <div className={styles.hidden}>
          <EyeOff aria-hidden="true" />
          <p>{spec.hidden}</p>
        </div>
      ) : (
        <>
          <Key spec={spec} isNarrow={width < narrowBelow} />
          {/* Not a control: it hears the keys and the pointer of the drawing inside, which is one. */}
          <div
            ref={ref}
            className={styles.plot}
            role="presentation"
            onKeyDownCapture={(event) => {
              if (spec.layout === 'rows') turnArrow(event);
            }}
            onKeyDown={(event) => {
              setTipDismissed(event.key === 'Escape');
            }}
            onPointerMove={() => {
              if (isTipDismissed) setTipDismissed(false);
            }}
          >
            {width > 0 &&
              (spec.layout === 'columns' ? (
                <ColumnsChart spec={spec} width={width} name={name} isTipDismissed={isTipDismissed} />
              ) : (
                <RowsChart spec={spec} width={width} name={name} isTipDismissed={isTipDismissed} />
              ))}
          </div>
          {spec.notes.map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
          <div className={styles.actions} data-print="no">
            <Button
              variant="quiet"
              size="small"
              icon={<Table aria-hidden="true" />}
              aria-expanded={isOpen}
              onPress={() => {
                setOpen(!isOpen);
              }}
            >
              {isOpen ? 'Hide the table' : 'Show as table'}
            </Button>
            {actions}
          </div>
          <div className={styles.table} hidden={!isOpen}>
            {isOpen && (
              <DataTable caption={table.caption} isCaptionHidden columns={table.columns} rows={table.rows} />
            )}
          </div>
        </>
      )}
    </figure>
  );
}
