/** electron-builder's own parts, as it loads them itself, for tests of the packaging. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { Arch, build, Platform } from 'electron-builder';

export const root = resolve(import.meta.dirname, '../../..');

const fromBuilder = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));
fromBuilder('builder-util').setPrinter?.(() => {});

interface ConfigModule {
  getConfig(projectDir: string, path: string | null, overrides: Configuration | null): Promise<Configuration>;
  validateConfiguration(config: Configuration, log: { isEnabled: boolean }): Promise<void>;
}

const configModule: ConfigModule = fromBuilder('./out/util/config/config.js');

/** electron-builder.yml as electron-builder reads it. */
export const readConfig = (): Promise<Configuration> =>
  configModule.getConfig(root, join(root, 'electron-builder.yml'), null);

/** Throws as a packaging run would. */
export const validate = (config: Configuration): Promise<void> =>
  configModule.validateConfiguration(config, { isEnabled: false });

/** Electron 45's own wire: nine fuses as they come from the factory. */
export const factoryWire = '101100011';

const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const wireBytes = (wire: string): Buffer =>
  Buffer.concat([Buffer.from(sentinel), Buffer.from([1, wire.length]), Buffer.from(wire)]);

/** The smallest Windows program that has version words, with a fuse wire behind it. */
function windowsProgram(wire: string): Buffer {
  const { NtExecutable, NtExecutableResource, Resource } = fromBuilder('resedit');
  const program = NtExecutable.createEmpty(false, false);
  const resource = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 0x409, codepage: 1200 }, { FileDescription: 'stand-in' });
  version.outputToResourceEntries(resource.entries);
  resource.outputResource(program);
  program.setExtraData(new Uint8Array(wireBytes(wire)).buffer);
  return Buffer.from(program.generate() as ArrayBuffer);
}

/** A folder like an unpacked Electron, with a stand-in for the binary. */
function makeElectron(folder: string, wire: string): void {
  const files: Record<string, string | Buffer> = {
    electron: Buffer.concat([Buffer.alloc(5_000, 1), wireBytes(wire), Buffer.alloc(5_000, 2)]),
    'electron.exe': windowsProgram(wire),
    LICENSE: 'licence',
    'locales/en-GB.pak': 'words',
    'locales/en-US.pak': 'words',
    'locales/de.pak': 'words',
  };
  mkdirSync(join(folder, 'resources'), { recursive: true });
  writeAll(folder, files);
}

function writeAll(folder: string, files: Record<string, string | Buffer>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A project like ours: our configuration and package.json, small files for what the build makes, and strays. */
function makeProject(folder: string, isComplete: boolean): void {
  for (const name of ['package.json', 'electron-builder.yml', 'electron/build']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const built = [
    'out/main/main.js',
    'out/main/main.js.map',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'out/renderer/assets/index.js',
    'out/renderer/assets/index.js.map',
    ...(isComplete ? ['out/rescue/steading-rescue.mjs', 'out/sbom.cdx.json'] : []),
  ];
  const strays = [
    'out/tour/01-welcome.png',
    'tests/unit/x.test.ts',
    'renderer/main.tsx',
    'shared/kernel/result.ts',
    'scripts/start.ts',
    'docs/release.md',
    '.env',
    'vault/head',
  ];
  writeAll(folder, Object.fromEntries([...built, ...strays].map((name) => [name, `// ${name}\n`])));
}

export interface Packed {
  /** The folder that an installer would be made from. */
  readonly folder: string;
  readonly resources: string;
  readonly archive: string;
  readonly binary: string;
}

const folders: string[] = [];

export function removePacked(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Runs the real electron-builder with our configuration on a stand-in for Electron's binary. */
export async function pack(
  platform: 'linux' | 'windows',
  { wire = factoryWire, isComplete = true }: { wire?: string; isComplete?: boolean } = {},
): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), 'steading-pack-'));
  folders.push(folder);
  const project = join(folder, 'project');
  mkdirSync(project);
  makeElectron(join(folder, 'electron'), wire);
  makeProject(project, isComplete);
  const target = platform === 'linux' ? Platform.LINUX : Platform.WINDOWS;
  await build({
    projectDir: project,
    targets: target.createTarget('dir', Arch.x64),
    publish: 'never',
    config: { electronDist: join(folder, 'electron'), directories: { output: join(folder, 'release') } },
  });
  const unpacked = join(folder, 'release', platform === 'linux' ? 'linux-unpacked' : 'win-unpacked');
  return {
    folder: unpacked,
    resources: join(unpacked, 'resources'),
    archive: join(unpacked, 'resources', 'app.asar'),
    binary: join(unpacked, platform === 'linux' ? 'steading' : 'Steading.exe'),
  };
}

/** Names of the files in an archive, without folders. */
export function archiveFiles(archive: string): string[] {
  const asar = fromBuilder('@electron/asar');
  return (asar.listPackage(archive) as string[])
    .map((name) => name.replaceAll('\\', '/').replace(/^\//, ''))
    .filter((name) => !('files' in asar.statFile(archive, name)));
}

export const archiveFile = (archive: string, name: string): Buffer =>
  fromBuilder('@electron/asar').extractFile(archive, name);

/** What Electron compares at start: the hash of the archive's header. */
export function archiveHash(archive: string): string {
  const { headerString } = fromBuilder('@electron/asar').getRawHeader(archive);
  return createHash('sha256').update(headerString).digest('hex');
}

/** The list of archives and hashes inside a Windows program, or null. */
export function integrityInside(program: Buffer): unknown {
  const { NtExecutable, NtExecutableResource } = fromBuilder('resedit');
  const { entries } = NtExecutableResource.from(NtExecutable.from(program));
  const found = entries.find(
    (entry: { type: unknown; id: unknown }) => entry.type === 'INTEGRITY' && entry.id === 'ELECTRONASAR',
  );
  return found === undefined ? null : JSON.parse(Buffer.from(found.bin as ArrayBuffer).toString('utf8'));
}
