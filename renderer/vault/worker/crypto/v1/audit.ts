/** The log's entries: each sealed, and each bound to all before it. */
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Sodium } from '../sodium';

export interface AuditPlace {
  /** 1, 2, 3 … */
  readonly index: number;
  /** Hash of the entry before; 32 zeros before the first. */
  readonly prev: Uint8Array;
}

export function sealAudit(
  sodium: Sodium,
  auditKey: Uint8Array,
  vaultId: Uint8Array,
  place: AuditPlace,
  plaintext: Uint8Array,
): Uint8Array {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const padded = padBytes(plaintext);
  const sealed = sodium.seal(padded, auditPrefix(vaultId, place), nonce, auditKey);
  sodium.wipe(padded);
  return concatBytes(nonce, sealed);
}

/** Null when it does not open in this place. */
export function openAudit(
  sodium: Sodium,
  auditKey: Uint8Array,
  vaultId: Uint8Array,
  place: AuditPlace,
  payload: Uint8Array,
): Uint8Array | null {
  if (payload.length < format.nonceBytes + format.tagBytes) return null;
  const nonce = payload.subarray(0, format.nonceBytes);
  const sealed = payload.subarray(format.nonceBytes);
  const padded = sodium.open(sealed, auditPrefix(vaultId, place), nonce, auditKey);
  return padded === null ? null : unpadBytes(padded);
}

/** The `prev` of the next entry. */
export function auditHash(
  sodium: Sodium,
  vaultId: Uint8Array,
  index: number,
  prev: Uint8Array,
  payload: Uint8Array,
): Uint8Array {
  return sodium.hash(format.chainHashBytes, concatBytes(auditPrefix(vaultId, { index, prev }), payload));
}

/** What the seal is bound to, and what the chain's hash begins with. */
function auditPrefix(vaultId: Uint8Array, { index, prev }: AuditPlace): Uint8Array {
  return concatBytes(asciiBytes(format.context.audit), vaultId, uintBytes(index, 8), prev);
}
