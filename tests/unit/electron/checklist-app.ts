/** The built main and preload, loaded with the recording stand-in for `electron`. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Configuration } from 'electron-builder';
import { readConfig, root } from '../packaging/builder';
import { type Call, electronModules, recordElectron, type RecordedElectron } from './checklist-electron';

/** What is checked: the text of the two bundles and of the page, the packaging, the versions. */
export interface Source {
  readonly main: string;
  readonly preload: string;
  readonly page: string;
  readonly packaging: Configuration;
  /** Electron's version in package.json, and the one that is installed. */
  readonly pinned: string;
  readonly installed: string;
}

export interface LoadedApp extends Source {
  readonly electron: RecordedElectron;
  /** The calls at one path, in order. */
  readonly callsOf: (path: string) => readonly Call[];
  /** Listeners for one event of one object, e.g. `listeners('app', 'web-contents-created')`. */
  readonly listeners: (path: string, event: string) => readonly ((...args: unknown[]) => unknown)[];
  /** What the preload shows the page, by name. */
  readonly bridge: Readonly<Record<string, unknown>>;
}

const key = Symbol.for('steading.checklist.electron');
const folders: string[] = [];
const timers: NodeJS.Timeout[] = [];

export function cleanUp(): void {
  timers.splice(0).forEach(clearInterval);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'steading-checklist-'));
  folders.push(folder);
  return folder;
}

/** In a process of its own, because the build sets NODE_ENV. Main and preload alone take a second. */
const buildScript = `
  import { resolveConfig } from 'electron-vite';
  import { build } from 'vite';
  const { config } = await resolveConfig({ logLevel: 'warn' }, 'build', 'production');
  for (const part of ['main', 'preload']) {
    const outDir = process.argv[1] + '/' + part;
    const own = { ...config[part], configFile: false, logLevel: 'warn' };
    await build({ ...own, build: { ...own.build, outDir, emptyOutDir: true } });
  }`;

/** Builds main and preload as `npm run build` does, elsewhere. */
export async function buildSource(): Promise<Source> {
  const folder = tempFolder();
  execFileSync(process.execPath, ['--input-type=module', '-e', buildScript, folder], { cwd: root });
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const electron = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  return {
    main: readFileSync(join(folder, 'main', 'main.js'), 'utf8'),
    preload: readFileSync(join(folder, 'preload', 'preload.cjs'), 'utf8'),
    page: readFileSync(join(root, 'renderer/index.html'), 'utf8'),
    packaging: await readConfig(),
    pinned: manifest.devDependencies.electron,
    installed: electron.version,
  };
}

/** `electron` as Node finds it beside the bundles. */
function writeElectron(folder: string): void {
  const home = join(folder, 'node_modules', 'electron');
  mkdirSync(home, { recursive: true });
  const object = `globalThis[Symbol.for(${JSON.stringify(Symbol.keyFor(key))})]`;
  const names = electronModules.map((name) => `export const ${name} = electron.${name};`);
  writeFileSync(
    join(home, 'package.json'),
    JSON.stringify({ name: 'electron', exports: { import: './index.mjs', require: './index.cjs' } }),
  );
  writeFileSync(
    join(home, 'index.mjs'),
    [`const electron = ${object};`, ...names, 'export default electron;'].join('\n'),
  );
  writeFileSync(join(home, 'index.cjs'), `module.exports = ${object};`);
  writeFileSync(join(folder, 'load.cjs'), 'module.exports = (url) => import(url);');
}

const answersFor = (userData: string): Record<string, unknown> => ({
  'app.isPackaged': true,
  'app.getPath': () => userData,
  'app.getAppPath': () => userData,
  'app.getName': () => 'Steading',
  'app.getVersion': () => '0.0.0',
  'app.requestSingleInstanceLock': () => true,
  'app.whenReady': () => Promise.resolve(),
  'app.commandLine.hasSwitch': () => false,
  'app.commandLine.getSwitchValue': () => '',
  'nativeTheme.shouldUseDarkColors': false,
  'powerMonitor.getSystemIdleTime': () => 0,
  'powerMonitor.getSystemIdleState': () => 'active',
  'dialog.showSaveDialog': () => Promise.resolve({ canceled: true, filePath: '' }),
  'dialog.showOpenDialog': () => Promise.resolve({ canceled: true, filePaths: [] }),
  'safeStorage.isEncryptionAvailable': () => false,
  'clipboard.readText': () => '',
  'ipcRenderer.invoke': () => Promise.resolve('answer'),
  'new BrowserWindow.isDestroyed': () => false,
  'new BrowserWindow.isMinimized': () => false,
});

/** Runs main until its page is loaded, then the preload. */
export async function loadApp(source: Source): Promise<LoadedApp> {
  const folder = tempFolder();
  for (const part of ['main', 'preload', 'renderer', 'profile']) mkdirSync(join(folder, part));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(folder, 'main', 'main.js'), source.main);
  writeFileSync(join(folder, 'preload', 'preload.cjs'), source.preload);
  writeFileSync(join(folder, 'renderer', 'index.html'), source.page);
  writeFileSync(join(folder, 'renderer', 'index.js'), 'export {};');
  cpSync(join(root, 'electron-builder.yml'), join(folder, 'outside.html'));
  writeElectron(folder);

  const electron = recordElectron(answersFor(join(folder, 'profile')));
  const globals = globalThis as unknown as Record<symbol, unknown>;
  globals[key] = electron.module;
  // Node's own loader, so that the bundles find the stand-in by Node's rules and not by the test runner's.
  const load = createRequire(join(folder, 'package.json'));
  const restore = keepProcess();
  try {
    await (load(join(folder, 'load.cjs')) as (url: string) => Promise<unknown>)(
      pathToFileURL(join(folder, 'main', 'main.js')).href,
    );
    await pageAsked(electron);
    load(join(folder, 'preload', 'preload.cjs'));
  } finally {
    restore();
  }
  const callsOf = (path: string): Call[] => electron.calls.filter((call) => call.path === path);
  return {
    ...source,
    electron,
    callsOf,
    listeners: (path, event) =>
      electron.calls
        .filter(
          (call) => ['on', 'once'].some((way) => call.path === `${path}.${way}`) && call.args[0] === event,
        )
        .map((call) => call.args[1] as (...args: unknown[]) => unknown),
    bridge: Object.fromEntries(callsOf('contextBridge.exposeInMainWorld').map(({ args }) => args)),
  };
}

/** Resolves when main has told its window what to load. */
async function pageAsked(electron: RecordedElectron): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (electron.calls.some(({ path }) => /^new BrowserWindow\.load/.test(path))) return;
    await wait(10);
  }
  throw new Error(`main did not load a page; it last called ${electron.calls.at(-1)?.path ?? 'nothing'}`);
}

/** Main listens for defects and starts a timer for good; neither may outlive the test. */
function keepProcess(): () => void {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.map((event) => process.listeners(event as 'uncaughtException'));
  const setIntervalBefore = globalThis.setInterval;
  globalThis.setInterval = ((...args: Parameters<typeof setIntervalBefore>) => {
    const timer = setIntervalBefore(...args);
    timers.push(timer);
    return timer;
  }) as typeof setIntervalBefore;
  return () => {
    globalThis.setInterval = setIntervalBefore;
    events.forEach((event, index) => {
      for (const listener of process.listeners(event as 'uncaughtException')) {
        if (before[index]?.includes(listener) !== true) process.removeListener(event, listener);
      }
    });
  };
}
