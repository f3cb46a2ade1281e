/** electron-builder.yml for the systems that cannot be packed for here, and what must never slip into it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import type { Configuration } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig, root, validate } from './builder';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  productName: string;
  homepage: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

let config: Configuration;
beforeAll(async () => {
  config = await readConfig();
});

describe('the whole file', () => {
  test('passes electron-builder’s own schema, which refuses what it does not know', async () => {
    await expect(validate(config)).resolves.toBeUndefined();
    const wrong = [
      { ...config, autoUpdate: true },
      { ...config, electronFuses: { ...config.electronFuses, runAsNoode: false } },
      { ...config, nsis: { ...config.nsis, oneClick: 'perhaps' } },
    ];
    for (const one of wrong) await expect(validate(one as Configuration)).rejects.toThrow(/does not match/);
  });

  test('has an icon of its own in each system’s form, so that nothing has to be fetched to convert one', () => {
    const read = (path: string | null | undefined): Buffer => readFileSync(join(root, path ?? ''));
    const isPng = (bytes: Buffer): boolean => bytes.subarray(1, 4).toString('latin1') === 'PNG';
    const ico = read(config.win?.icon);
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
    // 0 stands for 256, which Windows wants; each entry says where its picture lies.
    const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index);
    expect(entries.map((at) => ico[at])).toContain(0);
    for (const at of entries) expect(isPng(ico.subarray(ico.readUInt32LE(at + 12)))).toBe(true);
    const icns = read(config.mac?.icon);
    expect(icns.subarray(0, 4).toString('latin1')).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      const png = read(join(config.linux?.icon ?? '', `${size}x${size}.png`));
      expect(isPng(png)).toBe(true);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test('has the one name and number by which systems know the app', () => {
    expect(config.appId).toBe('scot.steading.app');
    expect(config.productName).toBe('Steading');
    expect(manifest.productName).toBe(config.productName);
    // An installer of another version finds the older one by these: they never change.
    expect(config.msi?.upgradeCode).toBe('40601041-6B55-53F7-A3F1-A4D61946AC23');
    expect(config.nsis?.guid).toBeUndefined();
  });

  test('packs the Electron that the project is built against', () => {
    const installed = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
    expect(manifest.devDependencies.electron).toBe(installed.version);
    expect(config.electronVersion).toBe(installed.version);
  });

  test('names every fuse that the schema has a name for; the hook sees to the rest', () => {
    const keys = Object.keys(FuseV1Options)
      .filter((name) => Number.isNaN(Number(name)) && name !== 'WasmTrapHandlers')
      .map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(config.electronFuses ?? {}).sort()).toEqual(keys.sort());
    expect(config.afterPack).toBe('scripts/after-pack.mjs');
    expect(existsSync(join(root, 'scripts/after-pack.mjs'))).toBe(true);
  });

  test('every fuse says why', () => {
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    for (const fuse of Object.keys(config.electronFuses ?? {})) {
      expect(text).toMatch(new RegExp(`^  ${fuse}: (true|false) # .{20,}$`, 'm'));
    }
  });
});

describe('the archive', () => {
  test('is an archive whose hash is kept, with nothing outside it', () => {
    expect(config.asar).toEqual({ smartUnpack: false });
    expect(config.disableAsarIntegrity).toBe(false);
    expect(config.asarUnpack).toBeUndefined();
    expect(config.disableSanityCheckAsar).not.toBe(true);
  });

  test('takes the three built folders and the manifest, no sources, tests, maps or modules', () => {
    // Read by electron-builder into one matcher.
    expect(config.files).toEqual([
      {
        filter: [
          '!node_modules/**',
          'out/main/**',
          'out/preload/**',
          'out/renderer/**',
          'package.json',
          '!**/*.map',
        ],
      },
    ]);
    for (const system of [config.win, config.mac, config.linux]) {
      expect(system?.files).toBeUndefined();
      expect(system?.extraResources).toBeUndefined();
      expect(system?.asar).toBeUndefined();
    }
    expect(config.extraFiles).toBeUndefined();
    expect(config.extraResources).toEqual([
      { from: 'out/rescue/steading-rescue.mjs', to: 'rescue/steading-rescue.mjs' },
      { from: 'out/sbom.cdx.json', to: 'sbom.cdx.json' },
    ]);
  });
});

