/** Sealed snapshots: `checkpoint/cp-000001.stc` …, each written aside and named when it is whole. */
import { join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { isMissing } from './file-error';
import { finishPart, partOf, writePiece } from './part-file';
import { ensureFolder, namesIn, numbered, numbersIn, readSpan, syncFolder } from './write-durably';

const namePattern = /^cp-(\d{6})\.stc$/;
const partPattern = /^\.cp-\d{6}\.stc\.part$/;

type Nothing = Result<Record<string, never>, FileError>;
type Span = Result<{ bytes: Uint8Array; end: number }, FileError>;

export interface CheckpointFiles {
  list(): Promise<Result<{ numbers: number[] }, FileError>>;
  read(number: number, offset: number, maxBytes: number): Promise<Span>;
  write(number: number, offset: number, bytes: Uint8Array): Promise<Nothing>;
  readPart(number: number, offset: number, maxBytes: number): Promise<Span>;
  finish(number: number): Promise<Nothing>;
  drop(number: number): Promise<Nothing>;
}

export function checkpointPath(vaultFolder: string, number: number): string {
  return join(vaultFolder, 'checkpoint', `cp-${numbered(number)}.stc`);
}

export function createCheckpointFiles(deps: {
  readonly files: FilesPort;
  readonly folder: string;
}): CheckpointFiles {
  const { files } = deps;
  const folder = join(deps.folder, 'checkpoint');
  const pathOf = (number: number): string => checkpointPath(deps.folder, number);

  /** What an earlier run left unfinished only takes room. */
  async function sweep(): Promise<void> {
    for (const name of await namesIn(files, folder)) {
      if (partPattern.test(name)) await files.rm(join(folder, name), { force: true });
    }
  }

  return {
    async list() {
      return ok({ numbers: await numbersIn(files, folder, namePattern) });
    },
    async read(number, offset, maxBytes) {
      return ok(await readSpan(files, pathOf(number), offset, maxBytes));
    },
    async write(number, offset, bytes) {
      if (offset === 0) {
        await ensureFolder(files, folder);
        await sweep();
      }
      try {
        return await writePiece(files, partOf(pathOf(number)), offset, bytes);
      } catch (cause) {
        // Room for saves comes first: a checkpoint can be made again.
        await files.rm(partOf(pathOf(number)), { force: true }).catch(() => undefined);
        throw cause;
      }
    },
    async readPart(number, offset, maxBytes) {
      return ok(await readSpan(files, partOf(pathOf(number)), offset, maxBytes));
    },
    async finish(number) {
      await finishPart(files, pathOf(number));
      return ok({});
    },
    async drop(number) {
      await files.rm(pathOf(number), { force: true });
      await files.rm(partOf(pathOf(number)), { force: true });
      await syncFolder(files, folder).catch(ignoreMissing);
      return ok({});
    },
  };
}

function ignoreMissing(cause: unknown): void {
  if (!isMissing(cause)) throw cause;
}
