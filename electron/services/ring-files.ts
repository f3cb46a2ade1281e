/**
 * The keyring, in two equal copies: to lose it would be to lose every person's records. Each copy is replaced on its
 * own, so that one of them is whole at every moment; the keys that were in the old ones are overwritten.
 */
import { join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import type { DiskReserve } from './disk-reserve';
import { isMissing } from './file-error';
import { mendReplaced, replaceWiping } from './replace-wiping';
import { readRange, withFile } from './write-durably';

const maxRingBytes = 16 * 1024 * 1024;
const damaged = new Uint8Array(0);

export interface RingFiles {
  read(): Promise<Result<{ copies: [Uint8Array | null, Uint8Array | null] }, FileError>>;
  write(bytes: Uint8Array): Promise<Result<Record<string, never>, FileError>>;
}

export const ringNames = ['ring-1.str', 'ring-2.str'] as const;

export function createRingFiles(deps: {
  readonly files: FilesPort;
  readonly folder: string;
  readonly reserve: DiskReserve;
}): RingFiles {
  const { files, folder, reserve } = deps;
  const [first, second] = [join(folder, ringNames[0]), join(folder, ringNames[1])];

  async function readCopy(path: string): Promise<Uint8Array | null> {
    await mendReplaced(files, path).catch(() => undefined);
    try {
      return await withFile(files, path, 'r', async (handle) => {
        const { size } = await handle.stat();
        // One too large to be a ring is a damaged one, which the worker tells by its bytes.
        return size > maxRingBytes ? damaged : readRange(handle, 0, size);
      });
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  }

  return {
    async read() {
      const failures: unknown[] = [];
      const tolerant = (path: string): Promise<Uint8Array | null> =>
        readCopy(path).catch((cause: unknown) => {
          failures.push(cause);
          return damaged;
        });
      const copies: [Uint8Array | null, Uint8Array | null] = [await tolerant(first), await tolerant(second)];
      // A copy that cannot be read must not hide the other one.
      if (failures.length > 0 && copies.every((copy) => copy === null || copy.length === 0))
        throw failures[0];
      return ok({ copies });
    },
    async write(bytes) {
      if (bytes.length > maxRingBytes) return err({ tag: 'WriteFailed', code: 'EFBIG' });
      await reserve.withRoom(() => replaceWiping(files, first, bytes));
      await reserve.withRoom(() => replaceWiping(files, second, bytes));
      return ok({});
    },
  };
}
