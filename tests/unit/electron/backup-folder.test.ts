import { expect, test } from 'vitest';
import { createMemoryDisk } from '../../support/memory-disk';
import { serveFiles } from '../../support/served-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const name = 'steading-20261124-093000-0011aabb.stb';
const policy = { hourly: 24, daily: 7, weekly: 4, monthly: 12 };

function setup(paths: readonly (string | null)[] = [], disk = createMemoryDisk()) {
  const left = [...paths];
  const asked: unknown[] = [];
  const served = serveFiles({
    files: disk,
    cloudRoots: ['/cloud'],
    pick: (options) => {
      asked.push(options);
      return left.shift() ?? null;
    },
  });
  const { desktop } = served;
  return {
    disk,
    served,
    asked,
    dep: served.dep(),
    choose: () => desktop['backup.chooseFolder']({}),
    status: () => desktop['backup.status']({}),
    desktop,
  };
}

test('until one is chosen, backups go beside the vault', async () => {
  const { status } = setup();
  expect(await status()).toEqual({
    ok: true,
    value: {
      folderName: 'backups',
      isDefault: true,
      isCloud: false,
      isWritable: true,
      freeBytes: 100 * 1024 ** 3,
      policy,
      lastProblem: null,
    },
  });
});

test('a chosen one is tried out, marked, used and remembered; of its path the page gets the last name', async () => {
  const { disk, choose, asked } = setup(['/media/stick/Our backups']);
  disk.put('/media/stick/Our backups/letter.txt', bytes(1));
  const answer = await choose();
  expect(answer).toMatchObject({ value: { folderName: 'Our backups', isDefault: false, isWritable: true } });
  expect(JSON.stringify(answer)).not.toContain('media');
  expect(asked).toEqual([
    { defaultPath: '/documents', properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] },
  ]);
  const next = setup([], disk.clone());
  await next.dep.writeBackupPart(name, 'body', 0, bytes(1));
  await next.dep.writeBackupPart(name, 'keys', 0, bytes(1));
  expect((await next.dep.finishBackup(name)).ok).toBe(true);
  expect(next.disk.paths().filter((path) => path.startsWith('/media'))).toEqual([
    '/media/stick/Our backups/.steading-backups',
    '/media/stick/Our backups/letter.txt',
    `/media/stick/Our backups/${name}`,
    `/media/stick/Our backups/${name}k`,
  ]);
});

test('a stick that was pulled out leaves an empty place: nothing is written there', async () => {
  const { disk, choose, dep, status } = setup(['/media/stick']);
  disk.put('/media/stick/x', bytes(1));
  await choose();
  const gone = { ok: false, error: { tag: 'BackupFolder', problem: 'missing', code: 'ENOENT' } };
  disk.remove('/media/stick/.steading-backups');
  expect(await dep.writeBackupPart(name, 'body', 0, bytes(1))).toEqual(gone);
  disk.remove('/media/stick');
  expect(await dep.writeBackupPart(name, 'body', 0, bytes(1))).toEqual(gone);
  expect(await dep.listBackups()).toEqual(gone);
  expect(disk.paths().filter((path) => path.startsWith('/media'))).toEqual([]);
  expect(await status()).toMatchObject({
    value: {
      folderName: 'stick',
      isDefault: false,
      isWritable: false,
      freeBytes: null,
      lastProblem: { problem: 'missing', code: 'ENOENT' },
    },
  });
});

test('another stick in its place is not taken for it; a folder used before keeps its mark', async () => {
  const { disk, choose, dep } = setup(['/media/stick', '/media/stick']);
  disk.put('/media/stick/.steading-backups', new TextEncoder().encode(`${'f'.repeat(32)}\n`));
  await choose();
  expect((await dep.listBackups()).ok).toBe(true);
  disk.put('/media/stick/.steading-backups', new TextEncoder().encode(`${'e'.repeat(32)}\n`));
  expect((await dep.listBackups()).ok).toBe(false);
  await choose();
  expect((await dep.listBackups()).ok).toBe(true);
});

