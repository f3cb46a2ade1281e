/** How long people stay, by whom, and why they left: inputs for the curve, and counts that single nobody out. */
import { plainWords } from '@shared/import/cells';
import { addDays, type LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import { mergeSpans } from '@shared/statistics/days';
import type { TenureSpell } from '@shared/statistics/kaplan-meier';
import { tenureSpells } from '@shared/statistics/retention';
import { leavingReasonClass } from './leaving-reasons';
import { smallestGroup } from './measures';
import type { WithId } from './workforce-inputs';

type People = readonly WithId<Person>[];

const isPaid = ({ value }: WithId<Person>): boolean => value.engagement !== 'volunteer';
const timesOf = (person: Person) => [...person.earlierSpells, person];

/**
 * The first day that leavers are surely recorded on: the day after the first one. Who left before that is not in the
 * list, so that those who were here by then can only be followed from it. Null: nobody has left.
 */
export function leaversKnownFrom(people: People): LocalDate | null {
  let first: LocalDate | null = null;
  for (const { value } of people.filter(isPaid)) {
    for (const { lastDay } of timesOf(value)) {
      if (lastDay !== null && (first === null || lastDay < first)) first = lastDay;
    }
  }
  return first === null ? null : addDays(first, 1);
}

export function stayingSpells(people: People, recordsFrom: LocalDate | null, asOf: LocalDate): TenureSpell[] {
  const rows = people
    .filter(isPaid)
    .flatMap(({ id, value }) =>
      timesOf(value).map(({ startDate, lastDay }) => ({ id, start: startDate, end: lastDay })),
    );
  return tenureSpells(rows, { recordsFrom, asOf });
}

export type StayingBy = 'team' | 'role';

export interface StayingGroup {
  readonly id: string;
  readonly name: string;
  /** Null: fewer than 5 people, so that nothing of them is shown. */
  readonly spells: readonly TenureSpell[] | null;
}

/** By the team or role of now, or of their last day. Those without one are in no group. */
export function stayingGroups(
  people: People,
  by: StayingBy,
  recordsFrom: LocalDate | null,
  asOf: LocalDate,
): StayingGroup[] {
  const groups = new Map<string, { readonly name: string; readonly members: WithId<Person>[] }>();
  for (const person of people.filter(isPaid)) {
    const name = person.value[by];
    const key = plainWords(name);
    if (key === '') continue;
    const group = groups.get(key) ?? { name, members: [] };
    group.members.push(person);
    groups.set(key, group);
  }
  return [...groups]
    .map(([id, { name, members }]) => ({
      id,
      name,
      spells: members.length < smallestGroup ? null : stayingSpells(members, recordsFrom, asOf),
    }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en-GB'));
}

export interface ReasonCount {
  readonly reason: string;
  readonly count: number;
}

export interface ExitReasons {
  readonly leavers: number;
  /** Largest first. Empty when there are fewer than 5 leavers. */
  readonly counts: readonly ReasonCount[];
}

export const otherReasons = 'Other reasons';
const unsaid = 'Not recorded';

/** Last days of paid people that ended their time here: one post after another is no leaving. */
function leavings(people: People, from: LocalDate, to: LocalDate): string[] {
  return people.filter(isPaid).flatMap(({ value }) => {
    const times = timesOf(value);
    const stints = mergeSpans(times.map(({ startDate, lastDay }) => ({ start: startDate, end: lastDay })));
    return stints.flatMap(({ end }) => {
      if (end === null || addDays(end, 1) < from || addDays(end, 1) > to) return [];
      return [times.find(({ lastDay }) => lastDay === end)?.leavingReason ?? ''];
    });
  });
}

/**
 * Reasons of those whose first day out lies between the two days. A reason of fewer than 5 people joins the others, and
 * the smallest that could stand alone joins them as well where they would be fewer than 5 themselves.
 */
export function exitReasons(people: People, from: LocalDate, to: LocalDate): ExitReasons {
  const reasons = leavings(people, from, to);
  if (reasons.length < smallestGroup) return { leavers: reasons.length, counts: [] };
  const byClass = new Map<string, { readonly reason: string; count: number }>();
  for (const reason of reasons) {
    const key = leavingReasonClass(reason);
    const words = key === null ? unsaid : key === 'resignation' ? 'Resignation' : capital(reason.trim());
    const known = byClass.get(key ?? '') ?? { reason: words, count: 0 };
    known.count += 1;
    byClass.set(key ?? '', known);
  }
  const ordered = [...byClass.values()].sort(
    (left, right) => right.count - left.count || left.reason.localeCompare(right.reason, 'en-GB'),
  );
  const shown = ordered.filter(({ count }) => count >= smallestGroup);
  let others = reasons.length - shown.reduce((sum, { count }) => sum + count, 0);
  while (others > 0 && others < smallestGroup) others += shown.pop()?.count ?? smallestGroup;
  return {
    leavers: reasons.length,
    counts: others === 0 ? shown : [...shown, { reason: otherReasons, count: others }],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
