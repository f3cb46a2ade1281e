/** The teams of a person in their form: what was before, and whether a new name is a move or only put right. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { inTeamSince, isSameTeam, withTeamSince } from '@shared/people/teams';
import type { Person } from '@shared/records/person/person';
import { lineField } from './form-lines';

export type TeamFields = {
  readonly teamChange: string;
  readonly teamSince: string;
  readonly teamBefore: readonly string[];
  readonly teamBeforeLast: readonly string[];
};

type Fields = TeamFields & { readonly team: string };

export const emptyTeams: TeamFields = {
  teamChange: 'moved',
  teamSince: '',
  teamBefore: [],
  teamBeforeLast: [],
};

export function fieldsOfTeams({ earlierTeams }: Person): TeamFields {
  return {
    ...emptyTeams,
    teamBefore: earlierTeams.map(({ team }) => team),
    teamBeforeLast: earlierTeams.map(({ lastDay }) => formatDate(lastDay)),
  };
}

/** They had a team and the form names another: only a person can say whether anybody moved. */
export function isTeamChanged(fields: Fields, before: Person | null): boolean {
  return before !== null && before.team !== '' && !isSameTeam(before.team, fields.team.trim());
}

type ReadDay = (text: string, field: string) => LocalDate | null;
type Fail = (field: string, message: string) => null;

export function earlierTeamsIn(fields: Fields, dayIn: ReadDay, fail: Fail): Person['earlierTeams'] {
  const teams = fields.teamBefore.flatMap((team, index) => {
    const last = fields.teamBeforeLast[index] ?? '';
    const at = lineField('teamBeforeLast', index);
    if (last.trim() === '' && team.trim() === '') return [];
    const lastDay = last.trim() === '' ? fail(at, 'Enter the last day in that team') : dayIn(last, at);
    return lastDay === null ? [] : [{ team, lastDay }];
  });
  return teams.sort((left, right) => (left.lastDay < right.lastDay ? -1 : 1));
}

/** The day on which they moved; null where nobody did, or where the day cannot be read, which is then said. */
export function moveIn(
  fields: Fields,
  before: Person | null,
  today: LocalDate,
  dayIn: ReadDay,
  fail: Fail,
): LocalDate | null {
  if (!isTeamChanged(fields, before) || fields.teamChange !== 'moved') return null;
  if (fields.teamSince.trim() === '') return fail('teamSince', 'Enter the first day in this team');
  const since = dayIn(fields.teamSince, 'teamSince');
  return since !== null && since > today
    ? fail('teamSince', 'This day is still to come. Change the team when it is there')
    : since;
}

/** `person` as the form says, with the old team kept as an earlier one. */
export function withMove(person: Person, before: Person, since: LocalDate, fail: Fail): Person | null {
  const moved = withTeamSince({ ...person, team: before.team }, person.team, since);
  if (moved !== null) return moved;
  const known = inTeamSince(person);
  return fail(
    'teamSince',
    known === null
      ? 'Choose another day'
      : `They have been in ${before.team} since ${formatDate(known)}. Choose a later day`,
  );
}
