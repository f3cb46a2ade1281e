/** From a key file and a secret to the vault's root key. */
import { err, ok, type Result } from '@shared/kernel/result';
import { asciiBytes, concatBytes, uintBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { kdfPolicy } from '@shared/vault/kdf-policy';
import { isRecoveryCodeWellFormed, stripRecoveryCode } from '@shared/vault/recovery-code';
import { passphraseBytes } from '../../renderer/vault/passphrase';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { decodeHeader, type VaultHeader } from '../../renderer/vault/worker/crypto/v1/header';
import { deriveInline, type KdfDep } from '../../renderer/vault/worker/kdf';
import { rootKeyBySecret } from '../../renderer/vault/worker/key-slots';

export interface ReadHeader {
  readonly header: VaultHeader;
  /** Its hash does not fit; what is in it may still open. */
  readonly isDamaged: boolean;
}

export type HeaderError = 'newer' | 'unreadable';

const slotBytes = 102;
const mostSlots = 8;
const beforeSlots = 27;
const countAt = 26;
const afterVersion = 6;

/** A damaged one is taken as far as it goes: each slot has a seal of its own. */
export function readHeader(sodium: Sodium, bytes: Uint8Array): Result<ReadHeader, HeaderError> {
  const decoded = decodeHeader(sodium, bytes);
  if (decoded.ok) return ok({ header: decoded.value, isDamaged: false });
  if (decoded.error.tag === 'EnvelopeTooNew') return err('newer');
  const slots = Math.floor((bytes.length - beforeSlots) / slotBytes);
  const all = [bytes[countAt] ?? 0, slots, 2].map((count) => [0, count] as const);
  const alone = Array.from({ length: Math.min(slots, mostSlots) }, (_, slot) => [slot, slot + 1] as const);
  for (const [from, to] of [...all, ...alone]) {
    if (to <= from || to > slots) continue;
    const body = concatBytes(
      asciiBytes(format.headerMagic),
      uintBytes(format.version, 2),
      bytes.subarray(afterVersion, countAt),
      uintBytes(to - from, 1),
      bytes.subarray(beforeSlots + from * slotBytes, beforeSlots + to * slotBytes),
    );
    const mended = decodeHeader(sodium, concatBytes(body, sodium.hash(format.headerHashBytes, body)));
    if (mended.ok) return ok({ header: mended.value, isDamaged: true });
  }
  return err('unreadable');
}

export type UnlockError =
  | { readonly tag: 'WrongSecret'; readonly isNearlyCode: boolean }
  /** The key file asks for more or less work than any version of the app: nothing was derived. */
  | { readonly tag: 'OutOfPolicy' }
  | { readonly tag: 'OutOfMemory' };

export interface Unlocked {
  readonly rootKey: Uint8Array;
  readonly by: 'passphrase' | 'code';
}

/** Whether the secret is a passphrase or a recovery code is told by its looks, and by what opens. */
export async function unlock(
  sodium: Sodium,
  header: VaultHeader,
  secret: string,
): Promise<Result<Unlocked, UnlockError>> {
  const kdf: KdfDep = {
    policy: kdfPolicy,
    calibrate: () => Promise.resolve(ok(kdfPolicy.floor)),
    derive: (request) => Promise.resolve(deriveInline(sodium, request)),
  };
  const stripped = stripRecoveryCode(secret);
  if (isRecoveryCodeWellFormed(secret)) {
    const bytes = new TextEncoder().encode(stripped);
    const rootKey = await rootKeyBySecret({ sodium, kdf }, header, { by: 'code', bytes });
    if (rootKey.ok) return ok({ rootKey: rootKey.value, by: 'code' });
  }
  const isNearlyCode = /^[0-9A-Za-z]{32,36}$/.test(stripped) && /[-\s]/.test(secret);
  const wrong = err({ tag: 'WrongSecret', isNearlyCode } as const);
  const bytes = passphraseBytes(secret);
  if (bytes === null || !header.slots.some((slot) => slot.type === 'passphrase')) return wrong;
  const rootKey = await rootKeyBySecret({ sodium, kdf }, header, { by: 'passphrase', bytes });
  if (rootKey.ok) return ok({ rootKey: rootKey.value, by: 'passphrase' });
  switch (rootKey.error.tag) {
    case 'HeaderCorrupt':
      return err({ tag: 'OutOfPolicy' });
    case 'KdfOutOfMemory':
      return err({ tag: 'OutOfMemory' });
    default:
      return wrong;
  }
}
