import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from './places.js';

export interface NewGroup {
  readonly name: string;
  readonly members: readonly string[];
  readonly leader: string;
  readonly startedOn: string;
}

export async function openGroups(hand: Hand): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Supervision');
  const pages = page.getByRole('navigation', { name: 'Pages of supervision' });
  await hand.press(pages.getByRole('link', { name: 'Groups' }));
  await expectHeading(page, 'Reflective groups');
}

export async function openGroup(hand: Hand, name: string): Promise<void> {
  await openGroups(hand);
  await hand.press(main(hand.page).getByRole('link', { name, exact: true }));
  await expectHeading(hand.page, name);
}

export async function addGroup(hand: Hand, group: NewGroup): Promise<void> {
  const { page } = hand;
  await openGroups(hand);
  await hand.press(main(page).getByRole('link', { name: 'Add a group' }));
  await expectHeading(page, 'New reflective group');
  await hand.fill(field(page, 'Name of the group'), group.name);
  await hand.choose(radio(page, 'Is the time protected?', 'Yes'));
  await hand.pick(combo(page, 'Who leads it'), group.leader);
  for (const member of group.members) await hand.pick(combo(page, 'Who belongs to it'), member);
  await hand.fill(field(page, 'First day'), group.startedOn);
  await hand.press(page.getByRole('button', { name: 'Save group' }));
  await expectToast(page, 'Saved.');
  await expectHeading(page, group.name);
}

/** A choice beside a name of the register of who came. */
export function answer(
  page: Page,
  name: string,
  words: 'Came' | 'Apologies' | 'Work' | 'Did not come',
): Locator {
  return page.getByRole('radiogroup', { name }).getByRole('radio', { name: words, exact: true });
}

/** What a sitting counts for each, as the form says it while it is filled in. */
export async function expectCredit(hand: Hand, minutes: string, words: string): Promise<void> {
  const { page } = hand;
  await hand.fill(field(page, 'Minutes'), minutes);
  await expect(page.getByText(words, { exact: true })).toBeVisible();
}
