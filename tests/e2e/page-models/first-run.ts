import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AppHost } from '../fixtures.js';

export interface SetUp {
  readonly passphrase?: string;
  readonly serviceName?: string;
  /** Keys only, or the pointer wherever it can be used. */
  readonly by?: 'keyboard' | 'mouse';
}

export const ordinaryPassphrase = 'quiet harbour lantern seven';

/** Presses a button with the pointer, or walks to it with Tab and presses Enter. */
export async function press(page: Page, name: string | RegExp, by: 'keyboard' | 'mouse'): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  if (by === 'mouse') {
    await button.click();
    return;
  }
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Walks with Tab until the thing of this name has the focus: a person without a pointer has no other way. */
export async function tabTo(page: Page, name: string | RegExp, most = 80): Promise<void> {
  for (let count = 0; count <= most; count += 1) {
    const focused = page.locator(':focus');
    if ((await focused.count()) === 1) {
      const found = await focused.evaluate((element) => {
        const labels = (element as HTMLInputElement).labels;
        const text = element.getAttribute('aria-label') ?? (labels?.[0]?.textContent || element.textContent) ?? '';
        return text.replace(/\s+/g, ' ').trim();
      });
      if (typeof name === 'string' ? found === name || found.startsWith(name) : name.test(found)) return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached ${String(name)}`);
}

/** From the welcome page to Today, with a passphrase of one's own; the recovery kit is saved as text. */
export async function setUp(app: AppHost, options: SetUp = {}): Promise<{ readonly passphrase: string; readonly code: string }> {
  const { page } = app;
  const by = options.by ?? 'mouse';
  const passphrase = options.passphrase ?? ordinaryPassphrase;
  const kitFile = join(app.userDataDir, '..', `${app.userDataDir.split('/').at(-1) ?? 'kit'}-kit.txt`);

  await expect(page.getByRole('heading', { level: 1, name: 'Welcome to Steading' })).toBeVisible();
  if (by === 'keyboard') await page.keyboard.press('Enter');
  else await press(page, 'Start', by);

  await expect(page.getByRole('heading', { level: 1, name: 'Choose a passphrase' })).toBeVisible();
  if (by === 'keyboard') {
    await page.getByRole('radio', { name: /Use six words/ }).focus();
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Passphrase');
    await page.keyboard.type(passphrase);
    await tabTo(page, /^The same again/);
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
  } else {
    await page.getByRole('radio', { name: /Type my own/ }).click();
    await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await page.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
    await press(page, 'Use my passphrase', by);
  }

  await expect(page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' })).toBeVisible({ timeout: 30_000 });
  await app.answerDialog({ kind: 'save', filePath: kitFile });
  await press(page, 'Save as text', by);
  await expect(page.getByText('Saved. Move it off this laptop when you can.')).toBeVisible();
  const kit = await readFile(kitFile, 'utf8');
  const code = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{2}/.exec(kit)?.[0] ?? '';
  expect(code).not.toBe('');
  await press(page, 'I have kept it', by);
  const groups = code.split('-');
  const asked = page.getByRole('textbox', { name: /^Group \d$/ });
  await expect(asked).toHaveCount(2);
  for (const field of await asked.all()) {
    const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
    const group = groups[Number(/\d/.exec(label)?.[0] ?? '1') - 1] ?? '';
    if (by === 'keyboard') {
      await page.keyboard.type(group);
      await page.keyboard.press('Tab');
    } else {
      await field.fill(group);
    }
  }
  await press(page, 'Go on', by);

  await expect(page.getByRole('heading', { level: 1, name: 'Your service' })).toBeVisible();
  if (by === 'keyboard') {
    await page.keyboard.type(options.serviceName ?? 'Harbour Steps');
    await page.keyboard.press('Enter');
  } else {
    await page.getByLabel('Name of the service').fill(options.serviceName ?? 'Harbour Steps');
    await press(page, 'Open Steading', by);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  return { passphrase, code };
}

/** The lock screen: types the passphrase, presses Enter. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Steading is locked' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: 30_000 });
}
