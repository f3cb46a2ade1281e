/** The door that copies with names go through: what it is for, a line ticked, then out. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Hand } from '../support/hand.js';

export function identifiedDoor(page: Page): Locator {
  return page.getByRole('dialog', { name: 'This copy names people' });
}

export type Purpose =
  | 'Their own copy'
  | 'They asked for it'
  | 'To be signed'
  | 'To carry out the plan'
  | 'For a wall'
  | 'For those on call';

/** `purpose` where there is more than one to choose from; `tick`: the line that is confirmed. */
export async function goThroughDoor(
  hand: Hand,
  given: { readonly purpose?: Purpose; readonly tick: string | RegExp; readonly by?: 'Save' | 'Print' },
): Promise<void> {
  const door = identifiedDoor(hand.page);
  await expect(door).toContainText('It is not anonymised.');
  if (given.purpose !== undefined)
    await hand.choose(door.getByRole('radio', { name: given.purpose, exact: true }));
  await hand.tick(door.getByRole('checkbox', { name: given.tick }));
  await hand.press(door.getByRole('button', { name: `${given.by ?? 'Save'} this copy` }));
  await expect(door).toBeHidden();
}
