/**
 * What electron-builder really makes from our configuration, on a stand-in for Electron's binary: real archive,
 * real fuse wire, real integrity resource. Whether Electron obeys them is for a person to see (docs/release.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  archiveFile,
  archiveFiles,
  archiveHash,
  factoryWire,
  integrityInside,
  pack,
  type Packed,
  removePacked,
  root,
} from './builder';

const wanted: Record<keyof typeof FuseV1Options, boolean> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

let linux: Packed;
let windows: Packed;
// One after the other: electron-builder keeps what it knows of a run in its own modules.
beforeAll(async () => {
  linux = await pack('linux');
  windows = await pack('windows');
}, 120_000);
afterAll(removePacked);

describe('fuses', () => {
  test('the library knows exactly these', () => {
    expect(Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))).toEqual(
      Object.keys(wanted),
    );
    expect(factoryWire).toHaveLength(Object.keys(wanted).length);
  });

  test('the list that a person compares a release with says the same', () => {
    const list = readFileSync(join(root, 'docs/release.md'), 'utf8');
    const rows = [...list.matchAll(/^ {3}\| (\w+) +\| (Enabled|Disabled) +\|$/gm)];
    expect(Object.fromEntries(rows.map(([, name, value]) => [name, value === 'Enabled']))).toEqual(wanted);
  });

  test.each(['linux', 'windows'] as const)('each has its value on the %s binary', async (platform) => {
    const wire = await getCurrentFuseWire(platform === 'linux' ? linux.binary : windows.binary);
    const { version, ...states } = wire;
    expect(version).toBe('1');
    expect(states).toEqual(
      Object.fromEntries(
        Object.entries(wanted).map(([name, value]) => [
          FuseV1Options[name as keyof typeof FuseV1Options],
          value ? FuseState.ENABLE : FuseState.DISABLE,
        ]),
      ),
    );
  });

  test('a binary with a fuse that nobody decided about is not packed', async () => {
    await expect(pack('linux', { wire: `${factoryWire}1` })).rejects.toThrow(/10 fuses/);
  });

  test('a binary without one of them is not packed', async () => {
    await expect(pack('linux', { wire: factoryWire.slice(1) })).rejects.toThrow(/not long enough/);
  });
});

describe('the archive', () => {
  test.each(['linux', 'windows'] as const)('holds what the app runs and nothing else (%s)', (platform) => {
    const { archive } = platform === 'linux' ? linux : windows;
    expect(archiveFiles(archive).sort()).toEqual([
      'out/main/main.js',
      'out/preload/preload.cjs',
      'out/renderer/assets/index.js',
      'out/renderer/index.html',
      'package.json',
    ]);
  });

  test('its package.json starts main and says nothing of how the app is made', () => {
    const inside = JSON.parse(archiveFile(linux.archive, 'package.json').toString('utf8'));
    expect(inside).toMatchObject({ name: 'steading', main: 'out/main/main.js', type: 'module' });
    expect(inside).not.toHaveProperty('devDependencies');
    expect(inside).not.toHaveProperty('scripts');
  });

  test('comes out the same, byte for byte, from two projects in two folders', () => {
    expect(readFileSync(windows.archive).equals(readFileSync(linux.archive))).toBe(true);
  });

  test('its hash is inside the Windows program', () => {
    expect(integrityInside(readFileSync(windows.binary))).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: archiveHash(windows.archive) },
    ]);
  });

  test('beside it lie the rescue script and the list of parts, nothing else', () => {
    for (const { resources } of [linux, windows]) {
      expect(readdirSync(resources, { recursive: true }).map(String).sort()).toEqual([
        'app.asar',
        'rescue',
        join('rescue', 'steading-rescue.mjs'),
        'sbom.cdx.json',
      ]);
    }
  });

  test('a package without the rescue script or the list of parts is not made', async () => {
    await expect(pack('linux', { isComplete: false })).rejects.toThrow(/steading-rescue\.mjs is missing/);
  });
});

test('no update feed anywhere, and only the languages that we ship', () => {
  for (const { folder } of [linux, windows]) {
    const names = readdirSync(folder, { recursive: true }).map(String);
    expect(names.filter((name) => /update|latest.*\.yml|blockmap/i.test(name))).toEqual([]);
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['en-GB.pak', 'en-US.pak']);
  }
});
