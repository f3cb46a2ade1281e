/** What can happen to the cache in the profile while the app is closed: IndexedDB, and the origin's own files. */
import { open, readdir, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import type { Seeded } from '@shared/demo/seeded';

export const damageNames = ['deleted', 'a file truncated', 'bits flipped', 'a file deleted'] as const;
type DamageName = (typeof damageNames)[number];

const folderNames = ['IndexedDB', 'File System'] as const;

/** Null when there is no such folder yet. */
export async function damageIndexedDb(userData: string, random: Seeded): Promise<string | null> {
  const folderName = random.pick(folderNames);
  const entries = await readdir(userData, { recursive: true, withFileTypes: true });
  const folders = entries
    .filter((entry) => entry.isDirectory() && entry.name === folderName)
    .map(({ parentPath, name }) => join(parentPath, name));
  const files: { readonly path: string; readonly size: number }[] = [];
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const { size } = await stat(path);
      if (entry.isFile() && size > 0) files.push({ path, size });
    }
  }
  if (files.length === 0) return null;
  const name = random.pick(damageNames);
  for (const folder of folders) await damage(name, folder, files, random);
  return `${folderName} ${name}`;
}

async function damage(
  name: DamageName,
  folder: string,
  files: readonly { readonly path: string; readonly size: number }[],
  random: Seeded,
): Promise<void> {
  const { path, size } = random.pick(files);
  switch (name) {
    case 'deleted':
      await rm(folder, { recursive: true });
      return;
    case 'a file truncated':
      await truncate(path, random.whole(0, size - 1));
      return;
    case 'bits flipped': {
      // One bit in each of one to eight bytes of one file.
      const file = await open(path, 'r+');
      try {
        for (let bits = random.whole(1, 8); bits > 0; bits -= 1) {
          const at = random.whole(0, size - 1);
          const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at);
          buffer[0] = buffer[0]! ^ (1 << random.whole(0, 7));
          await file.write(buffer, 0, 1, at);
        }
      } finally {
        await file.close();
      }
      return;
    }
    case 'a file deleted':
      await rm(path);
      return;
  }
}
