/** Story 5 of the domain notes, its first part: a plan that its owner writes, shares in part, and takes back. */
import { readFile, rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { openCare } from '../page-models/care.js';
import { unlock } from '../page-models/first-run.js';
import { goThroughDoor } from '../page-models/identified.js';
import { expectLocked } from '../page-models/locking.js';
import { addPerson } from '../page-models/people.js';
import { expectHeading, main, rail } from '../page-models/places.js';
import {
  addOwnScore,
  beginPlan,
  expectOwnPlan,
  finish,
  handOver,
  openOwnPlan,
  openPlans,
  ownPassphrase,
  ownScores,
  shareSection,
  writeSection,
} from '../page-models/wellbeing-plan.js';
import { createAxeWalk } from '../support/axe.js';
import { setToday } from '../support/clock.js';
import { type By, handOf } from '../support/hand.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const volunteer = {
  name: 'Hamish Orr',
  role: 'Peer volunteer',
  engagement: 'Volunteer',
  team: 'Recovery hub',
  startDate: '03/02/2025',
} as const;

const words = {
  'What helps in the moment': 'Ten minutes outside. Ask me after, not before.',
  'Early signs that others may see': 'I go quiet and stop making tea.',
  'What drains me at work': 'Back-to-back visits on the north round.',
} as const;
const [helps, signs, drains] = Object.keys(words) as (keyof typeof words)[];

const who5 = 'WHO-5 Well-Being Index';

/** Nothing of the vault but this one plan: no places, no palette, no name in the title, no key that leads anywhere. */
async function expectAlone(page: Page): Promise<void> {
  await expect(rail(page)).toHaveCount(0);
  await expect(page).toHaveTitle('Handed over – Steading');
  await expect(page.getByText('Harbour Steps')).toHaveCount(0);
  for (const key of ['Control+k', 'Control+2', 'Control+1', 'F6']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page).toHaveTitle('Handed over – Steading');
}

/** The bar lies over what is scrolled: no contrast can be told there. */
async function toTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
}

for (const by of ['mouse', 'keyboard'] as const satisfies readonly By[]) {
  test(`a volunteer writes a plan, shares 2 of 10 sections until 30 June 2026, and takes them back, by ${by}`, async ({
    app,
    page,
    secrets,
  }) => {
    const { passphrase } = secrets;
    await unlock(app.page, passphrase);
    const hand = handOf(page, by);
    const axe = createAxeWalk();
    await setToday(page, '2026-05-11');
    await addPerson(hand, volunteer);

    await openPlans(hand);
    await expect(main(page).getByText('No plans here yet')).toBeVisible();
    await axe.look(page, 'wellbeing plans, none');
    await handOver(hand, volunteer.name);
    await expectAlone(page);
    await axe.look(page, 'hand-over');
    await beginPlan(hand);
    for (const [label, text] of Object.entries(words)) await writeSection(hand, label, text);
    await shareSection(hand, helps ?? '', '30/06/2026');
    await shareSection(hand, signs ?? '', '30/06/2026');
    await expect(main(page).getByText('Your manager can read 2 of 10 sections')).toBeVisible();
    await toTop(page);
    await axe.look(page, 'own plan');
    await expectAlone(page);
    await finish(hand, passphrase);

    await openPlans(hand);
    await expect(main(page).getByRole('listitem').filter({ hasText: volunteer.name })).toContainText(
      '2 sections shared',
    );
    await hand.press(main(page).getByRole('link', { name: volunteer.name }));
    await expectHeading(page, volunteer.name);
    await expect(main(page).getByText(words[helps ?? 'What helps in the moment'])).toBeVisible();
    await expect(main(page).getByText('Until 30 June 2026').first()).toBeVisible();
    await expect(main(page).getByText(words[drains ?? 'What drains me at work'])).toHaveCount(0);
    await axe.look(page, 'shared plan');

    await hand.press(main(page).getByRole('button', { name: 'Hand over the laptop' }));
    await openOwnPlan(hand, 'kelp otter granite summer');
    await expect(page.getByText('That passphrase does not open this plan.').first()).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(ownPassphrase);
    await page.keyboard.press('Enter');
    await expectOwnPlan(page);
    await expect(main(page).getByText(words[drains ?? 'What drains me at work'])).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Take everything back' }));
    await expect(main(page).getByText('Nothing is shared. Only you can read this.')).toBeVisible();
    await finish(hand, passphrase);

    await expectHeading(page, volunteer.name);
    await expect(main(page).getByText('Nothing is shared with you now')).toBeVisible();
    for (const text of Object.values(words)) await expect(page.getByText(text)).toHaveCount(0);
    await openCare(hand, 'Activity log');
    await expect(main(page)).toContainText('wellbeing plan', { ignoreCase: true });
    for (const text of Object.values(words)) await expect(page.getByText(text)).toHaveCount(0);
    expect(axe.report()).toEqual([]);
  });
}

