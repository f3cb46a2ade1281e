/** Records out of an open vault, whole or as outlines. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { isKindName, type KindName } from '@shared/records/registry';
import type { RecordError, VaultError } from '@shared/vault/errors';
import type { SavedOutline, StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { isOfKind, storedRecord } from './contents';
import type { FrameOp } from './crypto/v1/frame';
import type { ManifestEntry } from './crypto/v1/manifest';
import type { OpenVault } from './load';
import { outlineOf } from './outlines';

const locked = err({ tag: 'VaultLocked' } as const);

export function savedOutline({ contents }: OpenVault, op: FrameOp): SavedOutline {
  const body = contents.bodies.get(op.recordId);
  const outline = op.type === 'put' && body !== undefined ? outlineOf(op, body) : null;
  return { id: op.recordId, revision: op.revision, outline };
}

export interface ListRequest<K extends KindName> {
  readonly kind: K;
  readonly ids?: readonly RecordId[];
}

export function listRecords<K extends KindName>(
  unlocked: OpenVault | null,
  request: ListRequest<K>,
): Result<readonly StoredRecord<K>[], VaultError | RecordError> {
  if (unlocked === null) return locked;
  return isKindName(request.kind) ? ok(recordsOf(unlocked, request)) : err({ tag: 'KindUnknown' });
}

export function listOutlines<K extends KindName>(
  unlocked: OpenVault | null,
  request: ListRequest<K>,
): Result<readonly StoredOutline<K>[], VaultError | RecordError> {
  if (unlocked === null) return locked;
  if (!isKindName(request.kind)) return err({ tag: 'KindUnknown' });
  return ok(listBy(unlocked, request, (entry, body) => outlineOf(entry, body) as StoredOutline<K> | null));
}

/** What this version cannot read is left out. */
export function recordsOf<K extends KindName>(
  current: OpenVault,
  request: ListRequest<K>,
): readonly StoredRecord<K>[] {
  return listBy(current, request, (entry, body) => storedRecord(entry, body) as StoredRecord<K> | null);
}

export function recordOf<K extends KindName>(
  current: OpenVault,
  kind: K,
  id: RecordId,
): StoredRecord<K> | null {
  return recordsOf(current, { kind, ids: [id] })[0] ?? null;
}

/** `read`: the kind was looked at before. */
function listBy<K extends KindName, T>(
  { contents }: OpenVault,
  { kind, ids }: ListRequest<K>,
  read: (entry: ManifestEntry, body: Uint8Array) => T | null,
): readonly T[] {
  const { manifest, bodies } = contents;
  const listed: T[] = [];
  for (const id of ids ?? bodies.keys()) {
    const entry = manifest.get(id);
    const body = bodies.get(id);
    if (entry === undefined || body === undefined || !isOfKind(entry, kind)) continue;
    const record = read(entry, body);
    if (record !== null) listed.push(record);
  }
  return listed;
}
