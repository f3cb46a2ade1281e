/** Words of the manager's own in a report: looked over, kept or taken out, read, and only then in it. By keys alone. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { expectHeading, main } from '../page-models/places.js';
import { createAxeWalk } from '../support/axe.js';
import { countPointerPresses, handOf } from '../support/hand.js';
import { goTo, openDemo } from '../support/places.js';

test.describe.configure({ timeout: 240_000 });

const typed =
  'Since 12 March 2026 Isla answers 07700 900123.\nThe only night worker at the pier had no break, she said.';

const button = (within: Locator, name: string) => within.getByRole('button', { name, exact: true });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview of the report' });

test('own words leave when they were read, in the shape in which they were read', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await goTo(page, '/reports/make/team-summary');
  await expectHeading(page, 'Check before it leaves');
  const section = main(page).getByRole('region', { name: 'What we heard', exact: true }).first();
  const box = section.getByRole('textbox', { name: 'Words', exact: true });
  const leaving = section.getByRole('group', { name: /^As it will leave/ });
  const read = section.getByRole('checkbox', { name: /^I have read it/ });

  await hand.fill(box, typed);
  await expect(leaving).toContainText(
    'Since [date removed] [name removed] answers [telephone number removed].',
  );
  const doubts = section.getByRole('list', { name: 'Look at these twice' });
  await expect(doubts).toContainText('The only night worker at the pier');
  await expect(doubts).toContainText('Tells of one person');
  const axe = createAxeWalk();
  await axe.look(page, 'own words');
  expect(axe.report()).toEqual([]);

  await test.step('what was found can be kept, with a reason', async () => {
    const keep = button(section, 'Keep “12 March 2026”');
    await hand.press(keep);
    await expect(page.getByRole('menuitem', { name: 'It is about no person' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(leaving).toContainText('12 March 2026');
    await expect(section).toContainText('Kept: about no person');
    await expect(button(section, 'Change “12 March 2026”')).toBeFocused();
  });

  await test.step('what only a reader sees is taken out, and the focus goes on', async () => {
    await hand.press(doubts.getByRole('button', { name: /^Take out “The only night worker/ }));
    await expect(leaving).toContainText('[words removed]');
    await expect(doubts).not.toContainText('night worker');
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
    await box.focus();
    await page.keyboard.press('Control+End');
    for (let letter = 0; letter < 'she said.'.length; letter += 1)
      await page.keyboard.press('Shift+ArrowLeft');
    const more = section.getByRole('textbox', { name: 'More words to take out' });
    await expect(more).toHaveValue('she said.');
    await more.focus();
    await page.keyboard.press('Enter');
    await expect(leaving).toContainText('had no break, [words removed]');
    await hand.fill(more, 'nowhere to be seen');
    await page.keyboard.press('Enter');
    await expect(section).toContainText('These words are not in the text');
  });

  await test.step('nothing is in the report before it was read, and any change takes that back', async () => {
    await expect(preview(page)).toBeVisible({ timeout: 60_000 });
    await expect(preview(page)).not.toContainText('answers');
    await hand.tick(read);
    await expect(preview(page)).toContainText('Since 12 March 2026 [name removed] answers', {
      timeout: 60_000,
    });
    await expect(preview(page)).not.toContainText('Isla');
    await box.focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' Ring Isla.');
    await expect(read).not.toBeChecked();
    await expect(leaving).toContainText('Ring [name removed].');
    await expect(leaving).toContainText('12 March 2026');
    await expect(preview(page)).not.toContainText('answers', { timeout: 60_000 });
  });
  expect(await pointerPresses()).toBe(0);
});
