import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readCsv } from '../../../renderer/records/import/read-csv';
import { knownHeadings, suggestDateOrder, suggestMapping } from '@shared/import/mapping';
import { planImportNow } from '@shared/import/plan';
import type { SourceTable } from '@shared/import/table';
import type { ImportPlan, ImportTarget } from '@shared/import/target';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';

const fixtures = resolve(import.meta.dirname, '../../fixtures');

export function fixtureBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(resolve(fixtures, path)));
}

export function stored<K extends KindName>(kind: K, values: readonly RecordValue<K>[]): StoredRecord<K>[] {
  return values.map((value, index) => ({
    kind,
    id: (index + 1).toString(16).padStart(32, '0') as RecordId,
    revision: 1,
    savedAt: 0,
    value,
  }));
}

export interface Existing<K extends KindName> {
  readonly people?: readonly StoredRecord<'person'>[];
  readonly existing?: readonly StoredRecord<K>[];
}

export function planTable<K extends KindName>(
  target: ImportTarget<K>,
  table: SourceTable,
  has: Existing<K> = {},
): ImportPlan<K> {
  const mapping = suggestMapping(target.columns, table);
  return planImportNow({
    target,
    table,
    mapping,
    dateOrder: suggestDateOrder(target.columns, table, mapping),
    context: { today: toLocalDate('2026-11-24'), people: has.people ?? [], existing: has.existing ?? [] },
  });
}

export async function readTable<K extends KindName>(
  target: ImportTarget<K>,
  bytes: Uint8Array,
): Promise<SourceTable> {
  const table = await readCsv(bytes, knownHeadings(target.columns));
  if (!table.ok) throw new Error(table.error.tag);
  return table.value;
}

export async function planFile<K extends KindName>(
  target: ImportTarget<K>,
  path: string,
  has: Existing<K> = {},
): Promise<ImportPlan<K>> {
  return planTable(target, await readTable(target, fixtureBytes(path)), has);
}

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);
