/** Records for tests of keeping and erasing. */
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';

export const today = toLocalDate('2026-11-24');
export const id = (byte: number): RecordId => recordIdFromBytes(new Uint8Array(16).fill(byte));
export const day = (text: string): LocalDate => toLocalDate(text);

/** The kind's first example with some fields changed. */
export function stored<K extends KindName>(
  kind: K,
  byte: number,
  changes: Partial<RecordValue<K>>,
): StoredRecord<K> {
  const [example] = recordKinds[kind].examples;
  const value = { ...(example as unknown as RecordValue<K> & object), ...changes };
  return { kind, id: id(byte), revision: 3, savedAt: Date.UTC(2026, 4, 1), value };
}

export const person = (byte: number, name: string, lastDay: string | null = null): StoredRecord<'person'> =>
  stored('person', byte, { name, lastDay: lastDay === null ? null : day(lastDay), leavingReason: '' });

export const session = (
  byte: number,
  personIds: readonly number[],
  changes: Partial<RecordValue<'supervision-session'>> = {},
): StoredRecord<'supervision-session'> =>
  stored('supervision-session', byte, {
    kind: personIds.length > 1 ? 'reflective-group' : 'clinical',
    personIds: personIds.map(id),
    date: day('2018-03-05'),
    nextDate: null,
    note: '',
    actions: [],
    facilitator: '',
    ...changes,
  });
