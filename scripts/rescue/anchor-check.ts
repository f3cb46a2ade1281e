/** Whether this computer has seen a newer state of the vault than what was read. */
import { areBytesEqual } from '@shared/vault/bytes';
import { openAnchor } from '../../renderer/vault/worker/crypto/v1/anchor';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import type { Outcome } from './outcome';

export type AnchorCheck =
  | { readonly tag: 'none' }
  | { readonly tag: 'fits' }
  /** It does not open: damaged, or another vault's. */
  | { readonly tag: 'unreadable' }
  /** Frames up to `seq` were seen; they are not here. */
  | { readonly tag: 'newer-seen'; readonly seq: number; readonly at: number }
  /** The same number, and another frame. */
  | { readonly tag: 'other'; readonly seq: number; readonly at: number };

export function checkAnchor(
  sodium: Sodium,
  manifestKey: Uint8Array,
  vaultId: Uint8Array,
  bytes: Uint8Array | null,
  { lastSeq, hashOf }: Pick<Outcome, 'lastSeq' | 'hashOf'>,
): AnchorCheck {
  if (bytes === null) return { tag: 'none' };
  const anchor = openAnchor(sodium, manifestKey, vaultId, bytes);
  if (anchor === null) return { tag: 'unreadable' };
  const { seq, at, headHash } = anchor;
  if (seq > (lastSeq ?? 0)) return { tag: 'newer-seen', seq, at };
  const hash = hashOf(seq);
  return hash === null || areBytesEqual(hash, headHash) ? { tag: 'fits' } : { tag: 'other', seq, at };
}
