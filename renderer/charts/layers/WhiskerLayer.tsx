import type { ReactNode } from 'react';
import type { ChartSpec } from '@shared/charts/chart-spec';
import { usePlaces } from '../places';
import { seriesColour } from '../marks';

/** The likely range of each value, as one shape a series. */
export function WhiskerLayer(props: { readonly spec: ChartSpec }): ReactNode {
  const places = usePlaces(props.spec);
  if (places === null) return null;
  const { xs, y } = places;
  const reach = xs.length > 60 ? 2 : 5;
  return (
    <g data-layer="whiskers">
      {props.spec.series.map((series, index) => {
        const d = (series.intervals ?? [])
          .map((interval, at) => {
            const x = xs[at];
            if (interval === null || x === undefined || (series.values[at] ?? null) === null) return '';
            const [top, foot] = [y(interval.upper), y(interval.lower)];
            return `M${x - reach},${top}h${reach * 2}M${x},${top}V${foot}M${x - reach},${foot}h${reach * 2}`;
          })
          .join('');
        return d === '' ? null : (
          <path key={series.id} d={d} fill="none" stroke={seriesColour(index)} strokeWidth={1.5} />
        );
      })}
    </g>
  );
}
