/** app.getPath and app.setPath. */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defaultPaths } from './settings.js';

const changed = new Map<string, string>();

export function getPath(name: string): string {
  if (name === 'temp') return changed.get(name) ?? tmpdir();
  // Until it is set on its own, session data lies in the user data folder.
  const path = changed.get(name) ?? (name === 'sessionData' ? getPath('userData') : defaultPaths[name]);
  if (path === undefined) throw new Error(`Failed to get '${name}' path (not known to the Chromium host)`);
  if (name === 'userData') mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

export function setPath(name: string, path: string): void {
  changed.set(name, path);
}
