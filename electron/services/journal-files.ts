/**
 * The journal, which only grows, in segment files (`journal/seg-000001.stj` …) numbered without a gap. To the worker
 * the segments from one number on are one run of bytes with one offset. An append is answered after fdatasync: that
 * answer is what "Saved" rests on. The last segment stays open between appends, so that a save is one write and
 * one fdatasync.
 */
import { join } from 'node:path';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FileHandlePort, FilesPort } from '../ports';
import type { DiskReserve } from './disk-reserve';
import { isFull } from './file-error';
import {
  ensureFolder,
  numbered,
  numbersIn,
  privateFile,
  readRange,
  syncFolder,
  withFile,
  writeAll,
} from './write-durably';

const segmentPattern = /^seg-(\d{6})\.stj$/;
const tailPattern = /^tail-(\d{6})\.stq$/;
const copyBytes = 1024 * 1024;

interface Segment {
  readonly number: number;
  readonly path: string;
  readonly size: number;
}

/** A segment in a run, and the offset of its first byte there. */
interface Placed extends Segment {
  readonly start: number;
}

export interface JournalFilesDeps {
  readonly files: FilesPort;
  /** The vault's folder. */
  readonly folder: string;
  readonly segmentBytes: number;
  readonly reserve: DiskReserve;
}

type Nothing = Record<string, never>;

export interface JournalFiles {
  start(): Promise<Result<{ firstSegment: number; lastSegment: number }, FileError>>;
  read(
    fromSegment: number,
    offset: number,
    maxBytes: number,
  ): Promise<Result<{ bytes: Uint8Array; end: number }, FileError>>;
  append(
    fromSegment: number,
    offset: number,
    frame: Uint8Array,
    newSegment: boolean,
  ): Promise<Result<{ end: number; segment: number }, FileError>>;
  cutTail(fromSegment: number, offset: number): Promise<Result<Nothing, FileError>>;
  dropSegments(before: number): Promise<Result<Nothing, FileError>>;
  /** Lets go of the open file; the next append opens it again. */
  close(): Promise<void>;
}

const gap = err({ tag: 'ReadFailed', code: 'ESEGMENT' });

/** The segments from `first` on, or null where one is not there: then no offset can be trusted. */
function runFrom(segments: readonly Segment[], first: number): readonly Placed[] | null {
  const before = segments.findLast((segment) => segment.number < first);
  const run: Placed[] = [];
  let start = 0;
  for (const segment of segments) {
    if (segment.number < first) continue;
    if (segment.number !== first + run.length) return null;
    run.push({ ...segment, start });
    start += segment.size;
  }
  // One that is still to be begun has to be the next one.
  return run.length === 0 && before !== undefined && before.number !== first - 1 ? null : run;
}

function endOf(run: readonly Placed[]): number {
  const last = run.at(-1);
  return last === undefined ? 0 : last.start + last.size;
}

