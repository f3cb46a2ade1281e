/**
 * Takes a whole import back: new records go to Deleted items, changed ones become what they were. What somebody changed
 * since stays as they left it. The record of the import says in the same commit how far it came, so that a stop on the
 * way (a full disk, a crash) leaves nothing that is counted twice.
 */
import { joinWritten, planTakeBack } from '@shared/import/runs';
import type { RecordId } from '@shared/kernel/ids';
import { err, ok, type Result } from '@shared/kernel/result';
import type { TakenBack } from '@shared/records/import-run/import-run';
import { readWritten, writtenText, type WrittenRecord } from '@shared/records/import-run/written';
import type { RecordKind } from '@shared/records/record-kind';
import { isKindName, kindNames, recordKinds, type KindName } from '@shared/records/registry';
import type { StoredRecord, VaultClient, VaultError, Write } from '../../vault';
import { commitBytes, inCommits, sealedBytes, type CommitError } from './commit-plan';

export type TakeBackVault = Pick<VaultClient, 'commit' | 'records' | 'whole'> & {
  readonly care: Pick<VaultClient['care'], 'earlierVersions'>;
};

export interface TakeBackOutcome {
  readonly takenBack: TakenBack;
  /** Why it stopped on the way; `takenBack` is how far it came. */
  readonly error: CommitError | null;
}

export interface TakeBackOptions {
  readonly now: number;
  readonly onProgress?: (share: number) => void;
  readonly maxBytes?: number;
}

interface Item {
  readonly write: Write;
  readonly record: WrittenRecord;
}

/** Ids that other kinds of records are about. */
function peopleNamed(vault: TakeBackVault): ReadonlySet<RecordId> {
  const named = new Set<RecordId>();
  for (const kind of kindNames) {
    if (kind === 'person' || kind === 'draft') continue;
    const ofKind = recordKinds[kind] as unknown as RecordKind;
    for (const { id, value } of vault.records(kind))
      for (const each of ofKind.people(value, id)) named.add(each);
  }
  return named;
}

async function returnsOf(
  vault: TakeBackVault,
  kind: KindName,
  records: readonly WrittenRecord[],
): Promise<Result<readonly Item[], VaultError>> {
  if (records.length === 0) return ok([]);
  const wanted = records.map(({ id, base }) => ({ id, revision: base }));
  const versions = await vault.care.earlierVersions(kind, wanted);
  if (!versions.ok) return versions;
  const values = new Map(versions.value.map(({ id, value }) => [id, value]));
  return ok(
    records.flatMap((record): Item[] => {
      const value = values.get(record.id);
      if (value === undefined) return [];
      const { id, revision } = record;
      return [{ record, write: { type: 'put', kind, id, baseRevision: revision, value } }];
    }),
  );
}

/** Nothing of it is known any more: it was let go, or a newer version wrote it. */
const notThere = err({ tag: 'KindUnknown' } as const);

export async function takeBackImport(
  vault: TakeBackVault,
  runId: RecordId,
  { now, onProgress = () => undefined, maxBytes = commitBytes }: TakeBackOptions,
): Promise<Result<TakeBackOutcome, CommitError>> {
  const ids = vault.records('import-run').flatMap(({ id, value }) => (value.runId === runId ? [id] : []));
  const found = await vault.whole('import-run', ids);
  if (!found.ok) return found;
  const parts = found.value.toSorted((left, right) => left.value.part - right.value.part);
  const [first] = parts;
  if (first === undefined || !isKindName(first.value.of)) return notThere;
  const kind = first.value.of;
  const written = parts.map(({ value }) => readWritten(value.written));
  const plan = planTakeBack(
    joinWritten(written),
    new Map(vault.records(kind).map(({ id, revision }) => [id, revision])),
    kind === 'person' ? peopleNamed(vault) : new Set(),
  );
  const returns = await returnsOf(vault, kind, plan.toReturn);
  if (!returns.ok) return returns;
  const removals = plan.toRemove.map((record): Item => ({
    record,
    write: { type: 'remove', kind, id: record.id, baseRevision: record.revision },
  }));
  const items = [...removals, ...returns.value];
  const before = first.value.takenBack;
  // On the first try: what an erasure took out of the list is gone as well.
  const listed = written.reduce((sum, part) => sum + part.length, 0);
  const brought = parts.reduce((sum, { value }) => sum + value.created + value.changed, 0);
  const erased = before === null ? brought - listed : 0;

  let takenBack: TakenBack = {
    at: now,
    removed: before?.removed ?? 0,
    returned: before?.returned ?? 0,
    changedSince: (before?.changedSince ?? 0) + plan.changedSince,
    neededByOthers: plan.neededByOthers.length,
    tooOld: (before?.tooOld ?? 0) + plan.toReturn.length - returns.value.length,
    gone: (before?.gone ?? 0) + plan.gone + erased,
    left: items.length + plan.neededByOthers.length,
  };
  const commits =
    items.length === 0
      ? [[]]
      : await inCommits(items, ({ write }) => sealedBytes(write), maxBytes, items.length);
  let standing: readonly StoredRecord<'import-run'>[] = parts;
  let done = 0;
  for (const commit of commits) {
    const rest = items.slice(done + commit.length).map(({ record }) => record);
    const removed = commit.filter(({ write }) => write.type === 'remove').length;
    const next: TakenBack = {
      ...takenBack,
      removed: takenBack.removed + removed,
      returned: takenBack.returned + commit.length - removed,
      left: rest.length + plan.neededByOthers.length,
    };
    const after = withRest(standing, [...plan.neededByOthers, ...rest], next);
    const runWrites = after.map(({ id, value, revision }): Write => ({
      type: 'put',
      kind: 'import-run',
      id,
      baseRevision: revision,
      value,
    }));
    const answer = await vault.commit([...commit.map(({ write }) => write), ...runWrites]);
    if (!answer.ok) return done === 0 ? answer : ok({ takenBack, error: answer.error });
    takenBack = next;
    standing = after.map((record) => ({ ...record, revision: record.revision + 1 }));
    done += commit.length;
    onProgress(items.length === 0 ? 1 : done / items.length);
  }
  return ok({ takenBack, error: null });
}

/** The first part holds what may still go back, and what has become of the whole; the others hold nothing any more. */
function withRest(
  parts: readonly StoredRecord<'import-run'>[],
  rest: readonly WrittenRecord[],
  takenBack: TakenBack,
): readonly StoredRecord<'import-run'>[] {
  return parts.map((part, index) => ({
    ...part,
    value: { ...part.value, written: index === 0 ? writtenText(rest) : '', takenBack },
  }));
}
