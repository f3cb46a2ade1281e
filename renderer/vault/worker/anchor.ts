/**
 * The newest state that was seen on this computer, kept outside the profile. A vault that is older, or another one at
 * the same point, was put back from a copy: that is told, not forbidden. Who puts the anchor back too is not caught.
 */
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { Sodium } from './crypto/sodium';
import { anchorName, openAnchor, sealAnchor, type Anchor } from './crypto/v1/anchor';

export interface AnchorDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'readAnchor' | 'writeAnchor'>;
}

export interface AnchorKeeper {
  /** Coalesces: while one is being written only the newest waits. Never awaited by a save. */
  note(state: Anchor): void;
  settled(): Promise<void>;
}

export function createAnchorKeeper(
  { sodium, files }: AnchorDep,
  vaultId: Uint8Array,
  manifestKey: Uint8Array,
): AnchorKeeper {
  const name = anchorName(sodium, vaultId);
  let waiting: Uint8Array | null = null;
  let writing: Promise<void> | null = null;
  const write = async (): Promise<void> => {
    while (waiting !== null) {
      const bytes: Uint8Array = waiting;
      waiting = null;
      // Missing, it only means that an older copy would go unnoticed: not a reason to disturb a save.
      await files.writeAnchor(name, bytes);
    }
    writing = null;
  };
  return {
    note: (state) => {
      waiting = sealAnchor(sodium, manifestKey, vaultId, state);
      writing ??= write();
    },
    settled: async () => {
      await writing;
    },
  };
}

/** `shorter`: every record stands as it was seen, but the journal ends earlier: what is gone was only in the log. */
export type AnchorVerdict = 'none' | 'fits' | 'older' | 'shorter' | 'altered';

/** One that does not open says nothing of the vault; that it is so is told. */
export async function anchorVerdict(
  { sodium, files }: AnchorDep,
  vaultId: Uint8Array,
  manifestKey: Uint8Array,
  state: { readonly seq: number; readonly headHash: Uint8Array; readonly root: Uint8Array },
): Promise<AnchorVerdict> {
  const read = await files.readAnchor(anchorName(sodium, vaultId));
  if (!read.ok || read.value === null) return 'none';
  const anchor = openAnchor(sodium, manifestKey, vaultId, read.value);
  if (anchor === null) return 'altered';
  if (areBytesEqual(anchor.root, state.root)) return anchor.seq > state.seq ? 'shorter' : 'fits';
  if (anchor.seq > state.seq) return 'older';
  return anchor.seq === state.seq && !areBytesEqual(anchor.headHash, state.headHash) ? 'older' : 'fits';
}
