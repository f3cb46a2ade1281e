/** Wellbeing Plans: the manager's list, the hand-over, and the owner's own page. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import { lockTimeout, typeNewPassphrase, unlock } from './first-run.js';
import { expectLocked } from './locking.js';
import { combo, expectHeading, field, goTo, main } from './places.js';

export const ownPassphrase = 'kelp otter granite winter';

export async function openPlans(hand: Hand): Promise<void> {
  await goTo(hand, 'Wellbeing');
  await hand.press(main(hand.page).getByRole('link', { name: 'Wellbeing Plans' }));
  await expectHeading(hand.page, 'Wellbeing Plans');
}

/** From wherever in the vault to the page that only its owner should see. */
export async function handOver(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await openPlans(hand);
  await hand.pick(combo(main(page), 'Whose plan'), name);
  await hand.press(main(page).getByRole('button', { name: 'Hand over' }));
  await expectHeading(page, `This part is for ${name}`);
}

/** The owner's passphrase, and the two warnings before it counts. */
export async function beginPlan(hand: Hand, passphrase: string = ownPassphrase): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: 'Begin my plan' }));
  await expectHeading(page, 'Choose your own passphrase');
  await expect(main(page).getByText('If you lose it, your plan is gone')).toBeVisible();
  await hand.choose(page.getByRole('radio', { name: /Type my own/ }));
  await typeNewPassphrase(hand, passphrase);
  await expectHeading(page, 'Before your plan begins');
  await expect(main(page).getByText('A lost passphrase means a lost plan')).toBeVisible();
  await hand.tick(page.getByRole('checkbox', { name: /^I have kept my passphrase/ }));
  await hand.press(page.getByRole('button', { name: 'Begin my plan' }));
  await expectOwnPlan(page);
}

export async function openOwnPlan(hand: Hand, passphrase: string = ownPassphrase): Promise<void> {
  const { page } = hand;
  await hand.press(page.getByRole('button', { name: 'Open my plan' }));
  await expectHeading(page, 'Open your plan');
  await hand.fill(field(page, 'Your plan’s passphrase'), passphrase);
  await hand.press(page.getByRole('button', { name: 'Open my plan' }));
}

export async function expectOwnPlan(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'My Wellbeing Plan' })).toBeVisible({
    timeout: lockTimeout,
  });
}

export async function writeSection(hand: Hand, label: string, text: string): Promise<void> {
  await hand.fill(field(main(hand.page), label), text);
}

export async function shareSection(hand: Hand, label: string, until: string): Promise<void> {
  const section = hand.page.getByRole('region', { name: label });
  await hand.press(section.getByRole('button', { name: `Share: ${label}` }));
  await hand.fill(field(section, 'Last day on which your manager can read it'), until);
  await hand.press(section.getByRole('button', { name: 'Share until then' }));
  await expect(section.getByText(/^Your manager can read this until/)).toBeVisible();
}

export function ownScores(page: Page): Locator {
  return page.getByRole('region', { name: 'My own scores' });
}

/** Digit by digit, as a person types: each whole answer moves on to the next box by itself. */
export async function addOwnScore(
  hand: Hand,
  given: { readonly measure: string; readonly day: string; readonly answers: readonly number[] },
): Promise<void> {
  const { page } = hand;
  const section = ownScores(page);
  await hand.press(section.getByRole('button', { name: 'Add a score' }));
  await hand.select(section.getByRole('combobox', { name: 'Which measure' }), given.measure);
  await hand.fill(field(section, 'The day I answered it'), given.day);
  await hand.fill(field(section, 'Item 1'), '');
  await page.keyboard.type(given.answers.join(''));
  await hand.press(section.getByRole('button', { name: 'Keep this score' }));
  await expect(section.getByRole('button', { name: 'Add a score' })).toBeVisible();
  await expect(page.getByText('Your score is kept. Only you can read it.')).toBeVisible();
}

/** Locks, which brings a new page, and opens it again as the manager. */
export async function finish(hand: Hand, passphrase: string): Promise<void> {
  await hand.press(hand.page.getByRole('button', { name: 'Done: lock Steading' }));
  await expectLocked(hand.page);
  await unlock(hand.page, passphrase);
}
