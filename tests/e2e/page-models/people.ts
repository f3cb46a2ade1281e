import { expect, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { expectHeading, field, goTo, main, radio } from './places.js';

export interface NewPerson {
  readonly name: string;
  readonly role: string;
  readonly engagement: 'Staff' | 'Volunteer' | 'Sessional' | 'Agency';
  readonly team: string;
  readonly startDate: string;
}

/** To the page that brings in a list of people, from wherever. */
export async function openPeopleImport(hand: Hand): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: 'Bring in a list' }));
  await expectHeading(page, 'Bring in people');
}

export async function addPerson(hand: Hand, person: NewPerson): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: 'Add a person' }));
  await expectHeading(page, 'Add a person');
  await hand.fill(field(page, 'Name'), person.name);
  await hand.fill(field(page, 'Role'), person.role);
  await hand.choose(radio(page, 'Belongs here as', person.engagement));
  await hand.fill(field(page, 'Team'), person.team);
  await hand.fill(field(page, 'Start date'), person.startDate);
  await hand.press(page.getByRole('button', { name: 'Save person' }));
  await expectHeading(page, person.name);
  await expect(main(page).getByText(person.engagement, { exact: true }).first()).toBeVisible();
}

/** The person's own page, by way of the list. */
export async function openPerson(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'People');
  await hand.fill(page.getByRole('textbox', { name: 'Find by name, role, team or site' }), name);
  await expect(main(page).getByRole('status').filter({ hasText: '1 person' })).toBeVisible();
  const list = main(page).getByRole('list', { name: /^People (in post|who left)$/ });
  await hand.press(list.getByRole('link', { name }).first());
  await expectHeading(page, name);
}

/** One of the rarer things at the foot of a person's page. */
export async function alsoForPerson(hand: Hand, thing: string): Promise<void> {
  await hand.press(main(hand.page).getByRole('link', { name: thing, exact: true }));
}

/** What the timeline says, entry by entry, newest first. */
export async function timelineTitles(page: Page): Promise<readonly string[]> {
  const entries = page.getByRole('list', { name: 'What has happened, newest first' }).getByRole('listitem');
  return (await entries.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
}
