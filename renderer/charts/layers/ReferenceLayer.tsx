import type { ReactNode } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { columnEdges, usePlaces } from '../places';
import { referenceDash } from '../marks';

/** Middle values, baselines and targets, each over the points it holds for. */
export function ReferenceLayer(props: { readonly spec: ChartSpec }): ReactNode {
  const { spec } = props;
  const places = usePlaces(spec);
  if (places === null) return null;
  const { plot, xs, y } = places;
  return (
    <g data-layer="references">
      {spec.references.map(({ label, value, kind, band, span }, index) => {
        const left = span === undefined ? plot.x : Math.max(plot.x, columnEdges(xs, span.from)[0]);
        const right =
          span === undefined
            ? plot.x + plot.width
            : Math.min(plot.x + plot.width, columnEdges(xs, span.to)[1]);
        return (
          <g key={`${label}-${index}`}>
            {band !== undefined && (
              <rect
                x={left}
                y={y(band.upper)}
                width={right - left}
                height={Math.max(0, y(band.lower) - y(band.upper))}
                fill="var(--band)"
              />
            )}
            <path
              d={`M${left},${y(value)}H${right}`}
              fill="none"
              stroke={kind === 'baseline' ? 'var(--muted)' : 'var(--text)'}
              strokeWidth={kind === 'limit' ? 1.75 : 1}
              strokeDasharray={referenceDash(kind)}
            />
          </g>
        );
      })}
    </g>
  );
}
