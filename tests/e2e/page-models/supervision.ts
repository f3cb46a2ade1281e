import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from './places.js';

export interface NewSession {
  readonly kind: 'Clinical' | 'Line management' | 'Professional' | 'Reflective group';
  readonly people: readonly string[];
  readonly date: string;
  readonly next: string;
  /** One line each, as typed: "@fri" sets a day, "@manager" says who. */
  readonly agreed: readonly string[];
  readonly note?: string;
}

export async function recordSession(hand: Hand, session: NewSession): Promise<void> {
  const { page } = hand;
  if (hand.by === 'keyboard') {
    await page.keyboard.press('Control+Shift+S');
  } else {
    await goTo(hand, 'Supervision');
    await hand.press(main(page).getByRole('link', { name: 'Record supervision' }).first());
  }
  await expectHeading(page, 'Record supervision');
  await hand.choose(radio(page, 'Kind', session.kind));
  const isGroup = session.kind === 'Reflective group';
  for (const name of session.people) {
    await hand.pick(combo(page, isGroup ? 'Who came' : 'Who with'), name);
  }
  await hand.fill(field(page, 'When'), session.date);
  if (session.note !== undefined) {
    await hand.fill(
      field(page, isGroup ? 'A note on the process' : 'How are they, in their words?'),
      session.note,
    );
  }
  for (const line of session.agreed) {
    await hand.fill(field(page, 'What we agreed'), line);
    if (hand.by === 'keyboard') await page.keyboard.press('Enter');
    else await hand.press(page.getByRole('button', { name: 'Add this line' }));
  }
  await expect(page.getByRole('list', { name: 'Lines agreed' }).getByRole('listitem')).toHaveCount(
    session.agreed.length,
  );
  await hand.fill(field(page, 'Next time'), session.next);
  await hand.press(page.getByRole('button', { name: 'Save record' }));
  await expectToast(page, 'Saved.');
  await expect(page.getByRole('heading', { level: 1, name: 'Record supervision' })).toHaveCount(0);
}

/** The row of a person in the table of who has had supervision when. */
export function coverageRow(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: /^Days since the last session held/ })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
}

/** Puts the whole page at another day. */
export async function setAsOf(hand: Hand, day: string): Promise<void> {
  const { page } = hand;
  const box = field(page, 'As of');
  if ((await box.count()) === 0)
    await hand.press(page.getByRole('button', { name: /^As of .*Choose another day$/ }));
  await hand.fill(box, day);
}
