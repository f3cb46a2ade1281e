/**
 * The arithmetic of a group's months, on day numbers: a hundred times faster than going through calendar text, for
 * ten years of hundreds of people and tens of thousands of absences. Definitions: turnover.ts, absence.ts, headcount.ts.
 */
import {
  firstDayOf,
  lastDayOf,
  monthsBetween,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '../kernel/local-date';
import { earlier } from './days';
import { ratio } from './descriptive';
import { rollingYearStart } from './turnover';

/** The end of what has not ended: later than any day, and still a day number to compare and add to. */
export const openEnd = 1_000_000;

export interface NumberSpan {
  readonly start: number;
  readonly end: number;
}

export interface DayPost extends NumberSpan {
  /** Whole-time equivalent; null when hours are not recorded. */
  readonly wte: number | null;
  /** Why it ended: 'resignation', another reason, or null when nobody said. */
  readonly reason: string | null;
}

/** One person's time in a group. `episodes` are whole ones, merged: they do not end with the time in the group. */
export interface DayPerson {
  readonly posts: readonly DayPost[];
  readonly stints: readonly NumberSpan[];
  readonly episodes: readonly NumberSpan[];
}

export interface MonthWindow {
  readonly month: LocalMonth;
  readonly through: LocalDate;
  readonly isPartial: boolean;
  readonly first: number;
  readonly last: number;
  readonly monthDays: number;
  /** First day of the twelve months that end on `last`. */
  readonly yearFirst: number;
}

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
};

