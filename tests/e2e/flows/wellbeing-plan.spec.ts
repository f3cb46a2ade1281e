/** Story 5 of the domain notes, its first part: a plan that its owner writes, shares in part, and takes back. */
import { readFile, rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { openCare } from '../page-models/care.js';
import { unlock } from '../page-models/first-run.js';
import { expectLocked } from '../page-models/locking.js';
import { addPerson } from '../page-models/people.js';
import { expectHeading, main, rail } from '../page-models/places.js';
import {
  beginPlan,
  expectOwnPlan,
  finish,
  handOver,
  openOwnPlan,
  openPlans,
  ownPassphrase,
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
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
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
  const copy = `${app.userDataDir}-plan.txt`;
  await app.answerDialog({ kind: 'save', filePath: copy });
  await hand.press(page.getByRole('button', { name: 'Save a copy' }));
  await expect(page.getByText('Your copy is saved.')).toBeVisible();
  const saved = await readFile(copy, 'utf8');
  await rm(copy);
  expect(saved).toContain('What helps in the moment\r\nA walk to the pier');

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
