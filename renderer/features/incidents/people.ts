/** The people of the service, as an incident plan needs them: those who left are part of it. */
import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { formatMonth, type LocalDate, monthOf } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import type { ComboBoxOption } from '../../ui';
import { type StoredRecord, useRecords } from '../../vault';

export interface People {
  readonly all: readonly StoredRecord<'person'>[];
  readonly nameOf: (id: RecordId) => string;
  readonly roleOf: (id: RecordId) => string;
}

export function usePeople(): People {
  const records = useRecords('person');
  return useMemo(() => {
    const all = [...records].sort((left, right) => left.value.name.localeCompare(right.value.name));
    const byId = new Map(all.map((record) => [record.id, record.value]));
    return {
      all,
      nameOf: (id) => byId.get(id)?.name ?? 'Someone no longer listed',
      roleOf: (id) => byId.get(id)?.role ?? '',
    };
  }, [records]);
}

/** Those in post first, then those who left: a past key worker may be hit hardest. */
export function personOptions(
  people: People,
  today: LocalDate,
  without: ReadonlySet<RecordId> = new Set(),
): readonly ComboBoxOption[] {
  const here = people.all.filter(({ id, value }) => !without.has(id) && hasNotLeft(value, today));
  const left = people.all.filter(({ id, value }) => !without.has(id) && !hasNotLeft(value, today));
  return [...here, ...left].map(({ id, value }) => ({
    value: id,
    label: value.name,
    detail: detailOf(value, today),
  }));
}

/** "team:Outreach" adds everyone of a team at once; "team:*" everyone in post. */
export const teamPrefix = 'team:';
export const everyoneKey = 'team:*';
/** More than that is no list of people affected any more, and the record would not take it. */
const mostAtOnce = 400;

export function teamOptions(
  people: People,
  today: LocalDate,
  without: ReadonlySet<RecordId>,
): readonly ComboBoxOption[] {
  const waiting = new Map<string, number>();
  let all = 0;
  for (const { id, value } of people.all) {
    if (without.has(id) || !hasNotLeft(value, today)) continue;
    all += 1;
    if (value.team !== '') waiting.set(value.team, (waiting.get(value.team) ?? 0) + 1);
  }
  const teams = [...waiting]
    .filter(([, count]) => count > 1)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([team, count]) => ({
      value: `${teamPrefix}${team}`,
      label: `Everyone in ${team}`,
      detail: `Adds ${count} people`,
    }));
  const everyone = { value: everyoneKey, label: 'Everyone', detail: `The whole service: adds ${all} people` };
  return teams.length === 1 || all < 2 || all + without.size > mostAtOnce ? teams : [...teams, everyone];
}

export function membersOf(people: People, team: string, today: LocalDate): readonly RecordId[] {
  return people.all
    .filter(({ value }) => (team === '*' || value.team === team) && hasNotLeft(value, today))
    .map(({ id }) => id);
}

/** "role:Reception" adds a line for whoever that is: nobody is named, and nobody is left out. */
export const rolePrefix = 'role:';
const commonRoles = [
  'Reception',
  'Cleaner',
  'Volunteer',
  'Agency worker',
  'Past key worker',
  'Peer worker',
  'Security',
] as const;

export function roleOptions(without: readonly string[]): readonly ComboBoxOption[] {
  return commonRoles
    .filter((role) => !without.includes(role))
    .map((role) => ({ value: `${rolePrefix}${role}`, label: role, detail: 'A role, nobody named' }));
}

function hasNotLeft(person: Person, today: LocalDate): boolean {
  return person.lastDay === null || person.lastDay >= today;
}

function detailOf(person: Person, today: LocalDate): string {
  const parts = [person.role, person.team].filter((part) => part !== '').join(', ');
  return person.lastDay !== null && person.lastDay < today
    ? `${parts}. Left in ${formatMonth(monthOf(person.lastDay))}`
    : parts;
}
