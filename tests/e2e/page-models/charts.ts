import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { tableRows } from './places.js';

/** A chart of the page by its heading sentence's figure: `title` is what the figure is named by. */
export function chart(page: Page, title: RegExp): Locator {
  return page.getByRole('figure', { name: title });
}

/** The chart's own table, opened if it is shut, as rows of cells. */
export async function chartRows(hand: Hand, figure: Locator): Promise<readonly (readonly string[])[]> {
  const opener = figure.getByRole('button', { name: 'Show as table' });
  if ((await opener.count()) > 0) await hand.press(opener);
  const table = figure.getByRole('table');
  await expect(table).toBeVisible();
  return await tableRows(table);
}
