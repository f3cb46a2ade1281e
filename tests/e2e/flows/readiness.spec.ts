/**
 * Readiness by keys alone: eight areas rated, finishing refused until staff wellbeing has a funded action, then finished,
 * locked, compared with by the next check, and given out as ratings without a name.
 */
import type { Locator, Page } from '@playwright/test';
import { readinessAreaIds, readinessAreaLabels } from '@shared/readiness/areas';
import { expect, test } from '../fixtures.js';
import { addPerson } from '../page-models/people.js';
import { unlock } from '../page-models/first-run.js';
import { expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import type { Hand } from '../support/hand.js';
import { begin, expectOwnHand } from './main-job-run.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 300_000 });

const owner = 'Zebedee Quillfeather';

const step = (page: Page, name: string): Locator =>
  main(page)
    .getByRole('radiogroup', { name: 'Where it stands' })
    .getByRole('radio', { name: new RegExp(`^${name}`) });

async function openReadiness(hand: Hand): Promise<void> {
  await goTo(hand, 'Actions');
  await hand.press(main(hand.page).getByRole('link', { name: 'Readiness', exact: true }));
  await expectHeading(hand.page, 'Readiness');
}

async function openArea(hand: Hand, area: string): Promise<void> {
  const areas = main(hand.page).getByRole('list', { name: 'The eight areas' });
  await hand.press(areas.getByRole('link', { name: area }));
  await expectHeading(hand.page, area);
}

test('a check is refused, funded, finished and compared with', async ({ app, secrets }) => {
  const run = await begin(app, 'keyboard', '2026-03-31');
  const { hand } = run;
  const { page } = hand;
  await unlock(page, secrets.passphrase);
  await addPerson(hand, {
    name: owner,
    role: 'Key worker',
    team: 'Hub',
    engagement: 'Staff',
    startDate: '6 Jan 2020',
  });

  await test.step('a check is begun and every area rated', async () => {
    await openReadiness(hand);
    await hand.press(main(page).getByRole('link', { name: 'Begin a check' }));
    await hand.fill(field(main(page), 'Name'), 'Readiness, spring');
    await hand.press(main(page).getByRole('button', { name: 'Begin the check' }));
    await expectHeading(page, 'Readiness, spring');
    for (const [index, id] of readinessAreaIds.entries()) {
      await openArea(hand, readinessAreaLabels[id]);
      await hand.choose(step(page, index % 2 === 0 ? 'Testing' : 'Talking'));
      if (id === 'wellbeing') {
        await hand.fill(
          main(page).getByRole('textbox', { name: 'Evidence' }),
          `${owner} asked everyone in May.`,
        );
        await hand.pick(main(page).getByRole('combobox', { name: /^Who owns it/ }), 'Zeb', owner);
      }
      await hand.press(main(page).getByRole('button', { name: 'Save area' }));
      await expectHeading(page, 'Readiness, spring');
    }
    await expect(main(page).getByText('All 8 areas are rated.')).toBeVisible();
  });

  await test.step('without a funded action it is not finished, and the page says why', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Finish the check' }));
    await expectHeading(page, 'Not ready to finish yet');
    await expect(main(page).getByRole('button', { name: 'Finish the check' })).toHaveCount(0);
    await hand.press(main(page).getByRole('link', { name: 'Agree on an action for staff wellbeing' }));
    await hand.fill(
      main(page).getByRole('textbox', { name: 'What you will do' }),
      'Supervision has time of its own',
    );
    await hand.press(main(page).getByRole('button', { name: 'Save action' }));
    await openReadiness(hand);
    await hand.press(main(page).getByRole('link', { name: 'Open the check' }));
    await hand.press(main(page).getByRole('link', { name: 'Finish the check' }));
    await expectHeading(page, 'Not ready to finish yet');
    await hand.press(main(page).getByRole('link', { name: 'Find the money or the time for an action' }));
    await expectHeading(page, 'Staff wellbeing');
    await hand.press(main(page).getByRole('link', { name: 'Supervision has time of its own' }));
    await hand.tick(main(page).getByRole('checkbox', { name: 'The money or the time for it is there' }));
    await hand.press(main(page).getByRole('button', { name: /^Save/ }));
  });

  await test.step('then it is finished, and nothing in it changes any more', async () => {
    await openReadiness(hand);
    await hand.press(main(page).getByRole('link', { name: 'Open the check' }));
    await hand.press(main(page).getByRole('link', { name: 'Add what stands in the way' }));
    await hand.fill(field(main(page), 'In a line'), 'Posts stay empty');
    await hand.press(main(page).getByRole('button', { name: 'Save', exact: true }));
    await expect(main(page).getByRole('list', { name: 'What stands in the way' })).toContainText(
      'Posts stay empty',
    );
    await hand.press(main(page).getByRole('link', { name: 'Finish the check' }));
    await expectHeading(page, 'Ready to finish');
    await hand.press(main(page).getByRole('button', { name: 'Finish the check' }));
    await expectHeading(page, 'Readiness, spring');
    await expectToast(page, 'The check is finished.');
    await expect(main(page).getByText('Nothing in it changes any more.')).toBeVisible();
    // Nor by the address of its earlier versions, where one could be brought back.
    await page.evaluate(() => {
      window.location.hash = `${window.location.hash}/history`;
    });
    await expect.poll(() => new URL(page.url()).hash).not.toContain('history');
    await expectHeading(page, 'Readiness, spring');
    await openArea(hand, 'Staff wellbeing');
    await expect(main(page).getByRole('button', { name: 'Save area' })).toHaveCount(0);
    await expect(main(page).getByText('asked everyone in May')).toBeVisible();
  });

  await test.step('the next one begins from it', async () => {
    await openReadiness(hand);
    await hand.press(main(page).getByRole('link', { name: 'Begin the next check' }));
    await hand.press(main(page).getByRole('button', { name: 'Begin the check' }));
    await openArea(hand, 'Leaders');
    await expect(main(page).getByText('Readiness, spring, finished on 31 March 2026')).toBeVisible();
    await hand.choose(step(page, 'In place'));
    await hand.press(main(page).getByRole('button', { name: 'Save area' }));
    await expect(main(page).getByText('Was “Talking” last time')).toBeVisible();
    await expect(main(page).getByText('Posts stay empty')).toBeVisible();
  });

  await test.step('the report has the ratings, and no name', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Print as a report' }));
    const ratings = main(page).getByRole('table', { name: 'Readiness, area by area' });
    await expect(ratings).toBeVisible({ timeout: 60_000 });
    const rows = await tableRows(ratings);
    expect(rows.find(([area]) => area === 'Staff wellbeing')).toEqual([
      'Staff wellbeing',
      '2. Testing',
      'March 2026',
    ]);
    expect(rows.flat().join(' ')).not.toContain('Zebedee');
    // Evidence comes as words to be read: the name is taken out of them, and nothing is in the preview before.
    await hand.press(main(page).getByRole('button', { name: 'Start from the readiness check' }).first());
    await expect(
      main(page)
        .getByRole('textbox', { name: /^Words/ })
        .first(),
    ).toHaveValue(/asked everyone in May/);
    await expect(
      main(page)
        .getByText(/\[name removed\] asked everyone in May/)
        .first(),
    ).toBeVisible();
  });
  await expectOwnHand(run);
});
