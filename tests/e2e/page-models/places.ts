/** Moving about, and what several places share. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';

const places = [
  'Today',
  'People',
  'Supervision',
  'Incidents',
  'Wellbeing',
  'Workforce',
  'Actions',
  'Spaces',
  'Reports',
] as const;
export type PlaceName = (typeof places)[number];

/** By its key, or by the rail. */
export async function goTo(hand: Hand, place: PlaceName): Promise<void> {
  const { page } = hand;
  if (hand.by === 'keyboard') await page.keyboard.press(`Control+${String(places.indexOf(place) + 1)}`);
  else await hand.press(rail(page).getByRole('link', { name: place, exact: true }));
  await expect(rail(page).getByRole('link', { name: place, exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
}

export function rail(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Places' });
}

export function main(page: Page): Locator {
  return page.getByRole('main');
}

/** A text box by its visible label, which may be followed by "Optional". */
export function field(within: Page | Locator, label: string): Locator {
  return within.getByRole('textbox', { name: labelled(label) });
}

export function combo(within: Page | Locator, label: string): Locator {
  return within.getByRole('combobox', { name: labelled(label) });
}

export function radio(within: Page | Locator, group: string, option: string): Locator {
  return within
    .getByRole('radiogroup', { name: labelled(group) })
    .getByRole('radio', { name: option, exact: true });
}

function labelled(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( Optional)?$`);
}

export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** A message at the foot of the window. */
export async function expectToast(page: Page, text: string | RegExp): Promise<void> {
  await expect(page.getByText(text).last()).toBeVisible();
}

/** The cells of a table's body, row by row, as text. */
export async function tableRows(table: Locator): Promise<readonly (readonly string[])[]> {
  return await table.evaluate((element) =>
    [...(element as HTMLTableElement).tBodies].flatMap((body) =>
      [...body.rows].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())),
    ),
  );
}
