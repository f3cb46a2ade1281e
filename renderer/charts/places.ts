/** What the drawings share: their props, their rows for Recharts, and where things stand. */
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import { useMemo } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';

/** Small: one of many, beside each other. Stacked: one of a few on one axis of time. */
export type DrawingSize = 'full' | 'small' | 'stacked';

/** What every drawing needs from its frame. */
export interface DrawingProps {
  readonly spec: ChartSpec;
  readonly width: number;
  /** The accessible name of the drawing. */
  readonly name: string;
  readonly isTipDismissed: boolean;
  readonly size?: DrawingSize;
  /** Drawings with the same one show the same point. */
  readonly syncId?: string;
  /** Room at the right for names, where several drawings have to agree. */
  readonly rightRoom?: number;
  /** False where the drawing below has the same axis. */
  readonly hasXAxis?: boolean;
}

export type ChartRow = Readonly<Record<string, string | number | null>>;

export function chartRows(spec: ChartSpec): ChartRow[] {
  return spec.x.points.map((point, at) => ({
    key: point.key,
    ...Object.fromEntries(spec.series.map((series) => [series.id, series.values[at] ?? null])),
  }));
}

/** Below this width no name fits beside the plot. */
export const narrowBelow = 560;

/** More points than this are drawn as one shape: a mark each would cost more than it shows. */
export const manyPoints = 150;

export interface Places {
  /** One per point of x. */
  readonly xs: readonly number[];
  readonly y: (value: number) => number;
  readonly plot: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Where the points of a drawing of columns stand; null until Recharts has measured. */
export function usePlaces(spec: ChartSpec): Places | null {
  const xScale = useXAxisScale();
  const yScale = useYAxisScale();
  const plot = usePlotArea();
  return useMemo(() => {
    if (xScale === undefined || yScale === undefined || plot === undefined) return null;
    return {
      xs: spec.x.points.map((point) => xScale(point.key) ?? plot.x),
      y: (value) => yScale(value) ?? plot.y,
      plot,
    };
  }, [spec, xScale, yScale, plot]);
}

/** The edges of a point's column: halfway to its neighbours. */
export function columnEdges(xs: readonly number[], at: number): readonly [left: number, right: number] {
  const here = xs[at] ?? 0;
  const step = xs.length < 2 ? 24 : ((xs.at(-1) ?? here) - (xs[0] ?? here)) / (xs.length - 1);
  return [here - step / 2, here + step / 2];
}
