/** The lock screen, the curtain, and the settings that say when it locks. */
import { expect, type Locator, type Page } from '@playwright/test';
import { lockTimeout } from './first-run.js';

/** As it stands on the lock screen of the made-up vault. */
export const demoPassphrase = 'made-up data';

export function lockHeading(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: 'Steading is locked' });
}

export function curtainHeading(page: Page): Locator {
  return page.getByRole('heading', { level: 1, name: 'The screen is hidden' });
}

export function passphraseBox(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Passphrase' });
}

export async function expectLocked(page: Page): Promise<void> {
  await expect(lockHeading(page)).toBeVisible({ timeout: 30_000 });
  await expect(passphraseBox(page)).toBeFocused();
}

/** By its key. */
export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+l');
  await expectLocked(page);
}

/** Types over what stands in the box, and waits for the answer. */
export async function tryWrongly(page: Page, passphrase: string): Promise<void> {
  await passphraseBox(page).fill(passphrase);
  await page.keyboard.press('Enter');
  // The box is marked and everything in it selected once the answer is there.
  const isAnswered = async (): Promise<boolean> =>
    await passphraseBox(page).evaluate((element) => {
      const box = element as HTMLInputElement;
      return (
        box.getAttribute('aria-invalid') === 'true' &&
        box.selectionEnd === box.value.length &&
        box.selectionStart === 0
      );
    });
  await expect.poll(isAnswered, { timeout: lockTimeout }).toBe(true);
}

export interface LockSettings {
  readonly minutes: Locator;
  readonly onMinimise: Locator;
}

export async function openLockSettings(page: Page): Promise<LockSettings> {
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { level: 2, name: 'Locking' })).toBeVisible();
  return {
    minutes: page.getByRole('combobox', { name: 'Lock after' }),
    onMinimise: page.getByRole('checkbox', { name: 'Lock when the window is made small' }),
  };
}
