/**
 * `npm start`: opens the built app. In Electron where its binary can be had; otherwise the same build in installed
 * Chromium through the evaluation host; without a display, the tour. Arguments: --tour runs the tour in any case.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium, HOW_TO_INSTALL } from './lib/chromium-binary.js';
import { ensureElectron } from './lib/electron-binary.js';
import { BUILT_MAIN, hostCommand, REPOSITORY } from './lib/host-command.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Runs until it ends; Ctrl+C reaches it too, so that it may quit in its own way. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolveCode) => {
    const child = spawn(command, args, {
      cwd: REPOSITORY,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      say(`Could not start ${command}: ${error.message}`);
      resolveCode(1);
    });
    child.once('exit', (code) => resolveCode(code ?? 1));
  });
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** Beside other programs' data, never in the repository. */
function evaluationProfile(): string {
  const dataHome = process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share');
  const folder = resolve(dataHome, 'steading-evaluation');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function runTour(args: readonly string[]): Promise<number> {
  const tour = resolve(REPOSITORY, 'scripts/tour.ts');
  if (!existsSync(tour)) {
    say('scripts/tour.ts is not there.');
    return Promise.resolve(1);
  }
  return run(process.execPath, ['--import', import.meta.resolve('tsx'), tour, ...args]);
}

async function openInChromium(args: readonly string[]): Promise<number> {
  const chromium = ensureChromium(say);
  if (!chromium) {
    say(HOW_TO_INSTALL);
    return 1;
  }
  const profile = evaluationProfile();
  say(`Opening the evaluation host. Its data: ${profile}`);
  const host = hostCommand([`--user-data-dir=${profile}`, ...args]);
  return await run(host.command, host.args, { HEADED: '1', STEADING_HOST_MARK: '1', CHROMIUM: chromium });
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  if (!existsSync(BUILT_MAIN)) {
    say('The app is not built yet: run npx electron-vite build, or npm start, which builds it.');
    return 1;
  }
  const rest = args.filter((argument) => argument !== '--tour');
  if (args.includes('--tour')) return await runTour(rest);
  if (!hasDisplay()) {
    say(
      'There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so the tour runs instead of a window.',
    );
    return await runTour(rest);
  }
  const electron = ensureElectron();
  if (electron.kind === 'found') {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return await run(electron.binary, [...sandbox, REPOSITORY, ...rest]);
  }
  say(`Electron's binary is missing (${electron.reason}): opening the same build in installed Chromium.`);
  return await openInChromium(rest);
}

process.exitCode = await main();
