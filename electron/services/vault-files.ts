/**
 * The vault's files. Main sees only sealed bytes: a small header (`keys.stk`) that is swapped whole, and a
 * journal that only grows, kept in segments (`journal/seg-000001.stj` …). To the worker the segments are one
 * run of bytes with one offset. A write is answered after fdatasync: that answer is what "Saved" rests on.
 */
import { join } from 'node:path';
import type { IpcRequest } from '@shared/ipc/contract';
import type { FileError } from '@shared/ipc/errors';
import { err, ok, type Result } from '@shared/kernel/result';
import type { FilesPort } from '../ports';
import { isMissing, toReadError, toWriteError } from './file-error';
import { createTaskQueue, type TaskQueue } from './task-queue';
import { privateFolder, readRange, syncFolder, withFile, writeAll, writeAtomically } from './write-durably';

type VaultName = IpcRequest<'vault.readHeader'>['vault'];

const headerName = 'keys.stk';
const maxHeaderBytes = 64 * 1024;
const defaultSegmentBytes = 8 * 1024 * 1024;
const copyBytes = 1024 * 1024;
const segmentPattern = /^seg-(\d{6})\.stj$/;
const tailPattern = /^tail-(\d{6})\.stq$/;

interface Segment {
  readonly path: string;
  /** Offset of its first byte in the whole journal. */
  readonly start: number;
  readonly size: number;
}

export interface VaultFilesDeps {
  readonly files: FilesPort;
  readonly userData: string;
  readonly segmentBytes?: number;
}

export interface VaultFiles {
  readHeader(vault: VaultName): Promise<Result<{ bytes: Uint8Array | null }, FileError>>;
  writeHeader(vault: VaultName, bytes: Uint8Array): Promise<Result<Record<string, never>, FileError>>;
  readJournal(
    vault: VaultName,
    offset: number,
    maxBytes: number,
  ): Promise<Result<{ bytes: Uint8Array; end: number }, FileError>>;
  appendFrame(
    vault: VaultName,
    offset: number,
    frame: Uint8Array,
  ): Promise<Result<{ end: number }, FileError>>;
  cutTail(vault: VaultName, offset: number): Promise<Result<Record<string, never>, FileError>>;
  eraseDemo(): Promise<Result<Record<string, never>, FileError>>;
  /** Resolves when no file call is under way: the app may leave then. */
  settled(): Promise<void>;
}

const numbered = (n: number): string => String(n).padStart(6, '0');

