/** Command line, environment and the product's own package.json, read once. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

function switchValue(name: string): string | undefined {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

function findAppRoot(): string {
  let folder = dirname(resolve(process.argv[1] ?? '.'));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Chromium host: no package.json above the main script');
    folder = parent;
  }
  return folder;
}

interface PackageFacts {
  readonly name: string;
  readonly version: string;
  readonly productName?: string;
}

export const appRoot = findAppRoot();
const facts = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as PackageFacts;
export const appName = facts.productName ?? facts.name;
export const appVersion = facts.version;

export const headed = process.env['HEADED'] === '1';
export const marked = process.env['STEADING_HOST_MARK'] === '1';
/** Driven by a test or a script: dialogs are answered over the channel, and the debugging port is opened. */
export const driven = typeof process.send === 'function';

export const chromiumPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const home = homedir();
const configHome = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');

const givenProfile = switchValue('user-data-dir');

export const defaultPaths: Readonly<Record<string, string>> = {
  home,
  // Beside a profile of a test, so that nothing of it is written into the real home.
  appData: givenProfile === undefined ? configHome : `${resolve(givenProfile)}-appdata`,
  userData: resolve(givenProfile ?? join(configHome, appName)),
  desktop: join(home, 'Desktop'),
  documents: join(home, 'Documents'),
  downloads: join(home, 'Downloads'),
  exe: process.execPath,
};
