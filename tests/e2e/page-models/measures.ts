/** Measures: choosing one, checking its key, its wording, and composing one. */
import { expect, type Locator } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { expectHeading, field, goTo, main } from './places.js';

export async function openMeasures(hand: Hand): Promise<void> {
  await goTo(hand, 'Wellbeing');
  await hand.press(main(hand.page).getByRole('link', { name: 'Measures', exact: true }).first());
  await expectHeading(hand.page, 'Measures');
}

export function fitting(hand: Hand): Locator {
  return main(hand.page).getByRole('list', { name: 'Measures that fit' }).getByRole('listitem');
}

export async function openMeasure(hand: Hand, title: string): Promise<void> {
  await openMeasures(hand);
  await hand.press(fitting(hand).getByRole('link', { name: title, exact: true }));
  await expectHeading(hand.page, title);
}

export function parts(hand: Hand): Locator {
  return main(hand.page).getByRole('list', { name: 'Parts of the key to check' }).getByRole('listitem');
}

/** Every part that is still to check, against one manual. */
export async function checkKey(hand: Hand, against: string): Promise<void> {
  const { page } = hand;
  const open = main(page).getByRole('button', { name: /^I have checked it: / });
  for (let left = await open.count(); left > 0; left -= 1) {
    await hand.press(open.first());
    await hand.fill(field(page, 'Checked against'), against);
    await page.keyboard.press('Enter');
    await expect(open).toHaveCount(left - 1);
  }
}

export async function choosePack(hand: Hand, pack: unknown): Promise<void> {
  await chooseJson(hand, 'Choose a wording pack', pack);
}

export async function chooseMeasure(hand: Hand, measure: unknown): Promise<void> {
  await chooseJson(hand, 'Choose a measure file', measure);
}

async function chooseJson(hand: Hand, button: string, content: unknown): Promise<void> {
  await hand.chooseFile(main(hand.page).getByRole('button', { name: button }), {
    name: 'chosen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(content)),
  });
}

export interface ComposedMeasure {
  readonly title: string;
  readonly about: string;
  readonly items: readonly string[];
}

/** Enter at the end of an item begins the next one; Ctrl and Enter saves. */
export async function compose(hand: Hand, { title, about, items }: ComposedMeasure): Promise<void> {
  const { page } = hand;
  await openMeasures(hand);
  await hand.press(main(page).getByRole('link', { name: 'Compose your own' }));
  await expectHeading(page, 'Compose a measure');
  await hand.fill(field(page, 'Title'), title);
  await hand.fill(field(page, 'What it is about'), about);
  const [first = '', ...rest] = items;
  await hand.fill(field(page, 'Item 1'), first);
  for (const [index, item] of rest.entries()) {
    await page.keyboard.press('Enter');
    const next = field(page, `Item ${index + 2}`);
    await expect(next).toBeFocused();
    await expect(next).toHaveValue('');
    await page.keyboard.type(item);
  }
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, title);
}
