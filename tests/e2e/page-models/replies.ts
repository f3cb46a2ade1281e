/** Replies on their way in: a round to ask with, and those who answer, in the survey file or on the laptop. */
import { join } from 'node:path';
import { chromium, expect, type Download, type Locator, type Page } from '@playwright/test';
import { findChromium } from '../../../scripts/lib/chromium-binary.js';
import { type Hand, reach } from '../support/hand.js';
import { expectHeading, field } from './places.js';

interface Opened {
  readonly measure: string;
  readonly invited: number;
  readonly asksPart?: boolean;
}

export async function openRoundOf(hand: Hand, { measure, invited, asksPart = false }: Opened): Promise<void> {
  const { page } = hand;
  await page.evaluate((id) => {
    location.hash = `#/wellbeing/new/${id}`;
  }, measure);
  await expectHeading(page, 'New round');
  await hand.fill(field(page, 'Name of the round'), 'Autumn');
  await hand.fill(field(page, 'People invited'), String(invited));
  if (asksPart) await hand.choose(page.getByRole('radio', { name: 'Paid or volunteer' }));
  await hand.press(page.getByRole('button', { name: 'Open the round' }));
  await expectHeading(page, 'Autumn');
}

/** Ten answers by keys alone, then the last look, then the button that ends the form. */
export async function answerByKeys(page: Page, answers: readonly number[], finish: string): Promise<void> {
  const press = async (button: Locator): Promise<void> => {
    await reach(page, button);
    await page.keyboard.press('Enter');
  };
  await press(page.getByRole('button', { name: 'Begin' }));
  for (const [index, answer] of answers.entries()) {
    const choices = page.locator(`input[name="item-${index + 1}"]`);
    if ((await choices.count()) === 0) await press(page.getByRole('button', { name: 'Next' }));
    const choice = choices.nth(answer - 1);
    await reach(page, choices.first());
    await page.keyboard.press('Space');
    for (let step = 1; step < answer; step += 1) await page.keyboard.press('ArrowDown');
    await expect(choice).toBeChecked();
  }
  await press(page.getByRole('button', { name: 'Look over and finish' }));
  await press(page.getByRole('button', { name: finish }));
}

export const fiveReplies = [1, 2, 3, 4, 5].map((most) =>
  Array.from({ length: 10 }, (_, item) => 1 + ((item + most) % 5)),
);

/** The survey file in a browser of its own, without a network: one reply after the other, each saved. */
export async function replyFiles(surveyFile: string, folder: string): Promise<readonly string[]> {
  const browser = await chromium.launch({
    executablePath: findChromium() ?? undefined,
    args: ['--no-sandbox'],
  });
  const context = await browser.newContext({ offline: true, acceptDownloads: true });
  const page = await context.newPage();
  const files: string[] = [];
  await page.goto(`file://${surveyFile}`);
  for (const answers of fiveReplies) {
    await answerByKeys(page, answers, 'Seal my answers');
    await expectHeading(page, 'Your answers are sealed');
    const saved: Promise<Download> = page.waitForEvent('download');
    await reach(page, page.getByRole('button', { name: 'Save my sealed reply' }));
    await page.keyboard.press('Enter');
    const file = join(folder, (await saved).suggestedFilename());
    await (await saved).saveAs(file);
    files.push(file);
    await reach(page, page.getByRole('button', { name: 'Start again for the next person' }));
    await page.keyboard.press('Enter');
  }
  await browser.close();
  return files;
}

/** Nothing that could tell of the reply before: not in the page, its storages, its address or its title. */
export async function expectNothingLeft(page: Page, hash: string): Promise<void> {
  const left = await page.evaluate(async () => ({
    checked: document.querySelectorAll('input:checked').length,
    inputs: document.querySelectorAll('input, textarea').length,
    local: localStorage.length,
    session: sessionStorage.length,
    hash: location.hash,
    caches: (await caches.keys().catch(() => [])).length,
  }));
  expect(left).toEqual({ checked: 0, inputs: 0, local: 0, session: 0, hash, caches: 0 });
  await expect(page).toHaveTitle('Handed over – Steading');
}
