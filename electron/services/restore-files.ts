/**
 * A restore is put together in a folder beside the vault, marked as whole, and then takes the vault's place by two
 * renames; the old vault stays beside it. A crash between the two leaves the mark, by which the next start ends it.
 */
import { basename, dirname, join } from 'node:path';
import type { IpcRequest } from '@shared/ipc/contract';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { checkpointPath } from './checkpoint-files';
import { reserveName } from './disk-reserve';
import { syncFile, writePiece } from './part-file';
import { wipeFile } from './replace-wiping';
import { ringNames } from './ring-files';
import { lockPathIn, type VaultLock } from './vault-lock';
import { ensureFolder, exists, numbersIn, readSpan, syncFolder, withFile, writeAll } from './write-durably';

export type RestorePiece = IpcRequest<'restore.write'>['piece'];

type Nothing = Result<Record<string, never>, FileError>;

export interface RestoreFiles {
  begin(): Promise<Nothing>;
  write(piece: RestorePiece, number: number, offset: number, bytes: Uint8Array): Promise<Nothing>;
  read(
    piece: RestorePiece,
    number: number,
    offset: number,
    maxBytes: number,
  ): Promise<Result<{ bytes: Uint8Array; end: number }, FileError>>;
  finish(): Promise<Nothing>;
  /** Vaults that were moved aside, by when that was; the oldest first. */
  aside(): Promise<Result<{ movedAt: number[] }, FileError>>;
  /** Deletes them, and what a restore that did not end left; the keys first, so that a stop in between opens nothing. */
  deleteAside(): Promise<Nothing>;
  /** Ends a restore that a crash interrupted between its two renames. Before anything else is read. */
  mend(): Promise<void>;
  /** Folders that earlier restores moved aside, and one that was never finished. */
  leftovers(): Promise<string[]>;
}

const markName = '.restored';
export const headerName = 'keys.stk';
const copyBytes = 1024 * 1024;

export interface RestoreFilesDeps {
  readonly files: FilesPort;
  /** The vault's folder. */
  readonly folder: string;
  readonly lock: VaultLock;
}

export function createRestoreFiles({ files, folder, lock }: RestoreFilesDeps): RestoreFiles {
  const parent = dirname(folder);
  const fresh = `${folder}-restoring`;
  const checkpoints = join(fresh, 'checkpoint');
  const mark = join(fresh, markName);
  const asidePattern = new RegExp(`^${basename(folder)}-replaced-(\\d{1,9})$`);
  const checkpointPattern = /^cp-(\d{6})\.stc$/;

  function pathOf(piece: RestorePiece, number: number): string {
    switch (piece) {
      case 'header':
        return join(fresh, headerName);
      case 'ring':
        return join(fresh, ringNames[0]);
      case 'checkpoint':
        return checkpointPath(fresh, number);
    }
  }

  async function asideFolders(): Promise<string[]> {
    const numbers = await numbersIn(files, parent, asidePattern);
    return numbers.map((number) => `${folder}-replaced-${String(number)}`);
  }

  async function sizeOf(path: string): Promise<number> {
    return (await exists(files, path)) ? (await files.stat(path)).size : 0;
  }

  /** Everything that a vault needs, on the disk. False when a piece is not there. */
  async function complete(): Promise<boolean> {
    const header = pathOf('header', 0);
    const ring = pathOf('ring', 0);
    const numbers = await numbersIn(files, checkpoints, checkpointPattern);
    const needed = [header, ring, ...numbers.map((number) => checkpointPath(fresh, number))];
    if (numbers.length === 0) return false;
    for (const path of needed) if ((await sizeOf(path)) === 0) return false;
    await copyFile(ring, join(fresh, ringNames[1]));
    for (const path of needed) await syncFile(files, path);
    await ensureFolder(files, join(fresh, 'journal'));
    await syncFolder(files, checkpoints);
    await lock.prepare(fresh);
    await syncFolder(files, fresh);
    return true;
  }

  async function copyFile(from: string, to: string): Promise<void> {
    await withFile(files, to, 'w', async (handle) => {
      for (let at = 0, end = 1; at < end; at += copyBytes) {
        const span = await readSpan(files, from, at, copyBytes);
        end = span.end;
        await writeAll(handle, span.bytes, at);
      }
      await handle.sync();
    });
  }

  /** That it is there is all it says. */
  async function setMark(): Promise<void> {
    await withFile(files, mark, 'w', () => Promise.resolve());
    await syncFolder(files, fresh);
  }

  /** The vault is put back where it was, if it was moved at all; with it in place the mark means nothing. */
  async function goBack(aside: string): Promise<void> {
    try {
      if (!(await exists(files, folder))) await files.rename(aside, folder);
      await files.rm(mark, { force: true });
    } catch {
      /* What could not be put back now, the next start ends by the mark. */
    }
  }

  async function swap(): Promise<void> {
    const number = ((await numbersIn(files, parent, asidePattern)).at(-1) ?? 0) + 1;
    const aside = `${folder}-replaced-${String(number)}`;
    const isReplacing = await exists(files, folder);
    try {
      await setMark();
      if (isReplacing) {
        await files.rename(folder, aside);
        await syncFolder(files, parent);
      }
      await files.rename(fresh, folder);
    } catch (cause) {
      // Another process may have ended it for us, by the mark.
      const isEnded = !(await exists(files, fresh)) && (await exists(files, folder));
      if (!isEnded) {
        await goBack(aside);
        throw cause;
      }
    }
    lock.forget();
    for (const path of [lockPathIn(aside), join(aside, reserveName)]) {
      await files.rm(path, { force: true }).catch(() => undefined);
    }
    await syncFolder(files, parent);
    await files.rm(join(folder, markName), { force: true }).catch(() => undefined);
  }

  return {
    async begin() {
      await files.rm(fresh, { recursive: true, force: true });
      await ensureFolder(files, checkpoints);
      return ok({});
    },
    write: (piece, number, offset, bytes) => writePiece(files, pathOf(piece, number), offset, bytes),
    async read(piece, number, offset, maxBytes) {
      return ok(await readSpan(files, pathOf(piece, number), offset, maxBytes));
    },
    async finish() {
      if (!(await complete())) return err({ tag: 'ReadFailed', code: 'EINCOMPLETE' });
      await swap();
      return ok({});
    },
    async mend() {
      if (await exists(files, folder)) return;
      if (!(await exists(files, mark))) return;
      await files.rename(fresh, folder);
      await syncFolder(files, parent);
      await files.rm(join(folder, markName), { force: true }).catch(() => undefined);
    },
    async aside() {
      const facts = await Promise.all((await asideFolders()).map((path) => files.stat(path)));
      return ok({ movedAt: facts.map(({ mtimeMs }) => Math.floor(mtimeMs)) });
    },
    async deleteAside() {
      for (const path of [...(await asideFolders()), fresh]) {
        for (const name of [...ringNames, headerName]) await wipeFile(files, join(path, name));
        await files.rm(path, { recursive: true, force: true });
      }
      await syncFolder(files, parent);
      return ok({});
    },
    async leftovers() {
      return [...(await asideFolders()), fresh];
    },
  };
}
