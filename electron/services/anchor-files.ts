/**
 * The newest state of a vault that this computer has seen, in a few sealed bytes outside the profile: an old copy
 * of the whole profile is noticed by it. Not fsynced: it is a witness, not a record.
 */
import { join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { isMissing } from './file-error';
import { privateFolder, readRange, withFile, writeAll } from './write-durably';

const maxAnchorBytes = 4096;
const namePattern = /^[0-9a-f]{32}$/;

export interface AnchorFiles {
  read(name: string): Promise<Result<{ bytes: Uint8Array | null }, FileError>>;
  write(name: string, bytes: Uint8Array): Promise<Result<Record<string, never>, FileError>>;
}

export function createAnchorFiles(files: FilesPort, folder: string): AnchorFiles {
  const badName = err({ tag: 'WriteFailed', code: 'EINVAL' });
  return {
    async read(name) {
      if (!namePattern.test(name)) return badName;
      try {
        return await withFile(files, join(folder, `${name}.sta`), 'r', async (handle) => {
          const { size } = await handle.stat();
          if (size > maxAnchorBytes) return err({ tag: 'ReadFailed', code: 'EFBIG' });
          return ok({ bytes: await readRange(handle, 0, size) });
        });
      } catch (cause) {
        if (isMissing(cause)) return ok({ bytes: null });
        throw cause;
      }
    },
    async write(name, bytes) {
      if (!namePattern.test(name)) return badName;
      await files.mkdir(folder, { recursive: true, mode: privateFolder });
      const aside = join(folder, `.${name}.sta.part`);
      try {
        await withFile(files, aside, 'w', (handle) => writeAll(handle, bytes, 0));
        await files.rename(aside, join(folder, `${name}.sta`));
      } catch (cause) {
        await files.rm(aside, { force: true }).catch(() => undefined);
        throw cause;
      }
      return ok({});
    },
  };
}
