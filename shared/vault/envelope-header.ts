/** The clear part of a sealed record, and what the seal binds it to. No cryptography here, only bytes. */
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { asciiBytes, areBytesEqual, concatBytes, createByteReader, uintBytes } from './bytes';
import type { VaultError } from './errors';
import { format } from './format';

export interface EnvelopeHeader {
  /** Whose data key wraps the record key; all zero: nobody's in particular. */
  readonly keyId: Uint8Array;
  readonly nonce: Uint8Array;
  readonly wrapNonce: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

/** Where a record stands. None of it is written in the envelope: it comes from the journal, and has to fit. */
export interface EnvelopePlace {
  readonly vaultId: Uint8Array;
  readonly tableId: number;
  readonly recordId: RecordId;
  readonly revision: number;
  readonly schema: number;
}

export const nobodyKeyId = new Uint8Array(format.keyIdBytes);

const magicBytes = asciiBytes(format.envelopeMagic);
/** Magic, algorithm and flags: the same in every envelope of this format. */
const clearStart = concatBytes(magicBytes, uintBytes(format.algXChaCha, 1), uintBytes(0, 1));

/** 118 */
export const envelopeHeaderBytes =
  4 + 1 + 1 + format.keyIdBytes + format.nonceBytes + format.nonceBytes + format.wrappedKeyBytes;

/** One buffer for it all: a record of any size is copied once. */
export function encodeEnvelope(envelope: EnvelopeHeader & { readonly ciphertext: Uint8Array }): Uint8Array {
  return concatBytes(
    clearStart,
    envelope.keyId,
    envelope.nonce,
    envelope.wrapNonce,
    envelope.wrappedKey,
    envelope.ciphertext,
  );
}

/** `where` names the record in an error, by id. */
export function decodeEnvelopeHeader(
  envelope: Uint8Array,
  where: string,
): Result<EnvelopeHeader & { readonly ciphertext: Uint8Array }, VaultError> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where } as const);
  const reader = createByteReader(envelope);
  const magic = reader.take(4);
  if (magic === null) return corrupt;
  if (!areBytesEqual(magic, magicBytes)) {
    return isNewerMagic(magic) ? err({ tag: 'EnvelopeTooNew', version: (magic[3] ?? 0) - 48 }) : corrupt;
  }
  const alg = reader.uint(1);
  if (alg !== null && alg > format.algXChaCha) return err({ tag: 'EnvelopeTooNew', version: alg });
  const flags = reader.uint(1);
  if (flags !== null && flags !== 0) return err({ tag: 'EnvelopeTooNew', version: format.version + 1 });
  const keyId = reader.take(format.keyIdBytes);
  const nonce = reader.take(format.nonceBytes);
  const wrapNonce = reader.take(format.nonceBytes);
  const wrappedKey = reader.take(format.wrappedKeyBytes);
  const ciphertext = reader.take(Math.max(reader.left(), format.tagBytes));
  if (alg !== format.algXChaCha || keyId === null || nonce === null || wrapNonce === null) return corrupt;
  if (wrappedKey === null || ciphertext === null) return corrupt;
  return ok({ keyId, nonce, wrapNonce, wrappedKey, ciphertext });
}

/** "STE2" to "STE9": ours, written by a later version. */
function isNewerMagic(magic: Uint8Array): boolean {
  const digit = magic[3] ?? 0;
  return areBytesEqual(magic.subarray(0, 3), asciiBytes('STE')) && digit >= 50 && digit <= 57;
}

const contextBytes = {
  record: asciiBytes(format.context.record),
  recordKey: asciiBytes(format.context.recordKey),
} as const;
const algBytes = uintBytes(format.algXChaCha, 1);

/** The associated data of the record (`record`) or of its wrapped key (`recordKey`). */
export function envelopeAssociatedData(
  purpose: 'record' | 'recordKey',
  place: EnvelopePlace,
  keyId: Uint8Array,
): Uint8Array {
  return concatBytes(
    contextBytes[purpose],
    place.vaultId,
    uintBytes(place.tableId, 2),
    recordIdToBytes(place.recordId),
    uintBytes(place.revision, 8),
    uintBytes(place.schema, 2),
    keyId,
    algBytes,
  );
}
