/** The main process's side of the vault for tests of the worker: the real services on a disk in memory. */
import type { FileError } from '@shared/ipc/errors';
import { err } from '@shared/kernel/result';
import type { VaultName } from '@shared/vault/vault-api';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createMemoryDisk, type MemoryDisk } from './memory-disk';
import { serveFiles, type ServedFiles } from './served-files';

export interface MemoryFiles extends VaultFilesDep {
  /** The bytes themselves: what a test changes in them is changed on the disk. Setting null deletes the file. */
  header: Uint8Array | null;
  /** All segments joined; the bytes themselves when there is one segment. Setting it leaves one, with its number. */
  journal: Uint8Array;
  /** What `cutTail` moved aside, oldest first. */
  readonly quarantine: readonly Uint8Array[];
  /** Answers the next append with this error, after writing that many of its bytes. */
  failNextAppend(error: FileError, writtenBytes?: number): void;
  failNextHeader(error: FileError): void;
  /** Answers the next call of that name with this error; nothing is done. */
  failNext(call: keyof VaultFilesDep, error: FileError): void;
  /** The next append is written whole, then the process dies: no answer ever comes, this throws. */
  crashAfterNextAppend(): void;
  readonly appends: number;
  readonly disk: MemoryDisk;
  readonly served: ServedFiles;
  /** Folder of the vault on `disk`. */
  readonly folder: string;
}

export interface MemoryFilesOptions {
  readonly name?: VaultName;
  readonly segmentBytes?: number;
  readonly reserveBytes?: number;
  readonly pick?: () => string | null;
}

export const folderOf = (name: VaultName): string =>
  name === 'main' ? '/profile/vault' : '/profile/vault-demo';
const segmentPattern = /\/seg-(\d{6})\.stj$/;

/**
 * `from`: header and journal as they were kept, or the files of another vault as the next process finds them; then
 * `{ ...files, journal }` puts another journal among them.
 */
export function createMemoryFiles(
  from?: { readonly header: Uint8Array | null; readonly journal: Uint8Array; readonly disk?: MemoryDisk },
  options: MemoryFilesOptions = {},
): MemoryFiles {
  const name = options.name ?? 'main';
  const folder = folderOf(name);
  const disk = from?.disk?.clone() ?? createMemoryDisk();
  const served = serveFiles({ ...options, files: disk });
  const real = served.dep(name);
  const inFolder = (part: string): string => `${folder}/${part}`;
  const segments = (): string[] =>
    disk.paths().filter((path) => path.startsWith(inFolder('journal/')) && segmentPattern.test(path));
  let nextAppend: { readonly error: FileError; readonly writtenBytes: number } | null = null;
  const nextErrors = new Map<keyof VaultFilesDep, FileError>();
  let isCrashing = false;
  let appends = 0;

  const guarded = Object.fromEntries(
    Object.entries(real).map(([call, ask]) => [
      call,
      (...what: unknown[]) => {
        const error = nextErrors.get(call as keyof VaultFilesDep);
        nextErrors.delete(call as keyof VaultFilesDep);
        return error === undefined
          ? (ask as (...args: unknown[]) => unknown)(...what)
          : Promise.resolve(err(error));
      },
    ]),
  ) as unknown as VaultFilesDep;

  const files: MemoryFiles = {
    ...guarded,
    disk,
    served,
    folder,
    get header() {
      return disk.bytesOf(inFolder('keys.stk'));
    },
    set header(bytes) {
      if (bytes !== null) disk.put(inFolder('keys.stk'), bytes);
      else if (disk.bytesOf(inFolder('keys.stk')) !== null) disk.remove(inFolder('keys.stk'));
    },
    get journal() {
      const all = segments().map((path) => disk.bytesOf(path) ?? new Uint8Array(0));
      return all.length === 1 && all[0] !== undefined ? all[0] : joined(all);
    },
    set journal(bytes) {
      const there = segments();
      for (const path of there) disk.remove(path);
      disk.put(there[0] ?? inFolder('journal/seg-000001.stj'), bytes);
    },
    get quarantine() {
      return disk
        .paths()
        .filter((path) => path.startsWith(inFolder('quarantine/')))
        .map((path) => disk.bytesOf(path) ?? new Uint8Array(0));
    },
    get appends() {
      return appends;
    },
    failNextAppend: (error, writtenBytes = 0) => {
      nextAppend = { error, writtenBytes };
    },
    failNextHeader: (error) => {
      nextErrors.set('writeHeader', error);
    },
    failNext: (call, error) => {
      nextErrors.set(call, error);
    },
    crashAfterNextAppend: () => {
      isCrashing = true;
    },
    async appendFrame(fromSegment, offset, frame, newSegment) {
      appends += 1;
      const failure = nextAppend;
      nextAppend = null;
      if (failure !== null) {
        const last = segments().at(-1) ?? inFolder(`journal/seg-${String(fromSegment).padStart(6, '0')}.stj`);
        const part = frame.slice(0, failure.writtenBytes);
        if (part.length > 0) disk.put(last, joined([disk.bytesOf(last) ?? new Uint8Array(0), part]));
        return err(failure.error);
      }
      const answer = await guarded.appendFrame(fromSegment, offset, frame, newSegment);
      if (isCrashing) throw new Error('Simulated crash');
      return answer;
    },
  };
  if (from !== undefined) {
    if (!isSame(from.header, files.header)) files.header = from.header;
    if (!isSame(from.journal, files.journal)) files.journal = from.journal;
  }
  return files;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === null || b === null ? a === b : Buffer.compare(a, b) === 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
