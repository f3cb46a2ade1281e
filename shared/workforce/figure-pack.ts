/**
 * What the figures need of the records, as numbers: small to hand to a worker, and without anybody's name, role or
 * words. A person is a place in a list here.
 */
import { plainWords } from '@shared/import/cells';
import type { LocalDate } from '@shared/kernel/local-date';
import { teamTimes } from '@shared/people/teams';
import type { Absence } from '@shared/records/absence/absence';
import type { CaseloadCount } from '@shared/records/caseload-count/caseload-count';
import type { GroupSession } from '@shared/records/group-session/group-session';
import type { Person } from '@shared/records/person/person';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import { dayNumberOf, monthNumberOf, openEnd, type NumberSpan } from '@shared/statistics/workforce-engine';
import { leavingReasonClass } from './leaving-reasons';
import type { WithId } from './workforce-inputs';

export interface PackedSpell extends NumberSpan {
  readonly reason: 'resignation' | 'other' | null;
}

export interface PackedTeamTime extends NumberSpan {
  /** Position in `PackedPeople.teams`; −1 for no team. */
  readonly team: number;
}

export interface PackedPerson {
  readonly isVolunteer: boolean;
  readonly weeklyHours: number | null;
  readonly lastDay: LocalDate | null;
  readonly spells: readonly PackedSpell[];
  readonly teams: readonly PackedTeamTime[];
  readonly leaves: readonly NumberSpan[];
  readonly supervisionIntervalDays: number | null;
}

export interface PackedTeam {
  /** Plain words: case, marks and spaces make no other team. */
  readonly key: string;
  readonly name: string;
}

export interface PackedPeople {
  readonly people: readonly PackedPerson[];
  readonly teams: readonly PackedTeam[];
}

/** Rows of three numbers: person, first day, last day (`openEnd` while still away). */
export type PackedAbsences = Int32Array<ArrayBuffer>;
/** Rows of two numbers: person, day; and the first day of any session, held or not. */
export interface PackedSessions {
  readonly held: Int32Array<ArrayBuffer>;
  readonly knownFrom: number | null;
}
/** Rows of three numbers: person, month (years × 12 + months), open cases. */
export type PackedCounts = Int32Array<ArrayBuffer>;

export type PersonIndex = ReadonlyMap<string, number>;

export type FigureSession = WithId<Pick<SupervisionSession, 'status' | 'date' | 'personIds'>>;
export type FigureGroupSession = WithId<Pick<GroupSession, 'status' | 'date' | 'attendance'>>;

export function personIndex(people: readonly WithId<Person>[]): PersonIndex {
  return new Map(people.map(({ id }, at) => [id, at]));
}

const reasonOf = (text: string): PackedSpell['reason'] => {
  const reason = leavingReasonClass(text);
  return reason === null || reason === 'resignation' ? reason : 'other';
};

export function packPeople(people: readonly WithId<Person>[]): PackedPeople {
  const endOf = (day: LocalDate | null): number => (day === null ? openEnd : dayNumberOf(day));
  const teams: PackedTeam[] = [];
  const teamByKey = new Map<string, number>();
  const teamByText = new Map<string, number>();
  const teamOf = (text: string): number => {
    const known = teamByText.get(text);
    if (known !== undefined) return known;
    const key = plainWords(text);
    let at = key === '' ? -1 : teamByKey.get(key);
    if (at === undefined) {
      at = teams.push({ key, name: text }) - 1;
      teamByKey.set(key, at);
    }
    teamByText.set(text, at);
    return at;
  };
  const packed = people.map(({ value }): PackedPerson => ({
    isVolunteer: value.engagement === 'volunteer',
    weeklyHours: value.weeklyHours,
    lastDay: value.lastDay,
    spells: [...value.earlierSpells, value].map(({ startDate, lastDay, leavingReason }) => ({
      start: dayNumberOf(startDate),
      end: endOf(lastDay),
      reason: reasonOf(leavingReason),
    })),
    teams: teamTimes(value).map(({ team, from, to }) => ({
      team: teamOf(team),
      start: from === null ? -openEnd : dayNumberOf(from),
      end: endOf(to),
    })),
    leaves: value.leaves.map(({ firstDay, lastDay }) => ({
      start: dayNumberOf(firstDay),
      end: endOf(lastDay),
    })),
    supervisionIntervalDays: value.supervisionIntervalDays,
  }));
  return { people: packed, teams };
}

/** Rows of people who are not in the list belong to nobody here; their days still say since when absence is known. */
const nobody = -1;

export function packAbsences(absences: readonly WithId<Absence>[], people: PersonIndex): PackedAbsences {
  const rows = new Int32Array(absences.length * 3);
  let at = 0;
  for (const { value } of absences) {
    rows[at] = people.get(value.personId) ?? nobody;
    rows[at + 1] = dayNumberOf(value.firstDay);
    rows[at + 2] = value.lastDay === null ? openEnd : dayNumberOf(value.lastDay);
    at += 3;
  }
  return rows;
}

export function packSessions(
  sessions: readonly FigureSession[],
  groupSessions: readonly FigureGroupSession[],
  people: PersonIndex,
): PackedSessions {
  const held: number[] = [];
  let knownFrom: number | null = null;
  const add = (date: LocalDate, isHeld: boolean, came: readonly string[]): void => {
    const day = dayNumberOf(date);
    if (knownFrom === null || day < knownFrom) knownFrom = day;
    if (!isHeld) return;
    for (const id of came) {
      const person = people.get(id);
      if (person !== undefined) held.push(person, day);
    }
  };
  for (const { value } of sessions) add(value.date, value.status === 'held', value.personIds);
  for (const { value } of groupSessions) {
    const came = value.attendance.filter(({ answer }) => answer === 'came').map(({ personId }) => personId);
    add(value.date, value.status === 'held', came);
  }
  return { held: new Int32Array(held), knownFrom };
}

export function packCounts(counts: readonly WithId<CaseloadCount>[], people: PersonIndex): PackedCounts {
  const rows = new Int32Array(counts.length * 3);
  let at = 0;
  for (const { value } of counts) {
    rows[at] = people.get(value.personId) ?? nobody;
    rows[at + 1] = monthNumberOf(value.month);
    rows[at + 2] = value.openCases;
    at += 3;
  }
  return rows;
}
