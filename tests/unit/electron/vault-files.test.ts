import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createVaultFiles } from '../../../electron/services/vault-files';
import { createMemoryDisk } from '../../support/memory-disk';
import { serveFiles, type ServedFiles } from '../../support/served-files';
import { createFaultFiles, type FaultPoint } from './fault-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const done = { ok: true, value: undefined };
const failed = (code: string) => ({ ok: false, error: { tag: 'WriteFailed', code } });

let userData: string;
let files: ReturnType<typeof createFaultFiles>;
let served: ServedFiles;
let vault: VaultFilesDep;
const at = (...parts: string[]): string => join(userData, ...parts);

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'steading-'));
  files = createFaultFiles();
  served = serveFiles({ files, userData, appData: join(userData, 'outside') });
  vault = served.dep();
});
afterEach(async () => {
  files.heal();
  await served.settled();
  rmSync(userData, { recursive: true, force: true });
});

describe('header', () => {
  test('is null before the first write, and comes back as plain bytes of its own', async () => {
    expect(await vault.readHeader()).toEqual({ ok: true, value: null });
    expect(existsSync(at('vault'))).toBe(false); // looking makes nothing
    expect(await vault.writeHeader(bytes(1, 2, 3))).toEqual(done);
    const read = await vault.readHeader();
    expect(read).toEqual({ ok: true, value: bytes(1, 2, 3) });
    if (!read.ok || read.value === null) throw new Error('no bytes');
    expect(Buffer.isBuffer(read.value)).toBe(false);
    expect(read.value.buffer.byteLength).toBe(3); // nothing else travels with it
  });

  test('folders and files are for the owner only', async () => {
    await vault.writeHeader(bytes(1));
    await vault.appendFrame(1, 0, bytes(1), false);
    await vault.writeRing(bytes(1));
    await vault.writeCheckpoint(1, 0, bytes(1));
    await vault.writeAnchor('0'.repeat(32), bytes(1));
    const modes = (path: string): number[] =>
      readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? [statSync(join(path, entry.name)).mode & 0o777, ...modes(join(path, entry.name))]
          : [(statSync(join(path, entry.name)).mode & 0o777) | 0o100],
      );
    expect(new Set(modes(userData))).toEqual(new Set([0o700]));
  });

  test('is fsynced before the rename and the folder after it', async () => {
    await vault.writeHeader(bytes(1));
    files.calls.length = 0;
    await vault.writeHeader(bytes(2));
    const order = files.calls.filter((call) => ['write', 'sync', 'rename'].includes(call));
    expect(order).toEqual(['write', 'sync', 'rename', 'sync']);
  });

  test.each<[FaultPoint, string]>([
    ['open', 'EACCES'],
    ['write', 'ENOSPC'],
    ['sync', 'EIO'],
    ['rename', 'EROFS'],
  ])('failing at %s keeps the old header and leaves nothing beside it', async (point, code) => {
    await vault.writeHeader(bytes(1, 1));
    files.fail(point, code, { partial: 1 });
    const refused = await vault.writeHeader(bytes(2, 2));
    expect(refused).toEqual(code === 'ENOSPC' ? { ok: false, error: { tag: 'DiskFull' } } : failed(code));
    files.heal();
    expect(await vault.readHeader()).toEqual({ ok: true, value: bytes(1, 1) });
    expect(readdirSync(at('vault')).sort()).toEqual(['in-use.lock', 'keys.stk']);
  });

  test('a file too large to be one is refused, unread', async () => {
    await vault.writeHeader(bytes(1));
    writeFileSync(at('vault', 'keys.stk'), new Uint8Array(64 * 1024 + 1));
    expect(await vault.readHeader()).toEqual({ ok: false, error: { tag: 'ReadFailed', code: 'EFBIG' } });
  });

  test('errors hold a code and no path', async () => {
    await vault.writeHeader(bytes(1));
    files.fail('open', 'EACCES');
    expect(JSON.stringify(await vault.readHeader())).toBe(
      '{"ok":false,"error":{"tag":"ReadFailed","code":"EACCES"}}',
    );
  });

  test('a defect is not dressed up as a file error', async () => {
    const service = createVaultFiles({
      files: { ...files, readdir: () => Promise.reject(new TypeError('defect')) },
      processes: {
        pid: 1,
        isAlive: () => false,
        startMark: async () => null,
        bootedAt: () => 0,
        now: () => 0,
      },
      monotonic: () => 0,
      timer: { every: () => () => undefined },
      userData,
      appData: userData,
      onLow: () => undefined,
    });
    await expect(service.of('main').journal.read(1, 0, 1)).rejects.toThrow('defect');
    expect(await service.of('main').header.read()).toEqual({ ok: true, value: { bytes: null } });
  });
});

