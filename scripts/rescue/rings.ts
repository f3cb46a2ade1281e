/** The copies of the keyring that were found, and which of them is used. */
import { areBytesEqual, asciiBytes, concatBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { decodeBackupRing } from '../../renderer/vault/worker/crypto/v1/backup';
import { openRing, type Ring } from '../../renderer/vault/worker/crypto/v1/ring';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import type { NamedSource } from './pieces';
import { unsealRaw } from './raw-cipher';
import { startsWith } from './scan';

export type RingState =
  | 'whole'
  /** It opens; its hash or what is around it does not fit. */
  | 'mended'
  /** Whole, with a lower revision than the other copy. */
  | 'older'
  /** Whole, and made for another backup of this vault. */
  | 'other-backup'
  /** Its seal does not fit; the keys in it are tried all the same. */
  | 'unproven'
  | 'unreadable'
  | 'newer';

export interface RingCopy {
  readonly name: string;
  readonly state: RingState;
  readonly ring: Ring | null;
  /** By a backup's keyring file: which backup it goes with. */
  readonly backupId: Uint8Array | null;
}

export interface RingParts {
  readonly sodium: Sodium;
  readonly ringKey: Uint8Array;
  readonly vaultId: Uint8Array;
  /** Of the backup that is read. */
  readonly backupId: Uint8Array | null;
}

const backupKeysName = /\.stbk(\.old)?$/i;
const maxRingBytes = 64 * 1024 * 1024;

export function readRings(parts: RingParts, sources: readonly NamedSource[]): readonly RingCopy[] {
  const copies = sources.map(({ name, source }) => readCopy(parts, name, source.read(0, maxRingBytes)));
  const newest = newestRing(copies);
  return copies.map((copy) =>
    copy.state === 'whole' && copy.ring !== null && copy.ring.revision < (newest?.revision ?? 0)
      ? { ...copy, state: 'older' }
      : copy,
  );
}

/** Older ones may still hold keys that were destroyed since: they are never added to it. */
export function newestRing(copies: readonly RingCopy[]): Ring | null {
  const proven = copies.filter(({ state }) => state !== 'unproven');
  return (proven.some(({ ring }) => ring !== null) ? proven : copies).reduce<Ring | null>(
    (best, { ring }) => (ring !== null && (best === null || ring.revision > best.revision) ? ring : best),
    null,
  );
}

function readCopy(parts: RingParts, name: string, bytes: Uint8Array): RingCopy {
  const isWrapped = startsWith(bytes, format.backupKeysMagic) || backupKeysName.test(name);
  if (!isWrapped) return { name, ...openCopy(parts, bytes), backupId: null };
  const decoded = decodeBackupRing(parts.sodium, bytes);
  if (decoded.ok) {
    const { backupId, ring } = decoded.value;
    const copy = openCopy(parts, ring);
    const isOther = parts.backupId !== null && !areBytesEqual(backupId, parts.backupId);
    return {
      name,
      ...copy,
      state: isOther && copy.state === 'whole' ? 'other-backup' : copy.state,
      backupId,
    };
  }
  if (decoded.error.reason === 'newer') return { name, state: 'newer', ring: null, backupId: null };
  // The keyring in it has a hash and a seal of its own.
  const before = format.backupKeysMagic.length + format.backupIdBytes + 4;
  const inside = bytes.subarray(before, Math.max(before, bytes.length - format.headerHashBytes));
  const copy = openCopy(parts, inside);
  return { name, ...copy, state: copy.state === 'whole' ? 'mended' : copy.state, backupId: null };
}

function openCopy(parts: RingParts, bytes: Uint8Array): Pick<RingCopy, 'state' | 'ring'> {
  const { sodium, ringKey, vaultId } = parts;
  const opened = openRing(sodium, ringKey, vaultId, bytes);
  if (opened.ok) return { state: 'whole', ring: opened.value };
  if (opened.error.tag === 'EnvelopeTooNew') return { state: 'newer', ring: null };
  const idEnd = format.ringMagic.length + format.vaultIdBytes;
  const bodyEnd = Math.max(idEnd, bytes.length - format.headerHashBytes);
  const body = concatBytes(asciiBytes(format.ringMagic), vaultId, bytes.subarray(idEnd, bodyEnd));
  const whole = concatBytes(body, sodium.hash(format.headerHashBytes, body));
  const mended = openRing(sodium, ringKey, vaultId, whole);
  if (mended.ok) return { state: 'mended', ring: mended.value };
  const unproven = openUnproven(parts, whole);
  return { state: unproven === null ? 'unreadable' : 'unproven', ring: unproven };
}

const mostPadding = 512;

/**
 * Without its seal, because a damaged byte costs one key and not all of them. A key that is wrong opens nothing: each
 * record has a seal of its own. Sealed anew, so that the one reader of this layout reads it.
 */
function openUnproven({ sodium, ringKey, vaultId }: RingParts, bytes: Uint8Array): Ring | null {
  const clearEnd = format.ringMagic.length + format.vaultIdBytes + 8 + format.nonceBytes;
  const clear = bytes.subarray(0, clearEnd);
  const sealed = bytes.subarray(clearEnd, bytes.length - format.headerHashBytes);
  if (sealed.length <= format.tagBytes) return null;
  const nonce = clear.subarray(clearEnd - format.nonceBytes);
  const revision = clear.subarray(clearEnd - format.nonceBytes - 8, clearEnd - format.nonceBytes);
  const bound = concatBytes(asciiBytes(format.context.ring), vaultId, revision);
  const padded = unsealRaw(ringKey, nonce, sealed.subarray(0, sealed.length - format.tagBytes)).slice();
  // The padding may be what was damaged: then the content ends where the layout comes out even.
  for (let end = padded.length; end > 0 && end > padded.length - mostPadding; end -= 1) {
    if (end < padded.length) {
      padded.fill(0, end);
      padded[end] = 0x80;
    }
    const body = concatBytes(clear, sodium.seal(padded, bound, nonce, ringKey));
    const opened = openRing(
      sodium,
      ringKey,
      vaultId,
      concatBytes(body, sodium.hash(format.headerHashBytes, body)),
    );
    if (opened.ok) return opened.value;
  }
  return null;
}
