/**
 * The engine runs code slowly first and well only once it has been busy for a while: the first megabytes and the first
 * thousands of rows cost several times as much as later ones. Done on made-up bytes while the passphrase is being typed,
 * nobody waits for it.
 */
import { recordIdFromBytes } from '@shared/kernel/ids';
import { format } from '@shared/vault/format';
import type { VaultParts } from './vault-parts';
import { openCacheSegment, sealCacheSegment } from './crypto/v1/cache-segment';
import { openEnvelope, sealEnvelope } from './crypto/v1/envelope';
import { genesisHash, openWholeFrame, sealFrame, wholeFrameAt, type FrameOp } from './crypto/v1/frame';
import { encodeEntries, entryOf, manifestOf, type ManifestEntry } from './crypto/v1/manifest';

type Parts = Pick<VaultParts, 'sodium' | 'segmentSeal'>;

const largePieces = 8;
const largeBytes = 512 * 1024;
const rows = 256;
const smallPieces = 60;

/** In short steps: whatever is asked of the worker meanwhile comes first. */
export async function warmUp(parts: Parts): Promise<void> {
  const key = parts.sodium.randomBytes(format.keyBytes);
  const vaultId = parts.sodium.randomBytes(format.vaultIdBytes);
  largeOnes(parts, key);
  await aTurn();
  await segments(parts, key, vaultId);
  await aTurn();
  frames(parts, key, vaultId);
}

const aTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function largeOnes({ sodium }: Parts, key: Uint8Array): void {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const none = new Uint8Array(0);
  for (let round = 0; round < largePieces; round += 1) {
    const sealed = sodium.seal(new Uint8Array(largeBytes), none, nonce, key);
    sodium.open(sealed, none, nonce, key);
    sodium.hash(format.manifestHashBytes, sealed);
  }
}

async function segments({ sodium, segmentSeal }: Parts, key: Uint8Array, vaultId: Uint8Array): Promise<void> {
  const envelope = new Uint8Array(64);
  const entries = Array.from({ length: rows * 8 }, () => entryOf(sodium, madeUpOp(sodium, envelope)));
  entries.sort((left, right) => (left.recordId < right.recordId ? -1 : 1));
  const catalogue = encodeEntries(entries);
  const json = new Uint8Array(2048);
  for (let round = 1; round <= largePieces; round += 1) {
    const manifest = manifestOf(sodium, { vaultId, manifestKey: key }, [catalogue]);
    const some = entries.slice((round - 1) * rows, round * rows);
    const place = { vaultId, checkpoint: 1, segment: round };
    const sealed = await sealCacheSegment(
      segmentSeal,
      key,
      place,
      some.map((entry: ManifestEntry) => ({ ...entry, json })),
    );
    for (const { recordId } of (await openCacheSegment(segmentSeal, key, place, sealed)) ?? [])
      manifest?.get(recordId);
  }
}

function frames({ sodium }: Parts, key: Uint8Array, vaultId: Uint8Array): void {
  const prevHash = genesisHash(sodium, vaultId);
  const at = { vaultId, seq: 1, prevHash };
  for (let round = 0; round < smallPieces; round += 1) {
    const op = madeUpOp(sodium, new Uint8Array(0));
    const owner = { keyId: new Uint8Array(format.keyIdBytes), keys: [key] };
    const envelope = sealEnvelope(sodium, owner, { ...op, vaultId }, new Uint8Array(2048));
    const frame = wholeFrameAt(sodium, sealFrame(sodium, key, at, [{ ...op, envelope }]));
    if (frame !== null) openWholeFrame(sodium, key, at, frame);
    openEnvelope(sodium, () => owner.keys, { ...op, vaultId }, envelope);
  }
}

function madeUpOp(sodium: Parts['sodium'], envelope: Uint8Array): FrameOp {
  const recordId = recordIdFromBytes(sodium.randomBytes(format.recordIdBytes));
  return { type: 'put', tableId: 1, recordId, revision: 1, schema: 1, savedAt: 1, envelope };
}
