/**
 * A disk in memory that fits FilesPort and forgets as a real one does: what was not fsynced may be gone, whole or in
 * part, after a power cut; a name in a folder that was not fsynced may be the old one. Any call can be made to fail.
 */
import type { FileHandlePort, FilesPort } from '../../electron/ports';
import {
  apply,
  copyOf,
  type FileChange,
  type FileNode,
  type FolderNode,
  newFolder,
  type Node,
  pathsIn,
  settle,
  settleFolder,
  survive,
} from './memory-nodes';

export interface Fault {
  /** The call that fails, counted from 0 at `fail`. */
  readonly at: number;
  readonly code: string;
  /** A failing write first puts this share of its bytes down. */
  readonly partial?: number;
  /** Every later call fails too: the process was killed here, or the disk was pulled out. */
  readonly forGood?: boolean;
}

export interface MemoryDisk extends FilesPort {
  fail(fault: Fault): void;
  /** Ends the fault; says how many calls there were since `fail`. */
  heal(): number;
  /** The names of the calls so far. */
  readonly calls: string[];
  /** Room for files' bytes, all in all; Infinity unless set. */
  capacity: number;
  /** What `statfs` says, where `capacity` does not say it. */
  free: number;
  /** Epoch milliseconds, for the times of files. */
  now: number;
  /** The disk as it is found after a power cut. `pick(n)` answers 0 to n. */
  afterPowerCut(pick: (n: number) => number): MemoryDisk;
  /** The disk as it is: another process could open it. */
  clone(): MemoryDisk;
  /** The bytes themselves, not a copy; null when there is no such file. */
  bytesOf(path: string): Uint8Array | null;
  put(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
  /** Every file, sorted. */
  paths(): string[];
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: /home/somebody/secret`), { code });
}

const partsOf = (path: string): string[] => path.split(/[\\/]/).filter((part) => part !== '');

export function createMemoryDisk(root: FolderNode = newFolder(1), firstIno = 2): MemoryDisk {
  let nextIno = firstIno;
  let fault: Fault | null = null;
  let counted = 0;
  const calls: string[] = [];

  function newFile(): FileNode {
    nextIno += 1;
    const none = new Uint8Array(0);
    return { type: 'file', ino: nextIno, data: none, size: 0, mtimeMs: disk.now, durable: none, pending: [] };
  }

  function find(path: string): Node | null {
    let node: Node | undefined = root;
    for (const part of partsOf(path)) {
      if (node?.type !== 'folder') throw diskError(node === undefined ? 'ENOENT' : 'ENOTDIR');
      node = node.entries.get(part);
    }
    return node ?? null;
  }
  function parentOf(path: string): { folder: FolderNode; name: string } {
    const parts = partsOf(path);
    const name = parts.pop() ?? '';
    const folder = find(`/${parts.join('/')}`);
    if (folder === null) throw diskError('ENOENT');
    if (folder.type !== 'folder') throw diskError('ENOTDIR');
    return { folder, name };
  }
  function existing(path: string): Node {
    const node = find(path);
    if (node === null) throw diskError('ENOENT');
    return node;
  }
  function change(folder: FolderNode, ...changes: [string, Node | null][]): void {
    for (const [name, node] of changes) {
      if (node === null) folder.entries.delete(name);
      else folder.entries.set(name, node);
    }
    folder.pending.push(new Map(changes));
  }

  /** True when this call is to fail; a fault for good fails all that come after it. */
  function isFailing(call: string): boolean {
    calls.push(call);
    const number = counted;
    counted += 1;
    return fault !== null && (number === fault.at || (fault.forGood === true && number > fault.at));
  }
  function pass(call: string): void {
    if (isFailing(call)) throw diskError(fault?.code ?? 'EIO');
  }

  function used(node: Node = root): number {
    if (node.type === 'file') return node.size;
    return [...node.entries.values()].reduce((sum, entry) => sum + used(entry), 0);
  }

  function handleOf(file: FileNode, isWritable: boolean): FileHandlePort {
    const record = (made: FileChange): void => {
      if (!isWritable) throw diskError('EBADF');
      apply(file, made);
      file.mtimeMs = disk.now;
      file.pending.push(made);
    };
    return {
      async read(buffer, offset, length, position) {
        pass('read');
        const part = file.data.subarray(position, Math.min(file.size, position + length));
        buffer.set(part, offset);
        return { bytesRead: part.length };
      },
      async write(buffer, offset, length, position) {
        const code = isFailing('write') ? (fault?.code ?? 'EIO') : null;
        const wanted = code === null ? length : Math.floor(length * (fault?.partial ?? 0));
        const growth = Math.max(0, position + wanted - file.size);
        const room = disk.capacity === Infinity ? Infinity : disk.capacity - used();
        const taken = growth > room ? wanted - (growth - Math.max(0, room)) : wanted;
        if (taken > 0 && (code === null || code !== 'EKILLED')) {
          record({ type: 'write', at: position, bytes: buffer.slice(offset, offset + taken) });
        }
        if (code !== null) throw diskError(code);
        if (taken <= 0 && length > 0) throw diskError('ENOSPC');
        return { bytesWritten: taken };
      },
      async truncate(length) {
        pass('truncate');
        record({ type: 'truncate', length });
      },
      async stat() {
        pass('fstat');
        return { size: file.size, ino: file.ino };
      },
      async sync() {
        pass('sync');
        settle(file);
      },
      async datasync() {
        pass('datasync');
        settle(file);
      },
      async close() {
        pass('close');
      },
    };
  }

  const disk: MemoryDisk = {
    calls,
    capacity: Infinity,
    free: 100 * 1024 ** 3,
    now: Date.UTC(2026, 10, 24),
    fail(next) {
      fault = next;
      counted = 0;
    },
    heal() {
      fault = null;
      return counted;
    },
    async open(path, flags) {
      pass('open');
      const { folder, name } = parentOf(path);
      const found = folder.entries.get(name) ?? (name === '' ? folder : undefined);
      if (found?.type === 'folder') {
        if (flags !== 'r') throw diskError('EISDIR');
        return folderHandle(found, pass);
      }
      if (found === undefined) {
        if (flags.startsWith('r')) throw diskError('ENOENT');
        const made = newFile();
        change(folder, [name, made]);
        return handleOf(made, true);
      }
      if (flags.includes('x')) throw diskError('EEXIST');
      const handle = handleOf(found, flags !== 'r');
      if (flags.startsWith('w') && found.size > 0) {
        const made: FileChange = { type: 'truncate', length: 0 };
        apply(found, made);
        found.pending.push(made);
      }
      return handle;
    },
    async mkdir(path) {
      pass('mkdir');
      let node: FolderNode = root;
      let at = '';
      let first: string | undefined;
      for (const part of partsOf(path)) {
        at += `/${part}`;
        const found: Node | undefined = node.entries.get(part);
        if (found?.type === 'file') throw diskError('EEXIST');
        if (found === undefined) {
          first ??= at;
          nextIno += 1;
          const made = newFolder(nextIno);
          change(node, [part, made]);
          node = made;
        } else node = found;
      }
      return first;
    },
    async readdir(path) {
      pass('readdir');
      const node = existing(path);
      if (node.type !== 'folder') throw diskError('ENOTDIR');
      return [...node.entries.keys()];
    },
    async stat(path) {
      pass('stat');
      const node = existing(path);
      const isFile = node.type === 'file';
      return {
        ino: node.ino,
        size: isFile ? node.size : 0,
        mtimeMs: isFile ? node.mtimeMs : 0,
        isFile: () => isFile,
      };
    },
    async statfs() {
      pass('statfs');
      const free = disk.capacity === Infinity ? disk.free : disk.capacity - used();
      return { bavail: free, bsize: 1 };
    },
    async rename(from, to) {
      pass('rename');
      const source = parentOf(from);
      const target = parentOf(to);
      const node = source.folder.entries.get(source.name);
      if (node === undefined) throw diskError('ENOENT');
      const over = target.folder.entries.get(target.name);
      if (over?.type === 'folder' && over.entries.size > 0) throw diskError('ENOTEMPTY');
      if (over !== undefined && over.type !== node.type) throw diskError('EEXIST');
      if (source.folder === target.folder) {
        change(source.folder, [source.name, null], [target.name, node]);
      } else {
        change(target.folder, [target.name, node]);
        change(source.folder, [source.name, null]);
      }
    },
    async rm(path, options) {
      pass('rm');
      let place: { folder: FolderNode; name: string };
      try {
        place = parentOf(path);
      } catch (cause) {
        if (options.force === true) return;
        throw cause;
      }
      const node = place.folder.entries.get(place.name);
      if (node === undefined) {
        if (options.force === true) return;
        throw diskError('ENOENT');
      }
      if (node.type === 'folder' && options.recursive !== true) throw diskError('EISDIR');
      change(place.folder, [place.name, null]);
    },
    afterPowerCut: (pick) => createMemoryDisk(survive(root, pick), nextIno),
    clone: () => createMemoryDisk(copyOf(root) as FolderNode, nextIno),
    bytesOf(path) {
      const node = findOrNull(path);
      return node?.type === 'file' ? node.data.subarray(0, node.size) : null;
    },
    put(path, bytes) {
      let node = root;
      const parts = partsOf(path);
      const name = parts.pop() ?? '';
      for (const part of parts) {
        const found = node.entries.get(part);
        if (found?.type === 'folder') node = found;
        else {
          nextIno += 1;
          const made = newFolder(nextIno);
          change(node, [part, made]);
          settleFolder(node);
          node = made;
        }
      }
      const file = newFile();
      apply(file, { type: 'write', at: 0, bytes });
      file.durable = bytes.slice();
      change(node, [name, file]);
      settleFolder(node);
    },
    remove(path) {
      const { folder, name } = parentOf(path);
      change(folder, [name, null]);
      settleFolder(folder);
    },
    paths: () => pathsIn(root, ''),
  };

  function findOrNull(path: string): Node | null {
    try {
      return find(path);
    } catch {
      return null;
    }
  }

  return disk;
}

function folderHandle(folder: FolderNode, pass: (call: string) => void): FileHandlePort {
  const refuse = (): Promise<never> => Promise.reject(diskError('EISDIR'));
  return {
    read: refuse,
    write: refuse,
    truncate: refuse,
    datasync: refuse,
    stat: () => Promise.resolve({ size: 0, ino: folder.ino }),
    async sync() {
      pass('sync');
      settleFolder(folder);
    },
    async close() {
      pass('close');
    },
  };
}
