/** The people that a list shows: filtered by words, in post or not, with how their supervision stands. */
import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { engagementLabels, type Person } from '@shared/records/person/person';
import { isInPost, type PersonCoverage } from '@shared/supervision/coverage';
import { useCoverage } from '../../records/use-coverage';
import { useRecords, type StoredRecord } from '../../vault';

export type Presence = 'in-post' | 'left';

export interface ListedPerson {
  readonly record: StoredRecord<'person'>;
  /** Null for those not in post. */
  readonly coverage: PersonCoverage | null;
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Each word typed begins a word of name, role, team, site or payroll number. */
export function matchesFilter(person: Person, filter: string): boolean {
  const words = plain(
    `${person.name} ${person.role} ${person.team} ${person.site} ${person.payrollNumber} ${engagementLabels[person.engagement]}`,
  ).split(/[\s,'-]+/);
  return plain(filter)
    .split(/[\s,'-]+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

export function usePeopleList(today: LocalDate, presence: Presence, filter: string): readonly ListedPerson[] {
  const people = useRecords('person');
  const coverage = useCoverage(today);
  return useMemo(() => {
    const byId = new Map(coverage.people.map((each) => [each.id, each]));
    return people
      .filter(
        ({ value }) => (presence === 'in-post') !== hasLeft(value, today) && matchesFilter(value, filter),
      )
      .map((record) => ({ record, coverage: byId.get(record.id) ?? null }))
      .sort((left, right) => left.record.value.name.localeCompare(right.record.value.name, 'en-GB'));
  }, [people, coverage, presence, filter, today]);
}

/** Someone who starts later belongs to the team already: only those whose last day has passed have left. */
export function hasLeft(person: Person, today: LocalDate): boolean {
  return !isInPost(person, today) && person.startDate <= today;
}

/** "Key worker, agency": how someone belongs here is said when it is not staff. */
export function roleWords(person: Person): string {
  const belongs = engagementLabels[person.engagement].toLowerCase();
  return person.engagement === 'staff' || plain(person.role).includes(belongs)
    ? person.role
    : `${person.role}, ${belongs}`;
}
