/** Electron's binary: where it is, and one try at fetching it with its own downloader. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from './host-command.js';

const PACKAGE = join(REPOSITORY, 'node_modules/electron');

export function electronBinary(): string | undefined {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const pathFile = join(PACKAGE, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const binary = join(override ?? join(PACKAGE, 'dist'), name);
  return existsSync(binary) ? binary : undefined;
}

export type ElectronOutcome =
  { readonly kind: 'found'; readonly binary: string } | { readonly kind: 'missing'; readonly reason: string };

/** Tries the downloader once unless STEADING_NO_DOWNLOAD=1 forbids it. */
export function ensureElectron(): ElectronOutcome {
  const present = electronBinary();
  if (present) return { kind: 'found', binary: present };
  if (process.env['STEADING_NO_DOWNLOAD'] === '1') {
    return {
      kind: 'missing',
      reason: 'it is not installed, and STEADING_NO_DOWNLOAD=1 forbids the download',
    };
  }
  const installer = join(PACKAGE, 'install.js');
  if (!existsSync(installer)) return { kind: 'missing', reason: 'node_modules is not installed (npm ci)' };
  const run = spawnSync(process.execPath, [installer], { cwd: PACKAGE, timeout: 60_000, stdio: 'ignore' });
  const fetched = electronBinary();
  if (fetched) return { kind: 'found', binary: fetched };
  const reason = run.signal
    ? 'its download took longer than a minute'
    : 'its download is not reachable from here';
  return { kind: 'missing', reason };
}
