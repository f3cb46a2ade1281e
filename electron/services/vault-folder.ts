/**
 * One vault's files. Main sees only sealed bytes. What has to do with "Saved" (header, keyring, journal) runs one
 * after the other; the large and slow things (checkpoints, restores) have a line of their own, so that no save waits
 * for them.
 */
import { dirname, join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort, ProcessesPort } from '../ports';
import { type AnchorFiles, createAnchorFiles } from './anchor-files';
import { type CheckpointFiles, createCheckpointFiles } from './checkpoint-files';
import { createDiskReserve } from './disk-reserve';
import { isMissing, toReadError, toWriteError } from './file-error';
import { createJournalFiles, type JournalFiles } from './journal-files';
import { createRestoreFiles, headerName, type RestoreFiles } from './restore-files';
import { createRingFiles, type RingFiles } from './ring-files';
import { createTaskQueue } from './task-queue';
import { createVaultLock, FolderInUse } from './vault-lock';
import { ensureFolder, readRange, syncFolder, withFile, writeAtomically } from './write-durably';

const maxHeaderBytes = 64 * 1024;

type Nothing = Record<string, never>;
type Answer<T> = Promise<Result<T, FileError>>;

export interface HeaderFiles {
  read(): Answer<{ bytes: Uint8Array | null }>;
  write(bytes: Uint8Array): Answer<Nothing>;
}

export interface VaultFolder {
  readonly header: HeaderFiles;
  readonly ring: RingFiles;
  readonly journal: Omit<JournalFiles, 'close'>;
  readonly checkpoints: CheckpointFiles;
  readonly anchor: AnchorFiles;
  readonly restore: Omit<RestoreFiles, 'mend' | 'leftovers'>;
  /** Deletes it with everything that restores left beside it. */
  erase(): Answer<Nothing>;
  isReserveUsed(): boolean;
  /** Closes what was left open and not used since the last call. */
  closeIdle(): void;
  /** Resolves when no call is under way; open files are closed and the folder is free for another process. */
  settled(): Promise<void>;
}

export interface VaultFolderDeps {
  readonly files: FilesPort;
  readonly processes: ProcessesPort;
  readonly monotonic: () => number;
  /** The vault's folder. */
  readonly folder: string;
  readonly anchorFolder: string;
  readonly segmentBytes: number;
  readonly reserveBytes: number;
  readonly onLow: () => void;
}

type ToError = (cause: unknown) => FileError;