describe('no update traffic', () => {
  test('nothing is published, by any target, and no update file is written', () => {
    expect(config.publish).toBeNull();
    for (const part of ['win', 'mac', 'linux', 'nsis', 'msi', 'dmg', 'appImage', 'deb'] as const) {
      expect(config[part]?.publish, part).toBeUndefined();
    }
    expect(config.detectUpdateChannel).toBe(false);
    expect(config.generateUpdatesFilesForAllChannels).toBe(false);
    expect(config.nsis?.differentialPackage).toBe(false);
    expect(config.dmg?.writeUpdateInfo).toBe(false);
  });

  test('no updater among the dependencies', () => {
    const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect(names.filter((name) => /updat/i.test(name))).toEqual([]);
  });
});

describe('Windows', () => {
  test('a set-up program and an MSI, each for one person and without an administrator', () => {
    expect(config.win?.target).toEqual([
      { target: 'nsis', arch: ['x64'] },
      { target: 'msi', arch: ['x64'] },
    ]);
    expect(config.win?.requestedExecutionLevel).toBe('asInvoker');
    expect(config.nsis).toMatchObject({ perMachine: false, oneClick: true, packElevateHelper: false });
    expect(config.msi).toMatchObject({ perMachine: false, oneClick: true, runAfterFinish: false });
  });

  test('uninstalling leaves the vault', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  });

  test('the two cannot overwrite each other’s file', () => {
    expect(config.nsis?.artifactName).toContain('setup');
    expect(config.msi?.artifactName).toMatch(/\.\$\{ext\}$/);
  });
});

describe('macOS', () => {
  const plist = (): string => readFileSync(join(root, 'electron/build/entitlements.mac.plist'), 'utf8');

  test('a universal disk image, hardened, notarised when the secrets are there', () => {
    expect(config.mac?.target).toEqual([{ target: 'dmg', arch: ['universal'] }]);
    expect(config.mac?.hardenedRuntime).toBe(true);
    expect(config.mac?.notarize).toBe(true);
    expect(config.mac?.strictVerify).not.toBe(false);
  });

  test('one entitlement, for the app and its helpers alike', () => {
    expect(config.mac?.entitlements).toBe('electron/build/entitlements.mac.plist');
    expect(config.mac?.entitlementsInherit).toBe(config.mac?.entitlements);
    expect(
      [...plist().matchAll(/<key>([^<]+)<\/key>\s*<(\w+)\/>/g)].map(([, key, value]) => [key, value]),
    ).toEqual([['com.apple.security.cs.allow-jit', 'true']]);
  });

  test('asks for no device', () => {
    const info = config.mac?.extendInfo as Record<string, unknown>;
    for (const device of ['Camera', 'Microphone', 'BluetoothAlways', 'BluetoothPeripheral', 'AudioCapture']) {
      expect(info[`NS${device}UsageDescription`]).toBeNull();
    }
  });

  test('no secret is in the configuration', () => {
    const text = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    expect(text).not.toMatch(
      /cscLink|cscKeyPassword|certificate(File|Password|Sha1)|provisioningProfile|identity:/,
    );
  });
});

describe('Linux', () => {
  test('an AppImage and a deb', () => {
    expect(config.linux?.target).toEqual([
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ]);
  });

  test('nothing starts the app without Chromium’s sandbox', () => {
    // electron-builder's older AppImage tools add --no-sandbox when no arguments are given.
    expect(config.toolsets?.appimage).toBe('1.0.3');
    expect(config.appImage?.executableArgs).toEqual([]);
    expect(config.linux?.executableArgs).toBeUndefined();
    expect(config.deb?.executableArgs).toBeUndefined();
  });

  test('the deb has what its maker demands: a maintainer with an address, a home page', () => {
    expect(config.linux?.maintainer).toMatch(/^.+ <[^@\s]+@[^@\s]+>$/);
    expect(manifest.homepage).toMatch(/^https:\/\//);
  });
});
