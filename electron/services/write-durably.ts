import { basename, dirname, join } from 'node:path';
import type { FileHandlePort, FilesPort } from '../ports';
import { isCode, isMissing } from './file-error';

/** Owner only: other accounts of the computer have no business here. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Writes all bytes at `position`; the system may take them in several pieces. */
export async function writeAll(handle: FileHandlePort, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/**
 * Reads `length` bytes at `position` into memory of their own. Never a pooled Buffer: sending a view of a
 * pool through IPC would copy the whole pool, other people's bytes included.
 */
export async function readRange(
  handle: FileHandlePort,
  position: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) return bytes.slice(0, done);
    done += bytesRead;
  }
  return bytes;
}

/** Opens, uses and closes. A failing close is not reported: what counts was fsynced before it. */
export async function withFile<T>(
  files: FilesPort,
  path: string,
  flags: string,
  use: (handle: FileHandlePort) => Promise<T>,
): Promise<T> {
  const handle = await files.open(path, flags, privateFile);
  try {
    return await use(handle);
  } finally {
    await handle.close().catch(() => undefined);
  }
}

const folderSyncUnknown = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES'] as const;

/**
 * Makes a new or renamed entry of a folder survive a power cut. Windows and some network file systems cannot
 * do it and say so; there the file's own fsync has to do.
 */
export async function syncFolder(files: FilesPort, path: string): Promise<void> {
  try {
    await withFile(files, path, 'r', (handle) => handle.sync());
  } catch (cause) {
    if (isCode(cause, ...folderSyncUnknown)) return;
    throw cause;
  }
}

/** All of the new bytes or all of the old file: written aside, fsynced, renamed, folder fsynced. */
export async function writeAtomically(files: FilesPort, path: string, bytes: Uint8Array): Promise<void> {
  const aside = join(dirname(path), `.${basename(path)}.part`);
  try {
    await withFile(files, aside, 'w', async (handle) => {
      await writeAll(handle, bytes, 0);
      await handle.sync();
    });
    await files.rename(aside, path);
  } catch (cause) {
    await files.rm(aside, { force: true }).catch(() => undefined);
    throw cause;
  }
  await syncFolder(files, dirname(path));
}

/** A range of a file, and how long the file is: never the whole of one, however large it claims to be. */
export async function readSpan(
  files: FilesPort,
  path: string,
  offset: number,
  maxBytes: number,
): Promise<{ readonly bytes: Uint8Array; readonly end: number }> {
  return withFile(files, path, 'r', async (handle) => {
    const { size } = await handle.stat();
    const length = Math.max(0, Math.min(maxBytes, size - offset));
    return { bytes: await readRange(handle, offset, length), end: size };
  });
}

/** Names in a folder; none when it is not there. */
export async function namesIn(files: FilesPort, folder: string): Promise<readonly string[]> {
  try {
    return await files.readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
}

/** The numbers that `pattern` finds in the names of a folder, ascending. */
export async function numbersIn(files: FilesPort, folder: string, pattern: RegExp): Promise<number[]> {
  return (await namesIn(files, folder))
    .flatMap((name) => pattern.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

export async function exists(files: FilesPort, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

/** Makes the folder and, where it was not there, its entry in the one above durable. */
export async function ensureFolder(files: FilesPort, path: string): Promise<void> {
  const created = await files.mkdir(path, { recursive: true, mode: privateFolder });
  if (created === undefined) return;
  // All levels that are new, from the deepest up to the one that holds the first of them.
  for (let at = dirname(path); ; at = dirname(at)) {
    await syncFolder(files, at);
    if (at === dirname(created) || at === dirname(at)) return;
  }
}

/** Six digits, as in the names of segments and checkpoints. */
export const numbered = (n: number): string => String(n).padStart(6, '0');
