/**
 * What has been kept for as long as the rules say. A person's records count from the day they left; a record about
 * several people from the day the last of them left. Nothing here deletes anything: it makes a list to look through.
 */
import type { RecordId } from '@shared/kernel/ids';
import { addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { CareSettings, RetentionClass } from '@shared/records/care-settings/care-settings';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName } from '@shared/records/registry';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import type { AnyOutline } from './redact';
import { isHeld } from './settings';

export interface RetentionRecords {
  readonly people: readonly StoredRecord<'person'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly caseload: readonly StoredRecord<'caseload-count'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  readonly exports: readonly StoredRecord<'export-entry'>[];
  readonly drafts: readonly StoredRecord<'draft'>[];
  /** Of every other kind: its own `retention` and `keptFrom` decide. */
  readonly others: readonly AnyOutline[];
}

export interface KeptItem {
  readonly class: RetentionClass;
  readonly kind: KindName;
  /** Whose records; null when they are nobody's in particular, or several people's. */
  readonly personId: RecordId | null;
  readonly ids: readonly RecordId[];
  /** The day that the time counts from. */
  readonly from: LocalDate;
  readonly due: LocalDate;
  /** Somebody whom it is about is on hold. */
  readonly isHeld: boolean;
}

/** Everything that has a day on which its time is over, the earliest first. `dayOf`: the local day of an instant. */
export function keptItems(
  records: RetentionRecords,
  settings: Pick<CareSettings, 'months' | 'holds'>,
  dayOf: (epochMs: number) => LocalDate,
): readonly KeptItem[] {
  const leftOn = new Map<RecordId, LocalDate | null>(
    records.people.map(({ id, value }) => [id, value.lastDay]),
  );
  const items: KeptItem[] = [];
  const add = (
    of: RetentionClass,
    kind: KindName,
    whose: readonly RecordId[],
    personId: RecordId | null,
    ids: readonly RecordId[],
    from: LocalDate,
  ): void => {
    const months = settings.months[of];
    if (months === null || ids.length === 0) return;
    const due = addMonths(from, months);
    const onHold = whose.some((each) => isHeld(settings, each));
    items.push({ class: of, kind, personId, ids, from, due, isHeld: onHold });
  };

  for (const { id, value } of records.people) {
    if (value.lastDay === null) continue;
    add('person', 'person', [id], id, [id], value.lastDay);
    add('supervision', 'supervision-session', [id], id, idsOf(records.sessions, isAlone(id)), value.lastDay);
    add('absence', 'absence', [id], id, idsOf(records.absences, isOf(id)), value.lastDay);
    add('caseload', 'caseload-count', [id], id, idsOf(records.caseload, isOf(id)), value.lastDay);
  }
  for (const { id, value } of records.sessions) {
    if (value.personIds.length < 2) continue;
    const from = lastOf(value.personIds, leftOn, value.date);
    if (from !== null) add('supervision', 'supervision-session', value.personIds, null, [id], from);
  }
  for (const { id, value } of records.plans) {
    const whose = value.affected.map((each) => each.personId);
    if (value.closedOn !== null) add('incident-plan', 'event-plan', whose, null, [id], value.closedOn);
  }
  for (const { id, value } of records.waves)
    add('wellbeing-round', 'wellbeing-wave', [], null, [id], value.closesOn);
  for (const { id, value } of records.exports)
    add('export', 'export-entry', [], null, [id], value.exportedOn);
  for (const record of records.others) {
    const { kind, id, value } = record;
    const ofKind = recordKinds[kind] as unknown as RecordKind;
    if (ofKind.retention === null) continue;
    const whose = [...new Set(ofKind.people(value, id))];
    const from = ofKind.keptFrom === undefined ? lastOf(whose, leftOn, null) : ofKind.keptFrom(value);
    const only = whose.length === 1 ? whose[0] : undefined;
    if (from !== null) add(ofKind.retention, kind, whose, only ?? null, [id], from);
  }
  for (const { id, savedAt } of records.drafts) add('draft', 'draft', [], null, [id], dayOf(savedAt));
  return items.toSorted((left, right) => (left.due < right.due ? -1 : left.due > right.due ? 1 : 0));
}

/**
 * Those whose day has come. Once a person is due as a whole, their own records are not listed beside them: erasing
 * the person takes them along.
 */
export function dueItems(items: readonly KeptItem[], today: LocalDate): readonly KeptItem[] {
  const due = items.filter((item) => item.due <= today);
  const whole = new Set(due.filter((item) => item.class === 'person').map((item) => item.personId));
  return due.filter((item) => item.class === 'person' || item.personId === null || !whole.has(item.personId));
}

export interface LeftBehind {
  readonly personId: RecordId;
  readonly count: number;
}

/** Records of people who are on no list any more: the person was deleted, what belongs to them was not. */
export function leftBehind(records: RetentionRecords): readonly LeftBehind[] {
  const known = new Set(records.people.map(({ id }) => id));
  const counts = new Map<RecordId, number>();
  const count = (id: RecordId): void => {
    if (!known.has(id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { value } of records.absences) count(value.personId);
  for (const { value } of records.caseload) count(value.personId);
  for (const { value } of records.sessions) for (const id of new Set(value.personIds)) count(id);
  for (const { kind, id, value } of records.others)
    for (const each of new Set((recordKinds[kind] as unknown as RecordKind).people(value, id))) count(each);
  for (const { value } of records.plans) {
    const named = [
      ...value.affected.map((each) => each.personId),
      ...value.steps.flatMap((step) => step.ownerPersonId ?? []),
    ];
    for (const id of new Set(named)) count(id);
  }
  return [...counts].map(([personId, found]) => ({ personId, count: found }));
}

interface OnePerson {
  readonly personId: RecordId;
}

function isOf(id: RecordId): (value: OnePerson) => boolean {
  return (value) => value.personId === id;
}

function isAlone(id: RecordId): (value: { readonly personIds: readonly RecordId[] }) => boolean {
  return ({ personIds }) => personIds.every((each) => each === id);
}

function idsOf<V>(
  records: readonly { readonly id: RecordId; readonly value: V }[],
  fits: (value: V) => boolean,
): RecordId[] {
  return records.filter(({ value }) => fits(value)).map(({ id }) => id);
}

/** The day on which the last of them left; null while one is still here. Those no longer known left before. */
function lastOf(
  ids: readonly RecordId[],
  leftOn: ReadonlyMap<RecordId, LocalDate | null>,
  otherwise: LocalDate | null,
): LocalDate | null {
  let last = otherwise;
  for (const id of ids) {
    const left = leftOn.get(id);
    if (left === undefined) continue;
    if (left === null) return null;
    if (last === null || left > last) last = left;
  }
  return last;
}
