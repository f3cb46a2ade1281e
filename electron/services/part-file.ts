/**
 * A large file that is written piece by piece under a temporary name and gets its own name when it is whole. The
 * temporary name begins with a dot and ends in `.part`: nothing reads it as the thing itself.
 */
import { basename, dirname, join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { syncFolder, withFile, writeAll } from './write-durably';

/** Flushed as it grows, so that the last fsync is short and saves beside it do not wait for it. */
const flushEachBytes = 8 * 1024 * 1024;

export function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.part`);
}

/** Writes at exactly the end of what is there; offset 0 begins anew. */
export async function writePiece(
  files: FilesPort,
  path: string,
  offset: number,
  bytes: Uint8Array,
): Promise<Result<Record<string, never>, FileError>> {
  return withFile(files, path, offset === 0 ? 'w' : 'r+', async (handle) => {
    if (offset > 0) {
      const { size } = await handle.stat();
      if (size !== offset) return err({ tag: 'OffsetMismatch', end: size });
    }
    await writeAll(handle, bytes, offset);
    const flushed = Math.floor(offset / flushEachBytes);
    if (Math.floor((offset + bytes.length) / flushEachBytes) > flushed) await handle.datasync();
    return ok({});
  });
}

export async function syncFile(files: FilesPort, path: string): Promise<void> {
  await withFile(files, path, 'r+', (handle) => handle.sync());
}

/** Gives the unfinished file its name; after this it is there, or the one before it still is. */
export async function finishPart(files: FilesPort, path: string): Promise<void> {
  await syncFile(files, partOf(path));
  await files.rename(partOf(path), path);
  await syncFolder(files, dirname(path));
}
