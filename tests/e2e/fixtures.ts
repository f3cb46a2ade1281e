/**
 * `test` for specs: each one gets the app, started on a fresh profile, and after each one nothing may have reached for
 * the network, broken the CSP or thrown in the page. A spec that provokes one of these on purpose says so:
 *
 *     test.use({ tolerate: ['blocked', 'cspViolations'] });
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { ChromiumHost } from './hosts/chromium.js';
import { ElectronHost } from './hosts/electron.js';
import type { AppHost, HostLog, LaunchOptions } from './hosts/host.js';

export { expect };
export type { AppHost } from './hosts/host.js';

/** Must be empty after every test, unless tolerated. */
const MUST_BE_EMPTY = ['network', 'blocked', 'cspViolations', 'pageErrors', 'hostErrors'] as const;
export type Trouble = (typeof MUST_BE_EMPTY)[number];

export type LaunchApp = (
  userDataDir: string,
  options?: Omit<LaunchOptions, 'userDataDir'>,
) => Promise<AppHost>;

interface Options {
  host: 'chromium' | 'electron';
  tolerate: readonly Trouble[];
}

interface Fixtures {
  /** A folder for the profile, deleted after the test. */
  userDataDir: string;
  /** For restart flows: starts the app on a folder; it is checked and ended after the test. */
  launchApp: LaunchApp;
  /** The app on a fresh profile. */
  app: AppHost;
}

function expectNoTrouble(log: HostLog, tolerated: readonly Trouble[], output: string): void {
  for (const trouble of MUST_BE_EMPTY) {
    if (tolerated.includes(trouble)) continue;
    expect(log[trouble], `${trouble} must be empty after the test\nmain's output:\n${output}`).toEqual([]);
  }
}

export const test = base.extend<Options & Fixtures>({
  host: ['chromium', { option: true }],
  tolerate: [[], { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's dependencies from this pattern
  userDataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'steading-'));
    await use(folder);
    for (const left of [folder, `${folder}-appdata`]) {
      await rm(left, { recursive: true, force: true, maxRetries: 5 });
    }
  },

  launchApp: async ({ host, tolerate }, use) => {
    const started: AppHost[] = [];
    await use(async (userDataDir, options = {}) => {
      const launch = { userDataDir, ...options };
      const app = host === 'electron' ? await ElectronHost.launch(launch) : await ChromiumHost.launch(launch);
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

  page: async ({ app }, use) => {
    await use(app.page);
  },
});