describe('keyring', () => {
  const both = async (): Promise<unknown> => {
    const read = await vault.readRing();
    return read.ok ? read.value.map((copy) => (copy === null ? null : [...copy])) : read.error;
  };

  test('two equal copies; none before the first write', async () => {
    expect(await both()).toEqual([null, null]);
    expect(await vault.writeRing(bytes(1, 2))).toEqual(done);
    expect(await both()).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test('the old bytes of both are overwritten with zeros, after the new ones have their name', async () => {
    const disk = createMemoryDisk();
    const dep = serveFiles({ files: disk }).dep();
    await dep.writeRing(bytes(1, 2, 3));
    const old = ['ring-1.str', 'ring-2.str'].map((name) => disk.bytesOf(`/profile/vault/${name}`));
    disk.calls.length = 0;
    await dep.writeRing(bytes(4));
    expect(old).toEqual([bytes(0, 0, 0), bytes(0, 0, 0)]);
    expect(disk.calls.filter((call) => ['write', 'sync', 'rename'].includes(call))).toEqual(
      [1, 2].flatMap(() => ['write', 'sync', 'rename', 'sync', 'write', 'sync']),
    );
    expect(disk.paths().filter((path) => path.includes('.part') || path.includes('.old'))).toEqual([]);
  });

  test('where a system renames over no open file, the old one is moved aside, zeroed and deleted', async () => {
    const disk = createMemoryDisk();
    const { rename } = disk;
    const openFiles = new Set<string>();
    const { open } = disk;
    disk.open = async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      openFiles.add(path);
      return {
        ...handle,
        close: async () => {
          openFiles.delete(path);
          await handle.close();
        },
      };
    };
    disk.rename = (from, to) =>
      openFiles.has(to) || openFiles.has(from)
        ? Promise.reject(Object.assign(new Error('open'), { code: 'EPERM' }))
        : rename(from, to);
    const dep = serveFiles({ files: disk }).dep();
    await dep.writeRing(bytes(1, 2, 3));
    const old = disk.bytesOf('/profile/vault/ring-1.str');
    expect(await dep.writeRing(bytes(4))).toEqual(done);
    expect(old).toEqual(bytes(0, 0, 0));
    expect(await dep.readRing()).toEqual({ ok: true, value: [bytes(4), bytes(4)] });
    expect(disk.paths().filter((path) => path.includes('ring'))).toEqual([
      '/profile/vault/ring-1.str',
      '/profile/vault/ring-2.str',
    ]);
  });

  test('a crash while the old one was moved aside: it is put back, or its end is brought about', async () => {
    const disk = createMemoryDisk();
    const [path, old] = ['/profile/vault/ring-1.str', '/profile/vault/.ring-1.str.old'];
    disk.put('/profile/vault/ring-2.str', bytes(1));
    disk.put(old, bytes(1));
    const dep = serveFiles({ files: disk }).dep();
    expect(await dep.readRing()).toEqual({ ok: true, value: [bytes(1), bytes(1)] });
    disk.put(old, bytes(9, 9));
    const leftover = disk.bytesOf(old);
    expect(await dep.writeRing(bytes(2))).toEqual(done);
    expect(leftover).toEqual(bytes(0, 0));
    expect(disk.bytesOf(path)).toEqual(bytes(2));
    expect(disk.bytesOf(old)).toBeNull();
  });

  test('a copy that cannot be read does not hide the other', async () => {
    await vault.writeRing(bytes(1));
    rmSync(at('vault', 'ring-1.str'));
    expect(await both()).toEqual([null, [1]]);
    writeFileSync(at('vault', 'ring-1.str'), new Uint8Array(16 * 1024 * 1024 + 1));
    expect(await both()).toEqual([[], [1]]);
    files.fail('read', 'EIO');
    expect(await both()).toEqual({ tag: 'ReadFailed', code: 'EIO' });
  });
});

describe('checkpoints', () => {
  test('are written piece by piece, and named when they are whole', async () => {
    expect(await vault.listCheckpoints()).toEqual({ ok: true, value: [] });
    expect(await vault.writeCheckpoint(3, 0, bytes(1, 2))).toEqual(done);
    expect(await vault.writeCheckpoint(3, 2, bytes(3))).toEqual(done);
    expect(await vault.writeCheckpoint(3, 2, bytes(3))).toEqual({
      ok: false,
      error: { tag: 'OffsetMismatch', end: 3 },
    });
    expect(await vault.readCheckpointPart(3, 1, 9)).toEqual({
      ok: true,
      value: { bytes: bytes(2, 3), end: 3 },
    });
    expect(await vault.listCheckpoints()).toEqual({ ok: true, value: [] });
    expect(await vault.readCheckpoint(3, 0, 1)).toMatchObject({ error: { code: 'ENOENT' } });
    expect(await vault.finishCheckpoint(3)).toEqual(done);
    expect(await vault.readCheckpoint(3, 0, 9)).toEqual({
      ok: true,
      value: { bytes: bytes(1, 2, 3), end: 3 },
    });
    expect(await vault.listCheckpoints()).toEqual({ ok: true, value: [3] });
    expect(await vault.dropCheckpoint(3)).toEqual(done);
    expect(await vault.dropCheckpoint(3)).toEqual(done);
    expect(readdirSync(at('vault', 'checkpoint'))).toEqual([]);
  });

  test('one begun anew, or after another that never ended, takes the room of both', async () => {
    await vault.writeCheckpoint(1, 0, bytes(1, 2, 3));
    await vault.writeCheckpoint(2, 0, bytes(4, 5, 6));
    await vault.writeCheckpoint(2, 0, bytes(7));
    expect(readdirSync(at('vault', 'checkpoint'))).toEqual(['.cp-000002.stc.part']);
    expect(await vault.readCheckpointPart(2, 0, 9)).toMatchObject({ value: { bytes: bytes(7) } });
  });

  test('a full disk takes the unfinished one away again, and leaves the last one', async () => {
    await vault.writeCheckpoint(1, 0, bytes(1));
    await vault.finishCheckpoint(1);
    await vault.writeCheckpoint(2, 0, bytes(2));
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await vault.writeCheckpoint(2, 1, bytes(3, 3))).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    files.heal();
    expect(readdirSync(at('vault', 'checkpoint'))).toEqual(['cp-000001.stc']);
  });

  test('a save does not wait for a checkpoint that is being written', async () => {
    const disk = createMemoryDisk();
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { open } = disk;
    disk.open = async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      return path.includes('checkpoint') ? { ...handle, sync: () => held } : handle;
    };
    const slow = serveFiles({ files: disk });
    const dep = slow.dep();
    await dep.writeHeader(bytes(1));
    await dep.writeCheckpoint(1, 0, bytes(1));
    let isFinished = false;
    const finishing = dep.finishCheckpoint(1).then(() => {
      isFinished = true;
    });
    expect((await dep.appendFrame(1, 0, bytes(1), false)).ok).toBe(true);
    expect(isFinished).toBe(false);
    letGo();
    await finishing;
  });
});

