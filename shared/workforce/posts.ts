/**
 * Figures of the list of vacancies. A vacancy starts when the post is cleared to advertise and ends when somebody starts
 * in it (NES); an accepted offer ends nothing. Days on which a post was frozen are not days open: nobody could apply.
 */
import { addMonths, daysBetween, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import type { Vacancy, VacancyFreeze } from '@shared/records/vacancy/vacancy';
import { median, sum } from '@shared/statistics/descriptive';
import type { WithId } from './workforce-inputs';

/** Below this number of posts their days stand one by one in the list; a middle of them would say less. */
export const medianFrom = 8;

export type PostState = 'ahead' | 'open' | 'frozen' | 'filled' | 'withdrawn';

export interface PostNow {
  readonly id: string;
  readonly vacancy: Vacancy;
  readonly state: PostState;
  /** Until `asOf` or until it ended, without frozen days. */
  readonly daysOpen: number;
  readonly daysFrozen: number;
  readonly freeze: VacancyFreeze | null;
}

export interface DaysSummary {
  readonly posts: number;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface PostFigures {
  readonly open: readonly PostNow[];
  readonly frozen: readonly PostNow[];
  readonly ahead: readonly PostNow[];
  /** Filled or withdrawn, the newest first. */
  readonly over: readonly PostNow[];
  readonly openWte: number;
  readonly frozenWte: number;
  /** Null below `medianFrom` posts. */
  readonly daysOpen: DaysSummary | null;
  readonly roundsTried: number;
  /** Filled in the 12 months that end on `asOf`. */
  readonly filled12: number;
  /** Null below `medianFrom` posts. */
  readonly timeToFill: DaysSummary | null;
}

/** A first day that is still to come does not end it. */
export function stateOf(vacancy: Vacancy, asOf: LocalDate): PostState {
  if (vacancy.startedOn !== null && vacancy.startedOn <= asOf) return 'filled';
  if (vacancy.withdrawnOn !== null && vacancy.withdrawnOn <= asOf) return 'withdrawn';
  if (vacancy.clearedOn > asOf) return 'ahead';
  return freezeOn(vacancy, asOf) === null ? 'open' : 'frozen';
}

/** The freeze that a day lies in: from its first day on, until the day on which the post may be advertised again. */
export function freezeOn({ freezes }: Vacancy, on: LocalDate): VacancyFreeze | null {
  return freezes.find(({ from, until }) => from <= on && (until === null || until > on)) ?? null;
}

/** Days from `from` to `to` on which it was frozen. Freezes may overlap: each day counts once. */
function frozenDays({ freezes }: Vacancy, from: LocalDate, to: LocalDate): number {
  const spells = freezes
    .map((freeze) => ({
      start: freeze.from > from ? freeze.from : from,
      end: freeze.until !== null && freeze.until < to ? freeze.until : to,
    }))
    .filter(({ start, end }) => start < end)
    .toSorted((left, right) => (left.start < right.start ? -1 : 1));
  let days = 0;
  let reached = from;
  for (const { start, end } of spells) {
    const first = start > reached ? start : reached;
    if (first < end) {
      days += daysBetween(first, end);
      reached = end;
    }
  }
  return days;
}

export function postNow({ id, value }: WithId<Vacancy>, asOf: LocalDate): PostNow {
  const state = stateOf(value, asOf);
  const ended = state === 'filled' ? value.startedOn : state === 'withdrawn' ? value.withdrawnOn : null;
  const until = ended ?? asOf;
  const all = Math.max(0, daysBetween(value.clearedOn, until));
  const daysFrozen = frozenDays(value, value.clearedOn, until);
  return {
    id,
    vacancy: value,
    state,
    daysOpen: all - daysFrozen,
    daysFrozen,
    freeze: freezeOn(value, asOf),
  };
}

function summaryOf(days: readonly number[]): DaysSummary | null {
  const middle = median(days);
  if (days.length < medianFrom || middle === null) return null;
  return { posts: days.length, median: middle, least: Math.min(...days), most: Math.max(...days) };
}

const wteOfPosts = (posts: readonly PostNow[]): number =>
  // Tenths of a post add up to whole ones.
  Math.round(sum(posts.map(({ vacancy }) => vacancy.wte)) * 100) / 100;

function endOf({ vacancy }: PostNow): LocalDate {
  return vacancy.startedOn ?? vacancy.withdrawnOn ?? vacancy.clearedOn;
}

export function postFigures(vacancies: readonly WithId<Vacancy>[], asOf: LocalDate): PostFigures {
  const posts = vacancies.map((vacancy) => postNow(vacancy, asOf));
  const among = (...states: readonly PostState[]): PostNow[] =>
    posts.filter(({ state }) => states.includes(state));
  const open = among('open').toSorted((left, right) => right.daysOpen - left.daysOpen);
  const frozen = among('frozen').toSorted((left, right) => right.daysFrozen - left.daysFrozen);
  const since = addMonths(asOf, -12);
  const filled = among('filled').filter((post) => endOf(post) > since);
  return {
    open,
    frozen,
    ahead: among('ahead').toSorted((left, right) =>
      left.vacancy.clearedOn < right.vacancy.clearedOn ? -1 : 1,
    ),
    over: among('filled', 'withdrawn').toSorted((left, right) => (endOf(left) < endOf(right) ? 1 : -1)),
    openWte: wteOfPosts(open),
    frozenWte: wteOfPosts(frozen),
    daysOpen: summaryOf(open.map(({ daysOpen }) => daysOpen)),
    roundsTried: sum(open.map(({ vacancy }) => vacancy.rounds.length)),
    filled12: filled.length,
    timeToFill: summaryOf(filled.map(({ daysOpen }) => daysOpen)),
  };
}

export interface BesideFunded {
  readonly month: LocalMonth;
  readonly day: LocalDate;
  /** Negative when more are in post than are funded. */
  readonly fundedVacant: number;
  /** Open and frozen posts of the list on that day. */
  readonly listed: number;
  readonly agrees: boolean;
}

/**
 * What funded posts less people in post leave, beside this list, both at the end of the same month. They may differ for
 * good reasons: a post that is not cleared yet is vacant and on no list.
 */
export function besideFunded(
  vacancies: readonly WithId<Vacancy>[],
  funded: { readonly month: LocalMonth; readonly day: LocalDate; readonly vacantWte: number },
): BesideFunded {
  const { openWte, frozenWte } = postFigures(vacancies, funded.day);
  const listed = Math.round((openWte + frozenWte) * 100) / 100;
  return {
    month: funded.month,
    day: funded.day,
    fundedVacant: funded.vacantWte,
    listed,
    // To one place, as it is shown: what reads the same is the same.
    agrees: funded.vacantWte.toFixed(1) === listed.toFixed(1),
  };
}
