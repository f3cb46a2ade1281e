/**
 * Two records of one person become one. Pure: it says which records change and how to put everything back, so that the
 * screen can show it first and offer an undo.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { Person } from '@shared/records/person/person';
import { mapTexts } from '@shared/records/text';
import type { AnyRecord } from '@shared/retention/redact';
import type { Saved, StoredRecord, Write } from '@shared/vault/vault-api';

export type DuplicateReason = 'payroll-number' | 'name-and-start' | 'name';

export interface Duplicate {
  readonly ids: readonly [RecordId, RecordId];
  readonly reason: DuplicateReason;
}

/** Pairs that may be one person, the surest first. A guess: somebody has to look. */
export function findDuplicates(people: readonly StoredRecord<'person'>[]): Duplicate[] {
  const found = new Map<string, Duplicate>();
  const pairUp = (reason: DuplicateReason, keyOf: (person: Person) => string): void => {
    const byKey = new Map<string, RecordId[]>();
    for (const { id, value } of people) {
      const key = keyOf(value);
      if (key === '') continue;
      const others = byKey.get(key) ?? [];
      for (const other of others) {
        const pair = other < id ? ([other, id] as const) : ([id, other] as const);
        if (!found.has(pair.join())) found.set(pair.join(), { ids: pair, reason });
      }
      byKey.set(key, [...others, id]);
    }
  };
  pairUp('payroll-number', ({ payrollNumber }) => payrollNumber.trim().replace(/^0+/, '').toLowerCase());
  pairUp('name-and-start', ({ name, startDate }) => `${nameKey(name)} ${startDate}`);
  pairUp('name', ({ name }) => nameKey(name));
  return [...found.values()];
}

/** "Munro, Ailsa" and "Ailsa  Munro" are one. */
function nameKey(name: string): string {
  return (
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.sort()
      .join(' ') ?? ''
  );
}

export interface MergePlan {
  /** All of it, for one commit. */
  readonly writes: readonly Write[];
  /** The records as they were, in the order of `writes`. */
  readonly before: readonly AnyRecord[];
  /**
   * The record that would go owns a Wellbeing Plan, which is sealed to it: under another it never opens again. Nothing
   * is written then.
   */
  readonly goneHasPlan: boolean;
}

export interface MergeRequest {
  readonly keepId: RecordId;
  readonly goneId: RecordId;
  readonly records: readonly AnyRecord[];
}

/** Null when one of the two is not there. */
export function planMerge({ keepId, goneId, records }: MergeRequest): MergePlan | null {
  const kept = records.find((record) => record.kind === 'person' && record.id === keepId);
  const gone = records.find((record) => record.kind === 'person' && record.id === goneId);
  if (kept?.kind !== 'person' || gone?.kind !== 'person' || keepId === goneId) return null;
  if (records.some((record) => record.kind === 'wellbeing-plan' && record.value.ownerId === goneId))
    return { writes: [], before: [], goneHasPlan: true };
  const writes: Write[] = [];
  const before: AnyRecord[] = [];
  for (const record of records) {
    const { kind, id, revision } = record;
    if (id === goneId) {
      writes.push({ type: 'remove', kind, id, baseRevision: revision });
      before.push(record);
      continue;
    }
    const value =
      id === keepId ? mergedPerson(kept.value, gone.value) : pointedAt(record.value, goneId, keepId);
    if (JSON.stringify(value) === JSON.stringify(record.value)) continue;
    writes.push({ type: 'put', kind, id, baseRevision: revision, value });
    before.push(record);
  }
  return { writes, before, goneHasPlan: false };
}

/** Writes that put everything back. `saved`: what the commit of the merge answered. */
export function undoMerge(plan: MergePlan, saved: readonly Saved[]): Write[] {
  const revisions = new Map(saved.map(({ id, revision }) => [id, revision]));
  return plan.before.map(({ kind, id, value, revision }) => ({
    type: 'put',
    kind,
    id,
    baseRevision: revisions.get(id) ?? revision,
    value,
  }));
}

