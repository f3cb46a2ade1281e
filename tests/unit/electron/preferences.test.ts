import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPreferences, preferenceFields } from '../../../electron/services/preferences';
import { ipcContract } from '../../../shared/ipc/contract';
import { z } from '../../../shared/kernel/zod';
import { createFaultFiles } from './fault-files';

const defaults = { idleMinutes: 5, lockOnMinimise: false };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steading-preferences-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (): string => join(folder, 'preferences.json');

function open(files = createFaultFiles(), under = folder) {
  return createPreferences({ files, folder: under, fields: preferenceFields });
}

async function read(text: string | Uint8Array): Promise<unknown> {
  writeFileSync(file(), text);
  const preferences = open();
  await preferences.load();
  return preferences.current();
}

describe('preferences', () => {
  test('are the defaults before the file is read, and where there is none', async () => {
    const preferences = open();
    expect(preferences.current()).toEqual(defaults);
    await preferences.load();
    expect(preferences.current()).toEqual(defaults);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('are kept: the next start has them', async () => {
    const first = open();
    expect(await first.change({ idleMinutes: 12 })).toEqual({
      ok: true,
      value: { idleMinutes: 12, lockOnMinimise: false },
    });
    await first.change({ lockOnMinimise: true, idleMinutes: undefined });
    const second = open();
    await second.load();
    expect(second.current()).toEqual({ idleMinutes: 12, lockOnMinimise: true });
    expect(readdirSync(folder)).toEqual(['preferences.json']);
    if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('make their folder where it is not there yet', async () => {
    const under = join(folder, 'new', 'profile');
    expect((await open(createFaultFiles(), under).change({ idleMinutes: 1 })).ok).toBe(true);
    expect(JSON.parse(readFileSync(join(under, 'preferences.json'), 'utf8'))).toMatchObject({
      idleMinutes: 1,
    });
  });

  test.each([
    ['nothing', ''],
    ['half a file', '{"idleMinutes": 1'],
    ['no object', '7'],
    ['a list', '[1, 2]'],
    ['null', 'null'],
    ['bytes', Uint8Array.of(0xff, 0xfe, 0, 1)],
    ['far too much', `{"idleMinutes": 1, "x": "${'y'.repeat(70_000)}"}`],
    ['another shape', '{"idleMinutes": "1", "lockOnMinimise": "yes"}'],
    ['out of range', '{"idleMinutes": 0, "lockOnMinimise": 1}'],
    ['never', '{"idleMinutes": 99999}'],
    ['not whole', '{"idleMinutes": 1.5}'],
  ])('fall back where the file holds %s', async (_name, text) => {
    expect(await read(text)).toEqual(defaults);
  });

  test('fall back one by one', async () => {
    expect(await read('{"idleMinutes": 900, "lockOnMinimise": true, "other": 1}')).toEqual({
      idleMinutes: 5,
      lockOnMinimise: true,
    });
  });

  test('are within what the page may see, whatever stands in the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc
            .record({ idleMinutes: fc.anything(), lockOnMinimise: fc.anything() })
            .map((kept) => JSON.stringify(kept)),
          fc.string(),
        ),
        async (text) => {
          expect(ipcContract['preferences.read'].reply.safeParse(await read(text)).success).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each(['open', 'write', 'sync', 'rename'] as const)(
    'stay as they were, in the file too, where %s fails',
    async (point) => {
      const files = createFaultFiles();
      const preferences = open(files);
      await preferences.change({ idleMinutes: 3 });
      files.fail(point, 'ENOSPC');
      expect(await preferences.change({ idleMinutes: 9 })).toEqual({ ok: false, error: { tag: 'DiskFull' } });
      expect(preferences.current()).toMatchObject({ idleMinutes: 3 });
      files.heal();
      const next = open(files);
      await next.load();
      expect(next.current()).toMatchObject({ idleMinutes: 3 });
      expect((await preferences.change({ idleMinutes: 9 })).ok).toBe(true);
    },
  );

  test('changes asked at one time are made one after the other', async () => {
    const preferences = open();
    await Promise.all([preferences.change({ idleMinutes: 2 }), preferences.change({ lockOnMinimise: true })]);
    expect(preferences.current()).toEqual({ idleMinutes: 2, lockOnMinimise: true });
  });

  test('take another field with one line', async () => {
    const preferences = createPreferences({
      files: createFaultFiles(),
      folder,
      fields: { ...preferenceFields, copies: z.int().min(1).catch(7) },
    });
    expect(preferences.current().copies).toBe(7);
    await preferences.change({ copies: 3 });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ ...defaults, copies: 3 });
  });
});
