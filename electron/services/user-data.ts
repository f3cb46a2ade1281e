import { win32 } from 'node:path';

export interface UserDataDeps {
  readonly platform: string;
  readonly localAppData: string | undefined;
  readonly home: string;
  readonly appName: string;
  readonly argv: readonly string[];
}

/**
 * Windows only: the roaming profile, which is Electron's default there, is copied to servers. The local one is
 * not. null means: leave the default, which is local on the other systems, or the folder given at the start.
 */
export function localUserData(deps: UserDataDeps): string | null {
  if (deps.platform !== 'win32' || deps.argv.some((arg) => arg.startsWith('--user-data-dir='))) return null;
  const local = deps.localAppData ?? '';
  return win32.join(local === '' ? win32.join(deps.home, 'AppData', 'Local') : local, deps.appName);
}
