/** Passphrases at the edges: too short, very long, and written in one of two ways that look alike. */
import { expect, test } from '../fixtures.js';
import { choosePassphrase, keepKit, lockTimeout, setUp, unlock } from '../page-models/first-run.js';
import { expectHeading, field } from '../page-models/places.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

test('a passphrase of one character is refused kindly; one of 10,000 opens', async ({ app, page }) => {
  const hand = handOf(page, 'mouse');
  await choosePassphrase(hand, 'q');
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  await expect(summary).not.toContainText(/invalid|error|must/i);
  expect(await page.title()).toMatch(/^Error: /);
  const box = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(box).toHaveAttribute('aria-invalid', 'true');
  await expect(box).toHaveValue('q');

  const long = 'harbour lantern '.repeat(625);
  expect(long).toHaveLength(10_000);
  await test.step('one more is one too many', async () => {
    await hand.fill(box, `${long}!`);
    await hand.fill(field(page, 'The same again'), `${long}!`);
    await hand.press(page.getByRole('button', { name: 'Use my passphrase' }));
    await expect(summary).toContainText('Use 10,000 characters or fewer');
  });
  await hand.fill(box, long);
  await hand.fill(field(page, 'The same again'), long);
  await hand.press(page.getByRole('button', { name: /^Use (my passphrase|it anyway)$/ }));
  const anyway = page.getByRole('button', { name: 'Use it anyway' });
  const kit = page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' });
  await expect(anyway.or(kit)).toBeVisible({ timeout: lockTimeout });
  if (await anyway.isVisible()) await hand.press(anyway);
  await keepKit(app, hand);
  await expectHeading(page, 'Your service');
  await hand.fill(page.getByLabel('Name of the service'), 'Harbour Steps');
  await hand.press(page.getByRole('button', { name: 'Open Steading' }));
  await expectHeading(page, 'Today');
  await page.keyboard.press('Control+l');
  await unlock(page, long);
});

test('one passphrase in composed and decomposed letters opens the same records', async ({
  app,
  launchApp,
}) => {
  const composed = 'cafédêtre brèithe sùil'.normalize('NFC');
  const decomposed = composed.normalize('NFD');
  expect(decomposed).not.toBe(composed);
  await setUp(app, { passphrase: composed });
  await app.page.keyboard.press('Control+l');
  await unlock(app.page, decomposed);
  await app.quit();
  const again = await launchApp(app.userDataDir);
  await unlock(again.page, composed);
});
