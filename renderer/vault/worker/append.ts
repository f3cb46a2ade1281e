/** The one way into the journal: record operations, the log's entries and the head that binds the state after them. */
import { ok, type Result } from '@shared/kernel/result';
import { recordKinds } from '@shared/records/registry';
import { canonicalJson } from '@shared/vault/canonical-json';
import type { VaultError } from '@shared/vault/errors';
import type { AuditNote } from '@shared/vault/vault-care';
import { applyFrame, headOf, type AuditChain } from './contents';
import { auditHash, sealAudit } from './crypto/v1/audit';
import { nobodyId, type FrameOp } from './crypto/v1/frame';
import { headOp } from './crypto/v1/head';
import type { OpenVault } from './load';
import type { VaultParts } from './vault-parts';

const maxNoteIds = 20;
const encoder = new TextEncoder();

/**
 * All or none. New keys are on the disk before the frame that needs them; when the frame is refused, everything in
 * memory is as it was.
 */
export async function appendOps(
  { sodium }: Pick<VaultParts, 'sodium'>,
  current: OpenVault,
  records: readonly FrameOp[],
  notes: readonly AuditNote[],
  at: number,
): Promise<Result<void, VaultError>> {
  const { contents, keyring, journal, header } = current;
  const { manifest, audit } = contents;
  const ringSaved = await keyring.save();
  if (!ringSaved.ok) return ringSaved;
  const before = records.map((op) => ({ id: op.recordId, entry: manifest.get(op.recordId) }));
  const auditBefore: AuditChain = { ...audit };
  const ops = [...records];
  applyFrame(sodium, header.vaultId, contents, records, () => undefined);
  for (const note of notes) ops.push(noteOp(sodium, current, note, at));
  ops.push(headOp(journal.nextSeq(), at, headOf(contents, keyring)));
  const appended = await journal.append(ops);
  if (!appended.ok) {
    // Backwards, so that an id that stands twice in one commit gets its first entry back.
    for (const { id, entry } of before.toReversed()) {
      if (entry === undefined) manifest.delete(id);
      else manifest.set(entry);
    }
    Object.assign(audit, auditBefore);
    return appended;
  }
  current.framesSinceBase += 1;
  if (current.saved !== null) for (const op of records) current.saved.set(op.recordId, op);
  const { seq, prevHash: headHash } = journal.position();
  // Until the person goes on with an older copy, the next unlock has to be able to tell it too.
  if (!current.report.isOlderCopy) current.anchor.note({ seq, headHash, root: manifest.root(), at });
  return ok();
}

function noteOp(
  sodium: VaultParts['sodium'],
  { contents, keys, header }: OpenVault,
  note: AuditNote,
  at: number,
): FrameOp {
  const { audit } = contents;
  const index = audit.count + 1;
  const text = canonicalJson({
    at,
    event: note.event,
    tableId: note.kind === undefined ? undefined : recordKinds[note.kind].tableId,
    ids: note.ids?.slice(0, maxNoteIds),
    count: note.count ?? note.ids?.length,
    detail: note.detail,
  });
  const payload = sealAudit(
    sodium,
    keys.auditKey,
    header.vaultId,
    { index, prev: audit.head },
    encoder.encode(text ?? '{}'),
  );
  audit.head = auditHash(sodium, header.vaultId, index, audit.head, payload);
  audit.count = index;
  return {
    type: 'audit',
    tableId: 0,
    recordId: nobodyId,
    revision: index,
    schema: 0,
    savedAt: at,
    envelope: payload,
  };
}
