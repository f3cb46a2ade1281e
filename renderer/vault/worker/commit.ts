/** Checks and seals what a form saves: one write that does not pass refuses them all, before anything is stored. */
import { assert } from '@shared/kernel/assert';
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { isKindName, kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import type { RecordError, VaultError } from '@shared/vault/errors';
import type { AuditNote } from '@shared/vault/vault-care';
import type { Saved, Write } from '@shared/vault/vault-api';
import { appendOps } from './append';
import { putRows } from './cache';
import { sealEnvelope } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import { placeOf, type OpenVault } from './load';
import { encodePayload, kindByName } from './payload';
import type { VaultParts } from './vault-parts';

interface SealedWrites {
  readonly ops: readonly FrameOp[];
  /** Null for what was removed. */
  readonly bodies: ReadonlyMap<RecordId, Uint8Array | null>;
  readonly saved: readonly Saved[];
}

const noBytes = new Uint8Array(0);

/** A removal writes a tombstone; `isForGood` one that nothing comes back from. */
export function sealWrites(
  { sodium }: Pick<VaultParts, 'sodium'>,
  current: OpenVault,
  writes: readonly Write[],
  at: number,
  isForGood = false,
): Result<SealedWrites, VaultError | RecordError> {
  assert(Number.isSafeInteger(at) && at >= 0, 'The time of a save is whole milliseconds');
  const { manifest } = current.contents;
  const made = new Map<RecordId, FrameOp>();
  const bodies = new Map<RecordId, Uint8Array | null>();
  const ops: FrameOp[] = [];
  const saved: Saved[] = [];
  for (const write of writes) {
    if (!isKindName(write.kind)) return err({ tag: 'KindUnknown' });
    const kind = kindByName(write.kind);
    const { tableId } = kind;
    const before = made.get(write.id) ?? manifest.get(write.id);
    const currentRevision = before?.revision ?? 0;
    const isOfKind = before === undefined || before.tableId === tableId;
    const isThere = write.type === 'put' || before?.type === 'put';
    if (write.baseRevision !== currentRevision || !isOfKind || !isThere || before?.type === 'purge') {
      return err({ tag: 'RevisionConflict', id: write.id, currentRevision });
    }
    if (before !== undefined && before.schema > kind.schemaVersion) {
      return err({ tag: 'SchemaTooNew', version: before.schema });
    }
    const place = { tableId, recordId: write.id, revision: currentRevision + 1 };
    let op: FrameOp;
    if (write.type === 'remove') {
      op = { ...place, type: isForGood ? 'purge' : 'remove', schema: 0, savedAt: at, envelope: noBytes };
      bodies.set(write.id, null);
    } else {
      const payload = encodePayload(kind, write.value);
      if (!payload.ok) return payload;
      const schema = kind.schemaVersion;
      const owners = ownersOf(current, write.kind, kind.people(payload.value.value, write.id));
      const envelope = sealEnvelope(
        sodium,
        current.keyring.keyFor(owners),
        placeOf(current.header.vaultId, { ...place, schema }),
        payload.value.bytes,
      );
      op = { ...place, type: 'put', schema, savedAt: at, envelope };
      bodies.set(write.id, payload.value.bytes);
    }
    made.set(write.id, op);
    ops.push(op);
    saved.push({ id: write.id, revision: op.revision });
  }
  return ok({ ops, bodies, saved });
}

/** The ids in a draft are of any kind: only those of people count. */
export function ownersOf(
  { contents }: Pick<OpenVault, 'contents'>,
  kind: KindName,
  people: readonly RecordId[],
): readonly RecordId[] {
  if (kind !== 'draft') return people;
  return people.filter((id) => contents.manifest.get(id)?.tableId === recordKinds.person.tableId);
}

/** `notes`: what the log says of it; without them each kind and act is named. */
export async function commitWrites(
  parts: VaultParts,
  current: OpenVault,
  writes: readonly Write[],
  at: number,
  notes?: readonly AuditNote[],
): Promise<Result<readonly FrameOp[], VaultError | RecordError>> {
  const sealed = sealWrites(parts, current, writes, at);
  if (!sealed.ok) return sealed;
  const said = notes ?? notesOf(sealed.value.ops);
  const appended = await appendOps(parts, current, sealed.value.ops, said, at);
  if (!appended.ok) return appended;
  // On the disk: from here on nothing may turn the save into a failure.
  takeBodies(current, sealed.value.bodies);
  return ok(sealed.value.ops);
}

export function takeBodies({ contents }: OpenVault, bodies: SealedWrites['bodies']): void {
  for (const [id, body] of bodies) {
    if (body === null) contents.bodies.delete(id);
    else contents.bodies.set(id, body);
  }
}

/** One entry for each kind and act in a commit. Drafts are typing, not an act. */
function notesOf(ops: readonly FrameOp[]): readonly AuditNote[] {
  const groups = new Map<string, { event: 'edit' | 'remove'; kind: KindName; ids: RecordId[] }>();
  for (const { type, tableId, recordId } of ops) {
    const kind = kindOfTable(tableId);
    if (kind === null || kind === 'draft') continue;
    const event = type === 'put' ? 'edit' : 'remove';
    const key = `${event} ${kind}`;
    const group = groups.get(key) ?? { event, kind, ids: [] };
    group.ids.push(recordId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The copy in IndexedDB of a commit; its failure is nobody's: the next unlock compares and puts it right. */
export async function cacheCommit(
  parts: VaultParts,
  current: OpenVault,
  ops: readonly FrameOp[],
): Promise<void> {
  await putRows(parts, cachePlaceOf(current), ops);
}

export function cachePlaceOf(current: OpenVault): Parameters<typeof putRows>[1] {
  return {
    vaultId: current.header.vaultId,
    cacheKey: current.keyring.cacheKey(),
    checkpoint: current.base?.info.number ?? 0,
    root: current.base?.info.root ?? null,
  };
}
