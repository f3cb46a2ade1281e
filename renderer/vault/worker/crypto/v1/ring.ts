/** The keyring file: the data keys of people and the cache's key, in two equal copies on the disk. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { areBytesEqual, asciiBytes, concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Sodium } from '../sodium';
import { readFields, writeFields } from './fields';
import { newerMagicVersion } from './newer-magic';

export interface RingEntry {
  readonly keyId: Uint8Array;
  /** The first seals; the others open while a re-wrap is under way. */
  readonly keys: readonly Uint8Array[];
  /** Whom the records under this key are about: at least one. */
  readonly owners: readonly RecordId[];
}

export interface Ring {
  /** One more each time that the file is written. */
  readonly revision: number;
  readonly cacheKey: Uint8Array;
  readonly entries: readonly RingEntry[];
}

const ringLayout = 1;
const maxKeys = 4;
const corrupt = err({ tag: 'EnvelopeCorrupt', where: 'keyring' } as const);

export function sealRing(sodium: Sodium, ringKey: Uint8Array, vaultId: Uint8Array, ring: Ring): Uint8Array {
  const plain = encodeRing(ring);
  const padded = padBytes(plain);
  const nonce = sodium.randomBytes(format.nonceBytes);
  const sealed = sodium.seal(padded, ringAssociatedData(vaultId, ring.revision), nonce, ringKey);
  sodium.wipe(plain, padded);
  const body = concatBytes(asciiBytes(format.ringMagic), vaultId, uintBytes(ring.revision, 8), nonce, sealed);
  return concatBytes(body, sodium.hash(format.headerHashBytes, body));
}

/** `EnvelopeCorrupt` where `keyring`, or `EnvelopeTooNew`. The keys are copies: the caller's to wipe. */
export function openRing(
  sodium: Sodium,
  ringKey: Uint8Array,
  vaultId: Uint8Array,
  bytes: Uint8Array,
): Result<Ring, VaultError> {
  const bodyLength = bytes.length - format.headerHashBytes;
  if (bodyLength < format.ringMagic.length) return corrupt;
  const body = bytes.subarray(0, bodyLength);
  // The hash stands last in every version, so that a newer file is told from a damaged one.
  if (!areBytesEqual(sodium.hash(format.headerHashBytes, body), bytes.subarray(bodyLength))) return corrupt;
  const reader = createByteReader(body);
  const magic = reader.take(format.ringMagic.length);
  const version = magic === null ? null : newerMagicVersion(magic, format.ringMagic);
  if (version !== null) return err({ tag: 'EnvelopeTooNew', version });
  const id = reader.take(format.vaultIdBytes);
  const revision = reader.uint(8);
  const nonce = reader.take(format.nonceBytes);
  const sealed = reader.take(Math.max(reader.left(), format.tagBytes));
  if (magic === null || !areBytesEqual(magic, asciiBytes(format.ringMagic)) || id === null) return corrupt;
  if (!areBytesEqual(id, vaultId) || revision === null || nonce === null || sealed === null) return corrupt;
  const padded = sodium.open(sealed, ringAssociatedData(vaultId, revision), nonce, ringKey);
  if (padded === null) return corrupt;
  const plain = unpadBytes(padded);
  const ring = plain === null ? corrupt : decodeRing(plain, revision);
  sodium.wipe(padded);
  return ring;
}

function encodeRing({ cacheKey, entries }: Ring): Uint8Array {
  let length = 1 + format.keyBytes + 4;
  for (const { keys, owners } of entries) {
    // A ring that could not be read back would lose every record: better no write at all.
    if (keys.length < 1 || keys.length > maxKeys || owners.length < 1) throw new Error('Not a ring entry');
    length +=
      format.keyIdBytes + 1 + keys.length * format.keyBytes + 2 + owners.length * format.recordIdBytes;
  }
  return writeFields(length, (to) => {
    to.uint(ringLayout, 1);
    to.bytes(cacheKey);
    to.uint(entries.length, 4);
    for (const { keyId, keys, owners } of entries) {
      to.bytes(keyId);
      to.uint(keys.length, 1);
      for (const key of keys) to.bytes(key);
      to.uint(owners.length, 2);
      for (const owner of owners.toSorted()) to.id(owner);
    }
  });
}

function decodeRing(plain: Uint8Array, revision: number): Result<Ring, VaultError> {
  const reader = readFields(plain);
  const layout = reader.uint(1);
  if (layout !== null && layout > ringLayout) return err({ tag: 'EnvelopeTooNew', version: layout });
  const cacheKey = reader.take(format.keyBytes);
  const count = reader.uint(4);
  if (layout !== ringLayout || cacheKey === null || count === null) return corrupt;
  const entries: RingEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const keyId = reader.take(format.keyIdBytes);
    const keyCount = reader.uint(1);
    if (keyId === null || keyCount === null || keyCount < 1 || keyCount > maxKeys) return corrupt;
    const keys = reader.take(keyCount * format.keyBytes);
    const ownerCount = reader.uint(2);
    if (keys === null || ownerCount === null) return corrupt;
    const owners: RecordId[] = [];
    for (let owner = 0; owner < ownerCount; owner += 1) {
      const id = reader.id();
      if (id === null) return corrupt;
      owners.push(id);
    }
    entries.push({ keyId: keyId.slice(), keys: splitKeys(keys, keyCount), owners });
  }
  return reader.left() === 0 ? ok({ revision, cacheKey: cacheKey.slice(), entries }) : corrupt;
}

function splitKeys(joined: Uint8Array, count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, index) =>
    joined.slice(index * format.keyBytes, (index + 1) * format.keyBytes),
  );
}

function ringAssociatedData(vaultId: Uint8Array, revision: number): Uint8Array {
  return concatBytes(asciiBytes(format.context.ring), vaultId, uintBytes(revision, 8));
}