export function createJournalFiles({ files, folder, segmentBytes, reserve }: JournalFilesDeps): JournalFiles {
  const journal = join(folder, 'journal');
  const pathOf = (number: number): string => join(journal, `seg-${numbered(number)}.stj`);
  /** What is known between appends; the handle is the last segment's. */
  let open: { readonly segments: readonly Segment[]; readonly handle: FileHandlePort } | null = null;

  async function close(): Promise<void> {
    const closing = open;
    open = null;
    await closing?.handle.close().catch(() => undefined);
  }

  async function list(): Promise<readonly Segment[]> {
    const segments: Segment[] = [];
    for (const number of await numbersIn(files, journal, segmentPattern)) {
      const path = pathOf(number);
      segments.push({ number, path, size: (await files.stat(path)).size });
    }
    return segments;
  }

  /** Is the open file still the one under that name, and as long as we left it? */
  async function isAsLeft(): Promise<boolean> {
    const last = open?.segments.at(-1);
    if (open === null || last === undefined) return false;
    try {
      const [held, named] = await Promise.all([open.handle.stat(), files.stat(last.path)]);
      return held.size === last.size && held.ino === named.ino;
    } catch {
      return false;
    }
  }

  async function known(): Promise<readonly Segment[]> {
    if (open !== null && (await isAsLeft())) return open.segments;
    await close();
    return list();
  }

  async function readRun(run: readonly Placed[], offset: number, until: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, until - offset));
    for (const segment of run) {
      const from = Math.max(offset, segment.start);
      const to = Math.min(until, segment.start + segment.size);
      if (from >= to) continue;
      const part = await withFile(files, segment.path, 'r', (handle) =>
        readRange(handle, from - segment.start, to - from),
      );
      bytes.set(part, from - offset);
    }
    return bytes;
  }

  async function put(handle: FileHandlePort, frame: Uint8Array, position: number): Promise<void> {
    await writeAll(handle, frame, position);
    await handle.datasync();
    // Also after an earlier refused first write: only then is the entry itself known to be on disk.
    if (position === 0) await syncFolder(files, journal);
  }

  /**
   * A refused write leaves no half frame. Should even this fail, the next append finds another end than it expects
   * and is refused, so nothing is ever written after a damaged piece.
   */
  async function undo(handle: FileHandlePort, position: number): Promise<void> {
    try {
      await handle.truncate(position);
      await handle.datasync();
    } catch {
      /* see above */
    }
    await handle.close().catch(() => undefined);
  }

  async function append(
    fromSegment: number,
    offset: number,
    frame: Uint8Array,
    newSegment: boolean,
  ): Promise<Result<{ end: number; segment: number }, FileError>> {
    const segments = await known();
    const run = runFrom(segments, fromSegment);
    if (run === null) return gap;
    const end = endOf(run);
    if (offset !== end) return err({ tag: 'OffsetMismatch', end });
    const last = run.at(-1);
    const isNew =
      last === undefined || (last.size > 0 && (newSegment || last.size + frame.length > segmentBytes));
    const number = last === undefined ? fromSegment : last.number + (isNew ? 1 : 0);
    const position = isNew ? 0 : last.size;
    const path = pathOf(number);
    let handle = open?.handle ?? null;
    open = null;
    if (isNew) {
      await handle?.close().catch(() => undefined);
      handle = null;
      await reserve.withRoom(() => ensureFolder(files, journal));
    }
    const writing =
      handle ?? (await reserve.withRoom(() => files.open(path, isNew ? 'wx' : 'r+', privateFile)));
    try {
      await put(writing, frame, position);
    } catch (cause) {
      if (!isFull(cause) || !(await reserve.giveUp())) {
        await undo(writing, position);
        throw cause;
      }
      try {
        await put(writing, frame, position);
      } catch (again) {
        await undo(writing, position);
        throw again;
      }
    }
    const grown = { number, path, size: position + frame.length };
    open = { segments: [...segments.filter((segment) => segment.number < number), grown], handle: writing };
    return ok({ end: end + frame.length, segment: number });
  }

  async function cutTail(fromSegment: number, offset: number): Promise<Result<Nothing, FileError>> {
    await close();
    const run = runFrom(await list(), fromSegment);
    if (run === null) return gap;
    const end = endOf(run);
    if (offset > end) return err({ tag: 'OffsetMismatch', end });
    if (offset === end) return ok({});
    await reserve.withRoom(() => keepAside(run, offset, end));
    // From the last backwards: a crash in between leaves a shorter tail, never a hole.
    for (const segment of run.toReversed()) {
      if (segment.start < offset && segment.start + segment.size <= offset) break;
      if (segment.start >= offset) {
        await files.rm(segment.path, {});
        await syncFolder(files, journal);
      } else {
        await withFile(files, segment.path, 'r+', async (handle) => {
          await handle.truncate(offset - segment.start);
          await handle.sync();
        });
      }
    }
    return ok({});
  }

  async function keepAside(run: readonly Placed[], offset: number, end: number): Promise<void> {
    const aside = join(folder, 'quarantine');
    await ensureFolder(files, aside);
    const number = ((await numbersIn(files, aside, tailPattern)).at(-1) ?? 0) + 1;
    const path = join(aside, `tail-${numbered(number)}.stq`);
    try {
      await withFile(files, path, 'wx', async (handle) => {
        for (let at = offset; at < end; at += copyBytes) {
          await writeAll(handle, await readRun(run, at, Math.min(end, at + copyBytes)), at - offset);
        }
        await handle.sync();
      });
      await syncFolder(files, aside);
    } catch (cause) {
      await files.rm(path, { force: true }).catch(() => undefined);
      throw cause;
    }
  }

  return {
    async start() {
      const numbers = await numbersIn(files, journal, segmentPattern);
      return ok({ firstSegment: numbers.at(0) ?? 1, lastSegment: numbers.at(-1) ?? 1 });
    },
    async read(fromSegment, offset, maxBytes) {
      const run = runFrom(await list(), fromSegment);
      if (run === null) return gap;
      const end = endOf(run);
      return ok({ bytes: await readRun(run, offset, Math.min(end, offset + maxBytes)), end });
    },
    append,
    cutTail,
    async dropSegments(before) {
      const doomed = (await list()).filter((segment) => segment.number < before);
      if (doomed.length === 0) return ok({});
      await close();
      for (const segment of doomed) {
        await files.rm(segment.path, {});
        // Each for itself: a power cut must not bring back a lower one than is gone.
        await syncFolder(files, journal);
      }
      return ok({});
    },
    close,
  };
}
