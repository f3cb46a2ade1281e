import { defineConfig, type Project } from '@playwright/test';
import { electronBinary } from './scripts/lib/electron-binary.js';

const isMainProcess = process.env['TEST_WORKER_INDEX'] === undefined;

const projects: Project<object, { host: 'chromium' | 'electron' }>[] = [
  { name: 'chromium-host', use: { host: 'chromium' } },
];
if (electronBinary()) projects.push({ name: 'electron', use: { host: 'electron' } });
else if (isMainProcess) {
  process.stdout.write("Electron's binary is not installed: the specs run in the Chromium host alone.\n");
}

/**
 * Nearly every test starts a browser of its own, and waits more than it works: three at a time on two cores.
 * STEADING_E2E_WORKERS says otherwise.
 */
export default defineConfig<object, { host: 'chromium' | 'electron' }>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './tests/e2e/global-setup.ts',
  workers: Number(process.env['STEADING_E2E_WORKERS'] ?? 3),
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A second try in CI is reported as flaky, not hidden: one slow disk must not throw a whole run away.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: { actionTimeout: 15_000, navigationTimeout: 30_000 },
  reporter: [['list']],
  projects,
});
