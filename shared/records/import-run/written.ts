/**
 * Which records an import wrote, as one text: 40,000 of them are 1.4 MB, a quarter of the same as JSON, and a list of
 * imports never opens it. "whose:id,id.base,id.base.revision whose:…": `whose` are the people that the records are
 * about, joined by "+", or "-". Without `base` the record was new; without `revision` it is the one after its base.
 */
import { isRecordId, type RecordId } from '@shared/kernel/ids';

export interface WrittenRecord {
  readonly id: RecordId;
  /** 0: it was new. */
  readonly base: number;
  readonly revision: number;
  readonly people: readonly RecordId[];
}

function entryText({ id, base, revision }: WrittenRecord): string {
  if (revision !== base + 1) return `${id}.${base}.${revision}`;
  return base === 0 ? id : `${id}.${base}`;
}

export function writtenText(records: readonly WrittenRecord[]): string {
  const groups = new Map<string, string[]>();
  for (const record of records) {
    const whose = record.people.length === 0 ? '-' : [...new Set(record.people)].join('+');
    const group = groups.get(whose);
    if (group === undefined) groups.set(whose, [entryText(record)]);
    else group.push(entryText(record));
  }
  return [...groups].map(([whose, entries]) => `${whose}:${entries.join(',')}`).join(' ');
}

/** Longest that one entry can be, its group included: for working out what fits into a frame. */
export const entryBytes = 32 + 1 + 32 + 1 + 10;

function groupsOf(text: string): readonly (readonly [string, string])[] {
  if (text === '') return [];
  return text.split(' ').map((group) => {
    const [whose = '-', entries = ''] = group.split(':');
    return [whose, entries];
  });
}

export function readWritten(text: string): readonly WrittenRecord[] {
  return groupsOf(text).flatMap(([whose, entries]) => {
    const people = whose.split('+').filter(isRecordId);
    return entries.split(',').flatMap((entry): WrittenRecord[] => {
      const [id = '', base = '0', revision] = entry.split('.');
      if (!isRecordId(id)) return [];
      return [{ id, base: Number(base), revision: Number(revision ?? Number(base) + 1), people }];
    });
  });
}

/** What is about an erased person goes, whoever else it is about: it is no longer as the import left it. */
export function withoutPersonIn(text: string, personId: RecordId): string {
  if (!text.includes(personId)) return text;
  return groupsOf(text)
    .filter(([whose]) => !whose.split('+').includes(personId))
    .map(([whose, entries]) => `${whose}:${entries}`)
    .join(' ');
}
