/**
 * Backups in a folder: `steading-YYYYMMDD-HHMMSS-xxxxxxxx.stb`, and the keyring beside each in a `.stbk`. Both are
 * written under temporary names and renamed when they are whole, the keys first: a body with its own name is one
 * that can be opened. A finished backup is never written over.
 */
import { basename, dirname, join } from 'node:path';
import { backupNamePattern } from '@shared/ipc/backup-contract';
import type { IpcReply, IpcRequest } from '@shared/ipc/contract';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { isFull, isMissing } from './file-error';
import { partOf, syncFile, writePiece } from './part-file';
import { mendReplaced, replaceWiping, wipeFile } from './replace-wiping';
import { exists, namesIn, readSpan, syncFolder } from './write-durably';

export type BackupPart = IpcRequest<'backup.read'>['part'];
type BackupEntry = IpcReply<'backup.list'>['backups'][number];
type Nothing = Result<Record<string, never>, FileError>;
type Span = Result<{ bytes: Uint8Array; end: number }, FileError>;

export interface BackupFiles {
  list(): Promise<BackupEntry[]>;
  read(name: string, part: BackupPart, offset: number, maxBytes: number): Promise<Span>;
  writePart(name: string, part: BackupPart, offset: number, bytes: Uint8Array): Promise<Nothing>;
  readPart(name: string, part: BackupPart, offset: number, maxBytes: number): Promise<Span>;
  finish(name: string): Promise<Nothing>;
  drop(name: string): Promise<Nothing>;
  rewriteKeys(name: string, bytes: Uint8Array): Promise<Nothing>;
}

const partPattern = /^\.(steading-\d{8}-\d{6}-[0-9a-f]{8})\.stbk?\.part$/;
const oldKeysPattern = /^\.(steading-\d{8}-\d{6}-[0-9a-f]{8}\.stbk)\.old$/;
/** Another computer may be writing into the same folder: its unfinished files are left alone for a day. */
const sweepAfterMs = 24 * 60 * 60 * 1000;

export function keysPathOf(bodyPath: string): string {
  return join(dirname(bodyPath), `${basename(bodyPath).replace(/\.stb$/i, '')}.stbk`);
}

/** The system's own code, for the cases that it has no call for. */
const systemError = (code: string): Error => Object.assign(new Error(code), { code });

