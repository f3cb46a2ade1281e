import { addDays, isoWeekday, type LocalDate } from '@shared/kernel/local-date';

/** One interval on. On a weekend it is the Friday before, so that the date suggested is never a late one. */
export function suggestNextDate(date: LocalDate, intervalDays: number): LocalDate {
  const next = addDays(date, intervalDays);
  const weekday = isoWeekday(next);
  return weekday > 5 ? addDays(next, 5 - weekday) : next;
}