/** Every place that named the one names the other; a list that named both names one. */
function pointedAt(value: unknown, goneId: RecordId, keepId: RecordId): unknown {
  if (!JSON.stringify(value).includes(goneId)) return value;
  return withoutTwins(
    mapTexts(value, (text) => (text === goneId ? keepId : text)),
    keepId,
  );
}

/** In a list with an entry for each person the first stays. Lists that name nobody stay as they are. */
function withoutTwins(value: unknown, keepId: RecordId): unknown {
  if (Array.isArray(value)) {
    let isSeen = false;
    return value
      .filter((item: unknown) => {
        const isTheirs = item === keepId || isEntryOf(item, keepId);
        const isTwin = isTheirs && isSeen;
        isSeen ||= isTheirs;
        return !isTwin;
      })
      .map((item: unknown) => withoutTwins(item, keepId));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutTwins(each, keepId)]));
}

function isEntryOf(item: unknown, personId: RecordId): boolean {
  return typeof item === 'object' && item !== null && 'personId' in item && item.personId === personId;
}

/** What the kept record does not say is taken from the other; what both say stays as kept. */
function mergedPerson(kept: Person, gone: Person): Person {
  // Whichever time here is the later one is the one of now; the other becomes an earlier time, unless they overlap.
  const isGoneLater = kept.lastDay !== null && kept.lastDay < gone.startDate;
  const { startDate, lastDay, leavingReason } = isGoneLater ? gone : kept;
  const earlier = isGoneLater ? kept : gone;
  const spells = [...kept.earlierSpells, ...gone.earlierSpells];
  if (earlier.lastDay !== null && earlier.lastDay < startDate)
    spells.push({
      startDate: earlier.startDate,
      lastDay: earlier.lastDay,
      leavingReason: earlier.leavingReason,
    });
  const ordered = spells.sort((left, right) => (left.startDate < right.startDate ? -1 : 1));
  const leaves = [...kept.leaves, ...gone.leaves].sort((left, right) =>
    left.firstDay < right.firstDay ? -1 : 1,
  );
  return {
    ...kept,
    startDate,
    lastDay,
    leavingReason,
    payrollNumber: kept.payrollNumber || gone.payrollNumber,
    team: kept.team || gone.team,
    site: kept.site || gone.site,
    weeklyHours: kept.weeklyHours ?? gone.weeklyHours,
    supervisionIntervalDays: kept.supervisionIntervalDays ?? gone.supervisionIntervalDays,
    siteTraits: [...new Set([...kept.siteTraits, ...gone.siteTraits])],
    travelMinutes: kept.travelMinutes ?? gone.travelMinutes,
    workPattern: kept.workPattern ?? gone.workPattern,
    partTime: kept.partTime ?? gone.partTime,
    // The schema refuses times that overlap: those that do are left out.
    earlierSpells: withoutOverlaps(ordered, startDate),
    leaves: leaves.filter(({ firstDay }, index) => firstDay !== leaves[index - 1]?.firstDay),
    earlierTeams: mergedTeams(kept, gone),
  };
}

/** Where both say a team for the same time, the kept record is right. */
function mergedTeams(kept: Person, gone: Person): Person['earlierTeams'] {
  const byDay = new Map(
    [...gone.earlierTeams, ...kept.earlierTeams].map((earlier) => [earlier.lastDay, earlier]),
  );
  return [...byDay.values()].sort((left, right) => (left.lastDay < right.lastDay ? -1 : 1));
}

function withoutOverlaps(
  ordered: readonly Person['earlierSpells'][number][],
  before: Person['startDate'],
): Person['earlierSpells'] {
  const kept: Person['earlierSpells'] = [];
  for (const spell of ordered) {
    const last = kept.at(-1)?.lastDay;
    if (spell.lastDay < before && (last === undefined || spell.startDate > last)) kept.push(spell);
  }
  return kept;
}
