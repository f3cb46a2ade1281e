/** The lane of kills of the whole app, main and browser; after some of them the profile's IndexedDB is damaged. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Seeded } from '@shared/demo/seeded';
import { openApp } from './app-door';
import { damageIndexedDb } from './indexeddb-damage';
import type { Life } from './lane';
import { backupsIn } from './process-lane';

export interface AppLife extends Life {
  readonly userData: string;
}

/** `damages`: how many more rounds are to be with damage; each third one is until there are none left. */
export async function appLife(damages: { left: number }): Promise<AppLife> {
  // Short: sockets lie in it, whose paths may not be longer than 108 bytes.
  const folder = await mkdtemp(join(tmpdir(), 'sf-'));
  const userData = join(folder, 'p');
  return {
    userData,
    open: () => openApp(userData),
    damage: async (random: Seeded) => {
      if (damages.left === 0 || !random.chance(damageShare)) return null;
      const what = await damageIndexedDb(userData, random);
      if (what !== null) damages.left -= 1;
      return what;
    },
    backups: () => backupsIn(join(userData, 'backups')),
    end: () => rm(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

const damageShare = 0.45;
