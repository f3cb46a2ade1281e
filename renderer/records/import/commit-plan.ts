/** Writes a plan, and takes it back. Each chunk is one sealed commit: all of it or none. */
import type { ImportPlan } from '@shared/import/target';
import { ok, type Result } from '@shared/kernel/result';
import type { KindName } from '@shared/records/registry';
import { newRecordId, type RecordError, type Saved, type VaultError, type Write } from '../../vault';
import type { VaultClient } from '../../vault';

const chunkSize = 2000;

export interface CommittedImport {
  readonly kind: KindName;
  readonly created: readonly Saved[];
  readonly changed: readonly { readonly saved: Saved; readonly before: unknown }[];
}

type Commit = Pick<VaultClient, 'commit'>;
export type CommitError = VaultError | RecordError;

async function commitAll(
  vault: Commit,
  writes: readonly Write[],
  onProgress: (share: number) => void,
): Promise<{ readonly saved: readonly Saved[]; readonly error: CommitError | null }> {
  const saved: Saved[] = [];
  for (let start = 0; start < writes.length; start += chunkSize) {
    const answer = await vault.commit(writes.slice(start, start + chunkSize));
    if (!answer.ok) return { saved, error: answer.error };
    saved.push(...answer.value);
    onProgress(saved.length / writes.length);
  }
  return { saved, error: null };
}

/** `committed` says what was saved even when a later chunk was not: that part can be taken back or gone on from. */
export async function commitPlan<K extends KindName>(
  vault: Commit,
  kind: K,
  plan: ImportPlan<K>,
  onProgress: (share: number) => void,
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
  const { saved, error } = await commitAll(vault, [...changes, ...creations], onProgress);
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

/** New records go, changed ones become what they were. */
export async function undoImport(
  vault: Commit,
  { kind, created, changed }: CommittedImport,
): Promise<Result<void, CommitError>> {
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
  const { error } = await commitAll(vault, writes, () => undefined);
  return error === null ? ok() : { ok: false, error };
}
