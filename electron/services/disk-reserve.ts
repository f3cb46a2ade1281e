/**
 * Room kept for the moment when the disk is full: a file of zeros, really written, that is given up so that what
 * is being saved can still be finished. It is made anew once there is room again.
 */
import { join } from 'node:path';
import type { FilesPort } from '../ports';
import { isFull } from './file-error';
import { exists, syncFolder, withFile, writeAll } from './write-durably';

export const reserveName = 'reserve.bin';
const chunkBytes = 1024 * 1024;
/** Looked for room at most this often. */
const lookEachMs = 60_000;
/** Under this much free room the person is warned, and no reserve is taken. */
export const lowBytes = 500 * 1000 * 1000;

export interface DiskReserve {
  /** Tries again with the reserve given up when the disk turns out to be full. */
  withRoom<T>(task: () => Promise<T>): Promise<T>;
  /** Gives the room back to the disk; false when there was none to give. */
  giveUp(): Promise<boolean>;
  /** Makes it when it is not there and the disk has room. Never fails: it is a help, not a promise. */
  tend(): Promise<void>;
  /** It was given up, and there has been no room to make it again. */
  isUsed(): boolean;
  /** The folder is another one now: nothing is known of a reserve in it. */
  forget(): void;
}

export interface DiskReserveDeps {
  readonly files: FilesPort;
  readonly folder: string;
  readonly bytes: number;
  /** Milliseconds that never go backwards. */
  readonly monotonic: () => number;
  readonly onLow: () => void;
}

/** Free bytes where `path` is; null where the system does not say. */
export async function freeBytes(files: FilesPort, path: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await files.statfs(path);
    const free = bavail * bsize;
    return Number.isSafeInteger(free) && free >= 0 ? free : null;
  } catch {
    return null;
  }
}

export function createDiskReserve({ files, folder, bytes, monotonic, onLow }: DiskReserveDeps): DiskReserve {
  const path = join(folder, reserveName);
  let isUsed = false;
  let isWhole = false;
  let lookedAt = -Infinity;

  async function giveUp(): Promise<boolean> {
    isWhole = false;
    // What was given up makes no room at once, lest the next look takes it back.
    lookedAt = monotonic();
    try {
      const { size: given } = await files.stat(path);
      await files.rm(path, {});
      await syncFolder(files, folder).catch(() => undefined);
      isUsed = true;
      onLow();
      return given > 0;
    } catch {
      return false;
    }
  }

  async function size(): Promise<number> {
    return (await exists(files, path)) ? (await files.stat(path)).size : 0;
  }

  async function make(): Promise<void> {
    await withFile(files, path, 'w', async (handle) => {
      const zeros = new Uint8Array(Math.min(chunkBytes, bytes));
      for (let at = 0; at < bytes; at += zeros.length) {
        await writeAll(handle, zeros.subarray(0, Math.min(zeros.length, bytes - at)), at);
      }
      await handle.sync();
    });
    await syncFolder(files, folder);
  }

  return {
    async withRoom(task) {
      try {
        return await task();
      } catch (cause) {
        if (!isFull(cause) || !(await giveUp())) throw cause;
        return await task();
      }
    },
    giveUp,
    async tend() {
      if (isWhole || bytes === 0 || monotonic() - lookedAt < lookEachMs) return;
      lookedAt = monotonic();
      try {
        if ((await size()) < bytes) {
          const free = await freeBytes(files, folder);
          if (free === null || free < lowBytes) return;
          await make();
          // It may have been given up while it was being made.
          if ((await size()) < bytes) return;
        }
        isWhole = true;
        isUsed = false;
      } catch {
        // A half made one would only take room.
        await files.rm(path, { force: true }).catch(() => undefined);
      }
    },
    isUsed: () => isUsed,
    forget() {
      isUsed = false;
      isWhole = false;
      lookedAt = -Infinity;
    },
  };
}
