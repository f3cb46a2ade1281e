import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createVaultFiles, type VaultFiles } from '../../../electron/services/vault-files';
import { createFaultFiles, type FaultPoint } from './fault-files';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const filled = (length: number, value: number): Uint8Array => new Uint8Array(length).fill(value);

let userData: string;
let files: ReturnType<typeof createFaultFiles>;
let vault: VaultFiles;
const at = (...parts: string[]): string => join(userData, ...parts);

beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'steading-'));
  files = createFaultFiles();
  vault = createVaultFiles({ files, userData });
});
afterEach(() => {
  rmSync(userData, { recursive: true, force: true });
});

async function journal(name: 'main' | 'demo' = 'main'): Promise<Uint8Array> {
  const result = await vault.readJournal(name, 0, 1 << 20);
  if (!result.ok) throw new Error(result.error.tag);
  return result.value.bytes;
}

describe('header', () => {
  test('is null before the first write, and comes back as plain bytes of its own', async () => {
    expect(await vault.readHeader('main')).toEqual({ ok: true, value: { bytes: null } });
    expect(await vault.writeHeader('main', bytes(1, 2, 3))).toEqual({ ok: true, value: {} });
    const read = await vault.readHeader('main');
    expect(read).toEqual({ ok: true, value: { bytes: bytes(1, 2, 3) } });
    if (!read.ok || read.value.bytes === null) throw new Error('no bytes');
    expect(Buffer.isBuffer(read.value.bytes)).toBe(false);
    expect(read.value.bytes.buffer.byteLength).toBe(3); // nothing else travels with it
  });

  test('folders and files are for the owner only', async () => {
    await vault.writeHeader('main', bytes(1));
    await vault.appendFrame('main', 0, bytes(1));
    expect(statSync(at('vault')).mode & 0o777).toBe(0o700);
    expect(statSync(at('vault', 'keys.stk')).mode & 0o777).toBe(0o600);
    expect(statSync(at('vault', 'journal')).mode & 0o777).toBe(0o700);
    expect(statSync(at('vault', 'journal', 'seg-000001.stj')).mode & 0o777).toBe(0o600);
  });

  test('is fsynced before the rename and the folder after it', async () => {
    await vault.writeHeader('main', bytes(1));
    files.calls.length = 0;
    await vault.writeHeader('main', bytes(2));
    const order = files.calls.filter((call) => ['write', 'sync', 'rename'].includes(call));
    expect(order).toEqual(['write', 'sync', 'rename', 'sync']);
  });

  test.each<[FaultPoint, string]>([
    ['open', 'EACCES'],
    ['write', 'ENOSPC'],
    ['sync', 'EIO'],
    ['rename', 'EROFS'],
  ])('failing at %s keeps the old header and leaves nothing beside it', async (point, code) => {
    await vault.writeHeader('main', bytes(1, 1));
    files.fail(point, code, { partial: 1 });
    const refused = await vault.writeHeader('main', bytes(2, 2));
    const error = code === 'ENOSPC' ? { tag: 'DiskFull' } : { tag: 'WriteFailed', code };
    expect(refused).toEqual({ ok: false, error });
    files.heal();
    expect(await vault.readHeader('main')).toEqual({ ok: true, value: { bytes: bytes(1, 1) } });
    expect(readdirSync(at('vault'))).toEqual(['keys.stk']);
  });

  test('a file too large to be one is refused, unread', async () => {
    await vault.writeHeader('main', bytes(1));
    writeFileSync(at('vault', 'keys.stk'), filled(64 * 1024 + 1, 0));
    expect(await vault.readHeader('main')).toEqual({
      ok: false,
      error: { tag: 'ReadFailed', code: 'EFBIG' },
    });
  });

  test('errors hold a code and no path', async () => {
    files.fail('open', 'EACCES');
    expect(JSON.stringify(await vault.readHeader('main'))).toBe(
      '{"ok":false,"error":{"tag":"ReadFailed","code":"EACCES"}}',
    );
  });

  test('a defect is not dressed up as a file error', async () => {
    files.readdir = () => Promise.reject(new TypeError('defect'));
    await expect(vault.readJournal('main', 0, 1)).rejects.toThrow('defect');
    expect(await vault.readHeader('main')).toEqual({ ok: true, value: { bytes: null } }); // the queue goes on
  });
});

