/** Somebody who left and came back stands in a staff list twice, under one number: one person with two times here. */
import { plainWords } from '../cells';
import type { ReadRow, RowMatch } from '../target';
import type { LocalDate } from '@shared/kernel/local-date';
import type { Person } from '@shared/records/person/person';
import type { StoredRecord } from '@shared/vault/vault-api';

type Spell = Person['earlierSpells'][number];

interface Time {
  readonly row: ReadRow<'person'>;
  readonly start: LocalDate;
  readonly end: LocalDate | null;
}

function spellOf({ row, start }: Time, end: LocalDate): Spell {
  return { startDate: start, lastDay: end, leavingReason: row.patch.leavingReason ?? '' };
}

/**
 * The newest row says who and what; those before it become earlier times. Null when the names differ, or one time
 * was a volunteer's and another paid; when a time other than the newest has no end; or when times overlap. Then the
 * rows contradict each other, or are two posts.
 */
export function combineTimesHere(rows: readonly ReadRow<'person'>[]): ReadRow<'person'> | null {
  const names = new Set(rows.map(({ patch }) => plainWords(patch.name ?? '')));
  const engagements = new Set(rows.map(({ patch }) => patch.engagement ?? 'staff'));
  const times = rows
    .flatMap((row): Time[] =>
      row.patch.startDate === undefined
        ? []
        : [{ row, start: row.patch.startDate, end: row.patch.lastDay ?? null }],
    )
    .sort((left, right) => (left.start < right.start ? -1 : 1));
  const newest = times.at(-1);
  if (names.size !== 1 || engagements.size !== 1 || times.length !== rows.length || newest === undefined)
    return null;
  const earlierSpells: Spell[] = [];
  for (const [index, time] of times.slice(0, -1).entries()) {
    const next = times[index + 1];
    if (next === undefined || time.end === null || time.end >= next.start) return null;
    earlierSpells.push(spellOf(time, time.end));
  }
  return { ...newest.row, patch: { ...newest.row.patch, earlierSpells } };
}

/** Several times here from a file, laid over a record: only where the file knows the time of now and all before it. */
export function withSpells(record: StoredRecord<'person'>, patch: Partial<Person>): RowMatch<'person'> {
  const known = new Map((patch.earlierSpells ?? []).map((spell) => [spell.startDate, spell]));
  const { startDate, earlierSpells } = record.value;
  const isInFile = (start: LocalDate): boolean => start === patch.startDate || known.has(start);
  if (!isInFile(startDate) || !earlierSpells.every((spell) => isInFile(spell.startDate)))
    return {
      type: 'problem',
      reason: 'The times here of this person differ from what is recorded. Change them by hand',
      column: 'Start date',
    };
  // A time that is over takes its end with it: the newest one has none of its own unless the file gives it.
  const isNewTime = startDate !== patch.startDate;
  return {
    type: 'same-as',
    record,
    base: isNewTime ? { ...record.value, lastDay: null, leavingReason: '' } : record.value,
  };
}
