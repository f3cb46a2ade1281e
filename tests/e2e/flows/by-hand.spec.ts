/** Figures typed by the month, by keyboard alone: as fast as in a spreadsheet, and nothing that was typed is lost. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { demoPassphrase, lock, passphraseBox } from '../page-models/locking.js';
import { expectHeading, main } from '../page-models/places.js';
import { countPresses } from '../support/hand.js';
import { goTo, openDemo } from '../support/places.js';

test.describe.configure({ timeout: 240_000 });

/** The made-up service stands at 31 March 2026. */
const months = [
  'April 2025',
  'May 2025',
  'June 2025',
  'July 2025',
  'August 2025',
  'September 2025',
  'October 2025',
  'November 2025',
  'December 2025',
  'January 2026',
  'February 2026',
  'March 2026',
] as const;
const typed = ['staff in post', 'staff in post (WTE)', 'volunteers', 'starters', 'leavers', 'resignations'];

const cell = (page: Page, month: string, words: string): Locator =>
  main(page).getByRole('textbox', { name: `${month}, ${words}`, exact: true });
const saved = (page: Page): Locator => main(page).getByText('Saved', { exact: true });

async function openSheet(app: Parameters<typeof openDemo>[0]): Promise<Page> {
  const page = await openDemo(app);
  await goTo(page, '/workforce/by-hand');
  await expectHeading(page, 'Figures by hand');
  return page;
}

/** By the keys that everybody has: what stands in `text` is on the clipboard. */
async function copy(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const box = document.createElement('textarea');
    box.id = 'elsewhere';
    box.value = words;
    document.body.append(box);
    box.focus();
    box.select();
  }, text);
  await page.keyboard.press('Control+c');
  await page.evaluate(() => document.getElementById('elsewhere')?.remove());
}

test('twelve months of six figures are typed, pasted, put right, undone, and are there after a lock', async ({
  app,
}) => {
  const page = await openSheet(app);
  const { keyboard } = page;

  await test.step('the Tab key comes to the first empty figure of the newest month', async () => {
    const sheet = main(page).getByRole('grid', { name: 'Staffing and sickness, the whole service' });
    await expect(sheet.getByRole('columnheader', { name: 'Leavers' })).toBeVisible();
    await expect(sheet.getByRole('rowheader', { name: 'March 2026' })).toBeVisible();
    await main(page).getByRole('button', { name: '12 months earlier' }).focus();
    await keyboard.press('Tab');
    await expect(cell(page, 'March 2026', 'staff in post')).toBeFocused();
    await keyboard.press('Control+Home');
    await expect(cell(page, 'April 2025', 'staff in post')).toBeFocused();
  });

  await test.step('twelve months of six figures, Tab to the right and Enter to the next month', async () => {
    for (let month = 0; month < 12; month += 1) {
      const figures = [40 + (month % 2), 35.5, 6, month % 2, 1, 0];
      for (const [index, figure] of figures.entries()) {
        await keyboard.type(String(figure));
        await keyboard.press(index < figures.length - 1 ? 'Tab' : 'Enter');
      }
      if (month < 11) await expect(cell(page, months[month + 1] ?? '', 'staff in post')).toBeFocused();
    }
    await expect(saved(page)).toBeVisible();
    for (const [month, name] of months.entries()) {
      await expect(cell(page, name, 'staff in post')).toHaveValue(String(40 + (month % 2)));
      for (const words of typed) await expect(cell(page, name, words)).not.toHaveValue('');
    }
    const totals = main(page).getByRole('row', { name: /^12 months/ });
    await expect(totals).toContainText('12');
  });

  await test.step('a block out of a spreadsheet goes in at the cell in focus, decimal commas and all', async () => {
    await copy(page, 'Contracted\tLost\r\n5.935,25\t312,5\r\n5.900,5\t1.020\r\n');
    await cell(page, 'February 2026', 'contracted hours').focus();
    await keyboard.press('Control+v');
    await expect(cell(page, 'February 2026', 'contracted hours')).toHaveValue('5,935.25');
    await expect(cell(page, 'March 2026', 'contracted hours')).toHaveValue('5,900.5');
    await expect(cell(page, 'March 2026', 'hours lost to sickness')).toHaveValue('1,020');
    await expect(main(page).getByText('4 cells pasted.').first()).toBeVisible();
  });

  await test.step('one key takes the whole block back, another brings it again', async () => {
    await keyboard.press('Control+z');
    await expect(cell(page, 'March 2026', 'contracted hours')).toHaveValue('');
    await expect(cell(page, 'February 2026', 'hours lost to sickness')).toHaveValue('');
    await expect(cell(page, 'February 2026', 'contracted hours')).toBeFocused();
    await keyboard.press('Control+y');
    await expect(cell(page, 'March 2026', 'contracted hours')).toHaveValue('5,900.5');
  });

  await test.step('a figure far from the others is asked about, and is saved', async () => {
    const wte = cell(page, 'March 2026', 'staff in post (WTE)');
    await wte.focus();
    await keyboard.type('355');
    await keyboard.press('ArrowLeft');
    await keyboard.press('ArrowRight');
    await expect(
      main(page).getByText('Check: 355 is far from 35.5, the middle of the 12 months before.').first(),
    ).toBeVisible();
    await expect(wte).toHaveAccessibleDescription(/^Check: 355 is far from 35.5/);
    await expect(saved(page)).toBeVisible();
    await keyboard.press('F2');
    await keyboard.press('Backspace');
    await keyboard.type('.5');
    await keyboard.press('Enter');
    await expect(wte).toHaveValue('35.5');
    await expect(wte).toHaveAccessibleDescription('');
  });

  await test.step('Esc puts a figure back', async () => {
    const leavers = cell(page, 'March 2026', 'leavers');
    await leavers.focus();
    await keyboard.type('9');
    await expect(leavers).toHaveValue('9');
    await keyboard.press('Escape');
    await expect(leavers).toHaveValue('1');
  });

  await test.step('a wrong entry stays, with its reason, and the figure in the vault stays as it was', async () => {
    const leavers = cell(page, 'March 2026', 'leavers');
    await keyboard.type('two');
    await keyboard.press('Tab');
    await expect(leavers).toHaveValue('two');
    await expect(leavers).toHaveAttribute('aria-invalid', 'true');
    await expect(leavers).toHaveAccessibleDescription('This is not a number we can read. Write it like 37.5');
    await expect(main(page).getByText('1 cell is not saved')).toBeVisible();
    const resigned = cell(page, 'March 2026', 'resignations');
    await expect(resigned).toBeFocused();
    await keyboard.type('3');
    await keyboard.press('Enter');
    await expect(resigned).toHaveAccessibleDescription('This is more than all who left');
    await expect(main(page).getByText('2 cells are not saved')).toBeVisible();
  });

  await test.step('another page and a lock lose neither the wrong entries nor the one under the fingers', async () => {
    await cell(page, 'March 2026', 'open cases').focus();
    await keyboard.type('512');
    await lock(page);
    await passphraseBox(page).fill(demoPassphrase);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: /^(Today|Figures by hand)$/ })).toBeVisible({
      timeout: 60_000,
    });
    await goTo(page, '/workforce/by-hand');
    await expect(cell(page, 'March 2026', 'leavers')).toHaveValue('two');
    await expect(cell(page, 'March 2026', 'resignations')).toHaveValue('3');
    await expect(cell(page, 'March 2026', 'open cases')).toHaveValue('512');
    await expect(cell(page, 'March 2026', 'contracted hours')).toHaveValue('5,900.5');
    await expect(main(page).getByText('3 cells are not saved')).toBeVisible();
  });

  await test.step('the list of what waits leads to each; putting one right frees the other', async () => {
    const waiting = main(page).getByRole('region', { name: 'Not saved yet' });
    await waiting.getByRole('button', { name: 'March 2026, leavers' }).focus();
    await keyboard.press('Enter');
    await expect(cell(page, 'March 2026', 'leavers')).toBeFocused();
    await keyboard.type('3');
    await keyboard.press('Enter');
    await expect(cell(page, 'March 2026', 'resignations')).not.toHaveAttribute('aria-invalid');
    await cell(page, 'March 2026', 'open cases').focus();
    await keyboard.press('Enter');
    await expect(waiting).toHaveCount(0);
    await expect(saved(page)).toBeVisible();
  });

  await test.step('the other sheet and a team stand apart', async () => {
    await main(page).getByRole('radio', { name: 'Staffing and sickness' }).focus();
    await keyboard.press('ArrowRight');
    await expect(cell(page, 'March 2026', 'training missed: workload')).toHaveValue('1');
    await main(page).getByRole('button', { name: 'Another team' }).focus();
    await keyboard.press('Enter');
    await keyboard.type('Boat crew');
    await keyboard.press('Enter');
    await expect(main(page).getByRole('combobox', { name: 'Figures for' })).toHaveValue('Boat crew');
    await expect(cell(page, 'March 2026', 'training missed: workload')).toHaveValue('');
  });
});

