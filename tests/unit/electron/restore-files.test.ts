import { expect, test } from 'vitest';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import type { FilesPort } from '../../../electron/ports';
import { createMemoryDisk, diskError, type MemoryDisk } from '../../support/memory-disk';
import { serveFiles, type ServedFiles } from '../../support/served-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const done = { ok: true, value: undefined };

async function oldVault(): Promise<{ disk: MemoryDisk; served: ServedFiles; dep: VaultFilesDep }> {
  const disk = createMemoryDisk();
  const served = serveFiles({ files: disk });
  const dep = served.dep();
  await dep.writeHeader(bytes(1));
  await dep.writeRing(bytes(1));
  await dep.appendFrame(1, 0, bytes(1, 1), false);
  return { disk, served, dep };
}

async function putTogether(dep: VaultFilesDep): Promise<void> {
  expect(await dep.beginRestore()).toEqual(done);
  expect(await dep.writeRestore('header', 0, 0, bytes(2))).toEqual(done);
  expect(await dep.writeRestore('ring', 0, 0, bytes(2))).toEqual(done);
  expect(await dep.writeRestore('checkpoint', 7, 0, bytes(2))).toEqual(done);
  expect(await dep.writeRestore('checkpoint', 7, 1, bytes(3))).toEqual(done);
}

async function contents(dep: VaultFilesDep): Promise<unknown> {
  const [header, ring, checkpoints, start] = [
    await dep.readHeader(),
    await dep.readRing(),
    await dep.listCheckpoints(),
    await dep.journalStart(),
  ];
  return [header, ring, checkpoints, start].map((one) => (one.ok ? one.value : one.error));
}
const restored = [bytes(2), [bytes(2), bytes(2)], [7], { firstSegment: 1, lastSegment: 1 }];

test('takes the place of the vault, which stays beside it, and the journal begins anew', async () => {
  const { disk, dep } = await oldVault();
  await putTogether(dep);
  expect(await dep.readRestore('checkpoint', 7, 1, 9)).toEqual({
    ok: true,
    value: { bytes: bytes(3), end: 2 },
  });
  expect(await dep.readHeader()).toEqual({ ok: true, value: bytes(1) }); // untouched so far
  expect(await dep.finishRestore()).toEqual(done);
  expect(await contents(dep)).toEqual(restored);
  expect(await dep.appendFrame(12, 0, bytes(9), true)).toEqual({ ok: true, value: { end: 1, segment: 12 } });
  expect(disk.paths()).toEqual([
    '/profile/vault-replaced-1/journal/seg-000001.stj',
    '/profile/vault-replaced-1/keys.stk',
    '/profile/vault-replaced-1/ring-1.str',
    '/profile/vault-replaced-1/ring-2.str',
    '/profile/vault/checkpoint/cp-000007.stc',
    '/profile/vault/in-use.lock',
    '/profile/vault/journal/seg-000012.stj',
    '/profile/vault/keys.stk',
    '/profile/vault/ring-1.str',
    '/profile/vault/ring-2.str',
  ]);
  expect(disk.bytesOf('/profile/vault-replaced-1/journal/seg-000001.stj')).toEqual(bytes(1, 1));
});

test('works where there was no vault, and again and again', async () => {
  const disk = createMemoryDisk();
  const dep = serveFiles({ files: disk }).dep();
  for (let round = 0; round < 3; round += 1) {
    await putTogether(dep);
    expect(await dep.finishRestore()).toEqual(done);
    expect(await contents(dep)).toEqual(restored);
  }
  const folders = new Set(disk.paths().map((path) => path.split('/')[2]));
  expect([...folders].sort()).toEqual(['vault', 'vault-replaced-1', 'vault-replaced-2']);
});

test.each(['header', 'ring', 'checkpoint'] as const)('without its %s nothing is swapped', async (missing) => {
  const { dep } = await oldVault();
  const before = await contents(dep);
  await dep.beginRestore();
  for (const piece of ['header', 'ring', 'checkpoint'] as const) {
    if (piece !== missing) await dep.writeRestore(piece, 1, 0, bytes(2));
  }
  expect(await dep.finishRestore()).toEqual({ ok: false, error: { tag: 'ReadFailed', code: 'EINCOMPLETE' } });
  expect(await contents(dep)).toEqual(before);
});

test('what an earlier one left is gone when the next begins', async () => {
  const { disk, dep } = await oldVault();
  await dep.beginRestore();
  await dep.writeRestore('checkpoint', 99, 0, bytes(5));
  await putTogether(dep);
  expect(await dep.finishRestore()).toEqual(done);
  expect(disk.paths().filter((path) => path.includes('000099'))).toEqual([]);
});

