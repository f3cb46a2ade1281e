/**
 * The generation before the newest checkpoint, which stays a week in case that one is damaged: the older checkpoint
 * and the journal from there up to the newest. Held against its own chain; nothing of it is in use.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import type { Finding } from '@shared/vault/vault-care';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createCheckpointReader, type CheckpointInfo } from './crypto/v1/checkpoint';
import { chainHash, genesisHash, openFrame } from './crypto/v1/frame';
import { fileToVaultError } from './file-errors';
import { readThrough } from './file-window';
import { scanFrames } from './frame-scan';
import type { OpenVault } from './load';
import type { VaultParts } from './vault-parts';

type KeptProblem = Pick<Finding, 'piece' | 'problem'>;
type KeptStart = Pick<CheckpointInfo, 'seq' | 'prevHash' | 'firstSegment'>;

/** What is wrong with it: a new checkpoint puts it right, since what was kept then goes. */
export async function checkKept(
  parts: VaultParts,
  current: OpenVault,
): Promise<Result<readonly KeptProblem[], VaultError>> {
  const { base } = current;
  if (base === null) return ok([]);
  const { files, sodium } = parts;
  const listed = await files.listCheckpoints();
  if (!listed.ok) return err(fileToVaultError(listed.error));
  const first = await firstSegmentFile(files);
  if (!first.ok) return first;
  const problems: KeptProblem[] = [];
  let oldest: KeptStart | null = null;
  for (const number of listed.value.toReversed()) {
    if (number === base.info.number) continue;
    const read = await readKept(parts, current, number);
    if (read.ok) oldest = read.value;
    else if (read.error.tag === 'EnvelopeCorrupt') problems.push({ piece: 'checkpoint', problem: 'altered' });
    else return read;
  }
  const hasOlderSegments = first.value !== null && first.value < base.info.firstSegment;
  // Before the first checkpoint there was only the journal.
  if (oldest === null && hasOlderSegments && first.value === 1)
    oldest = { seq: 0, prevHash: genesisHash(sodium, current.header.vaultId), firstSegment: 1 };
  if (oldest === null) {
    const isMissing = hasOlderSegments && problems.length === 0;
    return ok(isMissing ? [{ piece: 'checkpoint', problem: 'missing' }] : problems);
  }
  if (await isRunWhole(parts, current, oldest, base.info)) return ok(problems);
  const isGone = first.value === null || first.value > oldest.firstSegment;
  return ok([...problems, { piece: 'journal', problem: isGone ? 'missing' : 'altered' }]);
}

/** Null when there is no file at all: then main's answer is 1 too. */
async function firstSegmentFile(
  files: Pick<VaultFilesDep, 'journalStart' | 'readJournal'>,
): Promise<Result<number | null, VaultError>> {
  const start = await files.journalStart();
  if (!start.ok) return err(fileToVaultError(start.error));
  const { firstSegment } = start.value;
  const probe = await files.readJournal(firstSegment, 0, 1);
  // A gap in the numbers is told where the run is read.
  return ok(probe.ok && probe.value.end === 0 ? null : firstSegment);
}

async function readKept(
  { sodium, files }: VaultParts,
  { header, keys }: OpenVault,
  number: number,
): Promise<Result<CheckpointInfo, VaultError>> {
  const { vaultId } = header;
  const reader = createCheckpointReader(sodium, { vaultId, journalKey: keys.journalKey, number });
  const read = await readThrough(
    (offset, maxBytes) => files.readCheckpoint(number, offset, maxBytes),
    (bytes) => {
      const frames = reader.push(bytes);
      return frames.ok ? ok() : frames;
    },
  );
  return read.ok ? reader.finish() : read;
}

/** From where the older checkpoint ends to where the newest one begins, each frame behind the one before. */
async function isRunWhole(
  { sodium, files }: VaultParts,
  { header, keys }: OpenVault,
  from: KeptStart,
  to: CheckpointInfo,
): Promise<boolean> {
  const { vaultId } = header;
  let { seq, prevHash } = from;
  // Nothing was saved between the two.
  if (seq === to.seq) return areBytesEqual(prevHash, to.prevHash);
  const reached = { tag: 'StorageUnavailable', code: 'DONE' } as const;
  const scanned = await scanFrames(
    sodium,
    (offset, maxBytes) => files.readJournal(from.firstSegment, offset, maxBytes),
    seq + 1,
    ({ frame }) => {
      if (seq === to.seq) return err(reached);
      const opened = openFrame(sodium, keys.journalKey, { vaultId, seq: seq + 1, prevHash }, frame);
      if (!opened.ok) return opened;
      prevHash = chainHash(sodium, frame);
      seq += 1;
      return ok();
    },
  );
  const isRead = scanned.ok || scanned.error === reached;
  return isRead && seq === to.seq && areBytesEqual(prevHash, to.prevHash);
}
