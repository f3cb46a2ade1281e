/** Figures of a group that are not of staff and sickness: funded posts, caseload, supervision. */
import { plainWords } from '@shared/import/cells';
import type { LocalMonth } from '@shared/kernel/local-date';
import type { Establishment } from '@shared/records/establishment/establishment';
import { ratio } from '@shared/statistics/descriptive';
import {
  mergeNumberSpans,
  monthNumberOf,
  type MonthWindow,
  type NumberSpan,
} from '@shared/statistics/workforce-engine';
import { addWorker, casesPerWte, noWorkers, type WorkerFigures } from './caseload';
import { eachCoverage, type CoverageCount, type CoveredPerson } from './figure-coverage';
import { spellsByPerson } from './figure-groups';
import { type PackedSessions, type PackedTeamTime } from './figure-pack';
import type { PackedRecords } from './figures';
import type { WithId } from './workforce-inputs';
import { wteOfPerson } from './wte';

export interface VacancyPart {
  readonly fundedWte: number;
  readonly vacantWte: number;
  readonly vacancyRate: number | null;
}

/** For each group key, one part a window; null before the first funded posts. */
type ByGroup<T> = ReadonlyMap<string | null, readonly T[]>;

function fundedByMonth(
  establishment: readonly WithId<Establishment>[],
): Map<LocalMonth, Map<string, number>> {
  const keyOf = new Map<string, string>();
  const months = new Map<LocalMonth, Map<string, number>>();
  for (const { value } of establishment) {
    let key = keyOf.get(value.team);
    if (key === undefined) {
      key = plainWords(value.team);
      keyOf.set(value.team, key);
    }
    let teams = months.get(value.month);
    if (teams === undefined) {
      teams = new Map();
      months.set(value.month, teams);
    }
    teams.set(key, (teams.get(key) ?? 0) + value.fundedWte);
  }
  return months;
}

/**
 * Funded posts hold from their month on until newer ones are recorded. For the service only teams with funded posts
 * count: nothing can be vacant in another. Rate: vacant over funded (NES), negative when over.
 */
export function vacancyMonths(
  establishment: readonly WithId<Establishment>[],
  windows: readonly MonthWindow[],
  wteOfTeam: (key: string, at: number) => number,
): ByGroup<VacancyPart | null> {
  const funded = fundedByMonth(establishment);
  const months = [...funded.keys()].sort();
  const byGroup = new Map<string | null, (VacancyPart | null)[]>();
  const put = (key: string | null, at: number, fundedWte: number, inPost: number): void => {
    let parts = byGroup.get(key);
    if (parts === undefined) {
      parts = windows.map(() => null);
      byGroup.set(key, parts);
    }
    const vacantWte = fundedWte - inPost;
    parts[at] = { fundedWte, vacantWte, vacancyRate: ratio(vacantWte, fundedWte) };
  };
  for (const [at, { month }] of windows.entries()) {
    const newest = months.findLast((each) => each <= month);
    if (newest === undefined) continue;
    let allFunded = 0;
    let allInPost = 0;
    for (const [key, fundedWte] of funded.get(newest) ?? []) {
      const inPost = wteOfTeam(key, at);
      put(key, at, fundedWte, inPost);
      allFunded += fundedWte;
      allInPost += inPost;
    }
    put(null, at, allFunded, allInPost);
  }
  return byGroup;
}

/** Position of the team that somebody is in on a day; −1 for none. */
function teamOn(times: readonly PackedTeamTime[], day: number): number {
  for (const time of times) if (time.start <= day && time.end >= day) return time.team;
  return -1;
}

function isHere(spells: readonly NumberSpan[], day: number): boolean {
  for (const spell of spells) if (spell.start <= day && spell.end >= day) return true;
  return false;
}

interface TeamMonths<T> {
  readonly byGroup: ByGroup<T>;
  /** What the month of the service and the month of a team hold, the two that somebody counts in. */
  of(at: number, team: number): readonly T[];
}

/** A month's figure for the service and for each team, made by `none` to be filled. */
function teamMonths<T>(
  packed: PackedRecords,
  windows: readonly MonthWindow[],
  none: (at: number) => T,
): TeamMonths<T> {
  const months = (): readonly T[] => windows.map((_window, at) => none(at));
  const whole = months();
  const byTeam = packed.people.teams.map(({ key }): readonly [string, readonly T[]] => [key, months()]);
  return {
    byGroup: new Map<string | null, readonly T[]>([[null, whole], ...byTeam]),
    of: (at, team) => [whole[at], byTeam[team]?.[1][at]].filter((month) => month !== undefined),
  };
}

/** Each worker's cases for each WTE, in each window, for those in post on its last day. */
export function caseloadFigures(
  packed: PackedRecords,
  windows: readonly MonthWindow[],
): ByGroup<WorkerFigures> {
  const months = teamMonths(packed, windows, noWorkers);
  const { people } = packed.people;
  const wtes = people.map((person) => wteOfPerson(person, packed.settings));
  const atOf = new Map(windows.map(({ month }, at) => [monthNumberOf(month), at]));
  const { counts } = packed;
  for (let row = 0; row < counts.length; row += 3) {
    const index = counts[row] ?? -1;
    const person = people[index];
    const at = atOf.get(counts[row + 1] ?? -1) ?? -1;
    const window = windows[at];
    if (window === undefined || person === undefined || !isHere(person.spells, window.last)) continue;
    const figure = casesPerWte(counts[row + 2] ?? 0, wtes[index] ?? null);
    for (const workers of months.of(at, teamOn(person.teams, window.last))) addWorker(workers, figure);
  }
  return months.byGroup;
}

/** Days of the sessions that each person had, in order. */
function heldByPerson({ held }: PackedSessions, people: number): readonly number[][] {
  const days: number[][] = Array.from({ length: people }, () => []);
  for (let at = 0; at < held.length; at += 2) days[held[at] ?? -1]?.push(held[at + 1] ?? 0);
  for (const each of days) each.sort((left, right) => left - right);
  return days;
}

/**
 * Empty until sessions have been recorded for one usual interval: before that somebody may have had supervision that is
 * not recorded here, and the figure would be low for that alone.
 */
export function coverageCounts(
  packed: PackedRecords,
  windows: readonly MonthWindow[],
): ByGroup<CoverageCount | null> {
  const { knownFrom } = packed.sessions;
  const first =
    knownFrom === null
      ? -1
      : windows.findIndex(({ last }) => last - packed.settings.supervisionIntervalDays >= knownFrom);
  const months = teamMonths(packed, windows, (): CoverageCount => ({ held: 0, eligible: 0 }));
  if (first < 0) return new Map();
  const { people } = packed.people;
  const held = heldByPerson(packed.sessions, people.length);
  const spells = spellsByPerson(packed.absences, people.length);
  for (const [index, person] of people.entries()) {
    const covered: CoveredPerson = {
      stints: mergeNumberSpans(person.spells),
      away: mergeNumberSpans([...(spells[index] ?? []), ...person.leaves]),
      held: held[index] ?? [],
      intervalDays: person.supervisionIntervalDays ?? packed.settings.supervisionIntervalDays,
    };
    eachCoverage(covered, windows, first, (at, isHeld) => {
      for (const into of months.of(at, teamOn(person.teams, windows[at]?.last ?? 0))) {
        into.eligible += 1;
        if (isHeld) into.held += 1;
      }
    });
  }
  return new Map(
    [...months.byGroup].map(([key, counts]) => [key, counts.map((each, at) => (at < first ? null : each))]),
  );
}
