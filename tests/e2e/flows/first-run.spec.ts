import { test } from '../fixtures.js';
import { setUp, unlock } from '../page-models/first-run.js';

test.describe.configure({ timeout: 300_000 });

test('first run by keyboard alone, lock, and unlock', async ({ app }) => {
  const { passphrase } = await setUp(app, { by: 'keyboard' });
  await app.page.keyboard.press('Control+l');
  await unlock(app.page, passphrase);
});

test('first run by pointer', async ({ app }) => {
  await setUp(app, { by: 'mouse' });
});
