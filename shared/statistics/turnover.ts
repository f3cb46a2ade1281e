import { addDays, addMonths, type LocalDate } from '../kernel/local-date';
import { ratio, sum } from './descriptive';
import { coversDay, groupBy, mergeSpans, sharedDays, spanDays, type OpenDaySpan } from './days';
import { sumWte, wteOf } from './headcount';

/** One post of one person. Several rows with the same id are one person. */
export type StaffRow = {
  readonly id: string;
  readonly start: LocalDate;
  /** last day in post; null = still in post */
  readonly end: LocalDate | null;
  readonly weeklyHours: number | null;
  readonly fullTimeHours: number | null;
  readonly reason: string | null;
};

export type Turnover = {
  readonly openingHeadcount: number;
  readonly closingHeadcount: number;
  readonly joiners: number;
  readonly leavers: number;
  readonly outflow: number;
  readonly joinedAndLeft: number;
  readonly openingWte: number | null;
  readonly closingWte: number | null;
  readonly leaversWte: number | null;
  readonly turnoverOpening: number | null;
  readonly turnoverAverage: number | null;
  readonly turnoverDailyAverage: number | null;
  readonly outflowOverAverage: number | null;
  readonly voluntaryTurnoverAverage: number | null;
  readonly turnoverWteOpening: number | null;
  readonly stabilityIndex: number | null;
};

type Person = { readonly rows: readonly StaffRow[]; readonly stints: readonly OpenDaySpan[] };

/**
 * A stint is time in post without a day's break: two posts at once, or one contract following another
 * the next day, are neither a joiner nor a leaver. That keeps opening + joiners - leavers = closing true
 * for people, whatever their number of posts.
 */
function peopleOf(staff: readonly StaffRow[]): Person[] {
  return [...groupBy(staff, (row) => row.id).values()].map((rows) => ({ rows, stints: mergeSpans(rows) }));
}

function isInPost(person: Person, day: LocalDate): boolean {
  return person.stints.some((stint) => coversDay(stint, day));
}

function wteOn(person: Person, day: LocalDate): number | null {
  const held = person.rows.filter((row) => coversDay(row, day));
  return sumWte(held.map((row) => wteOf(row.weeklyHours, row.fullTimeHours)));
}

type Leaving = { readonly person: Person; readonly stint: OpenDaySpan; readonly lastDay: LocalDate };

/** First day out (last day + 1) falls in the window. Counting last days instead is off by one at both ends. */
function leavingsIn(people: readonly Person[], from: LocalDate, to: LocalDate): Leaving[] {
  const leavings: Leaving[] = [];
  for (const person of people) {
    for (const stint of person.stints) {
      if (stint.end === null) continue;
      const firstDayOut = addDays(stint.end, 1);
      if (firstDayOut >= from && firstDayOut <= to) leavings.push({ person, stint, lastDay: stint.end });
    }
  }
  return leavings;
}

function joiningsIn(people: readonly Person[], from: LocalDate, to: LocalDate): number {
  return sum(people.map((p) => p.stints.filter(({ start }) => start >= from && start <= to).length));
}

function isVoluntary({ person, lastDay }: Leaving): boolean {
  return person.rows.some((row) => row.end === lastDay && row.reason === 'resignation');
}

/**
 * The window [from, to] under every definition in use, side by side: the user's chart follows one and says which.
 * Headcounts are people; opening is the evening before `from`, closing is `to`.
 * - leavers, joiners: flows in the window, so opening + joiners - leavers = closing.
 * - outflow: in post at opening and not at closing (NES snapshot): who leaves and returns is not in it.
 * - turnoverOpening = outflow / opening (NES); turnoverAverage = leavers / mean of the two ends (NHS England);
 *   turnoverDailyAverage = leavers / mean daily headcount (crude wastage); voluntary = resignations only;
 *   turnoverWteOpening = WTE of the outflow, as it stood at opening, / opening WTE.
 * - stabilityIndex = 1 - outflow / opening; it is not 1 - a leaver rate, whose denominator differs.
 * Rates are proportions and may exceed 1; null when the denominator is 0.
 */
