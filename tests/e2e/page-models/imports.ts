/** Bringing a file in: choose, match the columns, check, done. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { expectHeading, goTo, main } from './places.js';

export type InputFile = Parameters<Hand['chooseFile']>[1];

function step(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^Step \\d of 4: ${name}$`) });
}

/** As far as the page that lists what would happen. `firstCell` is seen in the preview of the file's rows. */
export async function checkFile(hand: Hand, file: InputFile, firstCell: string): Promise<void> {
  const { page } = hand;
  await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), file);
  await expect(step(page, 'Match the columns')).toBeVisible({ timeout: 60_000 });
  const preview = page.getByRole('table', { name: 'First rows of the file' });
  await expect(preview.getByText(firstCell, { exact: true }).first()).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Check these rows' }));
  await expect(step(page, 'Check')).toBeVisible({ timeout: 60_000 });
}

/** The last button, the only one that writes. `brought` is like "46 people". */
export async function bringIn(hand: Hand, brought: string): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: `Bring in ${brought}`, exact: true }));
  await expect(step(page, 'Done')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(`${brought} brought in`)).toBeVisible();
}

/** The whole way, with no row left out. */
export async function importWhole(
  hand: Hand,
  file: InputFile,
  firstCell: string,
  brought: string,
): Promise<void> {
  const { page } = hand;
  await checkFile(hand, file, firstCell);
  await expect(page.getByRole('table', { name: 'Rows that will be left out' })).toHaveCount(0);
  await bringIn(hand, brought);
}

/** The list of what was brought in, by way of Workforce. */
export async function openBroughtIn(hand: Hand): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Workforce');
  await hand.press(main(page).getByRole('link', { name: 'Bring in', exact: true }));
  await hand.press(main(page).getByRole('link', { name: 'See what was brought in' }));
  await expectHeading(page, 'Brought in');
}

export async function takeBack(hand: Hand, row: Locator): Promise<void> {
  await hand.press(row.getByRole('button', { name: /^Take it back:/ }));
}