describe('journal', () => {
  test('grows at exactly the offset given', async () => {
    expect(await vault.readJournal('main', 0, 100)).toEqual({ ok: true, value: { bytes: bytes(), end: 0 } });
    expect(await vault.appendFrame('main', 0, bytes(1, 2))).toEqual({ ok: true, value: { end: 2 } });
    expect(await vault.appendFrame('main', 2, bytes(3))).toEqual({ ok: true, value: { end: 3 } });
    expect(await journal()).toEqual(bytes(1, 2, 3));
    expect(await vault.readJournal('main', 1, 1)).toEqual({ ok: true, value: { bytes: bytes(2), end: 3 } });
    expect(await vault.readJournal('main', 9, 1)).toEqual({ ok: true, value: { bytes: bytes(), end: 3 } });
  });

  test.each([0, 1, 3])('refuses offset %i when it ends at 2', async (offset) => {
    await vault.appendFrame('main', 0, bytes(1, 2));
    expect(await vault.appendFrame('main', offset, bytes(9))).toEqual({
      ok: false,
      error: { tag: 'OffsetMismatch', end: 2 },
    });
    expect(await journal()).toEqual(bytes(1, 2));
  });

  test('is answered after fdatasync, and after the folder is fsynced when the file is new', async () => {
    await vault.appendFrame('main', 0, bytes(1));
    const first = files.calls.lastIndexOf('write');
    expect(files.calls.slice(first).filter((call) => call.includes('sync'))).toEqual(['datasync', 'sync']);
    files.calls.length = 0;
    await vault.appendFrame('main', 1, bytes(2));
    expect(files.calls.filter((call) => call.includes('sync'))).toEqual(['datasync']);
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
      await vault.appendFrame('main', 0, bytes(1, 2));
      const realCode = code === 'EIO' ? { tag: 'WriteFailed', code } : { tag: 'DiskFull' };
      if (point === 'datasync') {
        // The undo needs its own datasync: fail only the first.
        files.fail(point, code);
      } else files.fail(point, code, { partial });
      expect(await vault.appendFrame('main', 2, bytes(7, 8, 9))).toEqual({ ok: false, error: realCode });
      files.heal();
      expect(await journal()).toEqual(bytes(1, 2));
      expect(await vault.appendFrame('main', 2, bytes(3))).toEqual({ ok: true, value: { end: 3 } });
      expect(await journal()).toEqual(bytes(1, 2, 3));
    },
  );

  test('a first frame refused by a full disk leaves an empty journal that works afterwards', async () => {
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await vault.appendFrame('main', 0, bytes(1, 2))).toEqual({
      ok: false,
      error: { tag: 'DiskFull' },
    });
    files.heal();
    files.calls.length = 0;
    expect(await vault.appendFrame('main', 0, bytes(1, 2))).toEqual({ ok: true, value: { end: 2 } });
    expect(files.calls).toContain('sync'); // the entry in the folder is made sure of again
  });

  test('when even the undo fails, the next append is refused instead of writing after damage', async () => {
    await vault.appendFrame('main', 0, bytes(1, 2));
    const { open } = files;
    files.open = async (path, flags, mode) => {
      const handle = await open(path, flags, mode);
      return { ...handle, truncate: () => Promise.reject(new Error('gone')) };
    };
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await vault.appendFrame('main', 2, bytes(7, 8))).toEqual({
      ok: false,
      error: { tag: 'DiskFull' },
    });
    files.heal();
    expect(await vault.appendFrame('main', 2, bytes(3))).toEqual({
      ok: false,
      error: { tag: 'OffsetMismatch', end: 3 },
    });
  });

  test('calls on one vault run in the order asked', async () => {
    const results = await Promise.all([0, 1, 2, 3].map((n) => vault.appendFrame('main', n, bytes(n))));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
    expect(await journal()).toEqual(bytes(0, 1, 2, 3));
  });

  test('settled waits for calls under way', async () => {
    let isDone = false;
    void vault.appendFrame('main', 0, filled(1000, 1)).then(() => {
      isDone = true;
    });
    await vault.settled();
    await Promise.resolve();
    expect(isDone).toBe(true);
  });

  test('the two vaults do not touch', async () => {
    await vault.appendFrame('main', 0, bytes(1));
    await vault.appendFrame('demo', 0, bytes(2, 2));
    await vault.writeHeader('demo', bytes(3));
    expect(await vault.eraseDemo()).toEqual({ ok: true, value: {} });
    expect(existsSync(at('vault-demo'))).toBe(false);
    expect(await journal()).toEqual(bytes(1));
    expect(await vault.eraseDemo()).toEqual({ ok: true, value: {} });
  });
});

