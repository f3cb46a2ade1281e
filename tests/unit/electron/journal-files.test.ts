import {
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  mkdtempSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { createMemoryDisk } from '../../support/memory-disk';
import { serveFiles } from '../../support/served-files';
import { createFaultFiles, type FaultPoint } from './fault-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);
const done = { ok: true, value: undefined };
const appended = (end: number, segment = 1) => ({ ok: true, value: { end, segment } });
const gap = { ok: false, error: { tag: 'ReadFailed', code: 'ESEGMENT' } };

let userData: string;
let files: ReturnType<typeof createFaultFiles>;
let vault: VaultFilesDep;
let settled: () => Promise<void>;
const at = (...parts: string[]): string => join(userData, ...parts);
const inJournal = (): string[] => readdirSync(at('vault', 'journal')).sort();

function open(segmentBytes?: number): void {
  const served = serveFiles({ files, userData, segmentBytes });
  vault = served.dep();
  settled = served.settled;
}

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'steading-'));
  files = createFaultFiles();
  open();
});
afterEach(async () => {
  await settled();
  rmSync(userData, { recursive: true, force: true });
});

async function journal(fromSegment = 1): Promise<Uint8Array> {
  const result = await vault.readJournal(fromSegment, 0, 1 << 20);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.bytes;
}
const append = (offset: number, frame: Uint8Array, newSegment = false, fromSegment = 1) =>
  vault.appendFrame(fromSegment, offset, frame, newSegment);

