/** From bundles that were read and found to be signed to what is kept of them. */
import { addMonthsToMonth, monthsBetween, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { ReceivedBundle } from '@shared/records/received-bundle/received-bundle';
import type { Bundle } from './bundle';

/** The figures month by month, without the file around them: a hundredth of its size. */
export function receivedOf(bundle: Bundle, calledHere: string, receivedOn: LocalDate): ReceivedBundle {
  const periodFrom = bundle.periodFrom as LocalMonth;
  const periodTo = bundle.periodTo as LocalMonth;
  const months = monthsBetween(periodFrom, periodTo);
  const place = new Map<string, number>(months.map((month, at) => [month, at]));
  const series = new Map<string, ReceivedBundle['series'][number]>();
  for (const { month, measure, group, value, state } of bundle.tables.months) {
    const name = `${measure} ${group}`;
    const of = series.get(name) ?? { measure, group, figures: months.map(() => null) };
    series.set(name, of);
    of.figures[place.get(month) ?? -1] = state === 'hidden' ? 'hidden' : value;
  }
  return {
    service: bundle.service,
    publicKey: bundle.publicKey,
    calledHere,
    nation: bundle.nation,
    periodFrom,
    periodTo,
    edition: bundle.edition,
    rounding: bundle.rules.rounding,
    series: [...series.values()],
    receivedOn,
  };
}

export type Fate =
  | 'added'
  /** A newer edition of a bundle that was here: it takes its place. */
  | 'replaced'
  /** The same edition is here. */
  | 'here-already'
  /** A newer edition of it is here. */
  | 'older';

export interface Sorted<Kept> {
  readonly bundle: Bundle;
  readonly fate: Fate;
  /** The record whose place it takes. */
  readonly instead: Kept | null;
  /** Of the same service, whichever period: what this service is called here. */
  readonly calledHere: string;
}

interface KeptBundle {
  readonly value: Pick<ReceivedBundle, 'publicKey' | 'periodFrom' | 'periodTo' | 'edition' | 'calledHere'>;
}

const nameOf = ({
  publicKey,
  periodFrom,
  periodTo,
}: {
  readonly publicKey: string;
  readonly periodFrom: string;
  readonly periodTo: string;
}): string => `${publicKey} ${periodFrom} ${periodTo}`;

/** One bundle a service and period: the highest edition, of what is here and of what came. */
export function sortIn<Kept extends KeptBundle>(
  came: readonly Bundle[],
  kept: readonly Kept[],
): Sorted<Kept>[] {
  const here = new Map(kept.map((record) => [nameOf(record.value), record]));
  const called = new Map<string, string>();
  for (const { value } of kept) if (value.calledHere !== '') called.set(value.publicKey, value.calledHere);
  const newest = new Map<string, Bundle>();
  for (const bundle of came) {
    const before = newest.get(nameOf(bundle));
    if (before === undefined || bundle.edition > before.edition) newest.set(nameOf(bundle), bundle);
  }
  return came.map((bundle) => {
    const instead = here.get(nameOf(bundle)) ?? null;
    const calledHere = called.get(bundle.publicKey) ?? '';
    const best = newest.get(nameOf(bundle));
    const standing = Math.max(instead?.value.edition ?? 0, best?.edition ?? 0);
    let fate: Fate = instead === null ? 'added' : 'replaced';
    if (bundle.edition < standing) fate = 'older';
    else if (bundle !== best || instead?.value.edition === bundle.edition) fate = 'here-already';
    return { bundle, fate, instead, calledHere };
  });
}

/** The newest month that any of them has; null where there is none. */
export function lastMonthOf(bundles: readonly Pick<ReceivedBundle, 'periodTo'>[]): LocalMonth | null {
  return bundles.reduce<LocalMonth | null>(
    (last, { periodTo }) => (last === null || periodTo > last ? periodTo : last),
    null,
  );
}

/** Two years, or as long as they reach back. */
export function shownSpan(bundles: readonly Pick<ReceivedBundle, 'periodFrom' | 'periodTo'>[]): LocalMonth[] {
  const to = lastMonthOf(bundles);
  if (to === null) return [];
  const first = bundles.reduce<LocalMonth>(
    (min, { periodFrom }) => (periodFrom < min ? periodFrom : min),
    to,
  );
  const twoYears = addMonthsToMonth(to, -23);
  return monthsBetween(first > twoYears ? first : twoYears, to);
}
