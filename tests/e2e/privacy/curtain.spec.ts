/** The curtain falls over whatever is on the screen, at any time, and takes it out of the page. */
import { expect, test } from '../fixtures.js';
import { openDemo } from '../support/places.js';

test('it falls over the recovery code, before setting up is done', async ({ app }) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Your six words' }).getByRole('listitem')).toHaveCount(6);
  await page.getByRole('button', { name: 'Use these words' }).click();
  const code = page.getByRole('list', { name: 'Recovery code, in groups' });
  await expect(code).toBeVisible({ timeout: 90_000 });
  const group = (await code.getByRole('listitem').first().textContent()) ?? '';
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('heading', { level: 1, name: 'The screen is hidden' })).toBeVisible();
  expect(await page.content()).not.toContain(group.replace(/^\d/, ''));
});

test('it falls over an open dialog and over the palette with a search in it', async ({ app }) => {
  const page = await openDemo(app);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('ew');
  const person = (await page.getByRole('option').first().textContent()) ?? '';
  expect(person).not.toBe('');
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('heading', { level: 1, name: 'The screen is hidden' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.content()).not.toContain(person.split(' ')[0] ?? person);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Steading is locked' })).toBeVisible({
    timeout: 30_000,
  });
});
