/**
 * One cell, as people and their systems write it, to one value. Every function answers with a value or with
 * a reason in words; the reason never repeats the cell.
 */
import {
  fromDayNumber,
  isLocalDate,
  localDate,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';

/** Plain spaces for every odd one, no invisible marks, no control characters, none at the ends. */
export function tidyCell(cell: string): string {
  return (
    cell
      // no-break, thin, ideographic spaces and line ends become one space
      .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu, ' ')
      .replace(/[\u200B-\u200F\u2060\uFEFF\u00AD\p{Cc}]/gu, '')
      .trim()
  );
}

/** For comparing headings and coded words: lower case, letters and digits only, single spaces. */
export function plainWords(text: string): string {
  return tidyCell(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How numbers like 03/04/2024 are read. `mixed`: the column holds both orders, so such a day cannot be told. */
export type DateOrder = 'day-first' | 'month-first' | 'mixed';

const numericDate = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$/;
const isoDate = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const compactIsoDate = /^(\d{4})(\d{2})(\d{2})$/;
const dayNameMonth = /^(\d{1,2})(?:st|nd|rd|th)?[ \-/.,]*([a-z]{3,9})\.?[ \-/.,]*(\d{4}|\d{2})$/;
const nameDayMonth = /^([a-z]{3,9})\.?[ -]*(\d{1,2})(?:st|nd|rd|th)?,?[ -]+(\d{4})$/;
const weekdayAhead = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[ ,]+/;
const timeBehind =
  /[t ,]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?[ap]m)?( ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function monthOfName(name: string): number | null {
  const index = monthNames.findIndex(
    (month) => month.startsWith(name) || (name === 'sept' && month === 'september'),
  );
  return index === -1 ? null : index + 1;
}

/** 50 to 99 belong to the last century, 00 to 49 to this one. */
function fullYear(text: string): number {
  const year = Number(text);
  return text.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function existing(year: number, month: number, day: number): Result<LocalDate, string> {
  if (month < 1 || month > 12) return err('There is no such month. Write the day first, like 24/11/2026');
  if (year < 1900 || year > 2199) return err('The year is outside 1900 to 2199');
  const date = localDate(year, month, day);
  return date === null ? err('That day is not in the calendar') : ok(date);
}

/** 1 January 1970 as a spreadsheet counts it. */
const serialDayOfEpoch = 25_569;

/** Days since 30 December 1899, as spreadsheets count; 1954 to 2099 only, so that a payroll number is no date. */
function serialDate(text: string): LocalDate | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text));
  if (serial < 20_000 || serial > 73_050) return null;
  return fromDayNumber(serial - serialDayOfEpoch);
}

/** No way of writing a day is longer; a cell of any length is not searched for one. */
const longestDay = 80;
const notADate = 'This is not a date we can read. Write it like 24/11/2026';

export function readDate(cell: string, order: DateOrder): Result<LocalDate, string> {
  if (cell.length > longestDay) return err(notADate);
  const whole = tidyCell(cell)
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(weekdayAhead, '');
  // Midnight here in summer is 23:00 the day before in UTC: such a cell names the wrong day.
  const [, time = '', zone = ''] = timeBehind.exec(whole) ?? [];
  if (zone !== '' && /[1-9]/.test(time))
    return err(
      'The time in this cell is of another time zone, so the day may be off by one. Save the day alone',
    );
  const text = whole.replace(timeBehind, '').trim();
  if (isLocalDate(text)) return ok(text);

  const iso = isoDate.exec(text) ?? compactIsoDate.exec(text);
  if (iso !== null) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const numeric = numericDate.exec(text);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const year = fullYear(numeric[3] ?? '');
    if (order === 'mixed' && first <= 12 && second <= 12 && first !== second) {
      return err('This could be one of two days: other dates in this column put the month first');
    }
    // In a mixed column a number over 12 tells which one is the day.
    const isMonthFirst = order === 'month-first' || (order === 'mixed' && second > 12);
    return isMonthFirst ? existing(year, first, second) : existing(year, second, first);
  }

  const named = dayNameMonth.exec(text);
  const turned = named === null ? nameDayMonth.exec(text) : null;
  const monthName = named?.[2] ?? turned?.[1];
  if (monthName !== undefined) {
    const month = monthOfName(monthName);
    if (month === null) return err('We do not know that month');
    return existing(fullYear(named?.[3] ?? turned?.[3] ?? ''), month, Number(named?.[1] ?? turned?.[2]));
  }

  const serial = serialDate(text);
  return serial === null ? err(notADate) : ok(serial);
}

/** Looks at a whole column of dates: which order do its unmistakable ones have? */
export function detectDateOrder(cells: Iterable<string>): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    if (cell.length > longestDay) continue;
    const match = numericDate.exec(tidyCell(cell).toLowerCase().replace(timeBehind, ''));
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) dayFirst += 1;
    if (second > 12 && first <= 12) monthFirst += 1;
  }
  if (monthFirst === 0) return 'day-first';
  // One lone month-first day is more likely a slip than a system's habit.
  if (dayFirst === 0) return monthFirst >= 2 ? 'month-first' : 'mixed';
  return monthFirst > (dayFirst + monthFirst) / 5 ? 'mixed' : 'day-first';
}

