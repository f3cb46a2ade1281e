/**
 * Ends records for good. A person: their keys go, so that every sealed copy of what was only about them opens no more,
 * in journal, cache and every backup that can be reached. Single records: their owners get new keys.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { isKindName, kindOfTable } from '@shared/records/registry';
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import type { RecordError, VaultError } from '@shared/vault/errors';
import type { ErasedCounts } from '@shared/vault/vault-care';
import type { Write } from '@shared/vault/vault-api';
import { appendOps } from './append';
import { isHeldByAny, shredBackupRings } from './backup-ring';
import { eachFrame } from './compact';
import { envelopeKeyId } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import { ownersOf, sealWrites, takeBodies } from './commit';
import type { OpenVault } from './load';
import { kindByName, peopleOf } from './payload';
import type { VaultParts } from './vault-parts';

/** The caller writes a checkpoint next and drops what came before; should it be stopped, the next unlock goes on. */
export async function erasePerson(
  parts: VaultParts,
  current: OpenVault,
  personId: RecordId,
  redactions: readonly Write[],
  at: number,
): Promise<Result<ErasedCounts, VaultError | RecordError>> {
  const missing = recordsLeft(current, personId, redactions);
  if (missing > 0) {
    const message = `${String(missing)} more records name this person`;
    return err({ tag: 'RecordInvalid', issues: [{ path: '', message }] });
  }
  const puts = redactions.filter((write) => write.type === 'put');
  const removes = redactions.filter((write) => write.type === 'remove');
  const sealed = sealWrites(parts, current, puts, at);
  if (!sealed.ok) return sealed;
  const ended = sealWrites(parts, current, removes, at, true);
  if (!ended.ok) return ended;
  // How many, and nothing of whom.
  const notes = [{ event: 'erase-person', count: removes.length }] as const;
  const appended = await appendOps(parts, current, [...sealed.value.ops, ...ended.value.ops], notes, at);
  if (!appended.ok) return appended;
  takeBodies(current, sealed.value.bodies);
  takeBodies(current, ended.value.bodies);
  current.mustCompact = true;
  const people = new Set([personId]);
  current.keyring.dropPeople(people);
  const saved = await current.keyring.save();
  if (!saved.ok) return saved;
  const backupsNotReached = await shredBackupRings(parts, current, isHeldByAny(people));
  return ok({ erased: removes.length, redacted: puts.length, backupsNotReached });
}

/** Live records that would still be about the person afterwards. */
function recordsLeft(current: OpenVault, personId: RecordId, redactions: readonly Write[]): number {
  const { manifest, bodies } = current.contents;
  const changed = new Map(redactions.map((write) => [write.id, write]));
  let left = 0;
  for (const [id, body] of bodies) {
    const entry = manifest.get(id);
    if (entry === undefined || changed.has(id)) continue;
    const kind = kindOfTable(entry.tableId);
    if (kind === null) continue;
    if (ownersOf(current, kind, peopleOf(entry.tableId, entry.schema, id, body)).includes(personId))
      left += 1;
  }
  for (const write of redactions) {
    if (write.type !== 'put' || !isKindName(write.kind)) continue;
    const parsed = kindByName(write.kind).schema.safeParse(write.value);
    if (parsed.success && kindByName(write.kind).people(parsed.data, write.id).includes(personId)) left += 1;
  }
  return left;
}

/** The owners' other records are sealed under new keys by the checkpoint that the caller writes next. */
export async function purgeRecords(
  parts: VaultParts,
  current: OpenVault,
  ids: readonly RecordId[],
  at: number,
): Promise<Result<{ readonly purged: number }, VaultError | RecordError>> {
  const { manifest, bodies } = current.contents;
  const ops: FrameOp[] = [];
  for (const id of new Set(ids)) {
    const entry = manifest.get(id);
    if (entry === undefined || entry.type === 'purge') continue;
    const { tableId, revision } = entry;
    ops.push({
      type: 'purge',
      tableId,
      recordId: id,
      revision: revision + 1,
      schema: 0,
      savedAt: at,
      envelope: new Uint8Array(0),
    });
  }
  if (ops.length === 0) return ok({ purged: 0 });
  const keyIds = await keyIdsOf(parts, current, new Set(ops.map((op) => op.recordId)));
  if (!keyIds.ok) return keyIds;
  const appended = await appendOps(parts, current, ops, [{ event: 'purge', count: ops.length }], at);
  if (!appended.ok) return appended;
  for (const { recordId } of ops) bodies.delete(recordId);
  current.mustCompact = true;
  current.keyring.renewKeys(keyIds.value);
  const saved = await current.keyring.save();
  return saved.ok ? ok({ purged: ops.length }) : saved;
}

/** Under which keys any version of these records was ever sealed, as far as it is still in the files. */
export async function keyIdsOf(
  parts: VaultParts,
  current: OpenVault,
  ids: ReadonlySet<RecordId>,
): Promise<Result<readonly Uint8Array[], VaultError>> {
  const found = new Map<RecordId, Uint8Array>();
  const { fromSegment, end } = current.journal.position();
  const read = await eachFrame(parts, current, { base: current.base, fromSegment, end }, (ops) => {
    for (const op of ops) {
      const keyId = op.type === 'put' && ids.has(op.recordId) ? envelopeKeyId(op.envelope) : null;
      if (keyId !== null) found.set(recordIdFromBytes(keyId), keyId.slice());
    }
    return ok();
  });
  return read.ok ? ok([...found.values()]) : read;
}
