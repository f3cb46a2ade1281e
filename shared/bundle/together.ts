/**
 * The sums over services, by month and measure. A sum has in it what services have shown and nothing else, and says of how
 * many services it is: what one has hidden is in no sum, so that no sum can give it away. A sum of fewer than three would
 * tell each of two services the figure of the other one.
 */
import type { LocalMonth } from '@shared/kernel/local-date';
import { addMonthsToMonth } from '@shared/kernel/local-date';
import type { ReceivedBundle } from '@shared/records/received-bundle/received-bundle';
import { bundleMeasures, groupOfMeasure, type BundleMeasure } from './measures';

export const fewestServices = 3;

export interface TogetherPoint {
  readonly month: LocalMonth;
  /** Null: fewer than three services have shown it. */
  readonly value: number | null;
  /** Services that have shown it. */
  readonly shown: number;
  /** Those, and the ones that have hidden it. */
  readonly of: number;
}

export interface TogetherSeries {
  readonly measure: BundleMeasure;
  readonly points: readonly TogetherPoint[];
}

type Figure = number | 'hidden';
/** By measure and month: what each service says, by its key. */
export type ByService = ReadonlyMap<string, ReadonlyMap<string, Figure>>;
type Building = Map<string, Map<string, Figure>>;

const placeOf = (measure: string, month: LocalMonth): string => `${measure} ${month}`;

/** Where bundles of one service overlap, the newest edition counts. */
export function figuresByService(bundles: readonly ReceivedBundle[]): ByService {
  const found: Building = new Map();
  for (const { publicKey, periodFrom, series } of bundles.toSorted(
    (left, right) => left.edition - right.edition,
  )) {
    for (const { measure, group, figures } of series) {
      if (group !== groupOfMeasure(measure)) continue;
      let month = periodFrom;
      for (const figure of figures) {
        const place = placeOf(measure, month);
        let of = found.get(place);
        if (of === undefined) {
          of = new Map();
          found.set(place, of);
        }
        if (figure === null) of.delete(publicKey);
        else of.set(publicKey, figure);
        month = addMonthsToMonth(month, 1);
      }
    }
  }
  return found;
}

const nobody: ReadonlyMap<string, Figure> = new Map();

/** Services with a number for each of these measures in the month. */
function shownIn(
  byService: ByService,
  measures: readonly string[],
  month: LocalMonth,
): Map<string, number[]> {
  const maps = measures.map((measure) => byService.get(placeOf(measure, month)) ?? nobody);
  const [first = nobody] = maps;
  const shown = new Map<string, number[]>();
  for (const service of first.keys()) {
    const figures = maps.map((of) => of.get(service));
    if (figures.every((figure) => typeof figure === 'number')) shown.set(service, figures);
  }
  return shown;
}

/** What has to be known of a service for the sum of this measure. */
export function madeFrom({ id, together }: BundleMeasure): readonly string[] {
  return together.by === 'share' ? [id, together.above, together.below] : [id];
}

function putTogether(measure: BundleMeasure, shown: ReadonlyMap<string, readonly number[]>): number | null {
  const all = [...shown.values()];
  const sumOf = (place: number): number => all.reduce((sum, figures) => sum + (figures[place] ?? 0), 0);
  switch (measure.together.by) {
    case 'sum':
      return Number(sumOf(0).toFixed(1));
    case 'mean':
      return Number((sumOf(0) / all.length).toFixed(1));
    case 'share':
      return sumOf(2) === 0 ? null : Number(((100 * sumOf(1)) / sumOf(2)).toFixed(1));
  }
}

function pointOf(byService: ByService, measure: BundleMeasure, month: LocalMonth): TogetherPoint {
  const shown = shownIn(byService, madeFrom(measure), month);
  return {
    month,
    value: shown.size < fewestServices ? null : putTogether(measure, shown),
    shown: shown.size,
    of: (byService.get(placeOf(measure.id, month)) ?? nobody).size,
  };
}

/** Measures that any service has said anything of, in the order of the list. */
export function bringTogether(byService: ByService, months: readonly LocalMonth[]): TogetherSeries[] {
  return bundleMeasures
    .map((measure) => ({ measure, points: months.map((month) => pointOf(byService, measure, month)) }))
    .filter(({ points }) => points.some(({ of }) => of > 0));
}
