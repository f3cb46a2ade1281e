import type { ReactNode } from 'react';
import { flagTones, type ChartSpec } from '@shared/charts/chart-spec';
import { placeNames } from '../place-labels';
import styles from '../chart.module.css';

/** The names of teams beside their points, where there is room: marked ones first. All are in the tip and the table. */
export function NameLayer(props: {
  readonly spec: ChartSpec;
  readonly xs: readonly number[];
  readonly y: (value: number) => number;
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}): ReactNode {
  const { spec, xs, y, plot } = props;
  const tones = flagTones(spec);
  const values = spec.series[0]?.values ?? [];
  const points = spec.x.points.flatMap((point, at) => {
    const value = values[at] ?? null;
    const x = xs[at];
    return value === null || x === undefined
      ? []
      : [{ name: point.shortLabel, x, y: y(value), isFirst: tones.has(at) }];
  });
  return (
    <g data-layer="names">
      {placeNames(points, plot).map(({ name, x, y: middle, anchor, isFirst }) => (
        <text
          key={name}
          className={isFirst ? styles.strong : styles.label}
          x={x}
          y={middle}
          textAnchor={anchor}
          dominantBaseline="central"
        >
          {name}
        </text>
      ))}
    </g>
  );
}
