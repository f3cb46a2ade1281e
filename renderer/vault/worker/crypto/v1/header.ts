/**
 * The header file: the vault's id and its key slots, each of which wraps the root key for one way in. The hash at
 * the end has no key: it only tells damage from a wrong passphrase. Forgery is caught by the slot's own seal.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual, asciiBytes, concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { KdfParams } from '@shared/vault/kdf-policy';
import type { Sodium } from '../sodium';

/** How the key that opens a slot is made. On disk: the number. */
export const slotTypes = { passphrase: 1, recovery: 2 } as const;
export type SlotType = keyof typeof slotTypes;
/** 1 = Argon2id of the passphrase, 2 = BLAKE2b-256 of the recovery code's 160 bits. */
const kdfNumbers = { passphrase: 1, recovery: 2 } as const satisfies Record<SlotType, number>;

export interface KeySlot {
  readonly type: SlotType;
  /** One more each time that the slot is written anew. */
  readonly revision: number;
  /** Zeros in a recovery slot. */
  readonly params: KdfParams;
  readonly salt: Uint8Array;
  readonly nonce: Uint8Array;
  readonly wrappedKey: Uint8Array;
}

export interface VaultHeader {
  readonly vaultId: Uint8Array;
  /** One more each time that the file is written. */
  readonly revision: number;
  readonly slots: readonly KeySlot[];
}

const noParams: KdfParams = { opsLimit: 0, memLimitKib: 0 };
const maxSlots = 8;

export function encodeHeader(sodium: Sodium, header: VaultHeader): Uint8Array {
  const body = concatBytes(
    asciiBytes(format.headerMagic),
    uintBytes(format.version, 2),
    header.vaultId,
    uintBytes(header.revision, 4),
    uintBytes(header.slots.length, 1),
    ...header.slots.flatMap((slot) => [slotFields(slot), slot.nonce, slot.wrappedKey]),
  );
  return concatBytes(body, sodium.hash(format.headerHashBytes, body));
}

export function decodeHeader(sodium: Sodium, bytes: Uint8Array): Result<VaultHeader, VaultError> {
  const corrupt = err({ tag: 'HeaderCorrupt' } as const);
  const bodyLength = bytes.length - format.headerHashBytes;
  if (bodyLength < 6) return corrupt;
  const body = bytes.subarray(0, bodyLength);
  // The hash stands last in every version, so that a newer file is told from a damaged one.
  if (!areBytesEqual(sodium.hash(format.headerHashBytes, body), bytes.subarray(bodyLength))) return corrupt;
  const reader = createByteReader(body);
  const magic = reader.take(4);
  const version = reader.uint(2);
  if (magic === null || !areBytesEqual(magic, asciiBytes(format.headerMagic)) || version === null)
    return corrupt;
  if (version > format.version) return err({ tag: 'EnvelopeTooNew', version });
  const vaultId = reader.take(format.vaultIdBytes);
  const revision = reader.uint(4);
  const count = reader.uint(1);
  if (version !== format.version || vaultId === null || revision === null || count === null) return corrupt;
  if (count > maxSlots) return corrupt;
  const slots: KeySlot[] = [];
  for (let index = 0; index < count; index += 1) {
    const type = slotTypeOf(reader.uint(1));
    const slotRevision = reader.uint(4);
    const kdf = reader.uint(1);
    const opsLimit = reader.uint(4);
    const memLimitKib = reader.uint(4);
    const salt = reader.take(format.saltBytes);
    const nonce = reader.take(format.nonceBytes);
    const wrappedKey = reader.take(format.wrappedKeyBytes);
    if (type === null || slotRevision === null || opsLimit === null || memLimitKib === null) return corrupt;
    if (salt === null || nonce === null || wrappedKey === null || kdf !== kdfNumbers[type]) return corrupt;
    if (slots.some((slot) => slot.type === type)) return corrupt;
    slots.push({ type, revision: slotRevision, params: { opsLimit, memLimitKib }, salt, nonce, wrappedKey });
  }
  return reader.left() === 0 ? ok({ vaultId, revision, slots }) : corrupt;
}

/** Takes a key and leaves it to the caller to wipe. */
export function sealSlot(
  sodium: Sodium,
  vaultId: Uint8Array,
  slot: {
    readonly type: SlotType;
    readonly revision: number;
    readonly params?: KdfParams;
    readonly salt?: Uint8Array;
  },
  keyEncryptionKey: Uint8Array,
  rootKey: Uint8Array,
): KeySlot {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const open = {
    type: slot.type,
    revision: slot.revision,
    params: slot.params ?? noParams,
    salt: slot.salt ?? new Uint8Array(format.saltBytes),
  };
  const wrappedKey = sodium.seal(rootKey, slotAssociatedData(vaultId, open), nonce, keyEncryptionKey);
  return { ...open, nonce, wrappedKey };
}

/** The root key, or null when the key does not fit or a field of the slot was changed. */
export function openSlot(
  sodium: Sodium,
  vaultId: Uint8Array,
  slot: KeySlot,
  keyEncryptionKey: Uint8Array,
): Uint8Array | null {
  return sodium.open(slot.wrappedKey, slotAssociatedData(vaultId, slot), slot.nonce, keyEncryptionKey);
}

export function recoveryKeyEncryptionKey(sodium: Sodium, code160: Uint8Array): Uint8Array {
  return sodium.hash(format.keyBytes, code160);
}

type SlotFields = Pick<KeySlot, 'type' | 'revision' | 'params' | 'salt'>;

function slotFields(slot: SlotFields): Uint8Array {
  return concatBytes(
    uintBytes(slotTypes[slot.type], 1),
    uintBytes(slot.revision, 4),
    uintBytes(kdfNumbers[slot.type], 1),
    uintBytes(slot.params.opsLimit, 4),
    uintBytes(slot.params.memLimitKib, 4),
    slot.salt,
  );
}

function slotAssociatedData(vaultId: Uint8Array, slot: SlotFields): Uint8Array {
  return concatBytes(asciiBytes(format.context.slot), vaultId, slotFields(slot));
}

function slotTypeOf(number: number | null): SlotType | null {
  switch (number) {
    case slotTypes.passphrase:
      return 'passphrase';
    case slotTypes.recovery:
      return 'recovery';
    default:
      return null;
  }
}
