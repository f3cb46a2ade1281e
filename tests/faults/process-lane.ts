/** The lane of kills of a process of its own: thousands are cheap, and the cache is lost with each of them. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Life } from './lane';
import { openProcess } from './process-door';

export async function processLife(
  script: string,
  parent = tmpdir(),
): Promise<Life & { readonly folder: string }> {
  const folder = await mkdtemp(join(parent, 'steading-faults-'));
  const place = { userData: join(folder, 'profile'), appData: join(folder, 'appdata') };
  await mkdir(place.userData, { recursive: true });
  return {
    folder,
    open: () => openProcess(script, place),
    backups: () => backupsIn(join(place.userData, 'backups')),
    end: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** Finished ones, oldest first. */
export async function backupsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^steading-.*\.stb$/.test(name)).sort();
}
