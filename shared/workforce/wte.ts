/** Somebody's share of a full-time week, from hours that are known as they are now (ADR 0027). */
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import { fullTimeHoursOn, type FullTimeWeek } from '@shared/records/service/full-time-week';
import { earlier } from '@shared/statistics/days';
import { wteOf } from '@shared/statistics/headcount';

/** What contracted hours are measured against. */
export interface HoursBasis {
  readonly fullTimeWeeks: readonly FullTimeWeek[];
  /** The day on which the hours of people in post are known. */
  readonly asOf: LocalDate;
}

type Hours = Pick<Person, 'weeklyHours' | 'lastDay'>;

/** The full-time week on the day from which somebody's hours are known: today, or their last day here. */
export function fullTimeHoursFor({ lastDay }: Pick<Hours, 'lastDay'>, basis: HoursBasis): number {
  return fullTimeHoursOn(basis.fullTimeWeeks, lastDay === null ? basis.asOf : earlier(lastDay, basis.asOf));
}

/** Whole-time equivalent, the same for every month of theirs; null when nobody recorded hours. */
export function wteOfPerson(person: Hours, basis: HoursBasis): number | null {
  return wteOf(person.weeklyHours, fullTimeHoursFor(person, basis));
}
