/** The main process's side of the vault, in memory, with places to fail at. */
import type { FileError } from '@shared/ipc/errors';
import { err, ok } from '@shared/kernel/result';
import type { VaultFilesDep } from '@shared/vault/vault-api';

export interface MemoryFiles extends VaultFilesDep {
  header: Uint8Array | null;
  journal: Uint8Array;
  /** What `cutTail` moved aside, oldest first. */
  readonly quarantine: Uint8Array[];
  /** Answers the next append with this error, after writing that many of its bytes. */
  failNextAppend(error: FileError, writtenBytes?: number): void;
  failNextHeader(error: FileError): void;
  /** The next append is written whole, then the process dies: no answer ever comes, this throws. */
  crashAfterNextAppend(): void;
  readonly appends: number;
}

export function createMemoryFiles(from?: {
  readonly header: Uint8Array | null;
  readonly journal: Uint8Array;
}): MemoryFiles {
  let nextAppend: { readonly error: FileError; readonly writtenBytes: number } | null = null;
  let nextHeader: FileError | null = null;
  let isCrashing = false;
  let appends = 0;
  const files: MemoryFiles = {
    header: from?.header?.slice() ?? null,
    journal: from?.journal.slice() ?? new Uint8Array(0),
    quarantine: [],
    get appends() {
      return appends;
    },
    failNextAppend: (error, writtenBytes = 0) => {
      nextAppend = { error, writtenBytes };
    },
    failNextHeader: (error) => {
      nextHeader = error;
    },
    crashAfterNextAppend: () => {
      isCrashing = true;
    },
    readHeader: () => Promise.resolve(ok(files.header?.slice() ?? null)),
    writeHeader: (bytes) => {
      if (nextHeader !== null) {
        const error = nextHeader;
        nextHeader = null;
        return Promise.resolve(err(error));
      }
      files.header = bytes.slice();
      return Promise.resolve(ok());
    },
    readJournal: (offset, maxBytes) =>
      Promise.resolve(
        ok({ bytes: files.journal.slice(offset, offset + maxBytes), end: files.journal.length }),
      ),
    appendFrame: (offset, frame) => {
      appends += 1;
      if (offset !== files.journal.length) {
        return Promise.resolve(err({ tag: 'OffsetMismatch', end: files.journal.length }));
      }
      const failure = nextAppend;
      nextAppend = null;
      const written = failure === null ? frame : frame.slice(0, failure.writtenBytes);
      files.journal = Uint8Array.from([...files.journal, ...written]);
      if (failure !== null) return Promise.resolve(err(failure.error));
      if (isCrashing) throw new Error('Simulated crash');
      return Promise.resolve(ok({ end: files.journal.length }));
    },
    cutTail: (offset) => {
      files.quarantine.push(files.journal.slice(offset));
      files.journal = files.journal.slice(0, offset);
      return Promise.resolve(ok());
    },
  };
  return files;
}
