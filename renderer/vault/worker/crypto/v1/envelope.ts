/** One version of one record, sealed under a key of its own, which a key of the keyring wraps. */
import { err, ok, type Result } from '@shared/kernel/result';
import {
  decodeEnvelopeHeader,
  encodeEnvelope,
  envelopeAssociatedData,
  type EnvelopePlace,
} from '@shared/vault/envelope-header';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Sodium } from '../sodium';

/** Whose record it is. Nobody's in particular: sixteen zeros and the records key. */
export interface RecordKey {
  readonly keyId: Uint8Array;
  /** The first seals, any opens. */
  readonly keys: readonly Uint8Array[];
}

/** Wipes nothing of the caller's: the plaintext is the caller's to wipe. */
export function sealEnvelope(
  sodium: Sodium,
  recordKey: RecordKey,
  place: EnvelopePlace,
  plaintext: Uint8Array,
): Uint8Array {
  const { keyId } = recordKey;
  const own = sodium.randomBytes(format.keyBytes);
  const nonce = sodium.randomBytes(format.nonceBytes);
  const wrapNonce = sodium.randomBytes(format.nonceBytes);
  const padded = padBytes(plaintext);
  const wrapData = envelopeAssociatedData('recordKey', place, keyId);
  const wrappedKey = sodium.seal(own, wrapData, wrapNonce, sealingKey(recordKey));
  const ciphertext = sodium.seal(padded, envelopeAssociatedData('record', place, keyId), nonce, own);
  sodium.wipe(own, padded);
  return encodeEnvelope({ keyId, nonce, wrapNonce, wrappedKey, ciphertext });
}

/** `keyOf`: what may open an envelope with that key id; none when the key is gone (`RecordKeyMissing`). */
export function openEnvelope(
  sodium: Sodium,
  keyOf: (keyId: Uint8Array) => readonly Uint8Array[],
  place: EnvelopePlace,
  envelope: Uint8Array,
): Result<Uint8Array, VaultError> {
  const where = `record ${place.recordId}`;
  const decoded = decodeEnvelopeHeader(envelope, where);
  if (!decoded.ok) return decoded;
  const { keyId, nonce, wrapNonce, wrappedKey, ciphertext } = decoded.value;
  const keys = keyOf(keyId);
  if (keys.length === 0) return err({ tag: 'RecordKeyMissing', where });
  const corrupt = err({ tag: 'EnvelopeCorrupt', where } as const);
  const wrapData = envelopeAssociatedData('recordKey', place, keyId);
  const own = unwrap(sodium, keys, wrapData, wrapNonce, wrappedKey);
  if (own === null) return corrupt;
  const padded = sodium.open(ciphertext, envelopeAssociatedData('record', place, keyId), nonce, own);
  sodium.wipe(own);
  if (padded === null) return corrupt;
  const plaintext = unpadBytes(padded);
  return plaintext === null ? corrupt : ok(plaintext);
}

/** The key id in its clear part, whether the rest opens or not. Null when it is no envelope of this format. */
export function envelopeKeyId(envelope: Uint8Array): Uint8Array | null {
  const decoded = decodeEnvelopeHeader(envelope, '');
  return decoded.ok ? decoded.value.keyId : null;
}

/**
 * The same sealed record with its key wrapped by `newKey` instead of one of `oldKeys`, under the same key id: what was
 * sealed is not opened. Null when none of the old keys opens it in this place.
 */
export function rewrapEnvelope(
  sodium: Sodium,
  oldKeys: readonly Uint8Array[],
  newKey: Uint8Array,
  place: EnvelopePlace,
  envelope: Uint8Array,
): Uint8Array | null {
  const decoded = decodeEnvelopeHeader(envelope, '');
  if (!decoded.ok) return null;
  const { keyId, nonce, ciphertext } = decoded.value;
  const wrapData = envelopeAssociatedData('recordKey', place, keyId);
  const own = unwrap(sodium, oldKeys, wrapData, decoded.value.wrapNonce, decoded.value.wrappedKey);
  if (own === null) return null;
  const wrapNonce = sodium.randomBytes(format.nonceBytes);
  const wrappedKey = sodium.seal(own, wrapData, wrapNonce, newKey);
  sodium.wipe(own);
  return encodeEnvelope({ keyId, nonce, wrapNonce, wrappedKey, ciphertext });
}

function unwrap(
  sodium: Sodium,
  keys: readonly Uint8Array[],
  wrapData: Uint8Array,
  wrapNonce: Uint8Array,
  wrappedKey: Uint8Array,
): Uint8Array | null {
  for (const key of keys) {
    const own = sodium.open(wrappedKey, wrapData, wrapNonce, key);
    if (own !== null) return own;
  }
  return null;
}

function sealingKey({ keys }: RecordKey): Uint8Array {
  const [key] = keys;
  if (key === undefined) throw new Error('A record key without a key');
  return key;
}
