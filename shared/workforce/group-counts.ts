/**
 * Teams or sites side by side, for a funnel: how many of the people in each had something happen in a year. Shares of
 * people and never of days: days of one person hang together, and the limits of a funnel would then be too narrow.
 */
import { plainWords } from '@shared/import/cells';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import { teamOn } from '@shared/people/teams';
import type { Absence } from '@shared/records/absence/absence';
import type { Person } from '@shared/records/person/person';
import { rollingYearStart } from '@shared/statistics/turnover';
import type { WithId } from './workforce-inputs';

export type GroupBy = 'team' | 'site';
export type YearEvent = 'left' | 'sick';

export interface GroupCount {
  readonly id: string;
  readonly name: string;
  readonly events: number;
  readonly n: number;
}

export interface GroupCountsInput {
  readonly people: readonly WithId<Person>[];
  readonly absences: readonly WithId<Absence>[];
  readonly by: GroupBy;
  readonly event: YearEvent;
  /** The last day of the year that is looked at. */
  readonly to: LocalDate;
}

const wasHere = (person: Person, day: LocalDate): boolean =>
  [...person.earlierSpells, person].some(
    ({ startDate, lastDay }) => startDate <= day && (lastDay === null || lastDay >= day),
  );

/** In post without a break from one day to the other. */
const wasHereThroughout = (person: Person, from: LocalDate, to: LocalDate): boolean =>
  [...person.earlierSpells, person].some(
    ({ startDate, lastDay }) => startDate <= from && (lastDay === null || lastDay >= to),
  );

/**
 * Paid people by the team they were in, or the site they are at, on the evening before the year. `left`: not in post at
 * its end, so that a move to another team is none. `sick`: away sick at all, of those in post throughout. Those without
 * a team or site are in no group. By name.
 */
export function groupCounts({ people, absences, by, event, to }: GroupCountsInput): GroupCount[] {
  const from = rollingYearStart(to);
  const opening = addDays(from, -1);
  const sick = new Set(
    event === 'left'
      ? []
      : absences
          .filter(({ value }) => value.firstDay <= to && (value.lastDay === null || value.lastDay >= from))
          .map(({ value }) => String(value.personId)),
  );
  const groups = new Map<string, { readonly name: string; events: number; n: number }>();
  for (const { id, value } of people) {
    if (value.engagement === 'volunteer') continue;
    const isCounted = event === 'left' ? wasHere(value, opening) : wasHereThroughout(value, opening, to);
    const name = by === 'team' ? teamOn(value, opening) : value.site;
    const key = plainWords(name);
    if (!isCounted || key === '') continue;
    const group = groups.get(key) ?? { name, events: 0, n: 0 };
    group.n += 1;
    if (event === 'left' ? !wasHere(value, to) : sick.has(id)) group.events += 1;
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, group]) => ({ id: key, ...group }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en-GB'));
}
