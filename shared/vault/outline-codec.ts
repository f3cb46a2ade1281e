/**
 * Outlines as text, in columns: a kind's field names stand once for hundreds of records, which halves what unlock has to
 * open and parse before the first screen.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { StoredOutline } from './vault-api';

/** A value of null: the record is not there. */
export type OutlineRow =
  | StoredOutline
  | {
      readonly kind: KindName;
      readonly id: RecordId;
      readonly revision: 0;
      readonly savedAt: 0;
      readonly value: null;
    };

/** Rows one behind the other, of one kind and with the same fields. */
interface Block {
  readonly kind: KindName;
  readonly ids: RecordId[];
  readonly revisions: number[];
  readonly savedAt: number[];
  /** Null: these are not there. */
  readonly fields: readonly string[] | null;
  /** One for each field, as long as `ids`. */
  readonly columns: unknown[][];
}

/** A JSON array of blocks. */
export function encodeOutlines(rows: readonly OutlineRow[]): string {
  const blocks: Block[] = [];
  let block: Block | undefined;
  for (const { kind, id, revision, savedAt, value } of rows) {
    const fields = value === null ? null : Object.keys(value);
    if (block?.kind !== kind || !areSame(block.fields, fields)) {
      block = { kind, ids: [], revisions: [], savedAt: [], fields, columns: fields?.map(() => []) ?? [] };
      blocks.push(block);
    }
    block.ids.push(id);
    block.revisions.push(revision);
    block.savedAt.push(savedAt);
    for (const [at, field] of (fields ?? []).entries())
      block.columns[at]?.push((value as unknown as Readonly<Record<string, unknown>>)[field]);
  }
  return JSON.stringify(blocks);
}

/** What `encodeOutlines` was given. It comes out of a seal: what is in it is not questioned. */
export function decodeOutlines(text: string): readonly OutlineRow[] {
  const blocks = JSON.parse(text) as readonly Block[];
  const rows: OutlineRow[] = [];
  for (const { kind, ids, revisions, savedAt, fields, columns } of blocks) {
    for (let row = 0; row < ids.length; row += 1) {
      const value = fields === null ? null : valueAt(fields, columns, row);
      rows.push({ kind, id: ids[row], revision: revisions[row], savedAt: savedAt[row], value } as OutlineRow);
    }
  }
  return rows;
}

/** By counters: this runs a million times while somebody waits for the first screen. */
function valueAt(fields: readonly string[], columns: readonly unknown[][], row: number): object {
  const value: Record<string, unknown> = {};
  for (let at = 0; at < fields.length; at += 1) value[fields[at] ?? ''] = columns[at]?.[row];
  return value;
}

function areSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((field, at) => field === other[at]);
}
