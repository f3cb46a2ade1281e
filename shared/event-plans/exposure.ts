/**
 * How many hard events have touched one person lately, beside their caseload: for what to offer, never for an export. No
 * report may read this file; a boundary test holds it.
 */
import type { RecordId } from '@shared/kernel/ids';
import { addMonths, formatMonth, type LocalDate, monthOf } from '@shared/kernel/local-date';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import { median } from '@shared/statistics/descriptive';
import type { StoredPlan } from './plan-state';

/** Events of the twelve months up to `asOf` (its day included) that list the person, this one among them. */
export function eventsInYear(plans: readonly StoredPlan[], personId: RecordId, asOf: LocalDate): number {
  const from = addMonths(asOf, -12);
  return plans.filter(
    ({ value }) =>
      value.occurredOn > from &&
      value.occurredOn <= asOf &&
      value.affected.some((person) => person.personId === personId),
  ).length;
}

export interface Exposure {
  readonly personId: RecordId;
  readonly events: number;
  readonly lastEventOn: LocalDate;
  /** The latest count up to this month; null when there is none. */
  readonly caseload: Pick<CaseloadCount, 'month' | 'openCases'> | null;
  /** "Third hard event in 12 months. 41 open cases at the end of April 2026, more than most." */
  readonly words: string;
  /** What may be offered, the nearest first. Offers: whoever it is about decides. */
  readonly offers: readonly string[];
}

/** Everyone listed in a plan of the last twelve months, most events first; one pass over plans and counts. */
export function exposures(
  plans: readonly StoredPlan[],
  caseloads: readonly { readonly value: CaseloadCount }[],
  asOf: LocalDate,
): readonly Exposure[] {
  const from = addMonths(asOf, -12);
  const touched = new Map<RecordId, { events: number; lastEventOn: LocalDate }>();
  for (const { value } of plans) {
    if (value.occurredOn <= from || value.occurredOn > asOf) continue;
    for (const { personId } of value.affected) {
      const before = touched.get(personId);
      if (before === undefined) touched.set(personId, { events: 1, lastEventOn: value.occurredOn });
      else {
        before.events += 1;
        if (value.occurredOn > before.lastEventOn) before.lastEventOn = value.occurredOn;
      }
    }
  }
  const latest = latestCounts(caseloads, asOf);
  const middle = median([...latest.values()].map(({ openCases }) => openCases));
  return [...touched]
    .map(([personId, { events, lastEventOn }]): Exposure => {
      const count = latest.get(personId) ?? null;
      const isHeavy = count !== null && middle !== null && latest.size > 2 && count.openCases > middle;
      return {
        personId,
        events,
        lastEventOn,
        caseload: count === null ? null : { month: count.month, openCases: count.openCases },
        words: exposureWords(events, count, isHeavy),
        offers: offersFor(events, isHeavy),
      };
    })
    .sort(
      (left, right) =>
        right.events - left.events ||
        (right.caseload?.openCases ?? 0) - (left.caseload?.openCases ?? 0) ||
        right.lastEventOn.localeCompare(left.lastEventOn),
    );
}

function latestCounts(
  caseloads: readonly { readonly value: CaseloadCount }[],
  asOf: LocalDate,
): ReadonlyMap<RecordId, CaseloadCount> {
  const latest = new Map<RecordId, CaseloadCount>();
  for (const { value } of caseloads) {
    const before = latest.get(value.personId);
    if (value.month <= monthOf(asOf) && (before === undefined || value.month > before.month))
      latest.set(value.personId, value);
  }
  return latest;
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth'];

function exposureWords(events: number, count: CaseloadCount | null, isHeavy: boolean): string {
  const ordinal = ordinals[events - 1];
  const times =
    ordinal === undefined
      ? `${String(events)} hard events in 12 months.`
      : `${ordinal} hard event in 12 months.`;
  if (count === null) return `${times} No caseload count.`;
  const cases = count.openCases === 1 ? '1 open case' : `${String(count.openCases)} open cases`;
  return `${times} ${cases} at the end of ${formatMonth(count.month)}${isHeavy ? ', more than most' : ''}.`;
}

function offersFor(events: number, isHeavy: boolean): readonly string[] {
  return [
    ...(events > 1 || isHeavy ? ['Offer to bring supervision forward'] : []),
    ...(events > 1 ? ['Ask whether a lighter rota would help for two weeks'] : []),
    ...(isHeavy ? ['Hold back new cases until the next supervision'] : []),
    ...(events > 2 ? ['Offer occupational health, with their consent'] : []),
  ];
}
