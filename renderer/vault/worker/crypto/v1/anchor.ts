/** The newest state that was seen on this computer, kept outside the vault's folder: it tells an older copy. */
import { areBytesEqual, asciiBytes, concatBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
import { readFields, writeFields } from './fields';

export interface Anchor {
  readonly seq: number;
  /** Chain hash of frame `seq`. */
  readonly headHash: Uint8Array;
  /** Of the manifest, once that frame is in. */
  readonly root: Uint8Array;
  readonly at: number;
}

const plainBytes = 8 + format.chainHashBytes + format.manifestHashBytes + 8;
const magic = asciiBytes(format.anchorMagic);
const clearBytes = magic.length + format.nonceBytes;

export function sealAnchor(
  sodium: Sodium,
  manifestKey: Uint8Array,
  vaultId: Uint8Array,
  anchor: Anchor,
): Uint8Array {
  const plain = writeFields(plainBytes, (to) => {
    to.uint(anchor.seq, 8);
    to.bytes(anchor.headHash);
    to.bytes(anchor.root);
    to.uint(anchor.at, 8);
  });
  const nonce = sodium.randomBytes(format.nonceBytes);
  return concatBytes(magic, nonce, sodium.seal(plain, anchorPrefix(vaultId), nonce, manifestKey));
}

/** Null for anything that is not this vault's anchor. */
export function openAnchor(
  sodium: Sodium,
  manifestKey: Uint8Array,
  vaultId: Uint8Array,
  bytes: Uint8Array,
): Anchor | null {
  if (bytes.length !== clearBytes + plainBytes + format.tagBytes) return null;
  if (!areBytesEqual(bytes.subarray(0, magic.length), magic)) return null;
  const nonce = bytes.subarray(magic.length, clearBytes);
  const plain = sodium.open(bytes.subarray(clearBytes), anchorPrefix(vaultId), nonce, manifestKey);
  if (plain === null) return null;
  const reader = readFields(plain);
  const seq = reader.uint(8);
  const headHash = reader.take(format.chainHashBytes);
  const root = reader.take(format.manifestHashBytes);
  const at = reader.uint(8);
  if (seq === null || headHash === null || root === null || at === null) return null;
  return { seq, headHash, root, at };
}

/** 32 hex digits; says nothing of the vault to who does not have its header. */
export function anchorName(sodium: Sodium, vaultId: Uint8Array): string {
  const hash = sodium.hash(format.anchorNameBytes, anchorPrefix(vaultId));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function anchorPrefix(vaultId: Uint8Array): Uint8Array {
  return concatBytes(asciiBytes(format.context.anchor), vaultId);
}
