/**
 * Days as people type them: "today", "fri", "24 nov", "24/11/26", "2026-11-24", "in 2 weeks".
 *
 * Rules, where the words leave room:
 * - a weekday alone is the next such day, today included ("fri" on a Friday is today); "last fri" is the
 *   latest one before today, "next fri" the first one after today;
 * - a day and a month without a year is the one nearest to today, so "5 jan" typed in November lies ahead
 *   and "24 nov" typed in January lies behind; a tie lies ahead;
 * - a year of two digits is the one in the hundred years that end 20 years from today.
 * Day comes before month, always. Anything else, and any day that does not exist, is null.
 */
import { addDays, addMonths, daysBetween, isoWeekday, localDate, type LocalDate } from './local-date';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const months = [
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
] as const;

/** 1-based place of the word whose first letters were typed (three at least); 0 when there is none. */
function placeOf(word: string, names: readonly string[]): number {
  if (word.length < 3) return 0;
  if (word === 'sept') return names.indexOf('september') + 1;
  return names.findIndex((name) => name.startsWith(word)) + 1;
}

function yearOf(text: string, today: LocalDate): number {
  if (text.length === 4) return Number(text);
  const limit = Number(today.slice(0, 4)) + 20;
  const year = Math.floor(limit / 100) * 100 + Number(text);
  return year > limit ? year - 100 : year;
}

function nearestYear(month: number, day: number, today: LocalDate): LocalDate | null {
  const year = Number(today.slice(0, 4));
  let best: LocalDate | null = null;
  for (const candidate of [
    localDate(year + 1, month, day),
    localDate(year, month, day),
    localDate(year - 1, month, day),
  ]) {
    if (candidate === null) continue;
    if (best === null || Math.abs(daysBetween(today, candidate)) < Math.abs(daysBetween(today, best)))
      best = candidate;
  }
  return best;
}

function fromWords(text: string, today: LocalDate): LocalDate | null {
  if (text === 'today' || text === 'now') return today;
  if (text === 'tomorrow' || text === 'tom') return addDays(today, 1);
  if (text === 'yesterday') return addDays(today, -1);

  const counted = /^(?:in )?(\d{1,3}) (day|week|month)s?( ago)?$/.exec(text);
  if (counted !== null) {
    const amount = Number(counted[1]) * (counted[3] === undefined ? 1 : -1);
    if (counted[2] === 'month') return addMonths(today, amount);
    return addDays(today, counted[2] === 'week' ? amount * 7 : amount);
  }

  const named = /^(?:(last|next|this|on) )?([a-z]+)$/.exec(text);
  const weekday =
    placeOf(named?.[2] ?? '', [...weekdays]) || (named?.[2] === 'weds' ? 3 : named?.[2] === 'thurs' ? 4 : 0);
  if (weekday === 0) return null;
  const ahead = (weekday - isoWeekday(today) + 7) % 7;
  if (named?.[1] === 'last') return addDays(today, ahead - 7);
  if (named?.[1] === 'next') return addDays(today, ahead === 0 ? 7 : ahead);
  return addDays(today, ahead);
}

/** The day that was meant, or null when the text names none. `today` comes from the caller's clock. */
export function parseDateText(text: string, today: LocalDate): LocalDate | null {
  const clean = text.trim().toLowerCase().replace(/,/g, ' ').replace(/\s+/g, ' ');
  if (clean === '' || clean.length > 40) return null;

  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  if (iso !== null) return localDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));

  const numbers = /^(\d{1,2}) ?[/.\- ] ?(\d{1,2})(?: ?[/.\- ] ?(\d{4}|\d{2}))?$/.exec(clean);
  if (numbers !== null) {
    const day = Number(numbers[1]);
    const month = Number(numbers[2]);
    if (numbers[3] === undefined) return nearestYear(month, day, today);
    return localDate(yearOf(numbers[3], today), month, day);
  }

  const withoutWeekday = clean.replace(
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? (?=\d)/,
    '',
  );
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?([a-z]+)\.?(?:[ -](\d{4}|\d{2}))?$/.exec(
    withoutWeekday,
  );
  const monthFirst = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(withoutWeekday);
  const day = dayFirst?.[1] ?? monthFirst?.[2];
  const month = placeOf(dayFirst?.[2] ?? monthFirst?.[1] ?? '', months);
  if (day !== undefined && month > 0) {
    const year = dayFirst?.[3] ?? monthFirst?.[3];
    if (year === undefined) return nearestYear(month, Number(day), today);
    return localDate(yearOf(year, today), month, Number(day));
  }

  return fromWords(clean, today);
}
