/**
 * The peers have a package.json and lock of their own, installed here alone. Their scripts do not run, but for
 * SQLite's: its addon is fetched or compiled on demand. What cannot be had is said, and the bench goes on.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';

export const peersFolder = resolve(REPOSITORY, 'tests/bench/peers');
const stamp = join(peersFolder, 'node_modules/.bench-lock');
const sqlite = 'better-sqlite3-multiple-ciphers';
const minutes = 60_000;
type Say = (line: string) => void;

export function ensurePeers(say: Say): boolean {
  const lock = createHash('sha256')
    .update(readFileSync(join(peersFolder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  say('Installing the peers (tests/bench/peers)...');
  if (!npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], 10 * minutes)) {
    say('The peers could not be installed: npm ci in tests/bench/peers failed. They are left out.');
    return false;
  }
  writeFileSync(stamp, lock);
  return true;
}

export function ensureSqlite(say: Say): boolean {
  if (opens()) return true;
  say(`Building ${sqlite}: fetched where that is allowed, else compiled (two minutes or more)...`);
  if (!npm(['rebuild', sqlite, '--ignore-scripts=false'], 20 * minutes, nodeHeaders()) || !opens()) {
    say(`${sqlite} could not be built here (it wants a C++ compiler, make, Python and Node's headers).`);
    say('SQLCipher is left out.');
    return false;
  }
  return true;
}

/** In a process of its own, so that a half-built addon cannot take the bench with it. */
function opens(): boolean {
  const code = `new (require(${JSON.stringify(sqlite)}))(':memory:').close()`;
  return (
    spawnSync(process.execPath, ['-e', code], { cwd: peersFolder, stdio: 'ignore', timeout: minutes })
      .status === 0
  );
}

/** Headers beside the node that runs, so that node-gyp fetches none. */
function nodeHeaders(): Readonly<Record<string, string>> {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {};
}

function npm(args: readonly string[], timeout: number, env: Readonly<Record<string, string>> = {}): boolean {
  const run = spawnSync('npm', [...args], {
    cwd: peersFolder,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    timeout,
    shell: process.platform === 'win32',
  });
  return run.status === 0;
}

export const peersRequire = (): NodeJS.Require => createRequire(join(peersFolder, 'package.json'));
