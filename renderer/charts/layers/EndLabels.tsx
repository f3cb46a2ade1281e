import type { ReactNode } from 'react';
import { formatValue, type ChartSpec } from '@shared/charts/chart-spec';
import { usePlaces, type DrawingSize } from '../places';
import { placeLabels } from '../place-labels';
import styles from '../chart.module.css';

export interface EndLabel {
  readonly text: string;
  readonly value: number;
  readonly isStrong: boolean;
}

/** What is named at the right end: the newest value of every series, and the lines that reach the end. */
export function endLabels(spec: ChartSpec): EndLabel[] {
  const { format } = spec.y;
  const last = spec.x.points.length - 1;
  const series = spec.series.flatMap(({ label, values }): EndLabel[] => {
    const value = values.findLast((each) => each !== null) ?? null;
    return value === null ? [] : [{ text: `${label} ${formatValue(value, format)}`, value, isStrong: true }];
  });
  const references = spec.references.flatMap(({ label, value, span }): EndLabel[] =>
    span === undefined || span.to >= last
      ? [{ text: `${label} ${formatValue(value, format)}`, value, isStrong: false }]
      : [],
  );
  const bands = (spec.bands ?? []).flatMap(({ spans, columns }): EndLabel[] => {
    const span = spans.findLast((each) => each !== null) ?? null;
    if (span === null) return [];
    const parts = [span.high, span.middle, span.low];
    const titles = [columns[2], columns[1], columns[0]];
    return parts.map((value, index) => ({
      text: `${titles[index] ?? ''} ${formatValue(value, format)}`,
      value,
      isStrong: false,
    }));
  });
  return [...series, ...references, ...bands];
}

/** Room that the names need beside a plot, in pixels. */
export function endLabelRoom(spec: ChartSpec): number {
  const longest = endLabels(spec).reduce((most, { text }) => Math.max(most, text.length), 0);
  return Math.min(220, 24 + longest * 7);
}

const lineHeight = 18;

/** Names at the ends of the lines; on a narrow or small plot the newest value alone. */
export function EndLabels(props: {
  readonly spec: ChartSpec;
  readonly isNarrow: boolean;
  readonly size: DrawingSize;
}): ReactNode {
  const { spec, isNarrow, size } = props;
  const places = usePlaces(spec);
  if (places === null) return null;
  const { plot, xs, y } = places;
  if (size === 'small') {
    const value = spec.series[0]?.values.findLast((each) => each !== null) ?? null;
    return value === null ? null : (
      <g data-layer="labels">
        <text
          className={styles.strong}
          x={plot.x + plot.width + 4}
          y={Math.min(Math.max(y(value), plot.y + 4), plot.y + plot.height - 4)}
          dominantBaseline="central"
        >
          {formatValue(value, spec.y.format)}
        </text>
      </g>
    );
  }
  if (isNarrow) {
    // No room beside the plot: names stand in the key above it.
    return (
      <g data-layer="labels">
        {spec.series.map((series) => {
          const at = series.values.findLastIndex((value) => value !== null);
          const value = series.values[at] ?? null;
          if (value === null) return null;
          const top = y(series.intervals?.[at]?.upper ?? value);
          return (
            <text
              key={series.id}
              className={styles.strong}
              x={Math.min((xs[at] ?? 0) + 6, plot.x + plot.width)}
              y={Math.max(plot.y + 8, top - 10)}
              textAnchor="end"
            >
              {formatValue(value, spec.y.format)}
            </text>
          );
        })}
      </g>
    );
  }
  const labels = endLabels(spec);
  const heights = placeLabels(
    labels.map(({ value }) => y(value)),
    lineHeight,
    plot.y,
    plot.y + plot.height,
  );
  return (
    <g data-layer="labels">
      {labels.map(({ text, isStrong }, index) => (
        <text
          key={text}
          className={isStrong ? styles.strong : styles.label}
          x={plot.x + plot.width + 12}
          y={heights[index]}
          dominantBaseline="central"
        >
          {text}
        </text>
      ))}
    </g>
  );
}
