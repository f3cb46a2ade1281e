/** What the flows of the main job share: the hand that does them, and the look around that comes before. */
import { type AppHost, expect } from '../fixtures.js';
import { expectHeading, goTo, main } from '../page-models/places.js';
import { setToday } from '../support/clock.js';
import { type By, countPointerPresses, type Hand, handOf } from '../support/hand.js';

/** Free text that must not leave in a summary. */
export const noteText = 'Kestrel week: said that nights feel long';

export interface Run {
  readonly app: AppHost;
  readonly hand: Hand;
  readonly by: By;
  readonly pointerPresses: () => Promise<number>;
}

export async function begin(app: AppHost, by: By, day: Parameters<typeof setToday>[1]): Promise<Run> {
  await setToday(app.page, day);
  return { app, by, hand: handOf(app.page, by), pointerPresses: await countPointerPresses(app.page) };
}

/** By keys alone means just that: no press of a pointer reached the page. */
export async function expectOwnHand({ by, pointerPresses }: Run): Promise<void> {
  if (by === 'keyboard') expect(await pointerPresses()).toBe(0);
  else expect(await pointerPresses()).toBeGreaterThan(0);
}

/** Point 1, the other door: made-up data, marked as such, and left again. */
export async function lookAround(app: AppHost, by: By): Promise<void> {
  const run = await begin(app, by, '2026-06-08');
  const { hand } = run;
  const { page } = hand;
  await expectHeading(page, 'Welcome to Steading');
  await hand.press(page.getByRole('button', { name: 'Look around with made-up data' }));
  await expectHeading(page, 'Today');
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  await goTo(hand, 'People');
  await expect(
    main(page).getByRole('list', { name: 'People in post' }).getByRole('listitem').nth(5),
  ).toBeVisible();
  await goTo(hand, 'Wellbeing');
  await expect(page.getByRole('figure').first()).toBeVisible();
  // Leaving locks, and after a lock the page is a new one, which begins to count anew.
  await expectOwnHand(run);
  await hand.press(page.getByRole('button', { name: 'Leave the demo' }));
  await expectHeading(page, 'Welcome to Steading');
}
