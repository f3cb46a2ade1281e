import type { ReactNode } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartRegion, ChartSpec } from '@shared/charts/chart-spec';
import { dashArrays, seriesColour } from '../marks';
import styles from '../chart.module.css';

type Point = readonly [x: number, y: number];

function pathOf(points: readonly Point[], isStepped: boolean): string {
  return points
    .map(([x, y], at) => {
      if (at === 0) return `M${x},${y}`;
      return isStepped ? `H${x}V${y}` : `L${x},${y}`;
    })
    .join('');
}

/** The corners of a step line, so that it can be walked backwards as well. */
function corners(points: readonly Point[], isStepped: boolean): Point[] {
  return points.flatMap((point, at): Point[] => {
    const before = points[at - 1];
    return isStepped && before !== undefined ? [[point[0], before[1]], point] : [point];
  });
}

const limitDash: Readonly<Record<ChartRegion['kind'], string | undefined>> = {
  interval: undefined,
  'inner-limits': '6 4',
  'outer-limits': undefined,
};

const areaClass: Readonly<Record<ChartRegion['kind'], string | undefined>> = {
  interval: styles.interval,
  'inner-limits': styles.innerLimits,
  'outer-limits': styles.outerLimits,
};

/** Areas and curves along an axis of numbers: the step curve and its range, the limits of a funnel. */
export function RegionLayer(props: { readonly spec: ChartSpec }): ReactNode {
  const { spec } = props;
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  if (xScale === undefined || yScale === undefined || plot === undefined) return null;
  const top = spec.y.ticks.at(-1) ?? 1;
  const at = (x: number, value: number): Point => [
    xScale(x) ?? plot.x,
    yScale(Math.min(value, top)) ?? plot.y,
  ];
  const indexOf = (seriesId: string | null | undefined): number =>
    Math.max(
      0,
      spec.series.findIndex(({ id }) => id === seriesId),
    );
  return (
    <g data-layer="regions">
      {(spec.regions ?? []).map(({ label, kind, seriesId, isStepped, points }) => {
        const high = points.map((point) => at(point.x, point.high));
        const low = points.map((point) => at(point.x, point.low));
        const ring = [...corners(high, isStepped), ...corners(low, isStepped).toReversed()];
        return (
          <g key={`${label}${seriesId ?? ''}`} className={areaClass[kind]}>
            <path d={`${pathOf(ring, false)}Z`} />
            {[high, low].map((line, side) => (
              <path
                key={side === 0 ? 'high' : 'low'}
                className={styles.regionEdge}
                d={pathOf(line, isStepped)}
                strokeDasharray={limitDash[kind]}
              />
            ))}
          </g>
        );
      })}
      {(spec.curves ?? []).map(({ seriesId, isStepped, points }) => {
        const index = indexOf(seriesId);
        const dash = spec.series[index]?.dash;
        return (
          <path
            key={seriesId ?? 'line'}
            d={pathOf(
              points.map(({ x, value }) => at(x, value)),
              isStepped,
            )}
            fill="none"
            stroke={seriesId === null ? 'var(--text)' : seriesColour(index)}
            strokeWidth={seriesId === null ? 1 : 2}
            strokeDasharray={seriesId === null || dash === undefined ? undefined : dashArrays[dash]}
          />
        );
      })}
    </g>
  );
}