export interface BackupFilesDeps {
  readonly files: FilesPort;
  /** The folder as it is now; throws when it is not there. */
  readonly folder: () => Promise<string>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export function createBackupFiles({ files, folder, now }: BackupFilesDeps): BackupFiles {
  const pathIn = (where: string, name: string, part: BackupPart): string => {
    if (!backupNamePattern.test(name)) throw systemError('EINVAL');
    const body = join(where, name);
    return part === 'body' ? body : keysPathOf(body);
  };
  const pathOf = async (name: string, part: BackupPart): Promise<string> =>
    pathIn(await folder(), name, part);

  /**
   * A crash between the two renames of `finish`: the keys have their name, the body, which was read back before,
   * does not. And one while keys were written anew.
   */
  async function mend(where: string, names: readonly string[]): Promise<boolean> {
    let isChanged = false;
    for (const name of names) {
      const old = oldKeysPattern.exec(name)?.[1];
      if (old !== undefined) await mendReplaced(files, join(where, old));
      const stem = partPattern.exec(name)?.[1];
      if (stem !== undefined && name.endsWith('.stb.part') && names.includes(`${stem}.stbk`)) {
        await files.rename(join(where, name), join(where, `${stem}.stb`));
      } else if (old === undefined) continue;
      isChanged = true;
    }
    if (isChanged) await syncFolder(files, where);
    return isChanged;
  }

  async function mendedNames(where: string): Promise<readonly string[]> {
    const names = await namesIn(files, where);
    // A folder that takes no writing can still be read.
    const isChanged = await mend(where, names).catch(() => false);
    return isChanged ? namesIn(files, where) : names;
  }

  async function sweep(where: string): Promise<void> {
    for (const name of await namesIn(files, where)) {
      if (!partPattern.test(name)) continue;
      const age = now() - (await files.stat(join(where, name))).mtimeMs;
      if (age > sweepAfterMs) await files.rm(join(where, name), { force: true });
    }
  }

  async function dropParts(where: string, name: string): Promise<void> {
    await files.rm(partOf(pathIn(where, name, 'body')), { force: true });
    await files.rm(partOf(pathIn(where, name, 'keys')), { force: true });
  }

  /** Whatever is asked: the only backup that can be opened is not deleted from here. */
  async function isLastWhole(where: string, name: string): Promise<boolean> {
    const names = await namesIn(files, where);
    const whole = names.filter(
      (one) => backupNamePattern.test(one) && names.includes(basename(keysPathOf(one))),
    );
    return whole.length === 1 && whole[0] === name;
  }

  async function begin(where: string, name: string, part: BackupPart): Promise<void> {
    if (await exists(files, pathIn(where, name, 'body'))) throw systemError('EEXIST');
    if (part === 'keys' && (await exists(files, pathIn(where, name, 'keys')))) throw systemError('EEXIST');
    await mend(where, await namesIn(files, where));
    await sweep(where);
  }

  return {
    async list() {
      const where = await folder();
      const names = await mendedNames(where);
      const entries: BackupEntry[] = [];
      for (const name of names.filter((one) => backupNamePattern.test(one)).sort()) {
        try {
          const facts = await files.stat(join(where, name));
          if (!facts.isFile()) continue;
          entries.push({ name, size: facts.size, hasKeys: names.includes(basename(keysPathOf(name))) });
        } catch (cause) {
          if (!isMissing(cause)) throw cause;
        }
      }
      return entries;
    },
    async read(name, part, offset, maxBytes) {
      return ok(await readSpan(files, await pathOf(name, part), offset, maxBytes));
    },
    async writePart(name, part, offset, bytes) {
      const where = await folder();
      if (offset === 0) await begin(where, name, part);
      try {
        return await writePiece(files, partOf(pathIn(where, name, part)), offset, bytes);
      } catch (cause) {
        // The vault may be on the same disk: what was written goes at once.
        if (isFull(cause)) await dropParts(where, name).catch(() => undefined);
        throw cause;
      }
    },
    async readPart(name, part, offset, maxBytes) {
      return ok(await readSpan(files, partOf(await pathOf(name, part)), offset, maxBytes));
    },
    async finish(name) {
      const where = await folder();
      const [body, keys] = [pathIn(where, name, 'body'), pathIn(where, name, 'keys')];
      if (await exists(files, body)) throw systemError('EEXIST');
      await syncFile(files, partOf(keys));
      await syncFile(files, partOf(body));
      await files.rename(partOf(keys), keys);
      await syncFolder(files, where);
      await files.rename(partOf(body), body);
      await syncFolder(files, where);
      return ok({});
    },
    async drop(name) {
      const where = await folder();
      if (await isLastWhole(where, name)) {
        return err({ tag: 'WriteFailed', code: 'ELASTBACKUP' });
      }
      // The keys first: a crash in between leaves a body that is seen, and dropped the next time.
      await mendReplaced(files, pathIn(where, name, 'keys'));
      await wipeFile(files, pathIn(where, name, 'keys'));
      await syncFolder(files, where);
      await files.rm(pathIn(where, name, 'body'), { force: true });
      await dropParts(where, name);
      await syncFolder(files, where);
      return ok({});
    },
    async rewriteKeys(name, bytes) {
      const where = await folder();
      if (!(await exists(files, pathIn(where, name, 'body')))) {
        return err({ tag: 'BackupFolder', problem: 'missing', code: 'ENOENT' });
      }
      await replaceWiping(files, pathIn(where, name, 'keys'), bytes);
      return ok({});
    },
  };
}
