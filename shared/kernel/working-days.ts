/**
 * Working days where the service is. For days outside the tables of bank holidays only weekends are known, which makes a
 * due date earlier than it has to be, never later.
 */
import { isBankHoliday, type Nation } from './bank-holidays';
import { addDays, isoWeekday, type LocalDate } from './local-date';

export function isWorkingDay(day: LocalDate, nation: Nation): boolean {
  return isoWeekday(day) <= 5 && !isBankHoliday(day, nation);
}

/** The day itself when it is a working day, else the next one. */
export function onOrAfterWorkingDay(day: LocalDate, nation: Nation): LocalDate {
  let found = day;
  while (!isWorkingDay(found, nation)) found = addDays(found, 1);
  return found;
}

/** The nth working day after a day; 0 is the day itself, or the next working day when it is none. */
export function addWorkingDays(day: LocalDate, count: number, nation: Nation): LocalDate {
  if (count === 0) return onOrAfterWorkingDay(day, nation);
  let found = day;
  for (let left = count; left > 0; left -= 1) found = onOrAfterWorkingDay(addDays(found, 1), nation);
  return found;
}