export function createVaultFolder(deps: VaultFolderDeps): VaultFolder {
  const { files, folder } = deps;
  const quick = createTaskQueue();
  const bulk = createTaskQueue();
  const lock = createVaultLock({ files, processes: deps.processes, folder });
  const reserve = createDiskReserve({
    files,
    folder,
    bytes: deps.reserveBytes,
    monotonic: deps.monotonic,
    onLow: deps.onLow,
  });
  const header = createHeaderFiles();
  const ring = createRingFiles({ files, folder, reserve });
  const journal = createJournalFiles({ files, folder, segmentBytes: deps.segmentBytes, reserve });
  const checkpoints = createCheckpointFiles({ files, folder });
  const anchor = createAnchorFiles(files, deps.anchorFolder);
  const restore = createRestoreFiles({ files, folder, lock });
  /** Ended once, before the first call does anything. */
  let mended: Promise<void> | null = null;
  let isJournalUsed = false;

  async function enter(): Promise<void> {
    mended ??= restore.mend();
    try {
      await mended;
    } catch (cause) {
      mended = null;
      throw cause;
    }
    await lock.take();
  }

  /** Expected failures come back as values; anything without a system code stays a defect. */
  async function guarded<T>(toError: ToError, task: () => Answer<T>): Answer<T> {
    try {
      await enter();
      return await task();
    } catch (cause) {
      if (cause instanceof FolderInUse) return err({ tag: 'InUse' });
      return err(toError(cause));
    }
  }

  /** Reads that need no folder, and writes that make it. */
  const read = <T>(task: () => Answer<T>): Answer<T> => quick.run(() => guarded(toReadError, task));
  const change = <T>(task: () => Answer<T>): Answer<T> =>
    quick.run(() =>
      guarded(toWriteError, async () => {
        // Held: then the folder is there too.
        if (!lock.isHeld()) {
          await reserve.withRoom(() => ensureFolder(files, folder));
          await lock.take();
        }
        return task();
      }),
    );
  const slowly = <T>(toError: ToError, task: () => Answer<T>): Answer<T> =>
    bulk.run(() => guarded(toError, task));
  /** With nothing else of this vault under way. */
  const alone = <T>(task: () => Answer<T>): Answer<T> =>
    bulk.run(() =>
      quick.run(() =>
        guarded(toWriteError, async () => {
          await journal.close();
          return task();
        }),
      ),
    );
  /** After the answer: nobody waits for it, least of all the next save. */
  const tendReserve = (): void => {
    void bulk.run(() => reserve.tend());
  };

  function createHeaderFiles(): HeaderFiles {
    const path = join(folder, headerName);
    return {
      async read() {
        try {
          return await withFile(files, path, 'r', async (handle) => {
            const { size } = await handle.stat();
            if (size > maxHeaderBytes) return err({ tag: 'ReadFailed', code: 'EFBIG' });
            return ok({ bytes: await readRange(handle, 0, size) });
          });
        } catch (cause) {
          if (isMissing(cause)) return ok({ bytes: null });
          throw cause;
        }
      },
      async write(bytes) {
        await reserve.withRoom(() => writeAtomically(files, path, bytes));
        return ok({});
      },
    };
  }

  return {
    header: {
      read: () => read(() => header.read()),
      write: (bytes) => change(() => header.write(bytes)).finally(tendReserve),
    },
    ring: {
      read: () => read(() => ring.read()),
      write: (bytes) => change(() => ring.write(bytes)),
    },
    journal: {
      start: () => read(() => journal.start()),
      read: (...where) => read(() => journal.read(...where)),
      append: (...what) => {
        isJournalUsed = true;
        return change(() => journal.append(...what)).finally(tendReserve);
      },
      cutTail: (...where) => change(() => journal.cutTail(...where)),
      dropSegments: (before) => change(() => journal.dropSegments(before)),
    },
    checkpoints: {
      list: () => slowly(toReadError, () => checkpoints.list()),
      read: (...where) => slowly(toReadError, () => checkpoints.read(...where)),
      write: (...what) => slowly(toWriteError, () => checkpoints.write(...what)),
      readPart: (...where) => slowly(toReadError, () => checkpoints.readPart(...where)),
      finish: (number) => slowly(toWriteError, () => checkpoints.finish(number)),
      drop: (number) => slowly(toWriteError, () => checkpoints.drop(number)),
    },
    anchor: {
      read: (name) => slowly(toReadError, () => anchor.read(name)),
      write: (...what) => slowly(toWriteError, () => anchor.write(...what)),
    },
    restore: {
      begin: () => slowly(toWriteError, () => restore.begin()),
      write: (...what) => slowly(toWriteError, () => restore.write(...what)),
      read: (...where) => slowly(toReadError, () => restore.read(...where)),
      aside: () => slowly(toReadError, () => restore.aside()),
      deleteAside: () => slowly(toWriteError, () => restore.deleteAside()),
      finish: () =>
        alone(async () => {
          try {
            return await restore.finish();
          } finally {
            mended = null;
            reserve.forget();
          }
        }),
    },
    erase: () =>
      alone(async () => {
        // The journal first: a header without a journal is an empty vault, a journal without one looks damaged.
        await files.rm(join(folder, 'journal'), { recursive: true, force: true });
        await files.rm(folder, { recursive: true, force: true });
        lock.forget();
        reserve.forget();
        for (const path of await restore.leftovers()) await files.rm(path, { recursive: true, force: true });
        await syncFolder(files, dirname(folder));
        return ok({});
      }),
    isReserveUsed: () => reserve.isUsed(),
    closeIdle() {
      if (!isJournalUsed) void quick.run(() => journal.close());
      isJournalUsed = false;
    },
    async settled() {
      await Promise.all([quick.settled(), bulk.settled()]);
      await quick.run(async () => {
        await journal.close();
        await lock.release();
      });
    },
  };
}
