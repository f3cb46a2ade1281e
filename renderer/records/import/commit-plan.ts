/**
 * Writes a plan, and takes it back: in one sealed commit, so all of it or none. Only what would not fit into one
 * frame of the journal goes in several; the answer then says how far it came, and that part can be taken back.
 */
import type { ImportPlan } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { format } from '@shared/vault/format';
import { paddedLength } from '@shared/vault/padding';
import { newRecordId, type RecordError, type Saved, type VaultError, type Write } from '../../vault';
import type { VaultClient } from '../../vault';

/** Sizes are worked out from the values as they are handed over, so a quarter of the frame is kept free. */
const commitBytes = format.maxFrameBytes * 0.75;
/** Around each record in a frame: its operation and its envelope (docs/format.md, 4 and 5), rounded up. */
const overheadBytes = 192;

export interface CommittedImport {
  readonly kind: KindName;
  readonly created: readonly Saved[];
  readonly changed: readonly { readonly saved: Saved; readonly before: unknown }[];
}

type Commit = Pick<VaultClient, 'commit'>;
export type CommitError = VaultError | RecordError;

const encoder = new TextEncoder();

/** What a write takes in a frame, at most. */
export function sealedBytes(write: Write): number {
  if (write.type === 'remove') return overheadBytes;
  return overheadBytes + paddedLength(encoder.encode(JSON.stringify(write.value)).length);
}

function inCommits(writes: readonly Write[], maxBytes: number): readonly (readonly Write[])[] {
  const commits: Write[][] = [];
  let last: Write[] = [];
  let bytes = 0;
  for (const write of writes) {
    const size = sealedBytes(write);
    if (last.length === 0 || bytes + size > maxBytes) {
      last = [];
      bytes = 0;
      commits.push(last);
    }
    last.push(write);
    bytes += size;
  }
  return commits;
}

async function commitAll(
  vault: Commit,
  writes: readonly Write[],
  onProgress: (share: number) => void,
  maxBytes: number,
): Promise<{ readonly saved: readonly Saved[]; readonly error: CommitError | null }> {
  let saved: readonly Saved[] = [];
  for (const commit of inCommits(writes, maxBytes)) {
    const answer = await vault.commit(commit);
    if (!answer.ok) return { saved, error: answer.error };
    saved = [...saved, ...answer.value];
    onProgress(saved.length / writes.length);
  }
  return { saved, error: null };
}

/** `committed` is what was saved, also when a later commit was refused. */
export async function commitPlan<K extends KindName>(
  vault: Commit,
  kind: K,
  plan: ImportPlan<K>,
  onProgress: (share: number) => void = () => undefined,
  maxBytes: number = commitBytes,
): Promise<{ readonly committed: CommittedImport; readonly error: CommitError | null }> {
  const changes = plan.changed.map(({ id, baseRevision, value }): Write => ({
    type: 'put',
    kind,
    id,
    baseRevision,
    value,
  }));
  const creations = plan.created.map(({ value }): Write => ({
    type: 'put',
    kind,
    id: newRecordId(),
    baseRevision: 0,
    value,
  }));
  const { saved, error } = await commitAll(vault, [...changes, ...creations], onProgress, maxBytes);
  return {
    committed: {
      kind,
      changed: saved
        .slice(0, changes.length)
        .map((each, index) => ({ saved: each, before: plan.changed[index]?.before })),
      created: saved.slice(changes.length),
    },
    error,
  };
}

/** New records go, changed ones become what they were. `left` is what the import still has in the vault. */
export async function undoImport(
  vault: Commit,
  { kind, created, changed }: CommittedImport,
  onProgress: (share: number) => void = () => undefined,
  maxBytes: number = commitBytes,
): Promise<{ readonly left: CommittedImport; readonly error: CommitError | null }> {
  const writes: Write[] = [
    ...created.map(({ id, revision }): Write => ({ type: 'remove', kind, id, baseRevision: revision })),
    ...changed.map(({ saved, before }): Write => ({
      type: 'put',
      kind,
      id: saved.id,
      baseRevision: saved.revision,
      value: before,
    })),
  ];
  const { saved, error } = await commitAll(vault, writes, onProgress, maxBytes);
  const left: CommittedImport = {
    kind,
    created: created.slice(saved.length),
    changed: changed.slice(Math.max(0, saved.length - created.length)),
  };
  return { left, error };
}

/** Two parts of one file as one import: a record of both goes back to what it was before the first. */
export function joinImports(earlier: CommittedImport | null, later: CommittedImport): CommittedImport {
  if (earlier === null) return later;
  const newest = new Map(later.changed.map(({ saved }) => [saved.id, saved]));
  const created = earlier.created.map((saved) => newest.get(saved.id) ?? saved);
  const changed = earlier.changed.map((each) => ({
    ...each,
    saved: newest.get(each.saved.id) ?? each.saved,
  }));
  const known = new Set([...created, ...changed.map(({ saved }) => saved)].map(({ id }) => id));
  return {
    kind: earlier.kind,
    created: [...created, ...later.created],
    changed: [...changed, ...later.changed.filter(({ saved }) => !known.has(saved.id))],
  };
}

export function sizeOfImport({ created, changed }: CommittedImport): number {
  return created.length + changed.length;
}