test('killed between the two renames: the next start ends it, once', async () => {
  const { disk, dep } = await oldVault();
  await putTogether(dep);
  const { rename } = disk;
  let left = 1;
  disk.rename = async (from, to) => {
    if (left === 0) throw diskError('EKILLED');
    left -= 1;
    await rename(from, to);
    disk.fail({ at: 0, code: 'EKILLED', forGood: true });
  };
  expect((await dep.finishRestore()).ok).toBe(false);
  disk.heal();
  expect(disk.bytesOf('/profile/vault/keys.stk')).toBeNull(); // neither is there: this is the moment
  const after = disk.clone();
  const next = serveFiles({ files: after, processes: { pid: 101 } }).dep();
  expect(await contents(next)).toEqual(restored);
  expect(after.bytesOf('/profile/vault-replaced-1/keys.stk')).toEqual(bytes(1));
  expect(after.paths().filter((path) => path.includes('restoring') || path.includes('.restored'))).toEqual(
    [],
  );
});

test('a second rename that is refused puts the vault back', async () => {
  const { disk, dep } = await oldVault();
  const before = await contents(dep);
  await putTogether(dep);
  const { rename } = disk;
  disk.rename = (from, to) =>
    from.endsWith('-restoring') ? Promise.reject(diskError('EBUSY')) : rename(from, to);
  expect(await dep.finishRestore()).toEqual({ ok: false, error: { tag: 'WriteFailed', code: 'EBUSY' } });
  expect(await contents(dep)).toEqual(before);
  disk.rename = rename;
  expect(await dep.finishRestore()).toEqual(done); // and it can be tried again
  expect(await contents(dep)).toEqual(restored);
});

test('a vault that another process has open is not replaced', async () => {
  const { disk } = await oldVault();
  const other = serveFiles({
    files: disk,
    processes: { pid: 101, isAlive: () => true, startMark: (pid) => Promise.resolve(String(pid)) },
  }).dep();
  disk.put('/profile/vault/in-use.lock', new TextEncoder().encode('{"pid":100,"mark":"100","at":0}'));
  expect(await other.finishRestore()).toEqual({ ok: false, error: { tag: 'InUse' } });
});

test('the made-up vault has a restore of its own, gone when it is erased', async () => {
  const disk = createMemoryDisk();
  const served = serveFiles({ files: disk });
  const demo = served.dep('demo');
  await demo.writeHeader(bytes(1));
  await putTogether(demo);
  await demo.finishRestore();
  await putTogether(demo);
  expect(disk.paths().some((path) => path.startsWith('/profile/vault-demo-replaced-1/'))).toBe(true);
  await served.desktop['vault.eraseDemo']({});
  expect(disk.paths()).toEqual([]);
});

test('what was set aside is listed and deleted; the vault and what is not ours stay', async () => {
  const { disk, served, dep } = await oldVault();
  const { desktop } = served;
  const none = await desktop['restore.aside']({ vault: 'main' });
  expect(none).toEqual({ ok: true, value: { movedAt: [] } });
  for (let round = 0; round < 2; round += 1) {
    await putTogether(dep);
    expect(await dep.finishRestore()).toEqual(done);
  }
  // One that did not end, and a folder of the person's own with a like name.
  await putTogether(dep);
  disk.put('/profile/vault-replaced-mine/x', bytes(7));
  const listed = await desktop['restore.aside']({ vault: 'main' });
  expect(listed.ok && listed.value.movedAt).toHaveLength(2);
  expect(await desktop['restore.aside']({ vault: 'demo' })).toEqual({ ok: true, value: { movedAt: [] } });

  expect(await desktop['restore.deleteAside']({ vault: 'main' })).toEqual({ ok: true, value: {} });
  const folders = new Set(disk.paths().map((path) => path.split('/')[2]));
  expect([...folders].sort()).toEqual(['vault', 'vault-replaced-mine']);
  expect(await contents(dep)).toEqual(restored);
  expect(await desktop['restore.aside']({ vault: 'main' })).toEqual({ ok: true, value: { movedAt: [] } });
});

test('a deletion that does not come to its end has taken the keys already, and goes on the next time', async () => {
  const { disk, dep } = await oldVault();
  await putTogether(dep);
  await dep.finishRestore();
  let isBusy = true;
  const files: FilesPort = {
    ...disk,
    rm: (path, options) =>
      isBusy && options.recursive === true ? Promise.reject(diskError('EBUSY')) : disk.rm(path, options),
  };
  const { desktop } = serveFiles({ files });
  const answer = await desktop['restore.deleteAside']({ vault: 'main' });
  expect(answer.ok).toBe(false);
  const left = disk.paths().filter((path) => path.includes('replaced'));
  expect(left).toEqual(['/profile/vault-replaced-1/journal/seg-000001.stj']);
  isBusy = false;
  expect((await desktop['restore.deleteAside']({ vault: 'main' })).ok).toBe(true);
  expect(disk.paths().filter((path) => path.includes('replaced'))).toEqual([]);
});
