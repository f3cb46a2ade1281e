/**
 * The journal as the worker uses it: read at unlock from where the newest checkpoint ends, then only appended to. It
 * is the truth; what does not verify is never repaired by guessing.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { lockWorthyCodes, type VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { Sodium } from './crypto/sodium';
import { chainHash, openWholeFrame, openWholeFrameAlone, sealFrame, type FrameOp } from './crypto/v1/frame';
import { fileToVaultError } from './file-errors';
import { chunkBytes } from './file-window';
import { scanFrames } from './frame-scan';

export interface JournalDep {
  readonly sodium: Sodium;
  readonly files: Pick<VaultFilesDep, 'journalStart' | 'readJournal' | 'appendFrame' | 'cutTail'>;
}

export interface JournalKeys {
  readonly vaultId: Uint8Array;
  readonly journalKey: Uint8Array;
}

/** Where the frames to read begin: behind the last one that the checkpoint covers. */
export interface JournalStart {
  readonly fromSegment: number;
  /** Number of the last frame before, 0 when there is none. */
  readonly seq: number;
  /** Hash of that frame, or what the first frame's `prevHash` is. */
  readonly prevHash: Uint8Array;
}

export interface JournalPosition extends JournalStart {
  /** Length of the run from `fromSegment` on. */
  readonly end: number;
}

export interface Journal {
  position(): JournalPosition;
  nextSeq(): number;
  /** Moves aside what stands behind the last whole frame. */
  settle(): Promise<Result<void, VaultError>>;
  /** Answers when main has the frame on the disk. */
  append(ops: readonly FrameOp[]): Promise<Result<void, VaultError>>;
  /** The next frame begins a new segment file. Answers with that file's number. */
  beginSegment(): number;
  /** After a checkpoint: offsets count from this segment on, `bytes` fewer. */
  rebase(fromSegment: number, bytes: number): void;
}

export interface OpenedJournal {
  readonly journal: Journal;
  readonly tornBytes: number;
  /** Number of the first frame that does not arrive whole although later ones do; they were read one by one. */
  readonly damagedFrame: number | null;
}

/**
 * `onFrame` gets each commit in order. Nothing is cut before the whole run was read. `ahead`: what the run begins with,
 * asked for earlier (`readJournalAhead`).
 */
export async function openJournal(
  dep: JournalDep,
  keys: JournalKeys,
  start: JournalStart,
  onFrame: (ops: readonly FrameOp[], seq: number) => void,
  ahead?: JournalAhead,
): Promise<Result<OpenedJournal, VaultError>> {
  const { sodium, files } = dep;
  const segments = await (ahead?.segments ?? files.journalStart());
  if (!segments.ok) return err(fileToVaultError(segments.error));
  const { fromSegment } = start;
  let seq = start.seq + 1;
  let { prevHash } = start;
  const scanned = await scanFrames(
    sodium,
    (offset, maxBytes) =>
      offset === 0 && ahead !== undefined ? ahead.first : files.readJournal(fromSegment, offset, maxBytes),
    seq,
    (found) => {
      const { frame, seq: number } = found;
      const opened = found.isBehindDamage
        ? openWholeFrameAlone(sodium, keys.journalKey, keys.vaultId, found)
        : openWholeFrame(sodium, keys.journalKey, { vaultId: keys.vaultId, seq, prevHash }, found);
      if (!opened.ok) return opened;
      onFrame(opened.value, number);
      prevHash = chainHash(sodium, frame);
      seq = number + 1;
      return ok();
    },
  );
  if (!scanned.ok) return scanned;
  const { end, tornBytes, damagedFrame } = scanned.value;

  const journal = createJournal(dep, keys, {
    fromSegment,
    end,
    seq,
    prevHash,
    lastSegment: Math.max(segments.value.lastSegment, fromSegment - 1),
    isTailUnsure: tornBytes > 0,
  });
  return ok({ journal, tornBytes, damagedFrame });
}

/** What opening a journal asks of main first. */
export interface JournalAhead {
  readonly segments: ReturnType<JournalDep['files']['journalStart']>;
  readonly first: ReturnType<JournalDep['files']['readJournal']>;
}

/** Whatever main answers comes by way of the page's thread: this is asked for before the page has a lot to do. */
export function readJournalAhead(
  { files }: Pick<JournalDep, 'files'>,
  { fromSegment }: Pick<JournalStart, 'fromSegment'>,
): JournalAhead {
  return { segments: files.journalStart(), first: files.readJournal(fromSegment, 0, chunkBytes) };
}

function createJournal(
  { sodium, files }: JournalDep,
  keys: JournalKeys,
  opened: {
    readonly fromSegment: number;
    readonly end: number;
    readonly seq: number;
    readonly prevHash: Uint8Array;
    readonly lastSegment: number;
    readonly isTailUnsure: boolean;
  },
): Journal {
  let { fromSegment, end, seq, prevHash, lastSegment, isTailUnsure } = opened;
  let startsSegment = false;

  /** What stands behind our end was never acknowledged: aside with it. A journal shorter than ours is lost ground. */
  const settleTail = async (): Promise<Result<void, VaultError>> => {
    const probe = await files.readJournal(fromSegment, end, 1);
    if (!probe.ok) return err(fileToVaultError(probe.error));
    if (probe.value.end < end) return err({ tag: 'StorageUnavailable', code: lockWorthyCodes.offset });
    if (probe.value.end > end) {
      const cut = await files.cutTail(fromSegment, end);
      if (!cut.ok) return err(fileToVaultError(cut.error));
    }
    isTailUnsure = false;
    return ok();
  };

  return {
    position: () => ({ fromSegment, seq: seq - 1, prevHash, end }),
    nextSeq: () => seq,
    settle: () => (isTailUnsure ? settleTail() : Promise.resolve(ok())),
    beginSegment: () => {
      // An empty run begins its first file by itself.
      startsSegment = end > 0;
      return end > 0 ? lastSegment + 1 : fromSegment;
    },
    rebase: (segment, bytes) => {
      fromSegment = segment;
      end -= bytes;
      if (end === 0) startsSegment = false;
    },
    append: async (ops) => {
      if (isTailUnsure) {
        const settled = await settleTail();
        if (!settled.ok) return settled;
      }
      const frame = sealFrame(sodium, keys.journalKey, { vaultId: keys.vaultId, seq, prevHash }, ops);
      if (frame.length > format.maxFrameBytes) return err({ tag: 'StorageUnavailable', code: 'TOO_LARGE' });
      const nextHash = chainHash(sodium, frame);
      const length = frame.length;
      const appended = await files.appendFrame(fromSegment, end, frame, startsSegment);
      if (!appended.ok) {
        isTailUnsure = true;
        return err(fileToVaultError(appended.error));
      }
      if (appended.value.end !== end + length) {
        isTailUnsure = true;
        return err({ tag: 'StorageUnavailable', code: lockWorthyCodes.offset });
      }
      end += length;
      seq += 1;
      prevHash = nextHash;
      lastSegment = appended.value.segment;
      startsSegment = false;
      return ok();
    },
  };
}
