/** Agreements, the register of supervisors, who supervises whom, and the access page. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from './places.js';

type SupervisionPage = 'Access' | 'Who supervises whom' | 'Agreements' | 'Supervisors' | 'Groups';

const headings = {
  Access: 'Access to supervision',
  'Who supervises whom': 'Who supervises whom',
  Agreements: 'Supervision agreements',
  Supervisors: 'Supervisors and facilitators',
  Groups: 'Reflective groups',
} as const satisfies Record<SupervisionPage, string>;

/** By the links that stand on every page of the place. */
export async function openSupervisionPage(hand: Hand, name: SupervisionPage): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Supervision');
  const pages = main(page).getByRole('navigation', { name: 'Pages of supervision' });
  await hand.press(pages.getByRole('link', { name, exact: true }));
  await expectHeading(page, headings[name]);
}

export interface NewSupervisor {
  readonly name: string;
  readonly expires: string;
}

/** Somebody from outside. */
export async function addSupervisor(hand: Hand, supervisor: NewSupervisor): Promise<void> {
  const { page } = hand;
  await openSupervisionPage(hand, 'Supervisors');
  await hand.press(main(page).getByRole('link', { name: 'Add a supervisor' }).first());
  await expectHeading(page, 'Add a supervisor');
  await hand.choose(radio(page, 'Where are they from?', 'Outside'));
  await hand.fill(field(page, 'Name'), supervisor.name);
  await hand.fill(field(page, 'Runs out on'), supervisor.expires);
  await hand.press(page.getByRole('button', { name: 'Add to the register' }));
  await expectHeading(page, supervisor.name);
}

export interface NewAgreement {
  readonly person: string;
  readonly supervisor: string;
  readonly from: string;
}

/** One that both signed on its first day, with the standing words; the supervisor is named with it. */
export async function signAgreement(hand: Hand, agreement: NewAgreement): Promise<void> {
  const { page } = hand;
  await openSupervisionPage(hand, 'Agreements');
  await hand.press(main(page).getByRole('link', { name: 'New agreement' }));
  await expectHeading(page, 'New agreement');
  await hand.pick(combo(page, 'Who is supervised'), agreement.person);
  await hand.pick(combo(page, 'Supervisor'), agreement.supervisor);
  await hand.fill(field(page, 'From'), agreement.from);
  for (const party of ['The person', 'The supervisor']) {
    await hand.choose(radio(page, party, 'Signed'));
    await hand.fill(field(page, `${party}, on`), agreement.from);
  }
  await hand.press(page.getByRole('button', { name: 'Save agreement' }));
  await expectHeading(page, agreement.person);
  await expect(main(page).getByText('Agreed', { exact: true })).toBeVisible();
}

interface Assignment {
  readonly person: string;
  readonly from: string;
}

async function openAssignment(hand: Hand, { person, from }: Assignment): Promise<void> {
  const { page } = hand;
  await openSupervisionPage(hand, 'Who supervises whom');
  await hand.press(main(page).getByRole('link', { name: 'Name a supervisor' }).first());
  await expectHeading(page, 'Name a supervisor');
  await hand.pick(combo(page, 'Who is supervised'), person);
  await hand.fill(field(page, 'From'), from);
}

async function saveAssignment(hand: Hand): Promise<void> {
  await hand.press(hand.page.getByRole('button', { name: 'Save', exact: true }));
  await expectHeading(hand.page, 'Who supervises whom');
  await expectToast(hand.page, /^Saved\./);
}

export async function nameSupervisor(
  hand: Hand,
  assignment: Assignment & { readonly supervisor: string },
): Promise<void> {
  await openAssignment(hand, assignment);
  await hand.pick(combo(hand.page, 'Supervisor'), assignment.supervisor);
  await saveAssignment(hand);
}

export async function sayNobody(
  hand: Hand,
  assignment: Assignment & { readonly reason: string },
): Promise<void> {
  const { page } = hand;
  await openAssignment(hand, assignment);
  await hand.choose(radio(page, 'Is there somebody?', 'No supervisor, because'));
  await hand.select(combo(page, 'Reason'), assignment.reason);
  await saveAssignment(hand);
}

/** A figure of the access page, with its count and what stands behind it. */
export function indicator(page: Page, label: string): Locator {
  return main(page)
    .getByRole('listitem')
    .filter({ has: page.getByText(label, { exact: true }) });
}