describe('segments', () => {
  beforeEach(() => {
    vault = createVaultFiles({ files, userData, segmentBytes: 10 });
  });

  test('a new one starts when a frame would not fit; a frame is never split', async () => {
    await vault.appendFrame('main', 0, filled(6, 1));
    await vault.appendFrame('main', 6, filled(4, 2));
    await vault.appendFrame('main', 10, filled(25, 3));
    await vault.appendFrame('main', 35, filled(1, 4));
    const folder = at('vault', 'journal');
    expect(readdirSync(folder).sort()).toEqual(['seg-000001.stj', 'seg-000002.stj', 'seg-000003.stj']);
    expect(
      readdirSync(folder)
        .sort()
        .map((name) => statSync(join(folder, name)).size),
    ).toEqual([10, 25, 1]);
    expect(await vault.readJournal('main', 9, 27)).toEqual({
      ok: true,
      value: { bytes: Uint8Array.from([2, ...filled(25, 3), 4]), end: 36 },
    });
  });

  test('one missing in the middle is said, never skipped', async () => {
    for (let n = 0; n < 3; n += 1) await vault.appendFrame('main', n * 8, filled(8, n));
    rmSync(at('vault', 'journal', 'seg-000002.stj'));
    const gap = { ok: false, error: { tag: 'ReadFailed', code: 'ESEGMENT' } };
    expect(await vault.readJournal('main', 0, 100)).toEqual(gap);
    expect(await vault.appendFrame('main', 8, bytes(1))).toEqual(gap);
    expect(await vault.cutTail('main', 0)).toEqual(gap);
  });

  test('property: any frames, cut anywhere: the head stays, the tail is kept aside, writing goes on', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (frames, where) => {
          rmSync(at('vault'), { recursive: true, force: true });
          const all = Uint8Array.from(frames.flatMap((frame) => [...frame]));
          let end = 0;
          for (const frame of frames) {
            expect((await vault.appendFrame('main', end, frame)).ok).toBe(true);
            end += frame.length;
          }
          expect(await journal()).toEqual(all);
          const offset = Math.floor(where * end);
          expect(await vault.cutTail('main', offset)).toEqual({ ok: true, value: {} });
          expect(await journal()).toEqual(all.slice(0, offset));
          if (offset < end) {
            const tail = readFileSync(at('vault', 'quarantine', 'tail-000001.stq'));
            expect(Uint8Array.from(tail)).toEqual(all.slice(offset));
          }
          expect(await vault.appendFrame('main', offset, bytes(5))).toEqual({
            ok: true,
            value: { end: offset + 1 },
          });
        },
      ),
      { numRuns: 25 },
    );
  });

  test('each cut has a file of its own, and a cut behind the end is refused', async () => {
    await vault.appendFrame('main', 0, bytes(1, 2, 3));
    await vault.cutTail('main', 2);
    await vault.cutTail('main', 1);
    expect(readdirSync(at('vault', 'quarantine')).sort()).toEqual(['tail-000001.stq', 'tail-000002.stq']);
    expect(await vault.cutTail('main', 1)).toEqual({ ok: true, value: {} });
    expect(await vault.cutTail('main', 5)).toEqual({ ok: false, error: { tag: 'OffsetMismatch', end: 1 } });
  });

  test('a cut that cannot keep the tail aside changes nothing', async () => {
    await vault.appendFrame('main', 0, bytes(1, 2, 3));
    files.fail('write', 'ENOSPC', { partial: 1 });
    expect(await vault.cutTail('main', 1)).toEqual({ ok: false, error: { tag: 'DiskFull' } });
    files.heal();
    expect(await journal()).toEqual(bytes(1, 2, 3));
    expect(readdirSync(at('vault', 'quarantine'))).toEqual([]);
  });

  test('an empty last segment, left by a refused write, does not confuse offsets', async () => {
    await vault.appendFrame('main', 0, filled(10, 1));
    files.fail('write', 'ENOSPC');
    await vault.appendFrame('main', 10, bytes(9));
    files.heal();
    expect(statSync(at('vault', 'journal', 'seg-000002.stj')).size).toBe(0);
    expect(await vault.cutTail('main', 4)).toEqual({ ok: true, value: {} });
    expect(await journal()).toEqual(filled(4, 1));
    expect(await vault.appendFrame('main', 4, bytes(2))).toEqual({ ok: true, value: { end: 5 } });
  });
});
