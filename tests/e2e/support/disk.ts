/** What stands on the disk of a profile, and the damage that may come to it. */
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppHost } from '../fixtures.js';

/** The key file and the newest piece of the journal of the person's own vault. */
export function headerFile(app: AppHost): string {
  return join(app.userDataDir, 'vault', 'keys.stk');
}

export async function journalFile(app: AppHost): Promise<string> {
  const folder = join(app.userDataDir, 'vault', 'journal');
  const segments = (await readdir(folder)).filter((name) => name.endsWith('.stj')).sort();
  const last = segments.at(-1);
  if (last === undefined) throw new Error('There is no journal yet');
  return join(folder, last);
}

export async function journalSize(app: AppHost): Promise<number> {
  return (await stat(await journalFile(app))).size;
}

/** What was set aside by the app, never deleted. */
export async function quarantined(app: AppHost): Promise<readonly string[]> {
  return await readdir(join(app.userDataDir, 'vault', 'quarantine')).catch(() => []);
}

/** Deletes the manifest of every LevelDB of the profile's IndexedDB; answers how many there were. */
export async function deleteIndexedDbManifests(app: AppHost): Promise<number> {
  const entries = await readdir(app.userDataDir, { recursive: true, withFileTypes: true });
  const manifests = entries.filter(
    ({ name, parentPath }) => name.startsWith('MANIFEST-') && parentPath.includes('IndexedDB'),
  );
  for (const { parentPath, name } of manifests) await rm(join(parentPath, name));
  return manifests.length;
}

/** Deletes every IndexedDB folder under the profile; answers how many there were. */
export async function deleteIndexedDb(app: AppHost): Promise<number> {
  const entries = await readdir(app.userDataDir, { recursive: true, withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name === 'IndexedDB');
  for (const { parentPath, name } of folders) await rm(join(parentPath, name), { recursive: true });
  return folders.length;
}