test('one that cannot be written in is not taken, and leaves nothing behind', async () => {
  const paths = Array.from({ length: 40 }, () => '/media/stick');
  const { disk, choose } = setup(paths);
  disk.put('/media/stick/x', bytes(1));
  disk.fail({ at: Number.MAX_SAFE_INTEGER, code: 'EROFS' });
  for (const call of ['write', 'sync', 'rename', 'rm'] as const) {
    disk.calls.length = 0;
    const trial = disk.clone();
    const tried = setup(['/media/stick'], trial);
    await tried.status();
    trial.fail({ at: Number.MAX_SAFE_INTEGER, code: 'EROFS' });
    trial.calls.length = 0;
    await tried.choose();
    const at = trial.calls.indexOf(call);
    const fresh = disk.clone();
    const again = setup(['/media/stick'], fresh);
    await again.status();
    fresh.fail({ at, code: 'EROFS' });
    expect(await again.choose()).toEqual({
      ok: false,
      error: { tag: 'BackupFolder', problem: 'read-only', code: 'EROFS' },
    });
    fresh.heal();
    expect(await again.status()).toMatchObject({ value: { isDefault: true } });
    expect(fresh.paths().filter((path) => path.startsWith('/media'))).toEqual(['/media/stick/x']);
  }
  disk.heal();
  expect((await choose()).ok).toBe(true);
});

test('cancelling changes nothing; the default can be gone back to', async () => {
  const { disk, choose, status, desktop } = setup(['/media/stick', null]);
  disk.put('/media/stick/x', bytes(1));
  await choose();
  expect(await choose()).toEqual({ ok: false, error: { tag: 'Cancelled' } });
  expect(await status()).toMatchObject({ value: { folderName: 'stick' } });
  expect(await desktop['backup.useDefaultFolder']({})).toMatchObject({ value: { isDefault: true } });
  expect(await status()).toMatchObject({ value: { folderName: 'backups' } });
});

test('a folder of the app’s own is refused; the default one is just the default', async () => {
  const { disk, choose } = setup([
    '/profile',
    '/profile/vault',
    '/profile/backups',
    '/profile-2',
    '/profile/..x',
  ]);
  disk.put('/profile/vault/keys.stk', bytes(1));
  disk.put('/profile-2/x', bytes(1));
  const own = { ok: false, error: { tag: 'BackupFolder', problem: 'own-folder', code: 'EINVAL' } };
  expect(await choose()).toEqual(own);
  expect(await choose()).toEqual(own);
  expect(await choose()).toMatchObject({ ok: true, value: { isDefault: true } });
  expect(await choose()).toMatchObject({ ok: true, value: { folderName: 'profile-2' } });
  expect(await choose()).toEqual(own);
});

test('a folder that a cloud service copies away is said to be one', async () => {
  const { disk, choose } = setup(['/cloud/x', '/home/Dropbox/x']);
  disk.put('/cloud/x/y', bytes(1));
  disk.put('/home/Dropbox/x/y', bytes(1));
  expect(await choose()).toMatchObject({ value: { isCloud: true, isWritable: true } });
  expect(await choose()).toMatchObject({ value: { isCloud: true } });
});

test('how many stay is kept, within bounds', async () => {
  const { disk, dep, desktop } = setup();
  const mine = { hourly: 0, daily: 14, weekly: 8, monthly: 0 };
  expect(await desktop['backup.setPolicy']({ policy: mine })).toMatchObject({ value: { policy: mine } });
  expect(await dep.backupPolicy()).toEqual({ ok: true, value: mine });
  for (const bad of [
    { ...mine, daily: 0 },
    { ...mine, hourly: 49 },
    { ...mine, weekly: 1.5 },
    { daily: 3 },
  ]) {
    expect((await desktop['backup.setPolicy']({ policy: bad as typeof mine })).ok).toBe(false);
  }
  const next = setup([], disk.clone());
  expect(await next.dep.backupPolicy()).toEqual({ ok: true, value: mine });
  expect(await next.served.dep('demo').backupPolicy()).toEqual({ ok: true, value: policy });
});

test('a setting that is out of range does not take the others with it', async () => {
  const { disk, choose } = setup(['/media/stick']);
  disk.put('/media/stick/x', bytes(1));
  await choose();
  const path = '/profile/backup-settings.json';
  const kept = JSON.parse(new TextDecoder().decode(disk.bytesOf(path) ?? bytes())) as Record<string, unknown>;
  disk.put(path, new TextEncoder().encode(JSON.stringify({ ...kept, policy: { daily: -1 } })));
  expect(await setup([], disk.clone()).status()).toMatchObject({ value: { folderName: 'stick', policy } });
});

test.each(['', '{', '{"version":2}', '[]', 'x'.repeat(100_000)])(
  'settings that read %j are forgotten, and backups go on to the default folder',
  async (text) => {
    const disk = createMemoryDisk();
    disk.put('/profile/backup-settings.json', new TextEncoder().encode(text));
    const { status, dep } = setup([], disk);
    expect(await status()).toMatchObject({ value: { isDefault: true, isWritable: true, policy } });
    expect((await dep.writeBackupPart(name, 'body', 0, bytes(1))).ok).toBe(true);
  },
);
