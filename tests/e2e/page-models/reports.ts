import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { AppHost } from '../fixtures.js';
import type { Hand } from '../support/hand.js';
import { expectHeading, expectToast, goTo, main, radio } from './places.js';

export async function openSummary(hand: Hand): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Make a board summary' }));
  await expectHeading(page, 'Check before it leaves');
}

/** Saves the summary that is being checked, under this path; answers when the file is there and logged. */
export async function saveSummary(
  app: AppHost,
  hand: Hand,
  format: 'PDF' | 'CSV',
  path: string,
): Promise<void> {
  const { page } = hand;
  await hand.choose(radio(page, 'Save as', format));
  await app.answerDialog({ kind: 'save', filePath: path });
  await hand.press(page.getByRole('button', { name: `Save the ${format}` }));
  await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  await expectToast(page, 'Saved, and added to the export log.');
  await expect(page.getByText('Not saved')).toHaveCount(0);
}
