/** A month as weeks from Monday to Sunday. Pure. */
import {
  addDays,
  daysBetween,
  firstDayOf,
  isoWeekday,
  lastDayOf,
  type LocalDate,
  type LocalMonth,
  monthOf,
} from '@shared/kernel/local-date';

export interface GridDay {
  readonly day: LocalDate;
  /** Days of the months beside it fill the first and the last week. */
  readonly isOfMonth: boolean;
}

export function weeksOf(month: LocalMonth): readonly (readonly GridDay[])[] {
  const first = firstDayOf(month);
  const start = addDays(first, 1 - isoWeekday(first));
  const last = lastDayOf(month);
  const weeks = Math.ceil((daysBetween(start, last) + 1) / 7);
  return Array.from({ length: weeks }, (_week, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = addDays(start, 7 * week + weekday);
      return { day, isOfMonth: monthOf(day) === month };
    }),
  );
}
