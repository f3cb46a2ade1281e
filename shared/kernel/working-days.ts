/**
 * Working days in Scotland. Bank holidays are a dated table, not a rule: some are proclaimed for one year only. For days
 * outside the table only weekends are known, which makes a due date earlier than it has to be, never later. There is no
 * table for the other nations: a service has no setting for one, and every limit reckoned here is a Scottish one.
 */
import { addDays, isoWeekday, toLocalDate, type LocalDate } from './local-date';

/** As published on gov.uk for Scotland, with substitute days; 2028 by the same rules, before it is published. */
const bankHolidays: ReadonlySet<string> = new Set(
  (
    '2024-01-01 2024-01-02 2024-03-29 2024-05-06 2024-05-27 2024-08-05 2024-12-02 2024-12-25 2024-12-26 ' +
    '2025-01-01 2025-01-02 2025-04-18 2025-05-05 2025-05-26 2025-08-04 2025-12-01 2025-12-25 2025-12-26 ' +
    // 15 June: by royal proclamation, for 2026 alone.
    '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25 2026-12-28 ' +
    '2027-01-01 2027-01-04 2027-03-26 2027-05-03 2027-05-31 2027-08-02 2027-11-30 2027-12-27 2027-12-28 ' +
    '2028-01-03 2028-01-04 2028-04-14 2028-05-01 2028-05-29 2028-08-07 2028-11-30 2028-12-25 2028-12-26'
  ).split(' '),
);

/** The days for which the table is complete. A test fails half a year before it runs out. */
export const bankHolidaysKnown = {
  from: toLocalDate('2024-01-01'),
  to: toLocalDate('2028-12-31'),
} as const;

export function isBankHoliday(day: LocalDate): boolean {
  return bankHolidays.has(day);
}

export function isWorkingDay(day: LocalDate): boolean {
  return isoWeekday(day) <= 5 && !isBankHoliday(day);
}

/** The day itself when it is a working day, else the next one. */
export function onOrAfterWorkingDay(day: LocalDate): LocalDate {
  let found = day;
  while (!isWorkingDay(found)) found = addDays(found, 1);
  return found;
}

/** The nth working day after a day; 0 is the day itself, or the next working day when it is none. */
export function addWorkingDays(day: LocalDate, count: number): LocalDate {
  if (count === 0) return onOrAfterWorkingDay(day);
  let found = day;
  for (let left = count; left > 0; left -= 1) found = onOrAfterWorkingDay(addDays(found, 1));
  return found;
}
