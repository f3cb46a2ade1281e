/** The log of what was done, read back and checked link by link. */
import { ok, type Result } from '@shared/kernel/result';
import { isRecordId } from '@shared/kernel/ids';
import { z } from '@shared/kernel/zod';
import { kindOfTable } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { auditEvents, type AuditEntry, type AuditLog } from '@shared/vault/vault-care';
import { eachFrame } from './compact';
import { auditGenesis } from './contents';
import { auditHash, openAudit } from './crypto/v1/audit';
import type { FrameOp } from './crypto/v1/frame';
import type { OpenVault } from './load';
import type { VaultParts } from './vault-parts';

const entrySchema = z.object({
  at: z.int().min(0),
  event: z.enum(auditEvents),
  tableId: z.int().optional(),
  ids: z.array(z.string().refine(isRecordId)).optional(),
  count: z.int().min(0).optional(),
  detail: z.string().optional(),
});

export async function readAuditLog(
  parts: VaultParts,
  current: OpenVault,
): Promise<Result<AuditLog, VaultError>> {
  const { sodium } = parts;
  const { header, keys, contents, journal, base } = current;
  const entries: AuditEntry[] = [];
  let prev: Uint8Array = auditGenesis;
  let count = 0;
  let brokenAt: number | null = null;
  const take = (op: FrameOp): void => {
    if (op.type !== 'audit') return;
    const index = op.revision;
    if (index !== count + 1) brokenAt ??= count + 1;
    const plain = openAudit(sodium, keys.auditKey, header.vaultId, { index, prev }, op.envelope);
    const entry = plain === null ? null : decodeEntry(index, plain);
    if (entry === null) brokenAt ??= index;
    else entries.push(entry);
    prev = auditHash(sodium, header.vaultId, index, prev, op.envelope);
    count = index;
  };
  const { fromSegment, end } = journal.position();
  const read = await eachFrame(parts, current, { base, fromSegment, end }, (ops) => {
    ops.forEach(take);
    return ok();
  });
  if (!read.ok) return read;
  const { audit } = contents;
  if (count < audit.count || !areBytesEqual(prev, audit.head)) brokenAt ??= count + 1;
  const head = Array.from(audit.head, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return ok({
    entries: entries.toReversed(),
    count: audit.count,
    brokenAt: audit.brokenAt ?? brokenAt,
    head,
  });
}

/** Null when it is not an entry that this version knows: it stays in the chain, and is told as not readable. */
function decodeEntry(index: number, plain: Uint8Array): AuditEntry | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch {
    return null;
  }
  const parsed = entrySchema.safeParse(json);
  if (!parsed.success) return null;
  const { at, event, tableId, ids, count, detail } = parsed.data;
  const kind = tableId === undefined ? null : kindOfTable(tableId);
  return {
    index,
    at,
    event,
    ...(kind === null ? {} : { kind }),
    ...(ids === undefined ? {} : { ids }),
    ...(count === undefined ? {} : { count }),
    ...(detail === undefined ? {} : { detail }),
  };
}
