/** Ways in: the passphrase and the recovery code each open a slot that wraps the root key. Secrets are wiped. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import { isWithinKdfPolicy, weakerKdfParams, type KdfParams } from '@shared/vault/kdf-policy';
import { formatRecoveryCode, parseRecoveryCode } from '@shared/vault/recovery-code';
import type { BackupSecret } from '@shared/vault/vault-care';
import {
  openSlot,
  recoveryKeyEncryptionKey,
  sealSlot,
  type KeySlot,
  type VaultHeader,
} from './crypto/v1/header';
import type { VaultParts } from './vault-parts';

type SlotParts = Pick<VaultParts, 'sodium' | 'kdf'>;

const codeBytes = 20;
/** 10,000 characters, each of which NFKC may spread over 18 of up to 4 bytes. */
const maxPassphraseBytes = 720_000;

export function isPassphrase(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.length <= maxPassphraseBytes;
}

export interface DerivedAnew {
  readonly key: Uint8Array;
  readonly params: KdfParams;
  readonly salt: Uint8Array;
}

/** Wipes the passphrase. Where the machine refuses the memory, asks for less, never below the floor. */
export async function deriveAnew(
  { sodium, kdf }: SlotParts,
  passphrase: Uint8Array,
): Promise<Result<DerivedAnew, VaultError>> {
  try {
    const calibrated = await kdf.calibrate();
    if (!calibrated.ok) return calibrated;
    let params: KdfParams | null = calibrated.value;
    while (params !== null) {
      const salt = sodium.randomBytes(format.saltBytes);
      const derived = await kdf.derive({ passphrase: passphrase.slice(), salt, params });
      if (derived.ok) return ok({ key: derived.value, params, salt });
      if (derived.error.tag !== 'KdfOutOfMemory') return derived;
      params = weakerKdfParams(params);
    }
    return err({ tag: 'KdfOutOfMemory' });
  } finally {
    sodium.wipe(passphrase);
  }
}

export async function makePassphraseSlot(
  parts: SlotParts,
  vaultId: Uint8Array,
  revision: number,
  passphrase: Uint8Array,
  rootKey: Uint8Array,
): Promise<Result<KeySlot, VaultError>> {
  const derived = await deriveAnew(parts, passphrase);
  if (!derived.ok) return derived;
  const { key, params, salt } = derived.value;
  const slot = sealSlot(parts.sodium, vaultId, { type: 'passphrase', revision, params, salt }, key, rootKey);
  parts.sodium.wipe(key);
  return ok(slot);
}

export function makeRecoverySlot(
  { sodium }: SlotParts,
  vaultId: Uint8Array,
  revision: number,
  rootKey: Uint8Array,
): { readonly slot: KeySlot; readonly recoveryCode: string } {
  const code160 = sodium.randomBytes(codeBytes);
  const keyEncryptionKey = recoveryKeyEncryptionKey(sodium, code160);
  const slot = sealSlot(sodium, vaultId, { type: 'recovery', revision }, keyEncryptionKey, rootKey);
  const recoveryCode = formatRecoveryCode(code160);
  sodium.wipe(code160, keyEncryptionKey);
  return { slot, recoveryCode };
}

export async function rootKeyBySecret(
  parts: SlotParts,
  header: VaultHeader,
  secret: BackupSecret,
): Promise<Result<Uint8Array, VaultError>> {
  switch (secret.by) {
    case 'passphrase':
      return rootKeyByPassphrase(parts, header, secret.bytes);
    case 'code':
      return rootKeyByCode(parts, header, secret.bytes);
  }
}

async function rootKeyByPassphrase(
  { sodium, kdf }: SlotParts,
  header: VaultHeader,
  passphrase: Uint8Array,
): Promise<Result<Uint8Array, VaultError>> {
  const slot = header.slots.find((candidate) => candidate.type === 'passphrase');
  if (!isPassphrase(passphrase)) return err({ tag: 'WrongPassphrase' });
  // Parameters under the floor mean a changed file: to derive with them would help whoever changed it.
  if (slot === undefined || !isWithinKdfPolicy(slot.params, kdf.policy)) return err({ tag: 'HeaderCorrupt' });
  const derived = await kdf.derive({ passphrase, salt: slot.salt, params: slot.params });
  if (!derived.ok) return derived;
  const rootKey = openSlot(sodium, header.vaultId, slot, derived.value);
  sodium.wipe(derived.value);
  return rootKey === null ? err({ tag: 'WrongPassphrase' }) : ok(rootKey);
}

function rootKeyByCode(
  { sodium }: SlotParts,
  header: VaultHeader,
  code: Uint8Array,
): Result<Uint8Array, VaultError> {
  const slot = header.slots.find((candidate) => candidate.type === 'recovery');
  if (slot === undefined) return err({ tag: 'HeaderCorrupt' });
  const code160 = parseRecoveryCode(code);
  sodium.wipe(code);
  if (code160 === null) return err({ tag: 'WrongRecoveryCode' });
  const keyEncryptionKey = recoveryKeyEncryptionKey(sodium, code160);
  const rootKey = openSlot(sodium, header.vaultId, slot, keyEncryptionKey);
  sodium.wipe(code160, keyEncryptionKey);
  return rootKey === null ? err({ tag: 'WrongRecoveryCode' }) : ok(rootKey);
}