/** As `dayNumber` of the kernel, without going through a Date: for tens of thousands of days at once. */
export function dayNumberOf(day: LocalDate): number {
  const month = digits(day, 5, 7);
  // A year that begins in March has its odd day at the end (Howard Hinnant, days from civil).
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Years × 12 + months: a month as a place in a row of months. */
export function monthNumberOf(month: LocalMonth): number {
  return digits(month, 0, 4) * 12 + digits(month, 5, 7) - 1;
}

export function monthWindows(from: LocalMonth, to: LocalMonth, asOf: LocalDate): MonthWindow[] {
  const lastMonth = to < monthOf(asOf) ? to : monthOf(asOf);
  return monthsBetween(from, lastMonth).map((month) => {
    const monthEnd = lastDayOf(month);
    const through = earlier(monthEnd, asOf);
    const first = dayNumberOf(firstDayOf(month));
    return {
      month,
      through,
      isPartial: through < monthEnd,
      first,
      last: dayNumberOf(through),
      monthDays: dayNumberOf(monthEnd) - first + 1,
      yearFirst: dayNumberOf(rollingYearStart(through)),
    };
  });
}

/** As `mergeSpans` of days.ts: overlapping and touching spans become one, in order of start. */
export function mergeNumberSpans(spans: readonly NumberSpan[]): NumberSpan[] {
  const merged: { start: number; end: number }[] = [];
  const ordered = spans
    .filter((span) => span.end >= span.start)
    .sort((left, right) => left.start - right.start);
  for (const { start, end } of ordered) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end + 1) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/**
 * Whole episodes of one person. One that is open runs to `knownUntil` or to the person's last day, whichever comes
 * first; what begins after `knownUntil` has not happened.
 */
export function wholeEpisodes(
  posts: readonly NumberSpan[],
  spells: readonly NumberSpan[],
  knownUntil: number,
): NumberSpan[] {
  const firstPost = posts[0];
  if (firstPost === undefined || spells.length === 0) return [];
  let lastDay = firstPost.start;
  for (const post of posts) lastDay = Math.max(lastDay, Math.min(post.end, knownUntil));
  return mergeNumberSpans(
    spells
      .filter((spell) => spell.start <= knownUntil)
      .map(({ start, end }) => ({ start, end: end >= openEnd ? lastDay : Math.min(end, knownUntil) })),
  );
}

export interface GroupMonth {
  readonly headcount: number;
  readonly wte: number;
  readonly withoutHours: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly leavers12: number;
  readonly resignations12: number;
  readonly leaversWithoutReason12: number;
  readonly openingHeadcount12: number;
  readonly turnoverAverage12: number | null;
  readonly turnoverOpening12: number | null;
  readonly turnoverVoluntary12: number | null;
  readonly stabilityIndex12: number | null;
  readonly fteDaysLost: number;
  readonly fteDaysAvailable: number;
  readonly sicknessRate: number | null;
  readonly longTermFteDays: number;
  readonly shortTermFteDays: number;
}

type Tally = {
  -readonly [
    K in Exclude<
      keyof GroupMonth,
      `turnover${string}` | `stability${string}` | 'sicknessRate' | 'fteDaysLost'
    >
  ]: number;
} & { outflow12: number };

const emptyTally = (): Tally => ({
  headcount: 0,
  wte: 0,
  withoutHours: 0,
  joiners: 0,
  leavers: 0,
  leavers12: 0,
  resignations12: 0,
  leaversWithoutReason12: 0,
  openingHeadcount12: 0,
  outflow12: 0,
  fteDaysAvailable: 0,
  longTermFteDays: 0,
  shortTermFteDays: 0,
});

function covers(spans: readonly NumberSpan[], day: number): boolean {
  for (const span of spans) if (span.start <= day && span.end >= day) return true;
  return false;
}

function countStaff({ posts, stints }: DayPerson, window: MonthWindow, tally: Tally): void {
  let available = 0;
  for (const post of posts) {
    const days = Math.min(post.end, window.last) - Math.max(post.start, window.first) + 1;
    available += (post.wte ?? 0) * Math.max(0, days);
    if (post.start > window.last || post.end < window.last) continue;
    if (post.wte === null) tally.withoutHours += 1;
    else tally.wte += post.wte;
  }
  tally.fteDaysAvailable += available;
  const isIn = covers(stints, window.last);
  if (isIn) tally.headcount += 1;
  if (covers(stints, window.yearFirst - 1)) {
    tally.openingHeadcount12 += 1;
    if (!isIn) tally.outflow12 += 1;
  }
}

function countFlows({ posts, stints }: DayPerson, window: MonthWindow, tally: Tally): void {
  for (const { start, end } of stints) {
    if (start >= window.first && start <= window.last) tally.joiners += 1;
    const firstDayOut = end + 1;
    if (firstDayOut > window.last || firstDayOut < window.yearFirst) continue;
    tally.leavers12 += 1;
    if (firstDayOut >= window.first) tally.leavers += 1;
    let said: string | null = null;
    for (const post of posts) {
      if (post.end === end && post.reason !== null && said !== 'resignation') said = post.reason;
    }
    if (said === 'resignation') tally.resignations12 += 1;
    if (said === null) tally.leaversWithoutReason12 += 1;
  }
}

function countSickness(
  { posts, episodes }: DayPerson,
  windows: readonly MonthWindow[],
  tallies: readonly Tally[],
  longTermDays: number,
): void {
  let from = 0;
  for (const episode of episodes) {
    // Episodes come in order: a month that ended before this one began is over for all that follow.
    while (from < windows.length && windows[from]!.last < episode.start) from += 1;
    const isLong = episode.end - episode.start + 1 >= longTermDays;
    for (let at = from; at < windows.length && windows[at]!.first <= episode.end; at += 1) {
      const first = Math.max(windows[at]!.first, episode.start);
      const last = Math.min(windows[at]!.last, episode.end);
      let lost = 0;
      for (const post of posts) {
        lost += (post.wte ?? 0) * Math.max(0, Math.min(post.end, last) - Math.max(post.start, first) + 1);
      }
      if (isLong) tallies[at]!.longTermFteDays += lost;
      else tallies[at]!.shortTermFteDays += lost;
    }
  }
}

function monthOfTally(tally: Tally): GroupMonth {
  const { headcount, leavers12, leaversWithoutReason12, longTermFteDays, shortTermFteDays } = tally;
  const opening = tally.openingHeadcount12;
  const average = (opening + headcount) / 2;
  const nobodySaid = leavers12 > 0 && leaversWithoutReason12 === leavers12;
  const fteDaysLost = longTermFteDays + shortTermFteDays;
  // Written out: a spread of the tally takes longer than everything that was counted into it.
  return {
    headcount,
    wte: tally.wte,
    withoutHours: tally.withoutHours,
    joiners: tally.joiners,
    leavers: tally.leavers,
    leavers12,
    resignations12: tally.resignations12,
    leaversWithoutReason12,
    openingHeadcount12: opening,
    turnoverAverage12: ratio(leavers12, average),
    turnoverOpening12: ratio(tally.outflow12, opening),
    turnoverVoluntary12: nobodySaid ? null : ratio(tally.resignations12, average),
    stabilityIndex12: ratio(opening - tally.outflow12, opening),
    fteDaysLost,
    fteDaysAvailable: tally.fteDaysAvailable,
    sicknessRate: ratio(fteDaysLost, tally.fteDaysAvailable),
    longTermFteDays,
    shortTermFteDays,
  };
}

/** From the first day to the last, whatever lies between; empty without any time at all. */
function wholeSpan(stints: readonly NumberSpan[]): NumberSpan {
  const first = stints[0];
  const last = stints.at(-1);
  return first === undefined || last === undefined
    ? { start: openEnd, end: -openEnd }
    : { start: first.start, end: last.end };
}

/** One row for each window. Opening headcount + joiners − leavers = closing headcount, in every group. */
export function groupMonths(
  people: readonly DayPerson[],
  windows: readonly MonthWindow[],
  longTermDays: number,
): GroupMonth[] {
  const tallies = windows.map(emptyTally);
  for (const person of people) {
    const here = wholeSpan(person.stints);
    for (let at = 0; at < windows.length; at += 1) {
      const window = windows[at]!;
      if (window.last < here.start) continue;
      // Who left more than a year before is in none of the figures that follow.
      if (window.yearFirst - 1 > here.end) break;
      countStaff(person, window, tallies[at]!);
      countFlows(person, window, tallies[at]!);
    }
    countSickness(person, windows, tallies, longTermDays);
  }
  return tallies.map(monthOfTally);
}

/** People in the group on each window's last day: for those who are counted and enter no rate. */
export function headsAt(
  people: readonly Pick<DayPerson, 'stints'>[],
  windows: readonly MonthWindow[],
): number[] {
  return windows.map(({ last }) =>
    people.reduce((count, { stints }) => count + (covers(stints, last) ? 1 : 0), 0),
  );
}
