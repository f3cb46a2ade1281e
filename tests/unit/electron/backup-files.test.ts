import {
  mkdirSync,
  mkdtempSync,
  openSync,
  ftruncateSync,
  closeSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import * as realFiles from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { BackupPart, VaultFilesDep } from '@shared/vault/vault-files';
import { createMemoryDisk, diskError, type MemoryDisk } from '../../support/memory-disk';
import { serveFiles, type ServedFiles } from '../../support/served-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const done = { ok: true, value: undefined };
const problem = (name: string, code: string) => ({
  ok: false,
  error: { tag: 'BackupFolder', problem: name, code },
});
const name = 'steading-20261124-093000-0011aabb.stb';
const later = 'steading-20261124-103000-0022ccdd.stb';
const day = 24 * 60 * 60 * 1000;

function setup(disk = createMemoryDisk()): { disk: MemoryDisk; served: ServedFiles; dep: VaultFilesDep } {
  const served = serveFiles({ files: disk, now: () => disk.now });
  return { disk, served, dep: served.dep() };
}
async function make(dep: VaultFilesDep, which = name, fill = 1): Promise<void> {
  expect(await dep.writeBackupPart(which, 'body', 0, bytes(fill, fill))).toEqual(done);
  expect(await dep.writeBackupPart(which, 'body', 2, bytes(fill))).toEqual(done);
  expect(await dep.writeBackupPart(which, 'keys', 0, bytes(fill))).toEqual(done);
  expect(await dep.finishBackup(which)).toEqual(done);
}
const inFolder = (disk: MemoryDisk): string[] =>
  disk.paths().flatMap((path) => /^\/profile\/backups\/(.*)$/.exec(path)?.[1] ?? []);
const listed = async (dep: VaultFilesDep): Promise<unknown> => {
  const list = await dep.listBackups();
  return list.ok ? list.value.map((backup) => backup.name) : list.error;
};

describe('a backup', () => {
  test('is written under names that nothing reads, read back, and named when it is whole', async () => {
    const { disk, dep } = setup();
    await dep.writeBackupPart(name, 'body', 0, bytes(1, 2));
    await dep.writeBackupPart(name, 'keys', 0, bytes(3));
    expect(inFolder(disk)).toEqual([`.${name}.part`, `.${name}k.part`]);
    expect(await dep.listBackups()).toEqual({ ok: true, value: [] });
    expect(await dep.readBackupPart(name, 'body', 1, 9)).toEqual({
      ok: true,
      value: { bytes: bytes(2), end: 2 },
    });
    expect(await dep.readBackup(name, 'body', 0, 9)).toEqual(problem('missing', 'ENOENT'));
    expect(await dep.finishBackup(name)).toEqual(done);
    expect(await dep.listBackups()).toEqual({ ok: true, value: [{ name, size: 2, hasKeys: true }] });
    expect(await dep.readBackup(name, 'body', 0, 9)).toEqual({
      ok: true,
      value: { bytes: bytes(1, 2), end: 2 },
    });
    expect(await dep.readBackup(name, 'keys', 0, 9)).toEqual({
      ok: true,
      value: { bytes: bytes(3), end: 1 },
    });
  });

  test('is fsynced, keys renamed first, each rename made sure of', async () => {
    const { disk, dep } = setup();
    await dep.writeBackupPart(name, 'body', 0, bytes(1));
    await dep.writeBackupPart(name, 'keys', 0, bytes(1));
    disk.calls.length = 0;
    await dep.finishBackup(name);
    expect(disk.calls.filter((call) => call === 'sync' || call === 'rename')).toEqual([
      'sync',
      'sync',
      'rename',
      'sync',
      'rename',
      'sync',
    ]);
  });

  test('without its keys, or without a body, gets no name', async () => {
    for (const part of ['body', 'keys'] as const) {
      const { dep } = setup();
      await dep.writeBackupPart(name, part, 0, bytes(1));
      expect(await dep.finishBackup(name)).toEqual(problem('missing', 'ENOENT'));
      expect(await dep.listBackups()).toEqual({ ok: true, value: [] });
    }
  });

  test('is never written over', async () => {
    const { dep } = setup();
    await make(dep);
    for (const part of ['body', 'keys'] as const) {
      expect(await dep.writeBackupPart(name, part, 0, bytes(9))).toEqual(problem('failed', 'EEXIST'));
    }
    expect(await dep.readBackup(name, 'body', 0, 9)).toMatchObject({ value: { bytes: bytes(1, 1, 1) } });
  });

  test('goes with its keys, whose bytes are overwritten, and is gone twice without a fuss', async () => {
    const { disk, dep } = setup();
    await make(dep);
    await make(dep, later);
    const keys = disk.bytesOf(`/profile/backups/${name}k`);
    expect(await dep.dropBackup(name)).toEqual(done);
    expect(await dep.dropBackup(name)).toEqual(done);
    expect(keys).toEqual(bytes(0));
    expect(inFolder(disk)).toEqual([later, `${later}k`]);
  });

  test('that is the only one left is not deleted', async () => {
    const { disk, dep } = setup();
    await make(dep);
    await dep.writeBackupPart(later, 'body', 0, bytes(1));
    expect(await dep.dropBackup(later)).toEqual(done); // an unfinished one is
    expect(await dep.dropBackup(name)).toEqual({
      ok: false,
      error: { tag: 'WriteFailed', code: 'ELASTBACKUP' },
    });
    await make(dep, later);
    disk.remove(`/profile/backups/${later}k`);
    expect(await dep.dropBackup(name)).toEqual({
      ok: false,
      error: { tag: 'WriteFailed', code: 'ELASTBACKUP' },
    });
    expect(await dep.dropBackup(later)).toEqual(done); // without its keys it opens nothing
    expect(inFolder(disk)).toEqual([name, `${name}k`]);
  });

  test('its keys can be written anew alone; the old bytes are overwritten', async () => {
    const { disk, dep } = setup();
    await make(dep);
    const keys = disk.bytesOf(`/profile/backups/${name}k`);
    expect(await dep.rewriteBackupKeys(name, bytes(7, 7))).toEqual(done);
    expect(keys).toEqual(bytes(0));
    expect(await dep.readBackup(name, 'keys', 0, 9)).toMatchObject({ value: { bytes: bytes(7, 7) } });
    expect(await dep.rewriteBackupKeys(later, bytes(7))).toEqual(problem('missing', 'ENOENT'));
    expect(inFolder(disk)).toEqual([name, `${name}k`]);
  });

  test.each(['../x.stb', 'steading-20261124-093000-0011aabb.stbk', `${name}\n`, `/tmp/${name}`, `x${name}`])(
    'is never called %j',
    async (bad) => {
      const { dep } = setup();
      expect((await dep.writeBackupPart(bad, 'body', 0, bytes(1))).ok).toBe(false);
      expect((await dep.readBackup(bad, 'body', 0, 1)).ok).toBe(false);
      expect((await dep.dropBackup(bad)).ok).toBe(false);
    },
  );

  test('of the made-up vault lies in its folder and goes with it', async () => {
    const { disk, served } = setup();
    await make(served.dep('demo'));
    expect(await listed(served.dep('demo'))).toEqual([name]);
    expect(await listed(served.dep())).toEqual([]);
    await served.desktop['vault.eraseDemo']({});
    expect(disk.paths().filter((path) => path.includes('.stb'))).toEqual([]);
  });
});

describe('what lies in the folder', () => {
  test('only whole files with our names are listed, in order of time', async () => {
    const { disk, dep } = setup();
    await make(dep, later);
    await make(dep);
    for (const other of [
      'letter.stb',
      `.${name}.swp`,
      'steading-x.stb',
      `${name} (copy)`,
      `${name}.crdownload`,
    ]) {
      disk.put(`/profile/backups/${other}`, bytes(1));
    }
    disk.put('/profile/backups/steading-20261124-113000-00000000.stb/x', bytes(1)); // a folder
    disk.remove(`/profile/backups/${later}k`);
    expect(await dep.listBackups()).toEqual({
      ok: true,
      value: [
        { name, size: 3, hasKeys: true },
        { name: later, size: 3, hasKeys: false },
      ],
    });
  });

  test('unfinished files of others are swept after a day, and not one hour before', async () => {
    const { disk, dep } = setup();
    await dep.writeBackupPart(name, 'body', 0, bytes(1));
    disk.now += day - 3_600_000;
    await make(dep, later);
    expect(inFolder(disk)).toContain(`.${name}.part`);
    disk.now += 2 * 3_600_000;
    await make(dep, 'steading-20261125-103000-00000000.stb');
    expect(inFolder(disk)).not.toContain(`.${name}.part`);
    disk.now -= 400 * day; // the clock was moved back: nothing is old
    await dep.writeBackupPart(name, 'body', 0, bytes(1));
    expect(inFolder(disk)).toContain(`.${name}.part`);
  });

  test('a crash between the two renames is ended by the next look', async () => {
    const { disk, dep } = setup();
    await make(dep, later);
    disk.put(`/profile/backups/.${name}.part`, bytes(1, 2));
    disk.put(`/profile/backups/${name}k`, bytes(3));
    expect(await listed(dep)).toEqual([name, later]);
    expect(inFolder(disk)).toEqual([name, `${name}k`, later, `${later}k`]);
  });

  test('keys alone are somebody’s: left as they are', async () => {
    const { disk, dep } = setup();
    disk.put(`/profile/backups/${name}k`, bytes(3));
    await make(dep, later);
    disk.now += 10 * day;
    await dep.writeBackupPart('steading-20261204-103000-00000000.stb', 'body', 0, bytes(1));
    expect(inFolder(disk)).toContain(`${name}k`);
  });
});

describe('a folder that does not do as asked', () => {
  test.each<[string, string]>([
    ['ENOSPC', 'full'],
    ['EDQUOT', 'full'],
    ['EFBIG', 'too-large'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EPERM', 'read-only'],
    ['ENOENT', 'missing'],
    ['ENODEV', 'missing'],
    ['ESTALE', 'missing'],
    ['EHOSTDOWN', 'missing'],
    ['EIO', 'failed'],
  ])('%s is told as %s, and the last good backup is whole', async (code, expected) => {
    for (const call of ['write', 'sync', 'rename'] as const) {
      const { disk, served, dep } = setup();
      await make(dep);
      await dep.writeBackupPart(later, 'body', 0, bytes(5));
      await dep.writeBackupPart(later, 'keys', 0, bytes(5));
      const refuse = (): Promise<never> => Promise.reject(diskError(code));
      const { open, rename } = disk;
      if (call === 'rename') disk.rename = (from, to) => (to.includes('.stb') ? refuse() : rename(from, to));
      disk.open = async (path, flags, mode) => {
        const handle = await open(path, flags, mode);
        return path.endsWith('.part') && path.includes('.stb') ? { ...handle, [call]: refuse } : handle;
      };
      const answer = await (call === 'write'
        ? dep.writeBackupPart(later, 'body', 1, bytes(5))
        : dep.finishBackup(later));
      expect(answer).toEqual(problem(expected, code));
      expect(await served.desktop['backup.status']({})).toMatchObject({
        value: { lastProblem: { problem: expected, code } },
      });
      disk.open = open;
      disk.rename = rename;
      expect(await listed(dep)).toEqual([name]);
      expect(await dep.readBackup(name, 'body', 0, 9)).toMatchObject({ value: { bytes: bytes(1, 1, 1) } });
      expect(await dep.dropBackup(later)).toEqual(done);
      await make(dep, later);
      expect(await listed(dep)).toEqual([name, later]);
    }
  });

  test('a full disk takes the unfinished files away at once: the vault may be on it too', async () => {
    const { disk, dep } = setup();
    await make(dep);
    await dep.writeBackupPart(later, 'keys', 0, bytes(1));
    disk.capacity = disk.paths().reduce((sum, path) => sum + (disk.bytesOf(path)?.length ?? 0), 0) + 10;
    expect(await dep.writeBackupPart(later, 'body', 0, new Uint8Array(50))).toEqual(
      problem('full', 'ENOSPC'),
    );
    expect(inFolder(disk)).toEqual([name, `${name}k`]);
  });

  test('what went wrong last is remembered over a restart, and forgotten when a backup is made', async () => {
    const { disk, dep } = setup();
    await dep.writeBackupPart(name, 'body', 0, bytes(1));
    disk.fail({ at: 2, code: 'EROFS' });
    expect((await dep.writeBackupPart(name, 'body', 1, bytes(1))).ok).toBe(false);
    disk.heal();
    const next = setup(disk.clone());
    expect(await next.served.desktop['backup.status']({})).toMatchObject({
      value: { lastProblem: { problem: 'read-only', code: 'EROFS' } },
    });
    await make(next.dep, later);
    expect(await next.served.desktop['backup.status']({})).toMatchObject({ value: { lastProblem: null } });
  });
});

describe('in real folders', () => {
  const root = mkdtempSync(join(tmpdir(), 'steading-backups-'));
  afterEach(() => {
    for (const entry of readdirSync(root)) rmSync(join(root, entry), { recursive: true, force: true });
  });

  test.each([
    ['spaces', 'My backups (old)  2'],
    ['emoji', '🗂️ Backups – Ärger'],
    ['300 characters', `${'long folder '.repeat(12).trim()}/${'inside '.repeat(24).trim()}`],
    ['a name of the system', 'con.aux'],
  ])('with %s in the path everything works', async (_what, folder) => {
    const [userData, chosen] = [join(root, folder, 'profile'), join(root, folder, 'chosen')];
    mkdirSync(chosen, { recursive: true });
    const served = serveFiles({ files: realFiles, userData, appData: join(root, 'app'), pick: () => chosen });
    const dep = served.dep();
    expect(await served.desktop['backup.chooseFolder']({})).toMatchObject({
      value: { folderName: 'chosen', isDefault: false, isWritable: true },
    });
    expect(await dep.writeHeader(bytes(1))).toEqual(done);
    expect((await dep.appendFrame(1, 0, bytes(1), false)).ok).toBe(true);
    await make(dep);
    expect(await listed(dep)).toEqual([name]);
    await dep.beginRestore();
    for (const piece of ['header', 'ring', 'checkpoint'] as const)
      await dep.writeRestore(piece, 1, 0, bytes(2));
    expect(await dep.finishRestore()).toEqual(done);
    expect(await dep.readHeader()).toEqual({ ok: true, value: bytes(2) });
    await served.settled();
  });

  test('a sparse file of 5 GB is read in ranges, whichever way it is named', async () => {
    const size = 5 * 1024 ** 3;
    const folder = join(root, 'profile', 'backups');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, name);
    const handle = openSync(path, 'w');
    ftruncateSync(handle, size);
    writeSync(handle, bytes(7), 0, 1, size - 1);
    closeSync(handle);
    const served = serveFiles({ files: realFiles, userData: join(root, 'profile'), pick: () => path });
    const dep = served.dep();
    expect(await dep.listBackups()).toEqual({ ok: true, value: [{ name, size, hasKeys: false }] });
    expect(await served.desktop['backup.pick']({ vault: 'main' })).toEqual({
      ok: true,
      value: { name, size, hasKeys: false },
    });
    for (const which of [name, null]) {
      expect(await dep.readBackup(which, 'body', size - 2, 100)).toEqual({
        ok: true,
        value: { bytes: bytes(0, 7), end: size },
      });
      const first = await dep.readBackup(which, 'body', 0, 1024);
      expect(first).toMatchObject({ value: { end: size } });
    }
    await served.settled();
  });
});

describe('a file that the person picks', () => {
  function picking(paths: readonly (string | null)[]) {
    const disk = createMemoryDisk();
    const left = [...paths];
    const asked: unknown[] = [];
    const served = serveFiles({
      files: disk,
      pick: (options) => {
        asked.push(options);
        return left.shift() ?? null;
      },
    });
    return { disk, served, dep: served.dep(), asked };
  }
  const read = (dep: VaultFilesDep, part: BackupPart = 'body') => dep.readBackup(null, part, 0, 9);

  test('is read without the page learning where it lies', async () => {
    const { disk, served, dep, asked } = picking([`/stick/${name}`]);
    disk.put(`/stick/${name}`, bytes(1, 2));
    disk.put(`/stick/${name}k`, bytes(3));
    expect(await read(dep)).toEqual({ ok: false, error: { tag: 'ReadFailed', code: 'ENOENT' } });
    expect(await served.desktop['backup.pick']({ vault: 'main' })).toEqual({
      ok: true,
      value: { name, size: 2, hasKeys: true },
    });
    expect(await read(dep)).toMatchObject({ value: { bytes: bytes(1, 2) } });
    expect(await read(dep, 'keys')).toMatchObject({ value: { bytes: bytes(3) } });
    expect(await read(served.dep('demo'))).toMatchObject({ error: { code: 'ENOENT' } });
    expect(asked).toMatchObject([
      { properties: ['openFile', 'dontAddToRecent'], filters: [{ extensions: ['stb', 'stbk'] }] },
    ]);
  });

  test('may have been renamed: its name is then nobody’s business', async () => {
    const { disk, served, dep } = picking(['/stick/Backup of Ann Smith.stb']);
    disk.put('/stick/Backup of Ann Smith.stb', bytes(1));
    disk.put('/stick/Backup of Ann Smith.stbk', bytes(2));
    expect(await served.desktop['backup.pick']({ vault: 'main' })).toEqual({
      ok: true,
      value: { name: null, size: 1, hasKeys: true },
    });
    expect(await read(dep, 'keys')).toMatchObject({ value: { bytes: bytes(2) } });
  });

  test('by its keys: the pair is meant', async () => {
    const { disk, served, dep } = picking([`/stick/${name}k`]);
    disk.put(`/stick/${name}`, bytes(1, 2));
    disk.put(`/stick/${name}k`, bytes(3));
    expect(await served.desktop['backup.pick']({ vault: 'main' })).toMatchObject({
      value: { name, size: 2 },
    });
    expect(await read(dep)).toMatchObject({ value: { bytes: bytes(1, 2) } });
  });

  test('cancelled, gone or no file: said, and the one picked before stays', async () => {
    const { disk, served, dep } = picking([`/stick/${name}`, null, '/stick/none.stb', '/stick']);
    disk.put(`/stick/${name}`, bytes(1));
    const pick = () => served.desktop['backup.pick']({ vault: 'main' });
    expect((await pick()).ok).toBe(true);
    expect(await pick()).toEqual({ ok: false, error: { tag: 'Cancelled' } });
    expect(await pick()).toEqual(problem('missing', 'ENOENT'));
    expect(await pick()).toEqual({ ok: false, error: { tag: 'ReadFailed', code: 'ENOTFILE' } });
    expect((await read(dep)).ok).toBe(true);
    disk.remove(`/stick/${name}`);
    expect(await read(dep)).toEqual(problem('missing', 'ENOENT'));
  });
});
