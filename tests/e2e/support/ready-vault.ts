/**
 * A vault that was set up once a run, through the app's own screens, and is copied for each test that only needs one:
 * the profile with Chromium's storage in it, and what the app keeps beside the profile. How a vault is set up is
 * proven by the tests that do it themselves.
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { AppHost, LaunchOptions } from '../hosts/host.js';
import { setUp } from '../page-models/first-run.js';

/** Set before the first worker starts; the folder it names is deleted after the last. */
export const sharedFolderVariable = 'STEADING_E2E_SHARED';

const Secrets = z.object({ passphrase: z.string(), code: z.string() });
export type Secrets = z.infer<typeof Secrets>;

interface ReadyVault {
  readonly secrets: Secrets;
  copyTo(userDataDir: string): Promise<void>;
}

async function secretsIn(folder: string): Promise<Secrets | null> {
  try {
    return Secrets.parse(JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

type Launch = (options: LaunchOptions) => Promise<AppHost>;

async function make(folder: string, launch: Launch): Promise<void> {
  const userDataDir = join(folder, 'profile');
  await mkdir(userDataDir, { recursive: true });
  const app = await launch({ userDataDir });
  const secrets = await setUp(app);
  await app.quit();
  // Sockets and other things of that one run.
  await rm(join(userDataDir, 'tmp'), { recursive: true, force: true });
  await writeFile(join(folder, 'secrets.json'), JSON.stringify(secrets));
}

/** The first worker that asks makes it. Two that ask at once make one each, and the first to end is taken. */
export async function readyVault(host: string, launch: Launch): Promise<ReadyVault> {
  const shared = process.env[sharedFolderVariable];
  if (shared === undefined) throw new Error(`${sharedFolderVariable} is not set: global setup has not run`);
  const folder = join(shared, host);
  let secrets = await secretsIn(folder);
  if (secrets === null) {
    const own = `${folder}-${process.pid}`;
    await make(own, launch);
    secrets = await secretsIn(folder);
    if (secrets === null) await rename(own, folder);
    else await rm(own, { recursive: true, force: true });
    secrets = await secretsIn(folder);
  }
  if (secrets === null) throw new Error('The ready vault is gone');
  return {
    secrets,
    copyTo: async (userDataDir) => {
      for (const beside of ['', '-appdata']) {
        await cp(join(folder, `profile${beside}`), `${userDataDir}${beside}`, { recursive: true });
      }
    },
  };
}