describe('anchor', () => {
  const name = '0123456789abcdef0123456789abcdef';

  test('lies outside the profile, and is null before the first write', async () => {
    expect(await vault.readAnchor(name)).toEqual({ ok: true, value: null });
    expect(await vault.writeAnchor(name, bytes(1))).toEqual(done);
    expect(await vault.writeAnchor(name, bytes(2, 3))).toEqual(done);
    expect(await vault.readAnchor(name)).toEqual({ ok: true, value: bytes(2, 3) });
    expect(readdirSync(at('outside', 'Steading Anchor'))).toEqual([`${name}.sta`]);
  });

  test('the one of the made-up vault goes with it', async () => {
    await served.dep('demo').writeHeader(bytes(1));
    await served.dep('demo').writeAnchor(name, bytes(1));
    expect(existsSync(at('outside'))).toBe(false);
    await served.desktop['vault.eraseDemo']({});
    expect(await served.dep('demo').readAnchor(name)).toEqual({ ok: true, value: null });
  });

  test.each(['../x', 'G'.repeat(32), '0'.repeat(31), `${'0'.repeat(32)}\n`])(
    'is never called %j',
    async (bad) => {
      expect(await vault.writeAnchor(bad, bytes(1))).toEqual(failed('BADARGS'));
    },
  );
});

test('the two vaults do not touch, and only the made-up one is erased', async () => {
  const demo = served.dep('demo');
  await vault.appendFrame(1, 0, bytes(1), false);
  await demo.appendFrame(1, 0, bytes(2, 2), false);
  await demo.writeHeader(bytes(3));
  expect(await served.desktop['vault.eraseDemo']({})).toEqual({ ok: true, value: {} });
  expect(existsSync(at('vault-demo'))).toBe(false);
  expect(await vault.readJournal(1, 0, 9)).toMatchObject({ value: { bytes: bytes(1) } });
  expect(await served.desktop['vault.eraseDemo']({})).toEqual({ ok: true, value: {} });
  expect(await demo.writeHeader(bytes(4))).toEqual(done);
});