const openEndWords = new Set(
  'present|current|ongoing|on going|open|open ended|still away|still absent|still off|still sick|still here|still in post|to date|na|n a|none|nil|no end date'.split(
    '|',
  ),
);
/** What systems write for "no day": an empty cell as a spreadsheet or a database counts it. */
const zeroDate = /^(0|0?0[/.-]0?[01][/.-](1900|00)|0?0-jan-(1900|00)|0000-00-00)(?: 00:00(?::00)?)?$/;
/** The last day of time (4712, 9999, 2999, as a spreadsheet's day number too): the way to say that there is none. */
const endOfTime =
  /^((?:31[/.\- ](?:12|dec(?:ember)?)|0?1[/.\- ](?:0?1|jan(?:uary)?)|12[/.\- ]31)[/.\- ](?:4712|9999|2999)|(?:4712|9999|2999)[/.-]?(?:12[/.-]?31|01[/.-]?01)|2958465)(?:[t ].*)?$/;

/** A last day that may not have come: null while there is none, however the system says so. */
export function readOpenEnd(cell: string, order: DateOrder): Result<LocalDate | null, string> {
  const text = tidyCell(cell).toLowerCase();
  const isOpen =
    openEndWords.has(plainWords(text)) ||
    /^[-–—.]+$/.test(text) ||
    zeroDate.test(text) ||
    endOfTime.test(text);
  if (isOpen) return ok(null);
  const day = readDate(cell, order);
  return day.ok && day.value >= '2099-01-01' ? ok(null) : day;
}

/** "2023-04", "04/2023", "Apr 2023", "Apr-23", or any day of that month. */
export function readMonth(cell: string, order: DateOrder): Result<LocalMonth, string> {
  const text = tidyCell(cell).toLowerCase();
  const yearFirst = /^(\d{4})[-/. ](\d{1,2})$/.exec(text);
  const monthFirst = /^(\d{1,2})[-/. ](\d{4})$/.exec(text);
  const named = /^([a-z]{3,9})\.?[ \-/.,']*(\d{4}|\d{2})$/.exec(text);
  const namedAfterYear = /^(\d{4})[ \-/.,]*([a-z]{3,9})$/.exec(text);
  const compact = /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/.exec(text);
  if (compact !== null) return ok(`${compact[1]}-${compact[2]}` as LocalMonth);
  const year = Number(
    yearFirst?.[1] ??
      monthFirst?.[2] ??
      namedAfterYear?.[1] ??
      (named === null ? Number.NaN : fullYear(named[2] ?? '')),
  );
  const monthName = named?.[1] ?? namedAfterYear?.[2];
  const month =
    monthName === undefined
      ? Number(yearFirst?.[2] ?? monthFirst?.[1] ?? Number.NaN)
      : monthOfName(monthName);
  if (month === null) return err('We do not know that month');
  if (!Number.isNaN(year) && !Number.isNaN(month)) {
    const first = existing(year, month, 1);
    return first.ok
      ? ok(first.value.slice(0, 7) as LocalMonth)
      : err('There is no such month. Write it like 2026-03');
  }
  const day = readDate(cell, order);
  return day.ok
    ? ok(day.value.slice(0, 7) as LocalMonth)
    : err('This is not a month we can read. Write it like 2026-03');
}

const yesWords = new Set(['y', 'yes', 'true', '1', 't', 'x', 'ja']);
const noWords = new Set(['n', 'no', 'false', '0', 'f']);

export function readYesNo(cell: string): Result<boolean, string> {
  if (/^[✓✔☑]$/u.test(tidyCell(cell))) return ok(true);
  const word = plainWords(cell);
  if (yesWords.has(word)) return ok(true);
  if (noWords.has(word)) return ok(false);
  return err('Write yes or no here');
}

/** "Munro, Ailsa" becomes "Ailsa Munro". A comma before a title or degree ("Reid, MSc") turns nothing. */
export function readName(cell: string): { readonly name: string; readonly wasTurned: boolean } {
  const text = tidyCell(cell);
  const parts = text.split(',').map((part) => part.trim());
  const [family, given] = parts;
  const isSuffix =
    given !== undefined &&
    (/^(jr|snr|sr|esq|bsc|msc|ba|ma|phd|rn|rmn|mbe|obe)\b\.?$/i.test(given) || !/\p{L}/u.test(given));
  if (
    parts.length !== 2 ||
    family === undefined ||
    family === '' ||
    given === undefined ||
    given === '' ||
    isSuffix
  ) {
    return { name: text, wasTurned: false };
  }
  return { name: `${given} ${family}`, wasTurned: true };
}

/** Payroll numbers are text: zeros in front stay. What spreadsheets add (".0", a leading ', thousands commas) goes. */
export function readNumberAsText(cell: string): Result<string, string> {
  const text = tidyCell(cell)
    .replace(/^'/, '')
    .replace(/^(\d+)\.0+$/, '$1')
    .replace(/^\d{1,3}(,\d{3})+$/, (number) => number.replaceAll(',', ''));
  if (/^\d(\.\d+)?e\+\d+$/i.test(text)) {
    return err(
      'The spreadsheet has shortened this number. Show the column as text, then save the file again',
    );
  }
  if (/^(\d{4}-\d{2}-\d{2}\b.*|\d+:\d{2}(:\d{2})?|-?[\d.]+%)$/.test(text)) {
    return err(
      'The spreadsheet shows this number as a day, a time or a share. Show the column as text, then save the file again',
    );
  }
  return text.includes('"') ? err('A quotation mark stands in this number. Take it out') : ok(text);
}

/** A word of a fixed list, by its plain words. */
export function readChoice<T extends string>(cell: string, words: Readonly<Record<string, T>>): T | null {
  const plain = plainWords(cell);
  return Object.hasOwn(words, plain) ? (words[plain] ?? null) : null;
}
