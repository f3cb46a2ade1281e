import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, field, goTo, main, radio } from './places.js';

export const whoField = 'Add a person or a team';

export interface NewPlan {
  readonly type: string;
  readonly day: string;
  readonly time: string;
  readonly facts: string;
  /** Name → how close. */
  readonly affected: Readonly<Record<string, 'Was there' | 'Named worker' | 'Knew them'>>;
}

export async function openPlan(hand: Hand, plan: NewPlan): Promise<void> {
  const { page } = hand;
  if (hand.by === 'keyboard') {
    await page.keyboard.press('Control+Shift+N');
  } else {
    await goTo(hand, 'Incidents');
    await hand.press(main(page).getByRole('link', { name: 'New plan' }));
  }
  await expectHeading(page, 'New incident plan');
  await hand.choose(radio(page, 'Is everyone safe right now?', 'Yes'));
  await hand.select(combo(page, 'What happened?'), plan.type);
  await hand.fill(field(page, 'Day'), plan.day);
  await hand.fill(field(page, 'Time'), plan.time);
  await hand.fill(field(page, 'The facts, in one line'), plan.facts);
  for (const [name, closeness] of Object.entries(plan.affected)) {
    await hand.pick(combo(page, whoField), name);
    await hand.select(page.getByRole('combobox', { name: `How close ${name} was` }), closeness);
  }
  await hand.press(page.getByRole('button', { name: 'Open the plan' }));
  await expectHeading(page, plan.type);
}

/** A phase of the plan: title, dates and where it stands, as one line of text. */
export function phase(page: Page, title: string): Locator {
  return page
    .getByRole('list', { name: 'Phases of the plan' })
    .getByRole('button')
    .filter({ hasText: title });
}

export function steps(page: Page, phaseTitle: string): Locator {
  return page.getByRole('list', { name: `Steps, ${phaseTitle}` });
}

export async function openPhase(hand: Hand, title: string): Promise<void> {
  await hand.press(phase(hand.page, title));
  await expect(steps(hand.page, title)).toBeVisible();
}

/** The answer of one person in the phase that is open. */
export async function recordContact(
  hand: Hand,
  name: string,
  answer: 'Offered' | 'Accepted' | 'Declined',
): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: `Record an answer: ${name}` }));
  const form = page.getByRole('form', { name: `Check-in with ${name}` });
  await hand.choose(radio(form, 'What did they say?', answer));
  await hand.press(form.getByRole('button', { name: 'Save answer' }));
  await expect(form).toHaveCount(0);
}

/** The row of an affected person in the table beside the plan. */
export function affectedRow(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: 'People affected and their answers' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
}
