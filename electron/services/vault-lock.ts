/**
 * A file in the vault's folder that names the process which has it open, so that a second copy of the app, with
 * another profile or from another place, cannot write into the same journal. A holder that died is replaced.
 */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from '@shared/kernel/zod';
import type { FilesPort, ProcessesPort } from '../ports';
import { isCode } from './file-error';
import { readRange, withFile, writeAll } from './write-durably';

const lockName = 'in-use.lock';
const maxLockBytes = 1024;
/** The clock may have been set a little while the computer ran. */
const bootSlackMs = 120_000;

/** Thrown through a file task; the guard around it makes a value of it. */
export class FolderInUse extends Error {}

export interface VaultLock {
  /** Does nothing when it is held, or when there is no folder to lock yet. */
  take(): Promise<void>;
  isHeld(): boolean;
  /** Puts the lock into a folder that is about to become the vault's. */
  prepare(folder: string): Promise<void>;
  /** The vault's folder is another one now, with a lock that `prepare` put there. */
  forget(): void;
  release(): Promise<void>;
}

const holderSchema = z.strictObject({ pid: z.int(), mark: z.string().nullable(), at: z.number() });
type Holder = z.infer<typeof holderSchema>;

export interface VaultLockDeps {
  readonly files: FilesPort;
  readonly processes: ProcessesPort;
  readonly folder: string;
}

export function lockPathIn(folder: string): string {
  return join(folder, lockName);
}

export function createVaultLock({ files, processes, folder }: VaultLockDeps): VaultLock {
  const path = lockPathIn(folder);
  let isHeld = false;

  async function write(to: string): Promise<void> {
    const me: Holder = {
      pid: processes.pid,
      mark: await processes.startMark(processes.pid),
      at: processes.now(),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(me));
    try {
      await withFile(files, to, 'wx', (handle) => writeAll(handle, bytes, 0));
    } catch (cause) {
      // One that says nothing (the disk is full) would only be in the way.
      if (!isCode(cause, 'EEXIST')) await files.rm(to, { force: true }).catch(() => undefined);
      throw cause;
    }
  }

  async function read(from: string): Promise<Holder | null> {
    for (let tries = 0; tries < 3; tries += 1) {
      const bytes = await withFile(files, from, 'r', (handle) => readRange(handle, 0, maxLockBytes));
      try {
        return holderSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        // Made this moment perhaps, and not written yet.
        await wait(20);
      }
    }
    return null;
  }

  async function isOther(holder: Holder | null): Promise<boolean> {
    // Cut short by a crash: nobody is behind it.
    if (holder === null || holder.pid === processes.pid || !processes.isAlive(holder.pid)) return false;
    const mark = await processes.startMark(holder.pid);
    if (holder.mark !== null && mark !== null) return holder.mark === mark;
    return holder.at >= processes.bootedAt() - bootSlackMs;
  }

  /** By a rename, which only one of two processes can win; what it took away is looked at again. */
  async function removeDead(): Promise<void> {
    const aside = join(folder, `.${lockName}.${String(processes.pid)}`);
    try {
      await files.rename(path, aside);
    } catch (cause) {
      if (isCode(cause, 'ENOENT')) return;
      throw cause;
    }
    if (await isOther(await read(aside))) {
      await files.rename(aside, path);
      throw new FolderInUse();
    }
    await files.rm(aside, { force: true });
  }

  return {
    async take() {
      if (isHeld) return;
      for (let tries = 0; tries < 3; tries += 1) {
        try {
          await write(path);
          isHeld = true;
          return;
        } catch (cause) {
          // No folder yet; or one that takes no file, and a vault on a full disk still has to open.
          if (!isCode(cause, 'EEXIST')) return;
        }
        try {
          const holder = await read(path);
          if (holder?.pid === processes.pid && holder.mark === (await processes.startMark(processes.pid))) {
            isHeld = true;
            return;
          }
          if (await isOther(holder)) throw new FolderInUse();
          await removeDead();
        } catch (cause) {
          if (cause instanceof FolderInUse) throw cause;
          if (!isCode(cause, 'ENOENT')) return;
        }
      }
    },
    isHeld: () => isHeld,
    async prepare(fresh) {
      await files.rm(lockPathIn(fresh), { force: true });
      await write(lockPathIn(fresh));
    },
    forget() {
      isHeld = false;
    },
    async release() {
      if (!isHeld) return;
      isHeld = false;
      await files.rm(path, { force: true }).catch(() => undefined);
    },
  };
}