export function turnover(staff: readonly StaffRow[], from: LocalDate, to: LocalDate): Turnover {
  const people = peopleOf(staff);
  const openingDay = addDays(from, -1);
  const opening = people.filter((person) => isInPost(person, openingDay));
  const closing = people.filter((person) => isInPost(person, to));
  const gone = opening.filter((person) => !isInPost(person, to));
  const leavings = leavingsIn(people, from, to);
  const average = (opening.length + closing.length) / 2;
  const window = { start: from, end: to };
  const daysInPost = sum(
    people.flatMap((person) =>
      person.stints.map(({ start, end }) => sharedDays({ start, end: end ?? to }, window)),
    ),
  );
  const openingWte = sumWte(opening.map((person) => wteOn(person, openingDay)));
  const outflowWte = sumWte(gone.map((person) => wteOn(person, openingDay)));
  const stability = ratio(gone.length, opening.length);
  return {
    openingHeadcount: opening.length,
    closingHeadcount: closing.length,
    joiners: joiningsIn(people, from, to),
    leavers: leavings.length,
    outflow: gone.length,
    joinedAndLeft: leavings.filter(({ stint }) => stint.start >= from).length,
    openingWte,
    closingWte: sumWte(closing.map((person) => wteOn(person, to))),
    leaversWte: sumWte(leavings.map(({ person, lastDay }) => wteOn(person, lastDay))),
    turnoverOpening: stability,
    turnoverAverage: ratio(leavings.length, average),
    turnoverDailyAverage: ratio(leavings.length, daysInPost / spanDays(window)),
    outflowOverAverage: ratio(gone.length, average),
    voluntaryTurnoverAverage: ratio(leavings.filter(isVoluntary).length, average),
    turnoverWteOpening: ratio(outflowWte, openingWte),
    stabilityIndex: stability === null ? null : (opening.length - gone.length) / opening.length,
  };
}

/**
 * First day of the 12 months that end on `to`: the day after `to`, a year earlier. So consecutive yearly
 * windows never share a day; one ending on 29 February starts on 1 March, and so does one ending on 28 February
 * after a leap year.
 */
export function rollingYearStart(to: LocalDate): LocalDate {
  const next = addDays(to, 1);
  // 29 February has no anniversary: the window then starts on 1 March, not 28 February, or it had 366 days.
  return next.endsWith('-02-29') ? addDays(addMonths(next, -12), 1) : addMonths(next, -12);
}

export type RollingWindow = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly leavers: number;
  readonly turnoverAverage: number | null;
  readonly stabilityIndex: number | null;
};

/** Twelve-month windows: leavers of the window over its own average. Monthly rates are never added up. */
export function rollingTurnover(
  staff: readonly StaffRow[],
  windowEnds: readonly LocalDate[],
): RollingWindow[] {
  return windowEnds.map((to) => {
    const from = rollingYearStart(to);
    const { leavers, turnoverAverage, stabilityIndex } = turnover(staff, from, to);
    return { from, to, leavers, turnoverAverage, stabilityIndex };
  });
}

export type CountedTurnover = Pick<Turnover, 'turnoverOpening' | 'stabilityIndex' | 'outflowOverAverage'>;

/** The rates that follow from counts somebody else made; the stability index complements the outflow only. */
export function turnoverOfCounts(counts: {
  readonly openingHeadcount: number;
  readonly closingHeadcount: number;
  readonly outflow: number;
}): CountedTurnover {
  const { openingHeadcount, closingHeadcount, outflow } = counts;
  return {
    turnoverOpening: ratio(outflow, openingHeadcount),
    stabilityIndex: ratio(openingHeadcount - outflow, openingHeadcount),
    outflowOverAverage: ratio(outflow, (openingHeadcount + closingHeadcount) / 2),
  };
}
