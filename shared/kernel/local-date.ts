/**
 * Calendar days without a clock or a zone: `YYYY-MM-DD` strings. They compare and sort as text.
 * Day arithmetic goes through a day number (days since 1970-01-01, proleptic Gregorian), so no
 * time zone or summer time can move a day.
 */
declare const dateBrand: unique symbol;
export type LocalDate = string & { readonly [dateBrand]: 'LocalDate' };
/** `YYYY-MM` */
export type LocalMonth = string & { readonly [dateBrand]: 'LocalMonth' };

const dayMs = 86_400_000;
const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Null when the day does not exist (31 February) or lies outside 1900 to 2199. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 2199) return null;
  const instant = new Date(Date.UTC(year, month - 1, day));
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== day) return null;
  return instant.toISOString().slice(0, 10) as LocalDate;
}

export function isLocalDate(text: string): text is LocalDate {
  const match = datePattern.exec(text);
  return match !== null && localDate(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

export function isLocalMonth(text: string): text is LocalMonth {
  return monthPattern.test(text);
}

/** Only for text known to be a day, such as a literal. Throws otherwise. */
export function toLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error('Not a calendar day');
  return text;
}

export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

export function fromDayNumber(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10) as LocalDate;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday (ISO). */
export function isoWeekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Same day of the month, or the month's last day where it has none: 31 January + 1 = 28 or 29 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const first = addMonthsToMonth(monthOf(date), months);
  const last = lastDayOf(first);
  const wanted = `${first}-${date.slice(8)}` as LocalDate;
  return wanted > last ? last : wanted;
}

export function monthOf(date: LocalDate): LocalMonth {
  return date.slice(0, 7) as LocalMonth;
}

export function addMonthsToMonth(month: LocalMonth, months: number): LocalMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as LocalMonth;
}

export function firstDayOf(month: LocalMonth): LocalDate {
  return `${month}-01` as LocalDate;
}

export function lastDayOf(month: LocalMonth): LocalDate {
  return addDays(firstDayOf(addMonthsToMonth(month, 1)), -1);
}

/** Every month from `from` to `to`, both included; empty when `to` is earlier. */
export function monthsBetween(from: LocalMonth, to: LocalMonth): LocalMonth[] {
  const months: LocalMonth[] = [];
  for (let month = from; month <= to; month = addMonthsToMonth(month, 1)) months.push(month);
  return months;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** "24 November 2026" */
export function formatDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** "Tuesday 24 November 2026" */
export function formatDateWithWeekday(date: LocalDate): string {
  return `${weekdayNames[isoWeekday(date) - 1]} ${formatDate(date)}`;
}

/** "24 Nov" — for tight rows whose year is clear from the context. */
export function formatDateShort(date: LocalDate): string {
  return `${Number(date.slice(8))} ${monthNames[Number(date.slice(5, 7)) - 1]?.slice(0, 3)}`;
}

/** "March 2026" */
export function formatMonth(month: LocalMonth): string {
  return `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

/** "Mar 2026" */
export function formatMonthShort(month: LocalMonth): string {
  return `${monthNames[Number(month.slice(5)) - 1]?.slice(0, 3)} ${month.slice(0, 4)}`;
}
