/**
 * A Wellbeing Plan as its owner seals it: a random plan key seals the content, and a key made of the owner's own
 * passphrase wraps the plan key. No key of the vault has a part in it, so none opens it.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { areBytesEqual, asciiBytes, concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { KdfParams } from '@shared/vault/kdf-policy';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Sodium } from '../sodium';
import { newerMagicVersion } from './newer-magic';

/** Where it belongs: moved to another record, another person or another vault it does not open. */
export interface PlanPlace {
  readonly vaultId: Uint8Array;
  readonly recordId: RecordId;
  readonly ownerId: RecordId;
}

/** The plan key, wrapped, and how the key that unwraps it is made. */
export interface PlanLock {
  readonly params: KdfParams;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

export interface SealedPlan {
  readonly lock: PlanLock;
  readonly nonce: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** Argon2id, as in the vault's header. */
const kdfNumber = 1;

/** Takes keys and leaves them to the caller to wipe. */
export function lockPlanKey(
  sodium: Sodium,
  place: PlanPlace,
  made: { readonly params: KdfParams; readonly salt: Uint8Array },
  keyEncryptionKey: Uint8Array,
  planKey: Uint8Array,
): PlanLock {
  const { params, salt } = made;
  const nonce = sodium.randomBytes(format.nonceBytes);
  const wrappedKey = sodium.seal(planKey, lockData(place, { params, salt }), nonce, keyEncryptionKey);
  return { params, salt, nonce, wrappedKey };
}

/** Null when the passphrase was another one, or anything of lock or place was changed. */
export function unlockPlanKey(
  sodium: Sodium,
  place: PlanPlace,
  lock: PlanLock,
  keyEncryptionKey: Uint8Array,
): Uint8Array | null {
  return sodium.open(lock.wrappedKey, lockData(place, lock), lock.nonce, keyEncryptionKey);
}

/** Wipes nothing of the caller's: the plaintext is the caller's to wipe. */
export function sealPlan(
  sodium: Sodium,
  place: PlanPlace,
  lock: PlanLock,
  planKey: Uint8Array,
  plaintext: Uint8Array,
): Uint8Array {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const padded = padBytes(plaintext);
  const ciphertext = sodium.seal(padded, placeData(format.context.ownerPlan, place), nonce, planKey);
  sodium.wipe(padded);
  return encodeSealedPlan({ lock, nonce, ciphertext });
}

export function encodeSealedPlan({ lock, nonce, ciphertext }: SealedPlan): Uint8Array {
  return concatBytes(lockFields(lock), lock.nonce, lock.wrappedKey, nonce, ciphertext);
}

/** Null when the content does not fit its seal. */
export function openPlan(
  sodium: Sodium,
  place: PlanPlace,
  sealed: SealedPlan,
  planKey: Uint8Array,
): Uint8Array | null {
  const data = placeData(format.context.ownerPlan, place);
  const padded = sodium.open(sealed.ciphertext, data, sealed.nonce, planKey);
  return padded === null ? null : unpadBytes(padded);
}

export function decodeSealedPlan(bytes: Uint8Array): Result<SealedPlan, VaultError> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where: 'plan' } as const);
  const reader = createByteReader(bytes);
  const magic = reader.take(4);
  if (magic === null) return corrupt;
  if (!areBytesEqual(magic, asciiBytes(format.ownerPlanMagic))) {
    const version = newerMagicVersion(magic, format.ownerPlanMagic);
    return version === null ? corrupt : err({ tag: 'EnvelopeTooNew', version });
  }
  const alg = reader.uint(1);
  const kdf = reader.uint(1);
  const opsLimit = reader.uint(4);
  const memLimitKib = reader.uint(4);
  const salt = reader.take(format.saltBytes);
  const lockNonce = reader.take(format.nonceBytes);
  const wrappedKey = reader.take(format.wrappedKeyBytes);
  const nonce = reader.take(format.nonceBytes);
  const ciphertext = reader.take(reader.left());
  if (alg !== format.algXChaCha || kdf !== kdfNumber || opsLimit === null || memLimitKib === null)
    return corrupt;
  if (salt === null || lockNonce === null || wrappedKey === null || nonce === null) return corrupt;
  if (ciphertext === null || ciphertext.length <= format.tagBytes) return corrupt;
  return ok({
    lock: { params: { opsLimit, memLimitKib }, salt, nonce: lockNonce, wrappedKey },
    nonce,
    ciphertext,
  });
}

function lockFields({ params, salt }: Pick<PlanLock, 'params' | 'salt'>): Uint8Array {
  return concatBytes(
    asciiBytes(format.ownerPlanMagic),
    uintBytes(format.algXChaCha, 1),
    uintBytes(kdfNumber, 1),
    uintBytes(params.opsLimit, 4),
    uintBytes(params.memLimitKib, 4),
    salt,
  );
}

function lockData(place: PlanPlace, lock: Pick<PlanLock, 'params' | 'salt'>): Uint8Array {
  return concatBytes(placeData(format.context.ownerPlanKey, place), lockFields(lock));
}

function placeData(context: string, { vaultId, recordId, ownerId }: PlanPlace): Uint8Array {
  return concatBytes(asciiBytes(context), vaultId, recordIdToBytes(recordId), recordIdToBytes(ownerId));
}
