import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AppHost } from '../fixtures.js';
import { type By, type Hand, handOf } from '../support/hand.js';

export interface SetUp {
  readonly passphrase?: string;
  readonly serviceName?: string;
  /** Hours of a full-time week, where it is not the one that the form proposes. */
  readonly fullTimeHours?: string;
  /** Keys only, or the pointer wherever it can be used. */
  readonly by?: By;
}

export const ordinaryPassphrase = 'quiet harbour lantern seven';

/** Making or opening the lock takes seconds by design, and longer on a busy machine. */
export const lockTimeout = 90_000;

/** From "Start" to the kit. */
export async function choosePassphrase(hand: Hand, passphrase: string): Promise<void> {
  const { page } = hand;
  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Steading' })).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Start', exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: 'Choose a passphrase' })).toBeVisible();
  await hand.choose(page.getByRole('radio', { name: /Type my own/ }));
  await typeNewPassphrase(hand, passphrase);
}

/** Twice, and the button. */
export async function typeNewPassphrase(hand: Hand, passphrase: string): Promise<void> {
  const { page } = hand;
  await hand.fill(page.getByRole('textbox', { name: 'Passphrase' }), passphrase);
  await hand.fill(page.getByRole('textbox', { name: 'The same again' }), passphrase);
  await hand.press(page.getByRole('button', { name: 'Use my passphrase' }));
}

/** Saves the kit as text beside the profile, reads it back and types the two groups that are asked for. */
export async function keepKit(app: AppHost, hand: Hand): Promise<{ readonly code: string }> {
  const { page } = hand;
  const kitFile = join(app.userDataDir, '..', `${app.userDataDir.split('/').at(-1) ?? 'kit'}-kit.txt`);
  await expect(page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' })).toBeVisible({
    timeout: lockTimeout,
  });
  await app.answerDialog({ kind: 'save', filePath: kitFile });
  await hand.press(page.getByRole('button', { name: 'Save as text' }));
  await expect(page.getByText('Saved. Move it off this laptop when you can.')).toBeVisible();
  const kit = await readFile(kitFile, 'utf8');
  await rm(kitFile);
  const code = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{2}/.exec(kit)?.[0] ?? '';
  expect(code).not.toBe('');
  await hand.press(page.getByRole('button', { name: 'I have kept it' }));
  const groups = code.split('-');
  const asked = page.getByRole('textbox', { name: /^Group \d$/ });
  await expect(asked).toHaveCount(2);
  for (const field of await asked.all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await hand.fill(field, groups[Number(/\d/.exec(label)?.[0] ?? '1') - 1] ?? '');
  }
  await hand.press(page.getByRole('button', { name: 'Go on' }));
  return { code };
}

export async function nameService(hand: Hand, name: string, fullTimeHours?: string): Promise<void> {
  const { page } = hand;
  await expect(page.getByRole('heading', { level: 1, name: 'Your service' })).toBeVisible();
  await hand.fill(page.getByLabel('Name of the service'), name);
  if (fullTimeHours !== undefined) await hand.fill(page.getByLabel(/full-time week/i), fullTimeHours);
  await hand.press(page.getByRole('button', { name: 'Open Steading' }));
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
}

/** From the welcome page to Today, with a passphrase of one's own; the recovery kit is saved as text. */
export async function setUp(
  app: AppHost,
  options: SetUp = {},
): Promise<{ readonly passphrase: string; readonly code: string }> {
  const hand = handOf(app.page, options.by ?? 'mouse');
  const passphrase = options.passphrase ?? ordinaryPassphrase;
  await choosePassphrase(hand, passphrase);
  const { code } = await keepKit(app, hand);
  await nameService(hand, options.serviceName ?? 'Harbour Steps', options.fullTimeHours);
  return { passphrase, code };
}

/** The lock screen: types the passphrase, presses Enter. The box has the focus already. */
export async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Steading is locked' })).toBeVisible({
    timeout: lockTimeout,
  });
  const box = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(box).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  // Key by key, as a person does; thousands of characters are pasted.
  if (passphrase.length < 200) await page.keyboard.type(passphrase);
  else await page.keyboard.insertText(passphrase);
  await expect(box).toHaveValue(passphrase);
  await page.keyboard.press('Enter');
}

/** The lock screen, until the places are there. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await typePassphrase(page, passphrase);
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: lockTimeout });
}
