import { expect } from '@playwright/test';
import type { Hand } from '../support/hand.js';
import type { InputFile } from './imports.js';
import { combo, expectHeading, field, goTo, main } from './places.js';

export interface NewRound {
  readonly measure: 'WHO-5' | 'HSE 35';
  readonly label: string;
  readonly group?: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly invited: number;
}

export async function openRound(hand: Hand, round: NewRound): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Wellbeing');
  await hand.press(main(page).getByRole('link', { name: 'New round' }).first());
  await expectHeading(page, 'New round');
  await hand.select(combo(page, 'Measure'), round.measure);
  if (round.group !== undefined) await hand.select(combo(page, 'Who is asked'), round.group);
  await hand.fill(field(page, 'Name of the round'), round.label);
  await hand.fill(field(page, 'First day'), round.opensOn);
  await hand.fill(field(page, 'Last day'), round.closesOn);
  await hand.fill(field(page, 'People invited'), String(round.invited));
  await hand.press(page.getByRole('button', { name: 'Open the round' }));
  await expectHeading(page, round.label);
}

type Way = 'Sealed survey file' | 'Hand the laptop over' | 'On paper' | 'From another survey tool';

/** From the round, or from one of its pages, to the page for one way to get replies. */
export async function openWay(hand: Hand, way: Way): Promise<void> {
  const { page } = hand;
  if (await main(page).getByRole('heading', { level: 1, name: way }).isVisible()) return;
  await backToRound(hand);
  await hand.press(
    main(page).getByRole('list', { name: 'Ways to get replies' }).getByRole('link', { name: way }),
  );
  await expectHeading(page, way);
}

async function backToRound(hand: Hand): Promise<void> {
  const { page } = hand;
  const crumbs = main(page).getByRole('navigation', { name: 'Where you are' }).getByRole('link');
  if ((await crumbs.count()) > 1) await hand.press(crumbs.nth(1));
  await expect(main(page).getByRole('list', { name: 'Ways to get replies' })).toBeVisible();
}

/** A reply by item number: one digit an item, each moves on, Enter saves. */
export async function typeReply(hand: Hand, answers: readonly number[]): Promise<void> {
  const { page } = hand;
  await openWay(hand, 'On paper');
  await hand.fill(page.getByRole('textbox', { name: 'Item 1', exact: true }), '');
  for (const answer of answers) await page.keyboard.type(String(answer));
  await expect(page.getByRole('textbox', { name: `Item ${answers.length}`, exact: true })).toHaveValue(
    String(answers.at(-1)),
  );
  if (hand.by === 'keyboard') await page.keyboard.press('Enter');
  else await hand.press(page.getByRole('button', { name: 'Save this reply' }));
}

export async function bringInReplies(hand: Hand, file: InputFile, count: number): Promise<void> {
  const { page } = hand;
  await openWay(hand, 'From another survey tool');
  await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), file);
  await expect(page.getByText(`${count} replies can be added`)).toBeVisible();
  await hand.press(page.getByRole('button', { name: `Add ${count} replies` }));
  // It goes back to the round by itself.
  await expect(main(page).getByRole('list', { name: 'Ways to get replies' })).toBeVisible();
}

export async function expectReplies(hand: Hand, count: number, invited: number): Promise<void> {
  await expect(hand.page.getByText(`${count} of ${invited} in`, { exact: true })).toBeVisible();
}

export async function closeRound(hand: Hand): Promise<void> {
  const { page } = hand;
  await backToRound(hand);
  await hand.press(main(page).getByRole('button', { name: 'Close and lock' }));
  const dialog = page.getByRole('dialog', { name: 'Close this round for good?' });
  await expect(dialog).toBeVisible();
  await hand.press(dialog.getByRole('button', { name: 'Close and lock' }));
  await expect(dialog).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Close and lock' })).toHaveCount(0);
}