describe('room', () => {
  const reserveBytes = 3_000_000;
  const reserve = '/profile/vault/reserve.bin';

  function small(capacity: number, monotonic = (): number => 0) {
    const disk = createMemoryDisk();
    const server = serveFiles({ files: disk, reserveBytes, monotonic });
    return { disk, server, dep: server.dep(), fill: () => (disk.capacity = capacity) };
  }

  test('is kept after the first write, really written, when there is plenty', async () => {
    const { disk, dep, server } = small(0);
    await dep.writeHeader(bytes(1));
    await server.settled();
    expect(disk.bytesOf(reserve)?.length).toBe(reserveBytes);
    expect(await server.desktop['disk.status']({})).toMatchObject({
      value: { isLow: false, isReserveUsed: false },
    });
    disk.calls.length = 0;
    await dep.appendFrame(1, 0, bytes(1), false);
    await dep.appendFrame(1, 1, bytes(1), false);
    await server.settled();
    expect(disk.calls).not.toContain('statfs'); // looked for once
  });

  test('is not taken where room is short already, and that is said', async () => {
    const { disk, dep, server } = small(0);
    disk.free = 499_999_999;
    await dep.writeHeader(bytes(1));
    await server.settled();
    expect(disk.bytesOf(reserve)).toBeNull();
    expect(await server.desktop['disk.status']({})).toEqual({
      ok: true,
      value: { freeBytes: 499_999_999, isLow: true, isReserveUsed: false },
    });
  });

  test('a full disk: the save is finished from it, the page is told, and it is made again later', async () => {
    let clock = 0;
    const { disk, dep, server } = small(0, () => clock);
    await dep.appendFrame(1, 0, bytes(1, 2), false);
    await server.settled();
    disk.capacity = reserveBytes + 400;
    expect(await dep.appendFrame(1, 2, new Uint8Array(5000).fill(7), false)).toMatchObject({
      ok: true,
      value: { end: 5002 },
    });
    expect(server.lowTold).toBe(1);
    expect(disk.bytesOf(reserve)).toBeNull();
    expect(await server.desktop['disk.status']({})).toMatchObject({
      value: { isLow: true, isReserveUsed: true },
    });
    expect((await dep.readJournal(1, 2, 9999)).ok).toBe(true);
    disk.capacity = Infinity;
    await dep.appendFrame(1, 5002, bytes(1), false);
    await server.settled();
    expect(disk.bytesOf(reserve)).toBeNull(); // not at once
    clock = 60_000;
    await dep.appendFrame(1, 5003, bytes(1), false);
    await server.settled();
    expect(disk.bytesOf(reserve)?.length).toBe(reserveBytes);
    expect(await server.desktop['disk.status']({})).toMatchObject({ value: { isReserveUsed: false } });
  });

  test('with nothing left to give up, the save is refused and the journal stays whole', async () => {
    const { disk, dep, server } = small(0);
    await dep.appendFrame(1, 0, bytes(1, 2), false);
    await server.settled();
    disk.capacity = 400;
    const long = new Uint8Array(5000);
    expect(await dep.appendFrame(1, 2, long, false)).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    expect(await dep.appendFrame(1, 2, long, false)).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    expect(await dep.readJournal(1, 0, 9)).toEqual({ ok: true, value: { bytes: bytes(1, 2), end: 2 } });
    expect(await dep.appendFrame(1, 2, bytes(3), false)).toMatchObject({ ok: true });
  });

  test('header, keyring and a new segment get it too', async () => {
    for (const act of [
      (dep: VaultFilesDep) => dep.writeHeader(new Uint8Array(5000)),
      (dep: VaultFilesDep) => dep.writeRing(new Uint8Array(5000)),
      (dep: VaultFilesDep) => dep.appendFrame(1, 1, new Uint8Array(5000), true),
    ]) {
      const { disk, dep, server } = small(0);
      await dep.writeHeader(bytes(1));
      await dep.writeRing(bytes(1));
      await dep.appendFrame(1, 0, bytes(1), false);
      await server.settled();
      disk.capacity = reserveBytes + 400;
      expect((await act(dep)).ok).toBe(true);
      expect(server.lowTold).toBe(1);
    }
  });

  test('a vault on a full disk still opens', async () => {
    const { disk, dep, server } = small(0);
    await dep.writeHeader(bytes(1));
    await dep.appendFrame(1, 0, bytes(1, 2), false);
    await server.settled();
    disk.remove(reserve);
    disk.capacity = 0;
    const next = serveFiles({ files: disk }).dep();
    expect(await next.readHeader()).toEqual({ ok: true, value: bytes(1) });
    expect(await next.readJournal(1, 0, 9)).toMatchObject({ value: { bytes: bytes(1, 2) } });
    expect(disk.paths().filter((path) => path.includes('lock'))).toEqual([]);
  });
});