/** This process's open files in the profile; Linux only. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${number}`);
      return path.startsWith(userData) ? [path] : [];
    } catch {
      return [];
    }
  });
}

describe('journal', () => {
  test('grows at exactly the offset given', async () => {
    expect(await vault.readJournal(1, 0, 100)).toEqual({ ok: true, value: { bytes: bytes(), end: 0 } });
    expect(await append(0, bytes(1, 2))).toEqual(appended(2));
    expect(await append(2, bytes(3))).toEqual(appended(3));
    expect(await journal()).toEqual(bytes(1, 2, 3));
    expect(await vault.readJournal(1, 1, 1)).toEqual({ ok: true, value: { bytes: bytes(2), end: 3 } });
    expect(await vault.readJournal(1, 9, 1)).toEqual({ ok: true, value: { bytes: bytes(), end: 3 } });
  });

  test('bytes come without anything else in their buffer', async () => {
    await append(0, bytes(1, 2, 3));
    const read = await vault.readJournal(1, 0, 100);
    if (!read.ok) throw new Error('not read');
    expect(Buffer.isBuffer(read.value.bytes)).toBe(false);
    expect(read.value.bytes.buffer.byteLength).toBe(3);
  });

  test.each([0, 1, 3])('refuses offset %i when it ends at 2', async (offset) => {
    await append(0, bytes(1, 2));
    expect(await append(offset, bytes(9))).toEqual({ ok: false, error: { tag: 'OffsetMismatch', end: 2 } });
    expect(await journal()).toEqual(bytes(1, 2));
  });

  test('is answered after fdatasync, and after the folder is fsynced when the file is new', async () => {
    await append(0, bytes(1));
    const first = files.calls.lastIndexOf('datasync');
    expect(files.calls.slice(first).filter((call) => call.includes('sync'))).toEqual(['datasync', 'sync']);
  });

  test('the next save is one write and one fdatasync: nothing is opened, listed or closed', async () => {
    await append(0, bytes(1));
    files.calls.length = 0;
    await append(1, bytes(2));
    expect(files.calls).toEqual(['stat', 'write', 'datasync']); // stat: is the open file still the named one?
  });

  test.each<[FaultPoint, string, number]>([
    ['write', 'ENOSPC', 0],
    ['write', 'ENOSPC', 2],
    ['write', 'EDQUOT', 1],
    ['write', 'EIO', 2],
    ['datasync', 'EIO', 0],
  ])(
    'refused by %s %s after %i bytes: no half frame stays, and the next write fits',
    async (point, code, partial) => {
      await append(0, bytes(1, 2));
      files.fail(point, code, { partial });
      const error = code === 'EIO' ? { tag: 'WriteFailed', code } : { tag: 'DiskFull' };
      expect(await append(2, bytes(7, 8, 9))).toEqual({ ok: false, error });
      files.heal();
      expect(await journal()).toEqual(bytes(1, 2));
      expect(await append(2, bytes(3))).toEqual(appended(3));
      expect(await journal()).toEqual(bytes(1, 2, 3));
    },
  );

  test('a first frame refused by a full disk leaves an empty journal that works afterwards', async () => {
    await vault.writeHeader(bytes(1));
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await append(0, bytes(1, 2))).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    files.heal();
    files.calls.length = 0;
    expect(await append(0, bytes(1, 2))).toEqual(appended(2));
    expect(files.calls).toContain('sync'); // the entry in the folder is made sure of again
  });

  test('when even the undo fails, the next append is refused instead of writing after damage', async () => {
    await append(0, bytes(1, 2));
    await settled(); // the file is opened anew, with a truncate that fails
    const { open: realOpen } = files;
    files.open = async (path, flags, mode) => {
      const handle = await realOpen(path, flags, mode);
      return { ...handle, truncate: () => Promise.reject(new Error('gone')) };
    };
    files.fail('write', 'EIO', { after: 1, partial: 1 }); // the first write is the lock file's
    expect((await append(2, bytes(7, 8))).ok).toBe(false);
    files.heal();
    files.open = realOpen;
    expect(await append(2, bytes(3))).toEqual({ ok: false, error: { tag: 'OffsetMismatch', end: 3 } });
    expect(await vault.cutTail(1, 2)).toEqual(done);
    expect(await append(2, bytes(3))).toEqual(appended(3));
  });

  test('calls run in the order asked', async () => {
    const results = await Promise.all([0, 1, 2, 3].map((n) => append(n, bytes(n))));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
    expect(await journal()).toEqual(bytes(0, 1, 2, 3));
  });

  test.runIf(process.platform === 'linux')(
    'settled waits for calls under way, and leaves no file open',
    async () => {
      let isDone = false;
      void append(0, filled(1000, 1)).then(() => {
        isDone = true;
      });
      await settled();
      await Promise.resolve();
      expect(isDone).toBe(true);
      expect(openFiles()).toEqual([]);
    },
  );
});

test.runIf(process.platform === 'linux')(
  'the open segment is let go when nothing is saved for a while',
  async () => {
    const served = serveFiles({ files, userData });
    await served.dep().appendFrame(1, 0, bytes(1), false);
    served.tick();
    await served.dep().readHeader();
    expect(openFiles()).toHaveLength(1);
    served.tick();
    await served.dep().readHeader();
    expect(openFiles()).toEqual([]);
    expect(await served.dep().appendFrame(1, 1, bytes(2), false)).toEqual(appended(2));
    await served.settled();
  },
);

describe('what another hand does to the open file', () => {
  test.each<[string, (path: string) => void]>([
    ['made longer', (path) => writeFileSync(path, bytes(9), { flag: 'a' })],
    ['made shorter', (path) => writeFileSync(path, bytes(1))],
    [
      'replaced by another of another length',
      (path) => {
        renameSync(path, `${path}.x`);
        writeFileSync(path, bytes(1, 2, 3, 4));
      },
    ],
    ['deleted', (path) => rmSync(path)],
  ])('%s: refused, never written beside it', async (_name, act) => {
    await append(0, bytes(1, 2));
    const path = at('vault', 'journal', 'seg-000001.stj');
    act(path);
    const answer = await append(2, bytes(3));
    expect(answer).toMatchObject({ ok: false, error: { tag: 'OffsetMismatch' } });
  });

  test('replaced by an equal copy, as a restored backup of the folder is: the copy is written to', async () => {
    await append(0, bytes(1, 2));
    const path = at('vault', 'journal', 'seg-000001.stj');
    renameSync(path, `${path}.x`);
    writeFileSync(path, bytes(1, 2));
    expect(await append(2, bytes(3))).toEqual(appended(3));
    expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  });
});

describe('segments', () => {
  beforeEach(() => {
    open(10);
  });

  test('a new one starts when a frame would not fit; a frame is never split', async () => {
    expect(await append(0, filled(6, 1))).toEqual(appended(6, 1));
    expect(await append(6, filled(4, 2))).toEqual(appended(10, 1));
    expect(await append(10, filled(25, 3))).toEqual(appended(35, 2));
    expect(await append(35, filled(1, 4))).toEqual(appended(36, 3));
    expect(inJournal()).toEqual(['seg-000001.stj', 'seg-000002.stj', 'seg-000003.stj']);
    expect(inJournal().map((name) => statSync(at('vault', 'journal', name)).size)).toEqual([10, 25, 1]);
    expect(await vault.readJournal(1, 9, 27)).toEqual({
      ok: true,
      value: { bytes: Uint8Array.from([2, ...filled(25, 3), 4]), end: 36 },
    });
    expect(await vault.journalStart()).toEqual({ ok: true, value: { firstSegment: 1, lastSegment: 3 } });
  });

  test('one missing in the middle is said, never skipped; what does not need it still opens', async () => {
    for (let n = 0; n < 3; n += 1) await append(n * 8, filled(8, n));
    rmSync(at('vault', 'journal', 'seg-000002.stj'));
    await settled();
    expect(await vault.readJournal(1, 0, 100)).toEqual(gap);
    expect(await append(8, bytes(1))).toEqual(gap);
    expect(await vault.cutTail(1, 0)).toEqual(gap);
    expect(await journal(3)).toEqual(filled(8, 2));
    expect(await append(8, bytes(1), false, 3)).toEqual(appended(9, 3));
  });

  test('the first one missing is a gap too', async () => {
    for (let n = 0; n < 2; n += 1) await append(n * 8, filled(8, n));
    rmSync(at('vault', 'journal', 'seg-000001.stj'));
    expect(await vault.readJournal(1, 0, 100)).toEqual(gap);
    expect(await vault.journalStart()).toEqual({ ok: true, value: { firstSegment: 2, lastSegment: 2 } });
  });

  test('a run from a later number counts its own offsets', async () => {
    await append(0, bytes(1, 2, 3));
    expect(await append(3, bytes(4), true)).toEqual(appended(4, 2));
    expect(await journal(2)).toEqual(bytes(4));
    expect(await append(1, bytes(5), false, 2)).toEqual(appended(2, 2));
    expect(await append(0, bytes(9), false, 2)).toEqual({
      ok: false,
      error: { tag: 'OffsetMismatch', end: 2 },
    });
    expect(await append(5, bytes(6))).toEqual(appended(6, 2));
    expect(await vault.readJournal(2, 1, 9)).toEqual({ ok: true, value: { bytes: bytes(5, 6), end: 3 } });
    expect(await vault.cutTail(2, 1)).toEqual(done);
    expect(await journal()).toEqual(bytes(1, 2, 3, 4));
  });

  test('the run that is about to begin is empty; one further on is a gap', async () => {
    await append(0, bytes(1));
    expect(await vault.readJournal(2, 0, 10)).toEqual({ ok: true, value: { bytes: bytes(), end: 0 } });
    expect(await vault.readJournal(3, 0, 10)).toEqual(gap);
    expect(await append(0, bytes(7), false, 3)).toEqual(gap);
    expect(await append(0, bytes(7), false, 2)).toEqual(appended(1, 2));
  });

  test('with none there, the run begins where the checkpoint says', async () => {
    expect(await append(0, bytes(7), false, 41)).toEqual(appended(1, 41));
    expect(await vault.journalStart()).toEqual({ ok: true, value: { firstSegment: 41, lastSegment: 41 } });
    expect(await vault.cutTail(41, 0)).toEqual(done);
    expect(await append(0, bytes(8), true, 41)).toEqual(appended(1, 41));
  });

  test('a new segment asked for twice, the first time refused, is begun once', async () => {
    await append(0, bytes(1));
    files.fail('datasync', 'EIO');
    expect((await append(1, bytes(2), true)).ok).toBe(false);
    files.heal();
    expect(await append(1, bytes(2), true)).toEqual(appended(2, 2));
    expect(inJournal()).toEqual(['seg-000001.stj', 'seg-000002.stj']);
  });

  test('lower ones are dropped, the lowest first, and appending goes on', async () => {
    for (let n = 0; n < 4; n += 1) await append(n * 8, filled(8, n));
    files.fail('rm', 'EIO', { after: 2 });
    expect((await vault.dropSegments(4)).ok).toBe(false);
    files.heal();
    expect(inJournal()).toEqual(['seg-000003.stj', 'seg-000004.stj']);
    expect(await vault.dropSegments(4)).toEqual(done);
    expect(await vault.dropSegments(4)).toEqual(done);
    expect(await journal(4)).toEqual(filled(8, 3));
    expect(await append(8, bytes(1), false, 4)).toEqual(appended(9, 4));
    expect(await vault.journalStart()).toEqual({ ok: true, value: { firstSegment: 4, lastSegment: 4 } });
    expect(await vault.dropSegments(5)).toEqual(done);
    expect(await append(0, bytes(1), false, 5)).toEqual(appended(1, 5));
  });

  test('property: any frames, cut anywhere: the head stays, the tail is kept aside, writing goes on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 14 }), fc.boolean()), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 900 }),
        async (frames, where, first) => {
          const disk = createMemoryDisk();
          const dep = serveFiles({ files: disk, segmentBytes: 10 }).dep();
          const all = Uint8Array.from(frames.flatMap(([frame]) => [...frame]));
          let end = 0;
          for (const [frame, isNew] of frames) {
            expect((await dep.appendFrame(first, end, frame, isNew)).ok).toBe(true);
            end += frame.length;
          }
          expect(await dep.readJournal(first, 0, 999)).toEqual({ ok: true, value: { bytes: all, end } });
          const offset = Math.floor(where * end);
          expect(await dep.cutTail(first, offset)).toEqual(done);
          expect(await dep.readJournal(first, 0, 999)).toMatchObject({
            value: { bytes: all.slice(0, offset) },
          });
          const tail = disk.bytesOf('/profile/vault/quarantine/tail-000001.stq');
          expect(tail).toEqual(offset < end ? all.slice(offset) : null);
          expect(await dep.appendFrame(first, offset, bytes(5), false)).toMatchObject({
            value: { end: offset + 1 },
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('each cut has a file of its own, and a cut behind the end is refused', async () => {
    await append(0, bytes(1, 2, 3));
    await vault.cutTail(1, 2);
    await vault.cutTail(1, 1);
    expect(readdirSync(at('vault', 'quarantine')).sort()).toEqual(['tail-000001.stq', 'tail-000002.stq']);
    expect(await vault.cutTail(1, 1)).toEqual(done);
    expect(await vault.cutTail(1, 5)).toEqual({ ok: false, error: { tag: 'OffsetMismatch', end: 1 } });
  });

  test('a cut that cannot keep the tail aside changes nothing', async () => {
    await append(0, bytes(1, 2, 3));
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await vault.cutTail(1, 1)).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    files.heal();
    expect(await journal()).toEqual(bytes(1, 2, 3));
    expect(readdirSync(at('vault', 'quarantine'))).toEqual([]);
  });

  test('an empty last segment, left by a refused write, does not confuse offsets', async () => {
    await append(0, filled(10, 1));
    files.fail('write', 'ENOSPC');
    await append(10, bytes(9));
    files.heal();
    expect(statSync(at('vault', 'journal', 'seg-000002.stj')).size).toBe(0);
    expect(await vault.cutTail(1, 4)).toEqual(done);
    expect(await journal()).toEqual(filled(4, 1));
    expect(await append(4, bytes(2))).toEqual(appended(5));
  });
});
