/** The pages of Settings that look after the records, and the ways into earlier versions. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { expectHeading, expectToast, field, main, rail } from './places.js';

export type CarePage =
  | 'Backups'
  | 'Deleted items'
  | 'Keeping and erasing'
  | 'Activity log'
  | 'Safety check'
  | 'Reminders and calendar';

/** By way of Settings, from wherever. */
export async function openCare(hand: Hand, name: CarePage): Promise<void> {
  const { page } = hand;
  if (hand.by === 'keyboard') await page.keyboard.press('Control+,');
  else await hand.press(rail(page).getByRole('link', { name: 'Settings', exact: true }));
  await expectHeading(page, 'Settings');
  await hand.press(main(page).getByRole('link', { name, exact: true }));
  await expectHeading(page, name);
}

/** Saves one field of a person anew, from their page. */
export async function changePerson(hand: Hand, label: string, text: string): Promise<void> {
  const { page } = hand;
  await hand.press(main(page).getByRole('link', { name: 'Change details' }));
  await expectHeading(page, 'Change details');
  await hand.fill(field(page, label), text);
  await hand.press(page.getByRole('button', { name: 'Save person' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Change details' })).toHaveCount(0);
}

export async function openHistory(hand: Hand): Promise<void> {
  await hand.press(main(hand.page).getByRole('link', { name: 'Earlier versions' }));
  await expectHeading(hand.page, 'Earlier versions');
}

/** The row of a list that begins with these words. */
export function row(page: Page, words: string | RegExp): Locator {
  return main(page).getByRole('listitem').filter({ hasText: words });
}

/** Checks, and waits for what is said about it. */
export async function checkNow(hand: Hand): Promise<void> {
  await hand.press(main(hand.page).getByRole('button', { name: 'Check now' }));
  await expect(main(hand.page).getByRole('heading', { name: 'What was found' })).toBeVisible({
    timeout: 60_000,
  });
}

export async function backUpNow(hand: Hand): Promise<void> {
  const { page } = hand;
  await openCare(hand, 'Backups');
  await hand.press(main(page).getByRole('button', { name: 'Back up now' }));
  await expect(main(page).getByText('Made, read back and opened')).toBeVisible({ timeout: 60_000 });
}

/** On a page or panel that opens a backup: the secret, and the button. */
export async function openWith(
  hand: Hand,
  by: 'Passphrase' | 'Recovery code',
  secret: string,
  button: string,
): Promise<void> {
  const { page } = hand;
  await hand.choose(page.getByRole('radio', { name: by, exact: true }));
  const label = by === 'Passphrase' ? 'Passphrase of that day' : 'Recovery code';
  await hand.fill(page.getByRole('textbox', { name: label }), secret);
  await hand.press(page.getByRole('button', { name: button }));
}

/** Gives a person a last day, from their page. */
export async function leave(hand: Hand, lastDay: string): Promise<void> {
  await changePerson(hand, 'Last day in post', lastDay);
}

/** On Keeping and erasing: whom, why. */
export async function putOnHold(hand: Hand, name: string, reason: string): Promise<void> {
  const { page } = hand;
  await hand.press(main(page).getByRole('button', { name: 'Put someone on hold' }));
  await hand.pick(page.getByRole('combobox', { name: 'Who', exact: true }), name);
  await hand.select(page.getByLabel('Why', { exact: true }), reason);
  await hand.press(page.getByRole('button', { name: 'Put on hold' }));
  await expectToast(page, 'On hold from today.');
}
