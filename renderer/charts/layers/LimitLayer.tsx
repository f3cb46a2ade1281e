import type { ReactNode } from 'react';
import type { ChartSpec, LimitBand } from '@shared/charts/chart-spec';
import { columnEdges, usePlaces, type Places } from '../places';
import styles from '../chart.module.css';

/** Where one phase stops and the next begins, a little air stays between their lines. */
const phaseAir = 3;

interface Stretch {
  readonly isTrial: boolean;
  readonly low: string;
  readonly middle: string;
  readonly high: string;
  /** Along the upper limit and back along the lower. */
  readonly area: string;
}

/** Unbroken stretches of limits: a phase's, or a part of it between points that have none. */
function stretchesOf(band: LimitBand, { xs, y, plot }: Places): Stretch[] {
  const starts = band.phaseStarts.length === 0 ? [0] : band.phaseStarts;
  return starts.flatMap((start, phase) => {
    const end = starts[phase + 1] ?? band.spans.length;
    const isTrial = band.trialPhases?.includes(phase) === true;
    const stretches: Stretch[] = [];
    let run: number[] = [];
    const close = (): void => {
      if (run.length > 0) stretches.push(stretchOf(run, isTrial));
      run = [];
    };
    for (let at = start; at < end; at += 1) {
      if (band.spans[at] == null) {
        // A missing figure inside a phase does not break limits that stand still.
        const [before, after] = [band.spans[at - 1], band.spans[at + 1]];
        const stands = before?.high === after?.high && before?.low === after?.low;
        if (before == null || after == null || at + 1 >= end || at === start || !stands) close();
      } else {
        run.push(at);
      }
    }
    close();
    return stretches;

    function stretchOf(places: readonly number[], trial: boolean): Stretch {
      const line = (part: 'low' | 'middle' | 'high'): [number, number][] =>
        places.flatMap((at, index) => {
          const span = band.spans[at];
          if (span == null) return [];
          // Of few points half a column is wider than the edge of the plot.
          const [left, right] = columnEdges(xs, at).map((x) =>
            Math.min(plot.x + plot.width, Math.max(plot.x, x)),
          ) as [number, number];
          const from = at === start && start > 0 ? left + phaseAir : left;
          const to = at === end - 1 && end < band.spans.length ? right - phaseAir : right;
          const height = y(span[part]);
          const isFirst = index === 0;
          const same = !isFirst && band.spans[places[index - 1] ?? -1]?.[part] === span[part];
          return same
            ? [[to, height] as [number, number]]
            : [[from, height] as [number, number], [to, height] as [number, number]];
        });
      const path = (points: readonly [number, number][]): string =>
        points.map(([x, height], index) => `${index === 0 ? 'M' : 'L'}${x},${height}`).join('');
      const [low, high] = [line('low'), line('high')];
      return {
        isTrial: trial,
        low: path(low),
        middle: path(line('middle')),
        high: path(high),
        area: `${path([...high, ...low.toReversed()])}Z`,
      };
    }
  });
}

/** Centre line and limits of a control chart, in steps, broken at the start of a phase. First limits are lighter. */
export function LimitLayer(props: { readonly spec: ChartSpec }): ReactNode {
  const places = usePlaces(props.spec);
  if (places === null) return null;
  return (
    <g data-layer="limits">
      {(props.spec.bands ?? []).flatMap((band) =>
        stretchesOf(band, places).map((stretch) => (
          <g key={`${band.label}${stretch.middle}`} className={stretch.isTrial ? styles.trial : undefined}>
            {!stretch.isTrial && <path d={stretch.area} className={styles.limitArea} />}
            <path
              d={stretch.high}
              className={styles.limit}
              strokeDasharray={stretch.isTrial ? '2 5' : '6 4'}
            />
            <path
              d={stretch.low}
              className={styles.limit}
              strokeDasharray={stretch.isTrial ? '2 5' : '6 4'}
            />
            <path
              d={stretch.middle}
              className={styles.centre}
              strokeDasharray={stretch.isTrial ? '8 4' : undefined}
            />
          </g>
        )),
      )}
    </g>
  );
}
