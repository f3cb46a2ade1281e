import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import type { AppHost } from '../fixtures.js';
import type { Hand } from '../support/hand.js';
import { expectHeading, expectToast, goTo, main, radio } from './places.js';

export type ReportFormat = 'PDF' | 'Word' | 'Excel' | 'CSV' | 'JSON';

const saveWords: Readonly<Record<ReportFormat, string>> = {
  PDF: 'Save the PDF',
  Word: 'Save the Word file',
  Excel: 'Save the Excel file',
  CSV: 'Save the CSV',
  JSON: 'Save the JSON',
};

export async function openReport(hand: Hand, title: string): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Reports');
  await hand.press(
    main(page).getByRole('list', { name: 'Reports to make' }).getByRole('link', { name: title, exact: true }),
  );
  await expectHeading(page, 'Check before it leaves');
  // What may leave has been worked out.
  await expect(main(page).getByRole('region', { name: 'Preview of the report' })).toBeVisible({
    timeout: 60_000,
  });
}

export async function openSummary(hand: Hand): Promise<void> {
  await openReport(hand, 'Board summary');
}

/** Saves the report that is being checked, under this path; answers when the file is there and logged. */
export async function saveSummary(
  app: AppHost,
  hand: Hand,
  format: ReportFormat,
  path: string,
): Promise<void> {
  const { page } = hand;
  await hand.choose(radio(page, 'Save as', format));
  await app.answerDialog({ kind: 'save', filePath: path });
  await hand.press(page.getByRole('button', { name: saveWords[format] }));
  await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  await expectToast(page, 'Saved, and added to the export log.');
  await expect(page.getByText('Not saved')).toHaveCount(0);
}
