/**
 * Replacing a file whose old bytes must not be left lying about (keys): written aside, fsynced, renamed over the
 * old one, and then the old file's own bytes are overwritten with zeros. All of the new or all of the old is there
 * at every moment. Overwriting is an effort, not a promise: flash and some file systems write elsewhere.
 */
import { basename, dirname, join } from 'node:path';
import type { FileHandlePort, FilesPort } from '../ports';
import { isCode } from './file-error';
import { exists, privateFile, syncFolder, withFile, writeAll } from './write-durably';

const chunkBytes = 64 * 1024;

async function zero(handle: FileHandlePort): Promise<void> {
  const { size } = await handle.stat();
  const zeros = new Uint8Array(Math.min(size, chunkBytes));
  for (let at = 0; at < size; at += zeros.length) {
    await writeAll(handle, zeros.subarray(0, Math.min(zeros.length, size - at)), at);
  }
  await handle.sync();
}

/** Overwrites, then deletes. A file that is not there is no failure, nor is one that cannot be overwritten. */
export async function wipeFile(files: FilesPort, path: string): Promise<void> {
  await withFile(files, path, 'r+', zero).catch(() => undefined);
  await files.rm(path, { force: true });
}

const asideOf = (path: string): string => join(dirname(path), `.${basename(path)}.part`);
/** Where the old file waits for its end on systems that do not rename over an open file. */
const oldOf = (path: string): string => join(dirname(path), `.${basename(path)}.old`);

/** Ends what a crash left half done. Call it before `path` is read or replaced. */
export async function mendReplaced(files: FilesPort, path: string): Promise<void> {
  const old = oldOf(path);
  if (!(await exists(files, old))) return;
  if (await exists(files, path)) await wipeFile(files, old);
  else await files.rename(old, path);
  await syncFolder(files, dirname(path));
}

export async function replaceWiping(files: FilesPort, path: string, bytes: Uint8Array): Promise<void> {
  await mendReplaced(files, path);
  const aside = asideOf(path);
  const old = await openOld(files, path);
  try {
    await withFile(files, aside, 'w', async (handle) => {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    });
    try {
      await files.rename(aside, path);
    } catch (cause) {
      // Windows: no renaming over a file that is open.
      if (old === null || !isCode(cause, 'EPERM', 'EACCES', 'EBUSY', 'EEXIST')) throw cause;
      await old.close().catch(() => undefined);
      await replaceInSteps(files, path, aside);
      return;
    }
    await syncFolder(files, dirname(path));
    if (old !== null) await zero(old).catch(() => undefined);
  } catch (cause) {
    await files.rm(aside, { force: true }).catch(() => undefined);
    throw cause;
  } finally {
    await old?.close().catch(() => undefined);
  }
}

async function openOld(files: FilesPort, path: string): Promise<FileHandlePort | null> {
  // Where it is not there, or cannot be overwritten, it can still be replaced.
  return files.open(path, 'r+', privateFile).catch(() => null);
}

/** A crash in between leaves the old file under its waiting name: `mendReplaced` puts it back. */
async function replaceInSteps(files: FilesPort, path: string, aside: string): Promise<void> {
  const old = oldOf(path);
  await files.rename(path, old);
  try {
    await files.rename(aside, path);
  } catch (cause) {
    await files.rename(old, path).catch(() => undefined);
    throw cause;
  }
  await syncFolder(files, dirname(path));
  await wipeFile(files, old).catch(() => undefined);
}
