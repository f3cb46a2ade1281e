/**
 * Erasing a person, worked out beforehand: which records go, and what is left of those that others share. Every id and
 * every spelling of the name goes. Pure, so that the screen can show all of it before anything is done.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { RetentionClass } from '@shared/records/care-settings/care-settings';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import type { StoredRecord, Write } from '@shared/vault/vault-api';
import { classOfKind } from './due';
import { createNameScrub, type NameScrub } from './scrub-name';

/** Longest texts of the records' own schemas. */
const lineMax = 200;
const noteMax = 10_000;

/** Kinds in which people write whole sentences. */
const hasProse: ReadonlySet<KindName> = new Set(['supervision-session', 'event-plan', 'wellbeing-wave']);

/** Owner of a step of which only the person was known. */
export const ownerGone = 'Someone who left';

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
  const gone = new Set(records.filter((record) => isOwn(record, personId)).map(({ id }) => id));
  const writes: Write[] = [];
  const removed: Partial<Record<RetentionClass, number>> = {};
  const changed: ChangedRecord[] = [];
  const lookAt: { kind: KindName; id: RecordId }[] = [];

  for (const record of records) {
    const { kind, id, revision } = record;
    const isDraftOf = record.kind === 'draft' && isTouched(record.value, personId, gone, scrub);
    if (gone.has(id) || isDraftOf) {
      writes.push({ type: 'remove', kind, id, baseRevision: revision });
      const of = classOfKind[kind];
      if (of !== null) removed[of] = (removed[of] ?? 0) + 1;
      continue;
    }
    const after = redacted(record, personId, scrub);
    if (JSON.stringify(after) !== JSON.stringify(record.value)) {
      writes.push({ type: 'put', kind, id, baseRevision: revision, value: after });
      const isShared = peopleOf(record).includes(personId);
      changed.push({ kind, id, before: record.value, after, isShared });
    }
    if (hasProse.has(kind) && textsOf(after).some((text) => scrub.leavesShared(text)))
      lookAt.push({ kind, id });
  }
  return { writes, removed, changed, lookAt };
}

function peopleOf(record: AnyRecord): readonly RecordId[] {
  // The kinds differ in their value type; the record is of its own kind.
  const kind = recordKinds[record.kind] as unknown as RecordKind;
  return kind.people(record.value, record.id);
}

/** About this person alone. */
function isOwn(record: AnyRecord, personId: RecordId): boolean {
  switch (record.kind) {
    case 'person':
      return record.id === personId;
    case 'absence':
    case 'caseload-count':
      return record.value.personId === personId;
    case 'supervision-session':
      return record.value.personIds.every((id) => id === personId);
    case 'service':
    case 'event-plan':
    case 'wellbeing-wave':
    case 'establishment':
    case 'export-entry':
    case 'draft':
    case 'care-settings':
      return false;
  }
}

/** What is left of a record without the person. The same value when it says nothing of them. */
function redacted(record: AnyRecord, personId: RecordId, scrub: NameScrub): unknown {
  const line = (text: string): string => scrub.scrub(text, lineMax);
  const note = (text: string): string => scrub.scrub(text, noteMax);
  switch (record.kind) {
    case 'supervision-session': {
      const { value } = record;
      return {
        ...value,
        personIds: value.personIds.filter((id) => id !== personId),
        note: note(value.note),
        facilitator: line(value.facilitator),
        actions: value.actions.map((action) => ({
          ...action,
          text: line(action.text),
          owner: line(action.owner),
        })),
      };
    }
    case 'event-plan':
      return redactedPlan(record.value, personId, line, note);
    case 'wellbeing-wave': {
      const { value } = record;
      return { ...value, label: line(value.label), note: note(value.note) };
    }
    case 'person':
      return { ...record.value, leavingReason: line(record.value.leavingReason) };
    case 'absence':
      return { ...record.value, reason: line(record.value.reason) };
    case 'export-entry': {
      const { value } = record;
      return { ...value, title: line(value.title), model: mapTexts(value.model, note) };
    }
    case 'care-settings':
      return {
        ...record.value,
        holds: record.value.holds.filter((hold) => hold.personId !== personId),
      };
    // A service or a team may be called after somebody: its name is no record of them.
    case 'service':
    case 'establishment':
    case 'caseload-count':
    case 'draft':
      return record.value;
  }
}

function redactedPlan(
  plan: RecordValue<'event-plan'>,
  personId: RecordId,
  line: (text: string) => string,
  note: (text: string) => string,
): RecordValue<'event-plan'> {
  return {
    ...plan,
    facts: note(plan.facts),
    steps: plan.steps.map((step) => {
      const isTheirs = step.ownerPersonId === personId;
      const role = line(step.ownerRole);
      return {
        ...step,
        title: line(step.title),
        detail: note(step.detail),
        ownerPersonId: isTheirs ? null : step.ownerPersonId,
        ownerRole: isTheirs && role === '' ? ownerGone : role,
      };
    }),
    affected: plan.affected
      .filter((each) => each.personId !== personId)
      .map((each) => ({
        ...each,
        noContactReason: line(each.noContactReason),
        contacts: each.contacts.map((contact) => ({ ...contact, by: line(contact.by) })),
      })),
  };
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

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
}
