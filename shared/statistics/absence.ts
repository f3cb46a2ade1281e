import type { LocalDate } from '../kernel/local-date';
import { ratio, sum } from './descriptive';
import {
  earlier,
  groupBy,
  later,
  mergeSpans,
  sharedDays,
  spanDays,
  type DaySpan,
  type OpenDaySpan,
} from './days';

/** NES: weekly contracted hours x 52.179 weeks x months / 12. 37.5 hours for one month is 163.06 hours. */
export const nesWeeksPerYear = 52.179;

export type HoursAbsence = {
  readonly hoursLost: number | null;
  readonly contractedHours: number | null;
  /** proportion; null when no hours were contracted or a figure is unknown */
  readonly rate: number | null;
};

/** Hours lost over hours contracted, both added over the group first: a mean of personal rates differs. */
export function sicknessRateByHours(
  people: readonly { readonly weeklyHours: number | null; readonly hoursLost: number | null }[],
  months: number,
): HoursAbsence {
  const total = (parts: readonly (number | null)[]): number | null =>
    parts.some((part) => part === null) ? null : sum(parts as readonly number[]);
  const hoursLost = total(people.map((person) => person.hoursLost));
  const weekly = total(people.map((person) => person.weeklyHours));
  const contractedHours = weekly === null ? null : (weekly * nesWeeksPerYear * months) / 12;
  return { hoursLost, contractedHours, rate: ratio(hoursLost, contractedHours) };
}

export type PostAtWork = OpenDaySpan & { readonly id: string; readonly wte: number };
export type AbsenceSpell = OpenDaySpan & { readonly person: string };

export type AbsenceEpisode = DaySpan & {
  readonly person: string;
  /** the whole episode, outside the window too */
  readonly calendarDays: number;
  readonly daysInWindow: number;
  readonly longTerm: boolean;
};

export type FteDaysAbsence = {
  /** episodes with at least one day in the window, in the order of people */
  readonly episodes: readonly AbsenceEpisode[];
  readonly fteDaysLost: number;
  readonly fteDaysAvailable: number;
  readonly rate: number | null;
  readonly longTermFteDays: number;
  readonly shortTermFteDays: number;
  readonly peopleWithAnyAbsence: number;
};

export const defaultLongTermDays = 29;

/** Sickness of one person made of whole episodes; `knownUntil` closes those still running. */
export type PersonAbsence = {
  readonly person: string;
  readonly posts: readonly PostAtWork[];
  readonly episodes: readonly DaySpan[];
};

/**
 * Puts spells together: overlapping ones count once, touching certificates are one episode, and an episode
 * still open runs to `knownUntil` or to the person's last day, whichever comes first.
 * Spells of people not in `posts` belong to nobody here and are left out.
 */
export function absenceByPerson(
  posts: readonly PostAtWork[],
  spells: readonly AbsenceSpell[],
  knownUntil: LocalDate,
): PersonAbsence[] {
  const spellsByPerson = groupBy(spells, (spell) => spell.person);
  return [...groupBy(posts, (post) => post.id)].map(([person, held]) => {
    const lastDay = held.reduce<LocalDate>(
      (last, post) => later(last, earlier(post.end ?? knownUntil, knownUntil)),
      held[0]!.start,
    );
    const closed = (spellsByPerson.get(person) ?? []).map(({ start, end }) => ({
      start,
      end: end ?? lastDay,
    }));
    return { person, posts: held, episodes: mergeSpans(closed) };
  });
}

/**
 * FTE days lost / FTE days available in [from, to], in calendar days, an absent day counting as the person's
 * WTE (NHS England style). A day counts only while in post. Long-term is judged on the whole episode
 * (29 or more calendar days in NHSScotland policy) and counted inside the window only: cutting episodes at the
 * month's end would make long absence look short.
 */
export function sicknessOfPeople(
  people: readonly PersonAbsence[],
  from: LocalDate,
  to: LocalDate,
  longTermDays = defaultLongTermDays,
): FteDaysAbsence {
  const window: DaySpan = { start: from, end: to };
  const episodes: AbsenceEpisode[] = [];
  const absentPeople = new Set<string>();
  let fteDaysAvailable = 0;
  let longTermFteDays = 0;
  let shortTermFteDays = 0;
  for (const { person, posts, episodes: spans } of people) {
    const atWork = posts.map(({ start, end, wte }) => ({
      wte,
      span: { start: later(start, from), end: earlier(end ?? to, to) },
    }));
    fteDaysAvailable += sum(atWork.map(({ span, wte }) => wte * Math.max(0, spanDays(span))));
    const stints = mergeSpans(atWork.map(({ span }) => span)) as DaySpan[];
    for (const span of spans) {
      if (sharedDays(span, window) === 0) continue;
      const daysInWindow = sum(stints.map((stint) => sharedDays(stint, span)));
      if (daysInWindow === 0) continue;
      const calendarDays = spanDays(span);
      const longTerm = calendarDays >= longTermDays;
      const lost = sum(atWork.map((post) => post.wte * sharedDays(post.span, span)));
      if (longTerm) longTermFteDays += lost;
      else shortTermFteDays += lost;
      absentPeople.add(person);
      episodes.push({ person, ...span, calendarDays, daysInWindow, longTerm });
    }
  }
  const fteDaysLost = longTermFteDays + shortTermFteDays;
  return {
    episodes,
    fteDaysLost,
    fteDaysAvailable,
    rate: ratio(fteDaysLost, fteDaysAvailable),
    longTermFteDays,
    shortTermFteDays,
    peopleWithAnyAbsence: absentPeople.size,
  };
}

/** One window from plain rows; an open spell runs to the end of the window. */
export function sicknessRateByFteDays(input: {
  readonly posts: readonly PostAtWork[];
  readonly spells: readonly AbsenceSpell[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly longTermDays?: number;
}): FteDaysAbsence {
  const people = absenceByPerson(input.posts, input.spells, input.to);
  return sicknessOfPeople(people, input.from, input.to, input.longTermDays);
}
