/**
 * `test` for specs: each one gets the app, started on a fresh profile, and after each one nothing may have reached for
 * the network, broken the CSP or thrown in the page. A spec that provokes one of these on purpose says so:
 *
 *     test.use({ tolerate: ['blocked', 'cspViolations'] });
 *
 * Most specs need a vault but are not about setting one up. They begin at its lock page, and open it:
 *
 *     test.use({ profile: 'ready' });
 *     test('...', async ({ app, page, secrets }) => {
 *       await unlock(page, secrets.passphrase);
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { ChromiumHost } from './hosts/chromium.js';
import { ElectronHost } from './hosts/electron.js';
import type { AppHost, HostLog, LaunchOptions } from './hosts/host.js';
import { createMadeUp, type MadeUp } from './support/made-up.js';
import { readyVault, type Secrets } from './support/ready-vault.js';

export { expect };
export type { AppHost } from './hosts/host.js';

/** Must be empty after every test, unless tolerated. */
const MUST_BE_EMPTY = ['network', 'blocked', 'cspViolations', 'pageErrors', 'hostErrors'] as const;
export type Trouble = (typeof MUST_BE_EMPTY)[number];

export type LaunchApp = (
  userDataDir: string,
  options?: Omit<LaunchOptions, 'userDataDir'>,
) => Promise<AppHost>;

type HostKind = 'chromium' | 'electron';

interface Options {
  tolerate: readonly Trouble[];
  /** What `userDataDir` holds when the test begins: nothing, or a vault that was set up and is locked. */
  profile: 'fresh' | 'ready';
}

interface WorkerOptions {
  host: HostKind;
}

interface WorkerFixtures {
  /** The vault that ready profiles are copies of, made when it is first asked for. */
  ready: () => ReturnType<typeof readyVault>;
  /** Starts and fills it when it is first asked for; the next test of this worker finds it open. */
  sharedMadeUp: () => Promise<MadeUp>;
}

interface Fixtures {
  /** A folder for the profile, deleted after the test. */
  userDataDir: string;
  /** What opens the vault of a ready profile. */
  secrets: Secrets;
  /** For restart flows: starts the app on a folder; it is checked and ended after the test. */
  launchApp: LaunchApp;
  /** The app on `userDataDir`. */
  app: AppHost;
  /**
   * The app with the made-up vault open, at Today. Tests that look at pages share it, because starting and filling it
   * takes longer than most of them: whatever one leaves there (a round, a record in Deleted items) the next one meets.
   * A test that fills in forms (drafts come back), counts records, locks or restarts starts an app of its own instead.
   */
  madeUp: MadeUp;
}

function expectNoTrouble(log: HostLog, tolerated: readonly Trouble[], output: string): void {
  for (const trouble of MUST_BE_EMPTY) {
    if (tolerated.includes(trouble)) continue;
    expect(log[trouble], `${trouble} must be empty after the test\nmain's output:\n${output}`).toEqual([]);
  }
}

async function launchOn(host: HostKind, options: LaunchOptions): Promise<AppHost> {
  return host === 'electron' ? await ElectronHost.launch(options) : await ChromiumHost.launch(options);
}

async function removeProfile(folder: string): Promise<void> {
  for (const left of [folder, `${folder}-appdata`]) {
    await rm(left, { recursive: true, force: true, maxRetries: 5 });
  }
}

const newProfile = (): Promise<string> => mkdtemp(join(tmpdir(), 'steading-'));

export const test = base.extend<Options & Fixtures, WorkerOptions & WorkerFixtures>({
  host: ['chromium', { option: true, scope: 'worker' }],
  tolerate: [[], { option: true }],

  profile: ['fresh', { option: true }],

  userDataDir: async ({ profile, ready }, use) => {
    const folder = await newProfile();
    if (profile === 'ready') await (await ready()).copyTo(folder);
    await use(folder);
    await removeProfile(folder);
  },

  secrets: async ({ ready }, use) => {
    await use((await ready()).secrets);
  },

  launchApp: async ({ host, tolerate }, use) => {
    const started: AppHost[] = [];
    await use(async (userDataDir, options = {}) => {
      const app = await launchOn(host, { userDataDir, ...options });
      started.push(app);
      return app;
    });
    const logs: { log: HostLog; output: string }[] = [];
    for (const app of started) {
      if (!app.isRunning()) continue; // crashed or quit by the test, which reads the log before, if it wants it
      logs.push({ log: await app.log(), output: app.output() });
      await app.quit();
    }
    for (const { log, output } of logs) expectNoTrouble(log, tolerate, output);
  },

  app: async ({ launchApp, userDataDir }, use) => {
    await use(await launchApp(userDataDir));
  },

  ready: [
    async ({ host }, use) => {
      let made: ReturnType<typeof readyVault> | undefined;
      await use(() => (made ??= readyVault(host, (options) => launchOn(host, options))));
    },
    { scope: 'worker' },
  ],

  sharedMadeUp: [
    async ({ host }, use) => {
      const userDataDir = await newProfile();
      let app: AppHost | undefined;
      let made: Promise<MadeUp> | undefined;
      await use(
        () =>
          (made ??= (async () => {
            app = await launchOn(host, { userDataDir });
            return await createMadeUp(app);
          })()),
      );
      if (app?.isRunning() === true) await app.quit();
      await removeProfile(userDataDir);
    },
    { scope: 'worker' },
  ],

  madeUp: async ({ sharedMadeUp, tolerate }, use) => {
    const madeUp = await sharedMadeUp();
    await madeUp.startAfresh();
    await use(madeUp);
    const log = await madeUp.app.log();
    await madeUp.app.clearLog();
    expectNoTrouble(log, tolerate, madeUp.app.output());
  },

  page: async ({ app }, use) => {
    await use(app.page);
  },
});
