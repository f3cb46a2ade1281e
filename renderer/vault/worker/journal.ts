/**
 * The journal as the worker uses it: read from the start at unlock, then only appended to. It is the truth; what
 * does not verify is never repaired by guessing.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { concatBytes, createByteReader } from '@shared/vault/bytes';
import { lockWorthyCodes, type VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { VaultFilesDep } from '@shared/vault/vault-api';
import type { Sodium } from './crypto/sodium';
import {
  chainHash,
  genesisHash,
  minFrameBytes,
  openFrame,
  sealFrame,
  wholeFrameAt,
  type FrameOp,
} from './crypto/v1/frame';
import { fileToVaultError } from './file-errors';

const chunkBytes = 4 * 1024 * 1024;

export interface JournalDep {
  readonly sodium: Sodium;
  readonly files: VaultFilesDep;
}

export interface Journal {
  readonly tornBytes: number;
  /** Answers when main has the frame on the disk. */
  append(ops: readonly FrameOp[]): Promise<Result<void, VaultError>>;
}

/** `onOps` gets each commit in order. An unfinished last frame is cut; any other damage leaves the file untouched. */
export async function openJournal(
  dep: JournalDep,
  keys: { readonly vaultId: Uint8Array; readonly journalKey: Uint8Array },
  onOps: (ops: readonly FrameOp[]) => void,
): Promise<Result<Journal, VaultError>> {
  const { sodium } = dep;
  const window = createFileWindow(dep.files);
  let seq = 1;
  let prevHash = genesisHash(sodium, keys.vaultId);
  let tornBytes = 0;

  for (;;) {
    const start = await window.need(4);
    if (!start.ok) return start;
    if (window.left() === 0) break;
    const length = createByteReader(start.value).uint(4) ?? 0;
    const isPlausible = length >= minFrameBytes && length <= format.maxFrameBytes && length <= window.left();
    const bytes = isPlausible ? await window.need(length) : start;
    if (!bytes.ok) return bytes;
    const whole = wholeFrameAt(sodium, bytes.value);
    if (whole === null) {
      const rest = await window.need(window.left());
      if (!rest.ok) return rest;
      if (hasLaterFrame(sodium, rest.value, seq)) {
        return err({ tag: 'EnvelopeCorrupt', where: `journal frame ${String(seq)}` });
      }
      tornBytes = window.left();
      const cut = await dep.files.cutTail(window.at());
      if (!cut.ok) return err(fileToVaultError(cut.error));
      break;
    }
    const opened = openFrame(sodium, keys.journalKey, { vaultId: keys.vaultId, seq, prevHash }, whole.frame);
    if (!opened.ok) return opened;
    onOps(opened.value);
    prevHash = chainHash(sodium, whole.frame);
    seq += 1;
    window.skip(whole.frame.length);
  }

  return ok(createJournal(dep, keys, { end: window.at(), seq, prevHash, tornBytes }));
}

function createJournal(
  { sodium, files }: JournalDep,
  keys: { readonly vaultId: Uint8Array; readonly journalKey: Uint8Array },
  opened: {
    readonly end: number;
    readonly seq: number;
    readonly prevHash: Uint8Array;
    readonly tornBytes: number;
  },
): Journal {
  let { end, seq, prevHash } = opened;
  /** An append failed: bytes of it may stand behind the last acknowledged frame. */
  let isTailUnsure = false;

  /** What stands behind our end was never acknowledged: aside with it. A journal shorter than ours is lost ground. */
  const settleTail = async (): Promise<Result<void, VaultError>> => {
    const probe = await files.readJournal(end, 1);
    if (!probe.ok) return err(fileToVaultError(probe.error));
    if (probe.value.end < end) return err({ tag: 'StorageUnavailable', code: lockWorthyCodes.offset });
    if (probe.value.end > end) {
      const cut = await files.cutTail(end);
      if (!cut.ok) return err(fileToVaultError(cut.error));
    }
    isTailUnsure = false;
    return ok();
  };

  return {
    tornBytes: opened.tornBytes,
    append: async (ops) => {
      if (isTailUnsure) {
        const settled = await settleTail();
        if (!settled.ok) return settled;
      }
      const frame = sealFrame(sodium, keys.journalKey, { vaultId: keys.vaultId, seq, prevHash }, ops);
      if (frame.length > format.maxFrameBytes) return err({ tag: 'StorageUnavailable', code: 'TOO_LARGE' });
      const nextHash = chainHash(sodium, frame);
      const length = frame.length;
      const appended = await files.appendFrame(end, frame);
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
      return ok();
    },
  };
}

/**
 * Is there a whole frame with a higher number anywhere in what follows? Then the bad one was not the last, and
 * cutting it off would cut good ones off too, even when the damage is in its length.
 */
function hasLaterFrame(sodium: Sodium, rest: Uint8Array, seq: number): boolean {
  const highest = seq + Math.ceil(rest.length / minFrameBytes);
  for (let at = 1; at + minFrameBytes <= rest.length; at += 1) {
    // Cheap look first: a length that fits, then a number that fits, only then the hash.
    const length =
      ((rest[at] ?? 0) * 2 ** 24) |
      ((rest[at + 1] ?? 0) << 16) |
      ((rest[at + 2] ?? 0) << 8) |
      (rest[at + 3] ?? 0);
    if (length < minFrameBytes || length > rest.length - at) continue;
    const found = createByteReader(rest.subarray(at + 4, at + 12)).uint(8);
    if (found === null || found <= seq || found > highest) continue;
    if (wholeFrameAt(sodium, rest.subarray(at)) !== null) return true;
  }
  return false;
}

/** Reads the file in chunks and forgets what is behind. */
function createFileWindow(files: VaultFilesDep): {
  /** At least `length` bytes from here on, or all that there are. */
  need(length: number): Promise<Result<Uint8Array, VaultError>>;
  skip(length: number): void;
  at(): number;
  left(): number;
} {
  let at = 0;
  let end = Number.POSITIVE_INFINITY;
  let buffer: Uint8Array = new Uint8Array(0);
  return {
    need: async (length) => {
      const parts: Uint8Array[] = [buffer];
      let have = buffer.length;
      while (have < length && at + have < end) {
        const read = await files.readJournal(at + have, chunkBytes);
        if (!read.ok) return err(fileToVaultError(read.error));
        end = read.value.end;
        if (read.value.bytes.length === 0 && at + have < end) {
          return err({ tag: 'StorageUnavailable', code: 'SHORT_READ' });
        }
        parts.push(read.value.bytes);
        have += read.value.bytes.length;
      }
      if (parts.length > 1) buffer = concatBytes(...parts);
      return ok(buffer);
    },
    skip: (length) => {
      at += length;
      buffer = buffer.subarray(length);
    },
    at: () => at,
    left: () => (end === Number.POSITIVE_INFINITY ? 0 : end - at),
  };
}