test('one month of eight figures takes eight numbers and eight moves', async ({ app }) => {
  const page = await openSheet(app);
  const { keyboard } = page;
  await cell(page, 'February 2026', 'staff in post').focus();
  const presses = await countPresses(page);
  const figures = ['41', '35.5', '6', '1', '2', '1', '5935', '312'];
  for (const [index, figure] of figures.entries()) {
    await keyboard.type(figure);
    await keyboard.press(index < figures.length - 1 ? 'Tab' : 'Enter');
  }
  await expect(cell(page, 'March 2026', 'staff in post')).toBeFocused();
  await expect(saved(page)).toBeVisible();
  const { keys, letters, clicks } = await presses();
  console.log(`One month of 8 figures: ${letters} digits, ${keys} moves, ${clicks} clicks`);
  expect({ keys, letters, clicks }).toEqual({ keys: 8, letters: figures.join('').length, clicks: 0 });
});

test('on a narrow page one month is a list, and nothing runs off its side', async ({ app }) => {
  const page = await openSheet(app);
  await page.setViewportSize({ width: 320, height: 640 });
  const { keyboard } = page;
  const leavers = main(page).getByRole('textbox', { name: 'Leavers', exact: true });
  await main(page).getByRole('textbox', { name: 'Starters', exact: true }).focus();
  await keyboard.type('1');
  await keyboard.press('Enter');
  await expect(leavers).toBeFocused();
  await keyboard.type('2,5');
  await keyboard.press('Enter');
  await expect(leavers).toHaveAccessibleDescription(/Use a whole number/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await main(page).getByRole('combobox', { name: 'Month' }).selectOption('February 2026');
  await expect(leavers).toHaveValue('');
  await main(page).getByRole('combobox', { name: 'Month' }).selectOption('March 2026');
  await expect(leavers).toHaveValue('2,5');
});
