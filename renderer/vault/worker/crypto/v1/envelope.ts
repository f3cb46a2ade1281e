/** One version of one record, sealed under a key of its own, which the keyring's key wraps. */
import { err, ok, type Result } from '@shared/kernel/result';
import { concatBytes } from '@shared/vault/bytes';
import {
  decodeEnvelopeHeader,
  encodeEnvelopeHeader,
  envelopeAssociatedData,
  nobodyKeyId,
  type EnvelopePlace,
} from '@shared/vault/envelope-header';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Sodium } from '../sodium';

/** Wipes nothing of the caller's: the plaintext is the caller's to wipe. */
export function sealEnvelope(
  sodium: Sodium,
  recordsKey: Uint8Array,
  place: EnvelopePlace,
  plaintext: Uint8Array,
): Uint8Array {
  const keyId = nobodyKeyId;
  const recordKey = sodium.randomBytes(format.keyBytes);
  const nonce = sodium.randomBytes(format.nonceBytes);
  const wrapNonce = sodium.randomBytes(format.nonceBytes);
  const padded = padBytes(plaintext);
  const wrappedKey = sodium.seal(
    recordKey,
    envelopeAssociatedData('recordKey', place, keyId),
    wrapNonce,
    recordsKey,
  );
  const ciphertext = sodium.seal(padded, envelopeAssociatedData('record', place, keyId), nonce, recordKey);
  sodium.wipe(recordKey, padded);
  return concatBytes(encodeEnvelopeHeader({ keyId, nonce, wrapNonce, wrappedKey }), ciphertext);
}

export function openEnvelope(
  sodium: Sodium,
  recordsKey: Uint8Array,
  place: EnvelopePlace,
  envelope: Uint8Array,
): Result<Uint8Array, VaultError> {
  const where = `record ${place.recordId}`;
  const decoded = decodeEnvelopeHeader(envelope, where);
  if (!decoded.ok) return decoded;
  const { keyId, nonce, wrapNonce, wrappedKey, ciphertext } = decoded.value;
  const corrupt = err({ tag: 'EnvelopeCorrupt', where } as const);
  const wrapData = envelopeAssociatedData('recordKey', place, keyId);
  const recordKey = sodium.open(wrappedKey, wrapData, wrapNonce, recordsKey);
  if (recordKey === null) return corrupt;
  const padded = sodium.open(ciphertext, envelopeAssociatedData('record', place, keyId), nonce, recordKey);
  sodium.wipe(recordKey);
  if (padded === null) return corrupt;
  const plaintext = unpadBytes(padded);
  return plaintext === null ? corrupt : ok(plaintext);
}