test('what was typed is sealed when the laptop locks by itself, and no draft is made of it', async ({
  app,
  page,
  secrets,
}) => {
  const { passphrase } = secrets;
  await unlock(app.page, passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, volunteer);
  await handOver(hand, volunteer.name);
  await beginPlan(hand);
  await page.getByRole('textbox', { name: helps ?? '' }).click();
  await page.keyboard.type('Typed in the last moment');
  await app.setIdle(600);
  await expectLocked(page);
  await app.setIdle(0);
  await unlock(page, passphrase);
  await openPlans(hand);
  await expect(page.getByText(/draft/i)).toHaveCount(0);
  await handOver(hand, volunteer.name);
  await openOwnPlan(hand);
  await expectOwnPlan(page);
  await expect(page.getByRole('textbox', { name: helps ?? '' })).toHaveValue('Typed in the last moment');
});

test('its owner saves a copy, changes the passphrase, and deletes it; a lost passphrase leaves that alone', async ({
  app,
  page,
  secrets,
}) => {
  const { passphrase } = secrets;
  await unlock(app.page, passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, volunteer);
  await handOver(hand, volunteer.name);
  await beginPlan(hand);
  await writeSection(hand, helps ?? '', 'A walk to the pier');
  await addOwnScore(hand, { measure: who5, day: 'today', answers: [3, 2, 3, 1, 4] });
  const copy = `${app.userDataDir}-plan.txt`;
  await app.answerDialog({ kind: 'save', filePath: copy });
  await hand.press(page.getByRole('button', { name: 'Save a copy' }));
  await goThroughDoor(hand, { tick: 'This is my own copy. I keep it where only I look.' });
  await expect(page.getByText('Your copy is saved.')).toBeVisible();
  const saved = await readFile(copy, 'utf8');
  await rm(copy);
  expect(saved.startsWith(`Names people. Only for ${volunteer.name}.\r\n`)).toBe(true);
  expect(saved).toContain('What helps in the moment\r\nA walk to the pier');
  expect(saved).not.toMatch(/WHO-5|score|52/i);

  await hand.press(page.getByRole('button', { name: 'Change my passphrase' }));
  await hand.fill(page.getByRole('textbox', { name: 'Your plan’s passphrase of now' }), ownPassphrase);
  await hand.press(page.getByRole('button', { name: 'Choose a new one' }));
  await hand.choose(page.getByRole('radio', { name: /Use six words/ }));
  await hand.press(page.getByRole('button', { name: 'Use these words' }));
  await expect(page.getByText('Your new passphrase counts from now on.')).toBeVisible({ timeout: 90_000 });
  await finish(hand, passphrase);

  await openPlans(hand);
  await hand.press(main(page).getByRole('link', { name: volunteer.name }));
  await hand.press(main(page).getByRole('button', { name: 'Hand over the laptop' }));
  await openOwnPlan(hand);
  await expect(page.getByText('That passphrase does not open this plan.').first()).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'I have lost it' }));
  await hand.press(page.getByRole('button', { name: 'Delete this plan' }));
  await hand.press(page.getByRole('button', { name: 'Delete for good' }));
  await expectHeading(page, 'The plan is deleted');
  await hand.press(page.getByRole('button', { name: 'Lock Steading' }));
  await expectLocked(page);
  await unlock(page, passphrase);
  await openPlans(hand);
  await expect(main(page).getByText('No plans here yet')).toBeVisible();
});

