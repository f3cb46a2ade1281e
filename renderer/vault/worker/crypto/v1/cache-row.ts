/**
 * A row of the cache: what the record stood at, sealed under the cache key, and the envelope as the journal has it. A
 * removal is a row without an envelope. So a frame that the journal lost can be told from the cache to the byte.
 */
import { recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { areBytesEqual, asciiBytes, concatBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
import { decodeEntries, encodeEntries, type ManifestEntry } from './manifest';

const magic = asciiBytes('STW1');
const entryBytes = 69;
const sealedBytes = entryBytes + format.tagBytes;
const headBytes = magic.length + format.nonceBytes + sealedBytes;

export function sealCacheRow(
  sodium: Sodium,
  cacheKey: Uint8Array,
  vaultId: Uint8Array,
  entry: ManifestEntry,
  envelope: Uint8Array,
): Uint8Array {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const sealed = sodium.seal(encodeEntries([entry]), rowData(vaultId, entry.recordId), nonce, cacheKey);
  return concatBytes(magic, nonce, sealed, envelope);
}

/** Null when it is not ours; the envelope is what the entry's hash has to be checked against. */
export function openCacheRow(
  sodium: Sodium,
  cacheKey: Uint8Array,
  vaultId: Uint8Array,
  recordId: RecordId,
  row: Uint8Array,
): { readonly entry: ManifestEntry; readonly envelope: Uint8Array } | null {
  if (row.length < headBytes || !areBytesEqual(row.subarray(0, magic.length), magic)) return null;
  const nonce = row.subarray(magic.length, magic.length + format.nonceBytes);
  const sealed = row.subarray(magic.length + format.nonceBytes, headBytes);
  const plain = sodium.open(sealed, rowData(vaultId, recordId), nonce, cacheKey);
  const [entry] = plain === null ? [] : (decodeEntries(plain) ?? []);
  if (entry?.recordId !== recordId) return null;
  return { entry, envelope: row.subarray(headBytes) };
}

function rowData(vaultId: Uint8Array, recordId: RecordId): Uint8Array {
  return concatBytes(asciiBytes('steading1/row'), vaultId, recordIdToBytes(recordId));
}
