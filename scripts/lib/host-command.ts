/** How the built app is started in the Chromium host. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const REPOSITORY = resolve(import.meta.dirname, '../..');
export const BUILT_MAIN = resolve(REPOSITORY, 'out/main/main.js');

/** STEADING_MAIN names another build, to try the host itself. */
export const mainScript = (): string => process.env['STEADING_MAIN'] ?? BUILT_MAIN;

export function hostCommand(appArguments: readonly string[]): { command: string; args: string[] } {
  const register = pathToFileURL(resolve(REPOSITORY, 'tests/host/register.mjs')).href;
  return {
    command: process.execPath,
    args: ['--no-warnings', '--import', register, mainScript(), ...appArguments],
  };
}
