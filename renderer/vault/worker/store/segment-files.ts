/**
 * Segments in the browser's own file system for this origin: read about ten times as fast as values in IndexedDB. One
 * file for each kind of segment, written whole; each segment is its number, its length and its sealed bytes. Only a
 * dedicated worker has the calls that this needs.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { VaultName } from '@shared/vault/vault-api';
import {
  segmentKinds,
  type SealedSegment,
  type SegmentKind,
  type SegmentRun,
  type SegmentStoreDep,
  type StoreError,
} from './sealed-store';

/** What this uses of a `FileSystemSyncAccessHandle`: a test has its own. */
export interface OpenSegmentFile {
  getSize(): number;
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Null: the file is not there, and was not to be made. */
export type OpenFile = (name: string, isToBeMade: boolean) => Promise<OpenSegmentFile | null>;

/** Names that say nothing to somebody who looks into the profile folder. */
const fileNames = {
  main: { bodies: 's-main.b', outlines: 's-main.o' },
  demo: { bodies: 's-demo.b', outlines: 's-demo.o' },
} as const satisfies Record<VaultName, Record<SegmentKind, string>>;

const headBytes = 8;
/** A segment holds some hundred records; a length beyond this is damage. */
const maxSegmentBytes = 256 * 1024 * 1024;

export function createSegmentFiles(vault: VaultName, open: OpenFile): SegmentStoreDep {
  const clear = (): Promise<Result<void, StoreError>> =>
    attempt(async () => {
      for (const kind of segmentKinds) {
        const file = await open(fileNames[vault][kind], false);
        if (file === null) continue;
        try {
          file.truncate(0);
          file.flush();
        } finally {
          file.close();
        }
      }
    });
  return {
    clear,
    read: (kind, onSegment) =>
      attempt(async () => {
        const file = await open(fileNames[vault][kind], false);
        if (file === null) return;
        try {
          await readRun(file, onSegment);
        } finally {
          file.close();
        }
      }),
    write: (made) =>
      attempt(async () => {
        for (const kind of segmentKinds) {
          const segments = made[kind];
          const file = segments === undefined ? null : await open(fileNames[vault][kind], true);
          if (segments === undefined || file === null) continue;
          try {
            await writeRun(file, segments);
          } finally {
            file.close();
          }
        }
      }),
  };
}

/** Null where this browser has no such files: then segments lie in the database. */
export function originSegments(vault: VaultName): SegmentStoreDep | null {
  const open = openInOrigin();
  return open === null ? null : createSegmentFiles(vault, open);
}

function openInOrigin(): OpenFile | null {
  const isThere =
    typeof navigator === 'object' &&
    'storage' in navigator &&
    'getDirectory' in navigator.storage &&
    typeof FileSystemFileHandle === 'function' &&
    'createSyncAccessHandle' in FileSystemFileHandle.prototype;
  if (!isThere) return null;
  return async (name, isToBeMade) => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(name, { create: isToBeMade }).catch((cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'NotFoundError') return null;
      throw cause;
    });
    return handle === null ? null : patiently(() => handle.createSyncAccessHandle());
  };
}

const tries = 20;
const pauseMs = 50;

/** The worker of the session before may still hold the file for a moment. */
async function patiently<T>(open: () => Promise<T>): Promise<T> {
  for (let left = tries; ; left -= 1) {
    try {
      return await open();
    } catch (cause) {
      if (left === 0) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** As many are opened while the next is read. */
const underWay = 4;

/** What does not fit is where the run ends: the vault takes what is missing from the checkpoint. */
async function readRun(
  file: OpenSegmentFile,
  onSegment: (segment: SealedSegment) => Promise<void>,
): Promise<void> {
  const buffers = Array.from({ length: underWay }, () => new Uint8Array(0));
  const working: Promise<void>[] = [];
  let turn = 0;
  const readNext = (at: number, length: number): Uint8Array | null => {
    const own = buffers[turn] ?? new Uint8Array(0);
    const buffer = own.length < length ? new Uint8Array(length) : own;
    buffers[turn] = buffer;
    const bytes = buffer.subarray(0, length);
    return file.read(bytes, { at }) === length ? bytes : null;
  };
  const size = file.getSize();
  const head = new Uint8Array(headBytes);
  const fields = new DataView(head.buffer);
  for (let at = 0; at + headBytes <= size;) {
    if (file.read(head, { at }) !== headBytes) break;
    const length = fields.getUint32(4);
    at += headBytes;
    if (length > maxSegmentBytes || at + length > size) break;
    // Whoever had this buffer before is done with it then.
    await working[turn];
    const bytes = readNext(at, length);
    if (bytes === null) break;
    working[turn] = onSegment({ number: fields.getUint32(0), bytes });
    turn = (turn + 1) % underWay;
    at += length;
  }
  await Promise.all(working);
}

async function writeRun(file: OpenSegmentFile, segments: SegmentRun): Promise<void> {
  file.truncate(0);
  const head = new Uint8Array(headBytes);
  const fields = new DataView(head.buffer);
  let at = 0;
  for await (const { number, bytes } of segments) {
    fields.setUint32(0, number);
    fields.setUint32(4, bytes.length);
    if (file.write(head, { at }) !== headBytes) throw new Error('ShortWrite');
    if (file.write(bytes, { at: at + headBytes }) !== bytes.length) throw new Error('ShortWrite');
    at += headBytes + bytes.length;
    // Whatever was asked meanwhile comes first: a save does not wait for the whole cache.
    await new Promise((resolve) => setTimeout(resolve));
  }
  file.flush();
}

async function attempt(work: () => Promise<void>): Promise<Result<void, StoreError>> {
  try {
    await work();
    return ok();
  } catch (cause) {
    return err({ tag: 'StoreFailed', code: cause instanceof Error ? cause.name : 'Unknown' });
  }
}
