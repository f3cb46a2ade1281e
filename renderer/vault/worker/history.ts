/** Earlier versions and removed records, read from the files when they are asked for. */
import { ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable, type KindName } from '@shared/records/registry';
import type { VaultError } from '@shared/vault/errors';
import type { EarlierVersion, RemovedRecord } from '@shared/vault/vault-care';
import { eachFrame, hasEarlierVersions } from './compact';
import { openEnvelope } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import { placeOf, type OpenVault } from './load';
import { decodePayload } from './payload';
import type { VaultParts } from './vault-parts';

/** Newest first. What was erased, or sealed by a newer version, is left out. */
export async function readHistory<K extends KindName>(
  parts: VaultParts,
  current: OpenVault,
  kind: K,
  id: RecordId,
): Promise<Result<readonly EarlierVersion<K>[], VaultError>> {
  const read = await opsOf(parts, current, kind, new Set([id]));
  if (!read.ok) return read;
  return ok(earlierOf(parts, current, kind, read.value.get(id) ?? []).toReversed());
}

export async function readEarlierVersions<K extends KindName>(
  parts: VaultParts,
  current: OpenVault,
  kind: K,
  wanted: readonly { readonly id: RecordId; readonly revision: number }[],
): Promise<Result<readonly EarlierVersion<K>[], VaultError>> {
  const read = await opsOf(parts, current, kind, new Set(wanted.map(({ id }) => id)));
  if (!read.ok) return read;
  return ok(
    wanted.flatMap(({ id, revision }) =>
      earlierOf(parts, current, kind, read.value.get(id) ?? [], (op) => op.revision === revision),
    ),
  );
}

/** Every version of these records that is in the files, the oldest first. */
async function opsOf(
  parts: VaultParts,
  current: OpenVault,
  kind: KindName,
  ids: ReadonlySet<RecordId>,
): Promise<Result<ReadonlyMap<RecordId, FrameOp[]>, VaultError>> {
  const found = new Map<RecordId, FrameOp[]>();
  const read = await eachRecordOp(parts, current, (op) => {
    if (!ids.has(op.recordId) || kindOfTable(op.tableId) !== kind) return;
    const ops = found.get(op.recordId);
    if (ops === undefined) found.set(op.recordId, [op]);
    else ops.push(op);
  });
  if (!read.ok) return read;
  for (const ops of found.values()) ops.sort((a, b) => a.revision - b.revision);
  return ok(found);
}

/** Of one record's versions those that another one replaced. */
function earlierOf<K extends KindName>(
  parts: VaultParts,
  current: OpenVault,
  kind: K,
  ops: readonly FrameOp[],
  isWanted: (op: FrameOp) => boolean = () => true,
): readonly EarlierVersion<K>[] {
  return ops.flatMap((op, index): EarlierVersion<K>[] => {
    const next = ops[index + 1];
    if (op.type !== 'put' || next === undefined || next.revision === op.revision) return [];
    if (!hasEarlierVersions(next) || !isWanted(op)) return [];
    const value = openValue(parts, current, op);
    if (value?.kind !== kind) return [];
    const { recordId: id, revision, savedAt } = op;
    // The payload has passed this kind's schema.
    return [{ kind, id, revision, savedAt, value: value.value as never, replacedAt: next.savedAt }];
  });
}

export async function readRemoved(
  parts: VaultParts,
  current: OpenVault,
): Promise<Result<readonly RemovedRecord[], VaultError>> {
  const { manifest } = current.contents;
  const lastPut = new Map<RecordId, FrameOp>();
  const read = await eachRecordOp(parts, current, (op) => {
    const entry = manifest.get(op.recordId);
    const kind = kindOfTable(op.tableId);
    // A survey that is gone had a round that is gone for good: nothing would use its key.
    if (entry?.type !== 'remove' || op.type !== 'put' || kind === 'draft' || kind === 'wave-survey') return;
    if (op.revision === entry.revision - 1) lastPut.set(op.recordId, op);
  });
  if (!read.ok) return read;
  const removed: RemovedRecord[] = [];
  for (const [id, op] of lastPut) {
    const entry = manifest.get(id);
    const value = openValue(parts, current, op);
    if (entry === undefined || value === null) continue;
    const { revision, savedAt } = op;
    removed.push({
      kind: value.kind,
      id,
      revision,
      savedAt,
      value: value.value as never,
      replacedAt: entry.savedAt,
      removedRevision: entry.revision,
    });
  }
  return ok(removed.sort((a, b) => b.replacedAt - a.replacedAt));
}

async function eachRecordOp(
  parts: VaultParts,
  current: OpenVault,
  onOp: (op: FrameOp) => void,
): Promise<Result<void, VaultError>> {
  const { fromSegment, end } = current.journal.position();
  return eachFrame(parts, current, { base: current.base, fromSegment, end }, (ops) => {
    ops.forEach(onOp);
    return ok();
  });
}

function openValue(
  { sodium }: VaultParts,
  { header, keyring }: OpenVault,
  op: FrameOp,
): { readonly kind: KindName; readonly value: unknown } | null {
  const opened = openEnvelope(sodium, keyring.keysOf, placeOf(header.vaultId, op), op.envelope);
  if (!opened.ok) return null;
  return decodePayload(op.tableId, op.schema, opened.value, false);
}
