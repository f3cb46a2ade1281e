/** The newest whole checkpoint: what the vault stood at when it was written, and the bodies when the cache lacks them. */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { Sodium } from './crypto/sodium';
import { decodeCheckpointInfo, type CheckpointInfo } from './crypto/v1/checkpoint';
import { openWholeFrameAlone, type FrameOp } from './crypto/v1/frame';
import type { VaultKeys } from './crypto/v1/keys';
import { createManifest, entryBytes, manifestOf, type Manifest } from './crypto/v1/manifest';
import { fileToVaultError } from './file-errors';
import { scanFrames } from './frame-scan';

export interface Base {
  readonly info: CheckpointInfo;
}

export interface BaseDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'listCheckpoints' | 'readCheckpoint' | 'journalStart'>;
}

export interface BaseKeys {
  readonly vaultId: Uint8Array;
  readonly keys: Pick<VaultKeys, 'journalKey' | 'manifestKey'>;
}

export interface FoundBase {
  readonly base: Base | null;
  readonly manifest: Manifest;
  /** Newer checkpoints that could not be used. */
  readonly unusable: readonly number[];
  /** The newest one was used, but only its second catalogue was whole. */
  readonly isDamaged: boolean;
}

/** Newest first; an older one counts when the journal behind it is still there. */
export async function findBase(dep: BaseDep, place: BaseKeys): Promise<Result<FoundBase, VaultError>> {
  const { files, sodium } = dep;
  const listed = await files.listCheckpoints();
  if (!listed.ok) return err(fileToVaultError(listed.error));
  const start = await files.journalStart();
  if (!start.ok) return err(fileToVaultError(start.error));
  const unusable: number[] = [];
  const { vaultId } = place;
  for (const number of [...listed.value].sort((a, b) => b - a)) {
    const read = await readCatalogue(dep, place, number);
    if (!read.ok) {
      if (read.error.tag !== 'EnvelopeCorrupt') return read;
      unusable.push(number);
      continue;
    }
    const { info, pieces, isDamaged } = read.value;
    const manifest = manifestOf(sodium, { vaultId, manifestKey: place.keys.manifestKey }, pieces);
    const isReachable = start.value.firstSegment <= info.firstSegment;
    if (manifest !== null && areBytesEqual(manifest.root(), info.root) && isReachable)
      return ok({ base: { info }, manifest, unusable, isDamaged });
    unusable.push(number);
  }
  if (unusable.length > 0 && start.value.firstSegment > 1) {
    // What the lost checkpoint held is in no journal any more.
    return err({ tag: 'EnvelopeCorrupt', where: `checkpoint ${String(unusable[0])}` });
  }
  const manifest = createManifest(sodium, { vaultId, manifestKey: place.keys.manifestKey });
  return ok({ base: null, manifest, unusable, isDamaged: false });
}

interface Catalogue {
  readonly info: CheckpointInfo;
  /** Entries as they stand in the file, `catalogueEntries` in each piece but the last. */
  readonly pieces: readonly Uint8Array[];
  readonly isDamaged: boolean;
}

/** From the file's beginning; when that is damaged, from the copy at its end. */
async function readCatalogue(
  dep: BaseDep,
  place: BaseKeys,
  number: number,
): Promise<Result<Catalogue, VaultError>> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where: `checkpoint ${String(number)}` } as const);
  let info: CheckpointInfo | null = null;
  let pieces: Uint8Array[] = [];
  let entryCount = 0;
  let isDamaged = false;
  const done = { tag: 'StorageUnavailable', code: 'DONE' } as const;
  const scanned = await scanCheckpoint(dep, place, number, (ops, isBehindDamage) => {
    isDamaged ||= isBehindDamage;
    for (const op of ops) {
      if (op.type === 'checkpoint') {
        info = decodeCheckpointInfo(op.envelope);
        pieces = [];
        entryCount = 0;
      } else if (op.type === 'catalogue') {
        if (op.envelope.length % entryBytes !== 0) return corrupt;
        pieces.push(op.envelope);
        entryCount += op.envelope.length / entryBytes;
      }
    }
    return info !== null && info.number === number && entryCount === info.recordCount ? err(done) : ok();
  });
  const found = info as CheckpointInfo | null;
  const isComplete = !scanned.ok && scanned.error === done;
  // An empty vault's catalogue is complete as soon as its checkpoint operation was read.
  if (found === null || !isComplete) return scanned.ok || isComplete ? corrupt : scanned;
  return ok({ info: found, pieces, isDamaged });
}

/** Every frame that opens, in order; damaged ones are left out and told by `isBehindDamage` of the later ones. */
export function scanCheckpoint(
  dep: BaseDep,
  { vaultId, keys }: BaseKeys,
  number: number,
  onOps: (
    ops: readonly FrameOp[],
    isBehindDamage: boolean,
    seq: number,
  ) => Result<void, VaultError> | Promise<Result<void, VaultError>>,
): ReturnType<typeof scanFrames> {
  const { sodium, files } = dep;
  return scanFrames(
    sodium,
    (offset, maxBytes) => files.readCheckpoint(number, offset, maxBytes),
    1,
    (found) => {
      const opened = openWholeFrameAlone(sodium, keys.journalKey, vaultId, found, 'checkpoint', number);
      return opened.ok ? onOps(opened.value, found.isBehindDamage, found.seq) : opened;
    },
  );
}

/** Hands out the newest version of each wanted record. Answers with how many were not to be found. */
export async function readBaseBodies(
  dep: BaseDep,
  place: BaseKeys,
  base: Base,
  manifest: Manifest,
  wanted: Set<RecordId>,
  onPut: (op: FrameOp) => void,
): Promise<Result<number, VaultError>> {
  const scanned = await scanCheckpoint(dep, place, base.info.number, (ops) => {
    for (const op of ops) {
      if (op.type !== 'put' || !wanted.has(op.recordId)) continue;
      if (manifest.get(op.recordId)?.revision !== op.revision) continue;
      wanted.delete(op.recordId);
      onPut(op);
    }
    return ok();
  });
  return scanned.ok ? ok(wanted.size) : scanned;
}
