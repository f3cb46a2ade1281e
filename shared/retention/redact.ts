/**
 * Erasing a person, worked out beforehand: which records go, and what is left of those that others share. Every id and
 * every spelling of the name goes. Pure, so that the screen can show all of it before anything is done.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { RetentionClass } from '@shared/records/care-settings/care-settings';
import type { ErasedPerson, RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import type { StoredOutline, StoredRecord, Write } from '@shared/vault/vault-api';
import { createNameScrub, type NameScrub } from './scrub-name';

/** Longest texts of the records' own schemas. */
const lineMax = 200;
const noteMax = 10_000;

export interface ChangedRecord {
  readonly kind: KindName;
  readonly id: RecordId;
  readonly before: unknown;
  readonly after: unknown;
  /** About the person as well as others; otherwise it only mentions the name. */
  readonly isShared: boolean;
}

export interface ErasurePlan {
  /** All of it, for one commit. */
  readonly writes: readonly Write[];
  readonly removed: Readonly<Partial<Record<RetentionClass, number>>>;
  /** Records that others share or that merely mention the person. */
  readonly changed: readonly ChangedRecord[];
  /** Records that stay with a part of the name in them which somebody else bears too: for a person to look at. */
  readonly lookAt: readonly { readonly kind: KindName; readonly id: RecordId }[];
}

/** Every live record of the vault, whatever its kind. */
export type AnyRecord = { readonly [K in KindName]: StoredRecord<K> }[KindName];

/** The same without long texts: enough to say whose it is and how long it is kept. */
export type AnyOutline = { readonly [K in KindName]: StoredOutline<K> }[KindName];

export interface ErasureRequest {
  readonly personId: RecordId;
  /** Null when only the id is left (the person's own record is gone). */
  readonly name: string | null;
  readonly records: readonly AnyRecord[];
}

export function planErasure({ personId, name, records }: ErasureRequest): ErasurePlan {
  const others = records.flatMap((record) =>
    record.kind === 'person' && record.id !== personId ? [record.value.name] : [],
  );
  const scrub = createNameScrub(name, others);
  const erased: ErasedPerson = {
    id: personId,
    line: (text) => scrub.scrub(text, lineMax),
    note: (text) => scrub.scrub(text, noteMax),
  };
  const left = new Map(records.map((record) => [record, withoutPerson(record, erased)]));
  const gone = new Set(records.filter((record) => left.get(record) === null).map(({ id }) => id));
  const writes: Write[] = [];
  const removed: Partial<Record<RetentionClass, number>> = {};
  const changed: ChangedRecord[] = [];
  const lookAt: { kind: KindName; id: RecordId }[] = [];

  for (const record of records) {
    const { kind, id, revision } = record;
    const isDraftOf = record.kind === 'draft' && isTouched(record.value, personId, gone, scrub);
    if (gone.has(id) || isDraftOf) {
      writes.push({ type: 'remove', kind, id, baseRevision: revision });
      const of = recordKinds[kind].retention;
      if (of !== null) removed[of] = (removed[of] ?? 0) + 1;
      continue;
    }
    const after = left.get(record);
    if (JSON.stringify(after) !== JSON.stringify(record.value)) {
      writes.push({ type: 'put', kind, id, baseRevision: revision, value: after });
      const isShared = peopleOf(record).includes(personId);
      changed.push({ kind, id, before: record.value, after, isShared });
    }
    if (recordKinds[kind].hasProse && textsOf(after).some((text) => scrub.leavesShared(text)))
      lookAt.push({ kind, id });
  }
  return { writes, removed, changed, lookAt };
}

function peopleOf(record: AnyRecord): readonly RecordId[] {
  return kindOf(record).people(record.value, record.id);
}

/** What is left of a record without the person, by its own kind. */
function withoutPerson(record: AnyRecord, erased: ErasedPerson): unknown {
  return kindOf(record).without(record.value, erased, record.id);
}

function kindOf(record: AnyRecord): RecordKind {
  // The kinds differ in their value type; the record is of its own kind.
  return recordKinds[record.kind];
}

/** A draft that names the person, or belongs to a record of theirs. */
function isTouched(
  draft: RecordValue<'draft'>,
  personId: RecordId,
  gone: ReadonlySet<RecordId>,
  scrub: NameScrub,
): boolean {
  if (draft.recordId !== null && (draft.recordId === personId || gone.has(draft.recordId))) return true;
  return textsOf(draft).some(
    (text) => text.includes(personId) || scrub.scrub(text, Number.MAX_SAFE_INTEGER) !== text,
  );
}

/** All texts anywhere in a value, names of its fields included. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...textsOf(each)]);
}
