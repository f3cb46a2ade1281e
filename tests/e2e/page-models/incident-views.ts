/** The pages beside the plans: month, timeline, events per person, ready plan, rehearsal. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, field, goTo, main, radio } from './places.js';

export type IncidentsPage = 'Month' | 'Events per person' | 'Ready plan' | 'Rehearsal';

/** Through the links at the top of the place. */
export async function openIncidentsPage(hand: Hand, name: IncidentsPage): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Incidents');
  const pages = page.getByRole('navigation', { name: 'Pages of incidents' });
  await hand.press(pages.getByRole('link', { name }));
  await expect(pages.getByText(name)).toHaveAttribute('aria-current', 'page');
}

/** A box of the ready plan's form: the list, the number of its row from 1, and the label. */
export function readyBox(page: Page, list: string, row: number, label: string): Locator {
  return page
    .getByRole('group', { name: list })
    .getByRole('listitem')
    .nth(row - 1)
    .getByRole('textbox', { name: label, exact: true });
}

export interface DrillAnswers {
  readonly event: string;
  readonly facts?: string;
  readonly people?: readonly string[];
  readonly others?: string;
}

/** From the number of the drill to its result, by hand. */
export async function runDrill(hand: Hand, number: number, answers: DrillAnswers): Promise<void> {
  const { page } = hand;
  await openIncidentsPage(hand, 'Rehearsal');
  await hand.fill(field(main(page), 'Number of the drill'), String(number));
  await hand.press(page.getByRole('button', { name: 'Start this drill' }));
  await expectHeading(page, `Rehearsal, drill ${String(number)}`);
  await expectMarked(page);
  await hand.choose(radio(page, 'Is everyone safe right now?', 'Yes'));
  await hand.select(combo(page, 'What happened?'), answers.event);
  if (answers.facts !== undefined) await hand.fill(field(page, 'The facts, in one line'), answers.facts);
  for (const name of answers.people ?? []) await hand.tick(page.getByRole('checkbox', { name, exact: true }));
  if (answers.others !== undefined) await hand.fill(field(page, 'Others, by role'), answers.others);
  await hand.press(page.getByRole('button', { name: 'Finish the rehearsal' }));
  await expectHeading(page, /^Rehearsal, \d+ \w+ \d{4}$/);
  await expectMarked(page);
}

/** Every screen of a drill says what it is, in words. */
export async function expectMarked(page: Page): Promise<void> {
  await expect(main(page).getByText('This is a rehearsal')).toBeVisible();
}
