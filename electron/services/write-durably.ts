import { basename, dirname, join } from 'node:path';
import type { FileHandlePort, FilesPort } from '../ports';

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

const folderSyncUnknown = new Set(['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM', 'EACCES']);

/**
 * Makes a new or renamed entry of a folder survive a power cut. Windows and some network file systems cannot
 * do it and say so; there the file's own fsync has to do.
 */
export async function syncFolder(files: FilesPort, path: string): Promise<void> {
  try {
    await withFile(files, path, 'r', (handle) => handle.sync());
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && folderSyncUnknown.has(String(cause.code))) return;
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
