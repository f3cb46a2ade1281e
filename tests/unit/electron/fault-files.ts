import * as fs from 'node:fs/promises';
import type { FileHandlePort, FilesPort } from '../../../electron/ports';

export type FaultPoint =
  | 'open'
  | 'write'
  | 'truncate'
  | 'sync'
  | 'datasync'
  | 'close'
  | 'mkdir'
  | 'readdir'
  | 'stat'
  | 'statfs'
  | 'read'
  | 'rename'
  | 'rm';

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: /home/somebody/secret`), { code });
}

/**
 * The real file system, except that one kind of call fails from the `after`-th time on. A failing write first
 * puts `partial` bytes down, as a full disk does.
 */
export function createFaultFiles(): FilesPort & {
  fail(point: FaultPoint, code: string, options?: { after?: number; partial?: number }): void;
  heal(): void;
  readonly calls: string[];
} {
  const calls: string[] = [];
  let fault: { point: FaultPoint; code: string; left: number; partial: number } | null = null;
  const pass = (point: FaultPoint): void => {
    calls.push(point);
    if (fault?.point !== point) return;
    if (fault.left > 0) fault.left -= 1;
    else throw systemError(fault.code);
  };
  const wrap = (handle: fs.FileHandle): FileHandlePort => ({
    async read(buffer, offset, length, position) {
      pass('read');
      return handle.read(buffer, offset, length, position);
    },
    async write(buffer, offset, length, position) {
      if (fault?.point === 'write' && fault.left === 0) {
        const partial = Math.min(fault.partial, length);
        if (partial > 0) {
          fault.partial -= partial;
          return handle.write(buffer, offset, partial, position);
        }
      }
      pass('write');
      return handle.write(buffer, offset, length, position);
    },
    async truncate(length) {
      pass('truncate');
      await handle.truncate(length);
    },
    stat: () => handle.stat(),
    async sync() {
      pass('sync');
      await handle.sync();
    },
    async datasync() {
      pass('datasync');
      await handle.datasync();
    },
    async close() {
      await handle.close();
      pass('close');
    },
  });
  return {
    calls,
    fail(point, code, { after = 0, partial = 0 } = {}) {
      fault = { point, code, left: after, partial };
    },
    heal() {
      fault = null;
    },
    async open(path, flags, mode) {
      pass('open');
      return wrap(await fs.open(path, flags, mode));
    },
    async mkdir(path, options) {
      pass('mkdir');
      return fs.mkdir(path, options);
    },
    async readdir(path) {
      pass('readdir');
      return fs.readdir(path);
    },
    async stat(path) {
      pass('stat');
      return fs.stat(path);
    },
    async statfs(path) {
      pass('statfs');
      return fs.statfs(path);
    },
    async rename(from, to) {
      pass('rename');
      await fs.rename(from, to);
    },
    async rm(path, options) {
      pass('rm');
      await fs.rm(path, options);
    },
  };
}
