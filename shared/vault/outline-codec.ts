/**
 * Outlines as text, in packed columns: what unlock has to open and parse before the first screen is a third of what the
 * same records are as JSON.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import { objectsOf, packColumn, unpackColumn, type Packed } from './packed-column';
import type { StoredOutline } from './vault-api';

/** Another one when the text changes its form: outlines that an older version made are not read then. */
export const outlineFormat = 2;

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
  readonly length: number;
  readonly ids: Packed;
  readonly revisions: Packed;
  readonly savedAt: Packed;
  /** Null: these are not there. */
  readonly fields: readonly string[] | null;
  /** One for each field, `length` values in each. */
  readonly columns: readonly Packed[];
}

/** A JSON array of blocks. */
export function encodeOutlines(rows: readonly OutlineRow[]): string {
  const runs: OutlineRow[][] = [];
  let last: OutlineRow | undefined;
  for (const row of rows) {
    if (last?.kind !== row.kind || !areSame(fieldsOf(last), fieldsOf(row))) runs.push([]);
    runs.at(-1)?.push(row);
    last = row;
  }
  return JSON.stringify(runs.flatMap(blockOf));
}

function blockOf(run: readonly OutlineRow[]): readonly Block[] {
  const [first] = run;
  if (first === undefined) return [];
  const fields = fieldsOf(first);
  return [
    {
      kind: first.kind,
      length: run.length,
      ids: packColumn(run.map(({ id }) => id)),
      revisions: packColumn(run.map(({ revision }) => revision)),
      savedAt: packColumn(run.map(({ savedAt }) => savedAt)),
      fields,
      columns: (fields ?? []).map((field) =>
        packColumn(run.map(({ value }) => (value as unknown as Readonly<Record<string, unknown>>)[field])),
      ),
    },
  ];
}

/** What `encodeOutlines` was given. It comes out of a seal: what is in it is not questioned. */
export function decodeOutlines(text: string): readonly OutlineRow[] {
  const blocks = JSON.parse(text) as readonly Block[];
  const rows: OutlineRow[] = [];
  for (const { kind, length, ids, revisions, savedAt, fields, columns } of blocks) {
    const allIds = unpackColumn(ids, length);
    const allRevisions = unpackColumn(revisions, length);
    const allSavedAt = unpackColumn(savedAt, length);
    const values = fields === null ? null : objectsOf(fields, columns, length);
    for (let row = 0; row < length; row += 1) {
      rows.push({
        kind,
        id: allIds[row],
        revision: allRevisions[row],
        savedAt: allSavedAt[row],
        value: values === null ? null : values[row],
      } as OutlineRow);
    }
  }
  return rows;
}

function fieldsOf({ value }: OutlineRow): readonly string[] | null {
  return value === null ? null : Object.keys(value);
}

function areSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((field, at) => field === other[at]);
}
