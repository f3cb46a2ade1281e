import { describe, expect, test } from 'vitest';
import type { ProcessesPort } from '../../../electron/ports';
import { createProcesses } from '../../../electron/services/processes';
import { createMemoryDisk, type MemoryDisk } from '../../support/memory-disk';
import { serveFiles } from '../../support/served-files';

const bytes = Uint8Array.of(1);
const inUse = { ok: false, error: { tag: 'InUse' } };
const lock = '/profile/vault/in-use.lock';

/** One computer: processes by number, with the mark of when each began. */
function computer(alive: Record<number, string | null>, bootedAt = 0) {
  return (pid: number, now = 1_000_000_000): Partial<ProcessesPort> => ({
    pid,
    isAlive: (other) => other in alive,
    startMark: (other) => Promise.resolve(alive[other] ?? null),
    bootedAt: () => bootedAt,
    now: () => now,
  });
}
const holderOf = (disk: MemoryDisk): unknown => {
  const held = disk.bytesOf(lock);
  return held === null ? null : JSON.parse(new TextDecoder().decode(held));
};

describe('a vault folder opened twice', () => {
  test('the second process is refused, reading and writing, until the first is done', async () => {
    const disk = createMemoryDisk();
    const as = computer({ 10: 'a', 11: 'b' });
    const first = serveFiles({ files: disk, processes: as(10) });
    const second = serveFiles({ files: disk, processes: as(11) });
    await first.dep().writeHeader(bytes);
    const dep = second.dep();
    expect(await dep.readHeader()).toEqual(inUse);
    expect(await dep.writeHeader(bytes)).toEqual(inUse);
    expect(await dep.appendFrame(1, 0, bytes, false)).toEqual(inUse);
    expect(await dep.readRing()).toEqual(inUse);
    expect(await dep.listCheckpoints()).toEqual(inUse);
    expect(await dep.finishRestore()).toEqual(inUse);
    expect(await second.dep('demo').readHeader()).toEqual({ ok: true, value: null }); // another folder
    await first.settled();
    expect(disk.bytesOf(lock)).toBeNull();
    expect(await dep.readHeader()).toEqual({ ok: true, value: bytes });
    expect(await first.dep().readHeader()).toEqual(inUse);
  });

  test('the same process takes it again', async () => {
    const disk = createMemoryDisk();
    const as = computer({ 10: 'a' });
    await serveFiles({ files: disk, processes: as(10) })
      .dep()
      .writeHeader(bytes);
    expect(
      (
        await serveFiles({ files: disk, processes: as(10) })
          .dep()
          .readHeader()
      ).ok,
    ).toBe(true);
  });

  test('which names a process, and nothing of the computer', async () => {
    const disk = createMemoryDisk();
    const served = serveFiles({ files: disk, processes: computer({ 10: 'a' })(10, 77) });
    await served.dep().writeHeader(bytes);
    expect(holderOf(disk)).toEqual({ pid: 10, mark: 'a', at: 77 });
  });
});

describe('a holder that is gone is replaced', () => {
  const held = (holder: unknown): MemoryDisk => {
    const disk = createMemoryDisk();
    disk.put('/profile/vault/keys.stk', bytes);
    disk.put(lock, new TextEncoder().encode(typeof holder === 'string' ? holder : JSON.stringify(holder)));
    return disk;
  };

  test.each<[string, unknown, ReturnType<typeof computer>]>([
    ['dead', { pid: 10, mark: 'a', at: 5 }, computer({ 11: 'b' })],
    ['its number belongs to another now', { pid: 10, mark: 'a', at: 5 }, computer({ 10: 'z', 11: 'b' })],
    ['our own number, from before a restart', { pid: 11, mark: 'a', at: 5 }, computer({ 11: 'b' })],
    ['from before the last boot', { pid: 10, mark: null, at: 5 }, computer({ 10: null, 11: null }, 500_000)],
    ['cut short by a crash', '', computer({ 11: 'b' })],
    ['not ours at all', '{"pid":"x"}', computer({ 11: 'b' })],
  ])('%s', async (_name, holder, as) => {
    const disk = held(holder);
    const dep = serveFiles({ files: disk, processes: as(11) }).dep();
    expect(await dep.readHeader()).toEqual({ ok: true, value: bytes });
    expect(holderOf(disk)).toMatchObject({ pid: 11 });
    expect(disk.paths()).toEqual([lock, '/profile/vault/keys.stk']);
  });

  test('one that may be alive is not, where the system tells no marks', async () => {
    const disk = held({ pid: 10, mark: null, at: 900_000 });
    const as = computer({ 10: null, 11: null }, 500_000);
    expect(
      await serveFiles({ files: disk, processes: as(11) })
        .dep()
        .readHeader(),
    ).toEqual(inUse);
  });

  test('of two that see it dead at once, one gets it', async () => {
    for (let round = 0; round < 20; round += 1) {
      const disk = held({ pid: 9, mark: 'x', at: 5 });
      const as = computer({ 10: 'a', 11: 'b' });
      const answers = await Promise.all(
        [10, 11].map((pid) =>
          serveFiles({ files: disk, processes: as(pid) })
            .dep()
            .readHeader(),
        ),
      );
      expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    }
  });
});

describe('this computer', () => {
  const real = createProcesses({ wall: () => Date.now() });

  test('knows itself, and a number that nobody has', async () => {
    expect(real.isAlive(process.pid)).toBe(true);
    expect(real.isAlive(2 ** 30)).toBe(false);
    expect(await real.startMark(2 ** 30)).toBeNull();
    expect(real.bootedAt()).toBeLessThan(Date.now());
  });

  test.runIf(process.platform === 'linux')('marks each process for itself', async () => {
    const mine = await real.startMark(process.pid);
    expect(mine).toMatch(/^[0-9a-f-]{36} \d+$/);
    expect(await real.startMark(process.ppid)).not.toBe(mine);
    expect(await real.startMark(process.pid)).toBe(mine);
  });
});
