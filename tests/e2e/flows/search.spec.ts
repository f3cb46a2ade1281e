/** Finding what was written: words of a note, from the palette to the page, by keys alone and with the mouse. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { lockTimeout, setUp, unlock } from '../page-models/first-run.js';
import { addPerson } from '../page-models/people.js';
import { expectHeading, goTo } from '../page-models/places.js';
import { recordSession } from '../page-models/supervision.js';
import { setToday } from '../support/clock.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

const person = {
  name: 'Seònaid Bàn',
  role: 'Key worker',
  engagement: 'Staff',
  team: 'Recovery hub',
  startDate: '01/03/2024',
} as const;

async function find(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Find anything' })).toBeVisible();
  await page.keyboard.type(words);
}

test('words of a note lead to its record, as long as the vault is open', async ({ app, page }) => {
  await setToday(page, '2026-06-12');
  const { passphrase } = await setUp(app);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, person);
  await recordSession(hand, {
    kind: 'Clinical',
    people: [person.name],
    date: '01/06/2026',
    next: '27/07/2026',
    agreed: ['Swap the Thursday clinic'],
    note: 'The café rota was a relief.',
  });

  await test.step('by keys, with another spelling and a word that is only begun', async () => {
    await find(page, 'CAFE rel');
    const hit = page.getByRole('option', { name: /^Clinical supervision with Seònaid Bàn/ });
    await expect(hit).toContainText('Supervision record: Note');
    await page.keyboard.press('Enter');
    await expectHeading(page, /Clinical supervision/);
    // Neither the address nor the title says what was looked for.
    expect(await page.evaluate(() => `${location.href} ${document.title}`)).not.toMatch(/rel/i);
  });

  await test.step('with the mouse, in what was agreed', async () => {
    await goTo(hand, 'Today');
    await find(page, 'thursday');
    await page.getByRole('option').filter({ hasText: 'What we agreed' }).click();
    await expectHeading(page, /Clinical supervision/);
  });

  await test.step('a person is there once, by name without accents', async () => {
    await find(page, 'seonaid');
    await expect(page.getByRole('option', { name: /^Seònaid Bàn/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  const hit = page.getByRole('option', { name: /^Clinical supervision with Seònaid Bàn/ });

  await test.step('misspelt: the nearest word is shown, and said', async () => {
    await find(page, 'releif');
    await expect(page.getByText('Nothing with “releif”. Showing “relief”.').first()).toBeVisible();
    await expect(hit).toBeVisible();
    await page.keyboard.press('Escape');
    await find(page, 'Zeonaid');
    await expect(page.getByRole('option', { name: /^Seònaid Bàn/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('narrowed by keys alone, without a word', async () => {
    await find(page, '');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Narrow', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('What', { exact: true })).toBeFocused();
    await page.keyboard.type('Superv');
    await page.keyboard.press('Tab');
    await page.keyboard.type('seon');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01/06/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('01/06/2026');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Theme', { exact: true })).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    // The words have the focus again, and what it is narrowed to stands beside them.
    await expect(page.getByRole('combobox', { name: /^Find a person/ })).toBeFocused();
    for (const chip of [
      'Supervision records',
      'About Seònaid Bàn',
      'From 1 June 2026',
      'Until 1 June 2026',
    ]) {
      await expect(page.getByRole('button', { name: `No longer narrow to: ${chip}` })).toBeVisible();
    }
    await expect(page.getByRole('option')).toHaveCount(1);
    await expect(hit).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectHeading(page, /Clinical supervision/);
  });

  await test.step('narrowed with the mouse, and widened again', async () => {
    await find(page, 'relief');
    await expect(hit).toBeVisible();
    await page.getByRole('button', { name: 'Narrow', exact: true }).click();
    await page.getByLabel('Theme', { exact: true }).selectOption('Workload');
    await expect(page.getByText('No matches in what you narrowed to.')).toBeVisible();
    await page.getByLabel('Theme', { exact: true }).selectOption('Any theme');
    await page.getByLabel('From', { exact: true }).fill('02/06/2026');
    await expect(page.getByText('No matches in what you narrowed to.')).toBeVisible();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'No longer narrow to: From 2 June 2026' }).click();
    await expect(hit).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('again after locking', async () => {
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { level: 1, name: 'Steading is locked' })).toBeVisible({
      timeout: lockTimeout,
    });
    await unlock(page, passphrase);
    await find(page, 'relief');
    await expect(page.getByRole('option').filter({ hasText: 'Supervision record: Note' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
});
