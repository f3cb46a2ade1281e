/** Vault records → the inputs of the workforce statistics. No formula lives here: see shared/statistics. */
import {
  addMonthsToMonth,
  lastDayOf,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import type { Absence } from '@shared/records/absence/absence';
import type { Person } from '@shared/records/person/person';
import { rollingYearStart } from '@shared/statistics/turnover';
import {
  monthlyWorkforce,
  type WorkforceMonth,
  type WorkforcePerson,
} from '@shared/statistics/monthly-workforce';
import { leavingReasonClass } from './leaving-reasons';
import { fullTimeHoursFor, type HoursBasis } from './wte';

/** What the adapter needs of a stored record: its id and its value. */
export interface WithId<T> {
  readonly id: string;
  readonly value: T;
}

/** Nothing after `asOf` is counted. */
export interface WorkforceRecords extends HoursBasis {
  readonly people: readonly WithId<Person>[];
  readonly absences: readonly WithId<Absence>[];
}

/**
 * One row for each time here: somebody who left and came back was a leaver, and was not in post in between. Volunteers
 * are counted apart and enter no rate; sessional and agency people are paid and do. Hours are those of now (wte.ts).
 */
export function toWorkforcePeople(record: WithId<Person>, basis: HoursBasis): WorkforcePerson[] {
  const { startDate, lastDay, weeklyHours, engagement, leavingReason, earlierSpells } = record.value;
  return [...earlierSpells, { startDate, lastDay, leavingReason }].map((time) => ({
    id: record.id,
    start: time.startDate,
    end: time.lastDay,
    weeklyHours,
    fullTimeHours: fullTimeHoursFor(record.value, basis),
    isVolunteer: engagement === 'volunteer',
    reason: leavingReasonClass(time.leavingReason),
  }));
}

/** The monthly row of every figure, from `from` to `to`. */
export function workforceMonths(
  records: WorkforceRecords,
  from: LocalMonth,
  to: LocalMonth,
): WorkforceMonth[] {
  return monthlyWorkforce({
    people: records.people.flatMap((person) => toWorkforcePeople(person, records)),
    absences: records.absences.map(({ value }) => ({
      person: value.personId,
      start: value.firstDay,
      end: value.lastDay,
    })),
    from,
    to,
    asOf: records.asOf,
  });
}

/** The last month whose every day is known: the month of `asOf` itself only on its last day. */
export function lastFullMonth(asOf: LocalDate): LocalMonth {
  const month = monthOf(asOf);
  return lastDayOf(month) === asOf ? month : addMonthsToMonth(month, -1);
}

/**
 * The first month for which sickness is recorded: absence begins to be known with its first record. A month
 * before it has no figure, which is something else than no sickness. Null when nothing is recorded.
 */
export function firstAbsenceMonth(absences: readonly WithId<Absence>[]): LocalMonth | null {
  let first: LocalDate | null = null;
  for (const { value } of absences) if (first === null || value.firstDay < first) first = value.firstDay;
  return first === null ? null : monthOf(first);
}

export interface WorkforceView {
  /** Full months only, oldest first: what the charts draw. */
  readonly months: readonly WorkforceMonth[];
  /** Twelve months before the first of `months`, so that the newest window can be set beside the one before it. */
  readonly earlier: readonly WorkforceMonth[];
  /** The figures on `asOf`, which may stand in the middle of a month. */
  readonly now: WorkforceMonth | null;
  /** Paid people who started in the 12 months that end on `asOf`. */
  readonly starters12: number;
  readonly sicknessKnownFrom: LocalMonth | null;
  /** Somebody has left, ever. Where nobody has, the staff list may simply leave leavers out. */
  readonly hasLeavers: boolean;
}

/** Everything that the overview shows for the last `count` full months. */
export function workforceView(records: WorkforceRecords, count: number): WorkforceView {
  const to = lastFullMonth(records.asOf);
  const from = addMonthsToMonth(to, 1 - count);
  const all = workforceMonths(records, addMonthsToMonth(from, -12), monthOf(records.asOf));
  return {
    months: all.filter((row) => row.month >= from && row.month <= to),
    earlier: all.filter((row) => row.month < from),
    now: all.at(-1) ?? null,
    starters12: records.people.filter(
      ({ value }) =>
        value.engagement !== 'volunteer' &&
        value.startDate >= rollingYearStart(records.asOf) &&
        value.startDate <= records.asOf,
    ).length,
    sicknessKnownFrom: firstAbsenceMonth(records.absences),
    hasLeavers: records.people.some(({ value }) => value.lastDay !== null),
  };
}
