/** The disclosure worker where the app runs it: under the app's own policy, and no longer than the vault is open. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { lock } from '../page-models/locking.js';
import { openSummary } from '../page-models/reports.js';
import { handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 240_000 });

const countWorkers = (page: Page): number =>
  page.workers().filter((worker) => worker.url().includes('disclosure-worker')).length;

test('its library starts with nothing to connect to, and it ends with the lock', async ({ app }) => {
  const page = await openDemo(app);
  const refused: string[] = [];
  const libraryFiles: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) libraryFiles.push(request.url());
  });
  const hand = handOf(page, 'keyboard');
  // The preview is there once the worker has answered.
  await openSummary(hand);
  expect(countWorkers(page)).toBe(1);
  expect(refused).toEqual([]);
  expect(libraryFiles).toEqual([]);
  await lock(page);
  await expect.poll(() => countWorkers(page)).toBe(0);
});