/** Builds the service; calls on one vault run one after the other. */
export function createVaultFiles(deps: VaultFilesDeps): VaultFiles {
  const { files, userData } = deps;
  const segmentBytes = deps.segmentBytes ?? defaultSegmentBytes;
  const folders: Record<VaultName, string> = {
    main: join(userData, 'vault'),
    demo: join(userData, 'vault-demo'),
  };
  const queues: Record<VaultName, TaskQueue> = { main: createTaskQueue(), demo: createTaskQueue() };

  async function ensureFolder(path: string): Promise<void> {
    const created = await files.mkdir(path, { recursive: true, mode: privateFolder });
    if (created !== undefined) {
      await syncFolder(files, join(path, '..'));
      await syncFolder(files, userData);
    }
  }

  async function numbersIn(folder: string, pattern: RegExp): Promise<number[]> {
    const names = await files.readdir(folder).catch((cause: unknown) => {
      if (isMissing(cause)) return [];
      throw cause;
    });
    return names
      .flatMap((name) => pattern.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** The segments in order, or null when one in the middle is gone: then no offset can be trusted. */
  async function listSegments(vault: VaultName): Promise<readonly Segment[] | null> {
    const folder = join(folders[vault], 'journal');
    const segments: Segment[] = [];
    let start = 0;
    for (const [index, number] of (await numbersIn(folder, segmentPattern)).entries()) {
      if (number !== index + 1) return null;
      const path = join(folder, `seg-${numbered(number)}.stj`);
      const { size } = await files.stat(path);
      segments.push({ path, start, size });
      start += size;
    }
    return segments;
  }

  const endOf = (segments: readonly Segment[]): number => {
    const last = segments.at(-1);
    return last === undefined ? 0 : last.start + last.size;
  };
  const segmentMissing = err({ tag: 'ReadFailed', code: 'ESEGMENT' });

  async function readSpan(segments: readonly Segment[], offset: number, until: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, until - offset));
    for (const segment of segments) {
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

  /** Sends tagged errors back as values; anything without a system code stays a defect. */
  function guarded<T>(
    vault: VaultName,
    toError: (cause: unknown) => FileError,
    task: () => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>> {
    return queues[vault].run(async () => {
      try {
        return await task();
      } catch (cause) {
        return err(toError(cause));
      }
    });
  }

  async function append(
    vault: VaultName,
    offset: number,
    frame: Uint8Array,
  ): Promise<Result<{ end: number }, FileError>> {
    const segments = await listSegments(vault);
    if (segments === null) return segmentMissing;
    const end = endOf(segments);
    if (offset !== end) return err({ tag: 'OffsetMismatch', end });
    const folder = join(folders[vault], 'journal');
    await ensureFolder(folder);
    const last = segments.at(-1);
    const isFull = last !== undefined && last.size > 0 && last.size + frame.length > segmentBytes;
    const isNew = last === undefined || isFull;
    const path = isNew ? join(folder, `seg-${numbered(segments.length + 1)}.stj`) : last.path;
    const position = isNew ? 0 : last.size;
    await withFile(files, path, isNew ? 'wx' : 'r+', async (handle) => {
      try {
        await writeAll(handle, frame, position);
        await handle.datasync();
        // Also after an earlier refused first write: only then is the entry itself known to be on disk.
        if (position === 0) await syncFolder(files, folder);
      } catch (cause) {
        // A refused write leaves no half frame. Should even this fail, the next append finds another end
        // than it expects and is refused, so nothing is ever written after a damaged piece.
        try {
          await handle.truncate(position);
          await handle.datasync();
        } catch {
          /* see above */
        }
        throw cause;
      }
    });
    return ok({ end: end + frame.length });
  }

  async function cut(vault: VaultName, offset: number): Promise<Result<Record<string, never>, FileError>> {
    const segments = await listSegments(vault);
    if (segments === null) return segmentMissing;
    const end = endOf(segments);
    if (offset > end) return err({ tag: 'OffsetMismatch', end });
    if (offset === end) return ok({});
    const aside = join(folders[vault], 'quarantine');
    await ensureFolder(aside);
    const number = ((await numbersIn(aside, tailPattern)).at(-1) ?? 0) + 1;
    const path = join(aside, `tail-${numbered(number)}.stq`);
    try {
      await withFile(files, path, 'wx', async (handle) => {
        for (let at = offset; at < end; at += copyBytes) {
          await writeAll(handle, await readSpan(segments, at, Math.min(end, at + copyBytes)), at - offset);
        }
        await handle.sync();
      });
      await syncFolder(files, aside);
    } catch (cause) {
      await files.rm(path, { force: true }).catch(() => undefined);
      throw cause;
    }
    // From the last backwards: a crash in between leaves a shorter tail, never a hole.
    for (const segment of segments.toReversed()) {
      if (segment.start < offset && segment.start + segment.size <= offset) break;
      if (segment.start >= offset) {
        await files.rm(segment.path, {});
      } else {
        await withFile(files, segment.path, 'r+', async (handle) => {
          await handle.truncate(offset - segment.start);
          await handle.sync();
        });
      }
    }
    await syncFolder(files, join(folders[vault], 'journal'));
    return ok({});
  }

  return {
    readHeader: (vault) =>
      guarded<{ bytes: Uint8Array | null }>(vault, toReadError, async () => {
        try {
          return await withFile(files, join(folders[vault], headerName), 'r', async (handle) => {
            const { size } = await handle.stat();
            if (size > maxHeaderBytes) return err({ tag: 'ReadFailed', code: 'EFBIG' });
            return ok({ bytes: await readRange(handle, 0, size) });
          });
        } catch (cause) {
          if (isMissing(cause)) return ok({ bytes: null });
          throw cause;
        }
      }),
    writeHeader: (vault, bytes) =>
      guarded(vault, toWriteError, async () => {
        await ensureFolder(folders[vault]);
        await writeAtomically(files, join(folders[vault], headerName), bytes);
        return ok({});
      }),
    readJournal: (vault, offset, maxBytes) =>
      guarded(vault, toReadError, async () => {
        const segments = await listSegments(vault);
        if (segments === null) return segmentMissing;
        const end = endOf(segments);
        return ok({ bytes: await readSpan(segments, offset, Math.min(end, offset + maxBytes)), end });
      }),
    appendFrame: (vault, offset, frame) => guarded(vault, toWriteError, () => append(vault, offset, frame)),
    cutTail: (vault, offset) => guarded(vault, toWriteError, () => cut(vault, offset)),
    eraseDemo: () =>
      guarded('demo', toWriteError, async () => {
        // The journal first: a header without a journal is an empty vault, a journal without one looks damaged.
        await files.rm(join(folders.demo, 'journal'), { recursive: true, force: true });
        await files.rm(folders.demo, { recursive: true, force: true });
        await syncFolder(files, userData);
        return ok({});
      }),
    async settled() {
      await Promise.all([queues.main.settled(), queues.demo.settled()]);
    },
  };
}
