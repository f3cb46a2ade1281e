/** Which team somebody was in, and when: a move is dated, a name that was only misspelt is not. */
import { plainWords } from '@shared/import/cells';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';

type Teams = Pick<Person, 'team' | 'earlierTeams'>;

/** Names of teams are one name when only case, marks and spaces differ. */
export function isSameTeam(left: string, right: string): boolean {
  return left === right || plainWords(left) === plainWords(right);
}

/** The team on a day; '' for none. A day before the first known team has that team: nothing says otherwise. */
export function teamOn({ team, earlierTeams }: Teams, day: LocalDate): string {
  return earlierTeams.find(({ lastDay }) => day <= lastDay)?.team ?? team;
}

export interface TeamTime {
  readonly team: string;
  /** Null: as long as they have been here. */
  readonly from: LocalDate | null;
  /** Null: still. */
  readonly to: LocalDate | null;
}

/** Each team in turn, oldest first, without gaps. */
export function teamTimes({ team, earlierTeams }: Teams): TeamTime[] {
  const times: TeamTime[] = [];
  let from: LocalDate | null = null;
  for (const earlier of earlierTeams) {
    times.push({ team: earlier.team, from, to: earlier.lastDay });
    from = addDays(earlier.lastDay, 1);
  }
  return [...times, { team, from, to: null }];
}

/** The first day in the team of now; null while it is the only one known. */
export function inTeamSince({ earlierTeams }: Teams): LocalDate | null {
  const last = earlierTeams.at(-1);
  return last === undefined ? null : addDays(last.lastDay, 1);
}

const firstDayHere = ({ startDate, earlierSpells }: Person): LocalDate =>
  earlierSpells[0]?.startDate ?? startDate;

/**
 * In `team` from `since` on. A day on or before their first one here leaves no time in another team, so that the name
 * is only put right. Null when a later move is recorded already: the two contradict each other.
 */
export function withTeamSince(person: Person, team: string, since: LocalDate): Person | null {
  const known = inTeamSince(person);
  if (isSameTeam(person.team, team)) {
    if (known !== null || since <= firstDayHere(person)) return { ...person, team };
    // Which team they were in before is not known, only that it was not this one.
    return { ...person, team, earlierTeams: [{ team: '', lastDay: addDays(since, -1) }] };
  }
  if (known !== null && since <= known) return null;
  if (since <= firstDayHere(person)) return { ...person, team };
  return {
    ...person,
    team,
    earlierTeams: [...person.earlierTeams, { team: person.team, lastDay: addDays(since, -1) }],
  };
}
