import { memo, type ReactNode } from 'react';
import { flagTones, type ChartSeries, type ChartSpec, type FlagTone } from '@shared/charts/chart-spec';
import { manyPoints } from '../places';
import { flagMarks, markerPath, seriesColour } from '../marks';

export interface PointLayerProps {
  readonly spec: ChartSpec;
  /** One per point of x. */
  readonly xs: readonly number[];
  readonly y: (value: number) => number;
  readonly radius?: number;
}

/** A rim of the paper keeps a point apart from its line; on a small one it would cut the line to pieces. */
function rimOf(radius: number): number {
  return radius < 3 ? 0.5 : 1.5;
}

interface Shape {
  readonly key: string;
  readonly d: string;
  readonly colour: string;
}

/** By the room between neighbours, so that points stay apart; none at all where they would be one black band. */
export function radiusOf(xs: readonly number[]): number {
  const between = xs.length < 2 ? 24 : ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) / (xs.length - 1);
  if (between >= 14) return 4.5;
  if (between >= 8) return 3.5;
  if (between >= 4.5) return 2.75;
  return between >= 1 ? 1.75 : 0;
}

function shapesOf(
  props: PointLayerProps,
  series: ChartSeries,
  index: number,
  tones: ReadonlyMap<number, FlagTone>,
): Shape[] {
  const { spec, xs, y, radius = radiusOf(xs) } = props;
  return series.values.flatMap((value, at): Shape[] => {
    const x = xs[at];
    if (value === null || x === undefined) return [];
    const tone = tones.get(at);
    const mark = tone === undefined ? undefined : flagMarks[tone];
    if (mark === undefined && radius === 0) return [];
    return [
      {
        key: spec.x.points[at]?.key ?? String(at),
        d: markerPath(
          mark?.marker ?? series.marker,
          x,
          y(value),
          mark === undefined ? radius : Math.max(3, radius + 1),
        ),
        colour: mark?.colour ?? seriesColour(index),
      },
    ];
  });
}

/** Shapes of one colour as one: what stays of a mark when there are hundreds. Marked ones lie on top. */
function joined(shapes: readonly Shape[]): Shape[] {
  const byColour = new Map<string, string[]>();
  for (const { d, colour } of shapes) {
    const known = byColour.get(colour);
    if (known === undefined) byColour.set(colour, [d]);
    else known.push(d);
  }
  return [...byColour].map(([colour, parts]) => ({ key: colour, colour, d: parts.join('') }));
}

/** The points of every series, a marked one in the shape and colour of its mark. */
export const PointLayer = memo(function PointLayer(props: PointLayerProps): ReactNode {
  const { spec, xs } = props;
  const tones = flagTones(spec);
  const isMany = xs.length > manyPoints;
  return (
    <g data-layer="points">
      {spec.series.map((series, index) => {
        const shapes = shapesOf(props, series, index, tones);
        return (
          <g key={series.id} data-points={series.id}>
            {(isMany ? joined(shapes) : shapes).map(({ key, d, colour }) => (
              <path
                key={key}
                d={d}
                fill={colour}
                stroke="var(--card)"
                strokeWidth={isMany ? 0 : rimOf(props.radius ?? radiusOf(xs))}
              />
            ))}
          </g>
        );
      })}
    </g>
  );
});