for (const by of ['mouse', 'keyboard'] as const satisfies readonly By[]) {
  test(`a person scores a measure twice and sees whether it has changed, for themselves alone, by ${by}`, async ({
    app,
    page,
    secrets,
  }) => {
    const { passphrase } = secrets;
    await unlock(app.page, passphrase);
    const hand = handOf(page, by);
    const axe = createAxeWalk();
    await setToday(page, '2026-05-11');
    await addPerson(hand, volunteer);
    await handOver(hand, volunteer.name);
    await beginPlan(hand);
    const section = ownScores(page);

    await addOwnScore(hand, { measure: who5, day: '03/03/2026', answers: [4, 4, 3, 3, 3] });
    const measure = section.getByRole('region', { name: who5 });
    await expect(measure.getByRole('heading', { name: who5 })).toBeFocused();
    await expect(measure.getByText('Answer it again another day')).toBeVisible();

    await test.step('what cannot be kept is said at its box', async () => {
      await hand.press(section.getByRole('button', { name: 'Add a score' }));
      const boxes = section.getByRole('group', { name: 'Answers by item number, 0 to 5' });
      await hand.fill(boxes.getByRole('textbox', { name: 'Item 1' }), '');
      await page.keyboard.type('7');
      await expect(section.getByText('Item 1 takes 0 to 5. “7” was not kept.')).toBeVisible();
      await page.keyboard.type('32');
      await expect(boxes.getByRole('textbox', { name: 'Item 3' })).toBeFocused();
      await expect(section.getByText('2 of 5 answered.')).toBeVisible();
      await hand.press(section.getByRole('button', { name: 'Keep this score' }));
      await hand.press(section.getByRole('link', { name: /^Answer more items/ }));
      await expect(boxes.getByRole('textbox', { name: 'Item 3' })).toBeFocused();
      await toTop(page);
      await axe.look(page, 'own score, with blanks');
      await page.keyboard.type('314');
      await hand.press(section.getByRole('button', { name: 'Keep this score' }));
    });

    const said = '16 lower than on 3 March 2026, when it was 68. No clear change: a difference of this size';
    await expect(measure.getByText(said)).toBeVisible();
    await expect(measure.getByText('Only a difference of more than 22.2 counts as clear.')).toBeVisible();
    await expect(measure.getByText('recalled: check it at the source')).toBeVisible();
    await expect(measure.getByRole('row')).toHaveText([
      /Answered on/,
      /^11 May 2026.*52/,
      /^3 March 2026.*68/,
    ]);
    await expect(section.getByRole('button', { name: /share/i })).toHaveCount(0);
    await expectAlone(page);
    await toTop(page);
    await axe.look(page, 'own scores');

    await addOwnScore(hand, { measure: who5, day: '01/05/2026', answers: [1, 1, 1, 1, 1] });
    await expect(
      measure.getByText('32 higher than on 1 May 2026, when it was 20. This is better'),
    ).toBeVisible();
    await hand.press(measure.getByRole('button', { name: `Remove: ${who5}, 1 May 2026` }));
    await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Remove it' }));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(section.getByRole('button', { name: 'Add a score' })).toBeFocused();
    await expect(measure.getByText(said)).toBeVisible();
    await finish(hand, passphrase);

    await openPlans(hand);
    await hand.press(main(page).getByRole('link', { name: volunteer.name }));
    await expectHeading(page, volunteer.name);
    await expect(main(page).getByText(/WHO-5|own scores|\b52\b|\b68\b/i)).toHaveCount(0);
    await hand.press(main(page).getByRole('button', { name: 'Hand over the laptop' }));
    await openOwnPlan(hand);
    await expectOwnPlan(page);
    await expect(measure.getByText(said)).toBeVisible();
    expect(axe.report()).toEqual([]);
  });
}
