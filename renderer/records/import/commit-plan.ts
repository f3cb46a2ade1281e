/**
 * Writes a plan in one sealed commit, so all of it or none. Only a list of thousands goes in several, as one commit of
 * them all would keep the window still for a second. Each carries a record of what it wrote, by which the whole import
 * can be taken back: also the part that was saved before a stop on the way.
 */
import type { ImportPlan } from '@shared/import/target';
import type { RecordId } from '@shared/kernel/ids';
import { entryBytes, writtenText, type WrittenRecord } from '@shared/records/import-run/written';
import type { ImportRun } from '@shared/records/import-run/import-run';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName } from '@shared/records/registry';
import { format } from '@shared/vault/format';
import { paddedLength } from '@shared/vault/padding';
import { newRecordId, type RecordError, type VaultError, type Write } from '../../vault';
import type { VaultClient } from '../../vault';
import { nextTask } from './next-task';

/** Sizes are worked out from the values as they are handed over, so a quarter of the frame is kept free. */
export const commitBytes = format.maxFrameBytes * 0.75;
/** What the page hands over and is handed back in one go. */
export const commitRecords = 2500;
/** Around each record in a frame: its operation and its envelope (docs/format.md, 4 and 5), rounded up. */
const overheadBytes = 192;

export type CommitError = VaultError | RecordError;

/** What is in the vault of one import; `parts` is the number of commits so far. */
export interface CommittedImport {
  readonly runId: RecordId;
  readonly parts: number;
  readonly created: number;
  readonly changed: number;
}

/** What the list of imports says of it. */
export type RunHead = Pick<ImportRun, 'target' | 'at' | 'fileName' | 'leftOut'>;

export interface PlannedCommit<K extends KindName> {
  readonly kind: K;
  readonly plan: ImportPlan<K>;
  readonly head: RunHead;
  /** The part of this file that is saved already, because a commit was refused on the way. */
  readonly earlier: CommittedImport | null;
  /** Goes into the last commit: what is remembered of this import. */
  readonly also: readonly Write[];
}

const encoder = new TextEncoder();

/** What a write takes in a frame, at most. */
export function sealedBytes(write: Write): number {
  if (write.type === 'remove') return overheadBytes;
  return overheadBytes + paddedLength(encoder.encode(JSON.stringify(write.value)).length);
}

/** Sizing 40,000 records at once would keep the window still for a tenth of a second. */
const breathAfter = 500;

/** In order, as many in each as fit. */
export async function inCommits<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  maxBytes: number,
  maxItems: number,
): Promise<readonly (readonly T[])[]> {
  const commits: T[][] = [];
  let last: T[] = [];
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    if (index % breathAfter === breathAfter - 1) await nextTask();
    const size = sizeOf(item);
    if (last.length === 0 || last.length >= maxItems || bytes + size > maxBytes) {
      last = [];
      bytes = 0;
      commits.push(last);
    }
    last.push(item);
    bytes += size;
  }
  return commits;
}

interface Item {
  readonly write: Write;
  readonly record: WrittenRecord;
}

function itemsOf<K extends KindName>(kind: K, plan: ImportPlan<K>): readonly Item[] {
  // The kinds differ in their value type; the plan's values are of this kind.
  const ofKind = recordKinds[kind] as unknown as RecordKind;
  const item = (id: RecordId, baseRevision: number, value: unknown): Item => ({
    write: { type: 'put', kind, id, baseRevision, value },
    record: { id, base: baseRevision, revision: baseRevision + 1, people: ofKind.people(value, id) },
  });
  return [
    ...plan.changed.map(({ id, baseRevision, value }) => item(id, baseRevision, value)),
    ...plan.created.map(({ value }) => item(newRecordId(), 0, value)),
  ];
}

function runPart(
  kind: KindName,
  head: RunHead,
  committed: CommittedImport,
  records: readonly WrittenRecord[],
): Write {
  const created = records.filter(({ base }) => base === 0).length;
  const value: ImportRun = {
    ...head,
    runId: committed.runId,
    part: committed.parts + 1,
    of: kind,
    created,
    changed: records.length - created,
    written: writtenText(records),
    takenBack: null,
  };
  return { type: 'put', kind: 'import-run', id: newRecordId(), baseRevision: 0, value };
}

/** `committed` is what was saved, of this plan and of `earlier`, also when a later commit was refused. */
export async function commitPlan<K extends KindName>(
  vault: Pick<VaultClient, 'commit'>,
  { kind, plan, head, earlier, also }: PlannedCommit<K>,
  onProgress: (share: number) => void = () => undefined,
  maxBytes: number = commitBytes,
): Promise<{ readonly committed: CommittedImport; readonly error: CommitError | null }> {
  const items = itemsOf(kind, plan);
  const commits = await inCommits(
    items,
    ({ write, record }) => sealedBytes(write) + entryBytes * Math.max(1, record.people.length),
    maxBytes,
    commitRecords,
  );
  let committed = earlier ?? { runId: newRecordId(), parts: 0, created: 0, changed: 0 };
  let done = 0;
  for (const [index, commit] of commits.entries()) {
    const records = commit.map(({ record }) => record);
    const isLast = index === commits.length - 1;
    const answer = await vault.commit([
      ...commit.map(({ write }) => write),
      runPart(kind, head, committed, records),
      ...(isLast ? also : []),
    ]);
    if (!answer.ok) return { committed, error: answer.error };
    const created = records.filter(({ base }) => base === 0).length;
    committed = {
      runId: committed.runId,
      parts: committed.parts + 1,
      created: committed.created + created,
      changed: committed.changed + records.length - created,
    };
    done += commit.length;
    onProgress(done / items.length);
  }
  return { committed, error: null };
}

export function sizeOfImport({ created, changed }: CommittedImport): number {
  return created + changed;
}
