/**
 * Story 5, the habits: manager A notes ten days by the keyboard alone, the team's rating stays hidden with four raters and
 * shows with five; and the app, opened late, says one quiet line.
 */
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { field, main, tableRows } from '../page-models/places.js';
import { holdRound } from '../page-models/round-results.js';
import { setToday } from '../support/clock.js';
import { handOf, reach } from '../support/hand.js';
import { goTo } from '../support/places.js';
import type { Page } from '@playwright/test';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 240_000 });

const rows = [
  ['I stopped work on time', 7],
  ['I sent no mail or message after hours', 9],
  ['I had lunch away from my desk', 4],
  ['I took a pause that others could see', 6],
] as const;

const box = (page: Page, row: string, day: string) =>
  main(page).getByRole('checkbox', { name: `${row}, ${day}` });

/**
 * Monday to Friday of the week that is shown, from its Friday's first row on: arrows go, Space ticks. `before`: how many
 * days were noted in the weeks before, so that the counts of the story come out.
 */
async function noteWeek(page: Page, before: number, last: string): Promise<void> {
  await reach(page, box(page, 'I worked on this day', last));
  for (let column = 4; column >= 0; column -= 1) {
    await page.keyboard.press('Space');
    for (const [, kept] of rows) {
      await page.keyboard.press('ArrowDown');
      if (before + column < kept) await page.keyboard.press('Space');
    }
    await page.keyboard.press('Control+Home');
    for (let step = 0; step < column - 1; step += 1) await page.keyboard.press('ArrowRight');
  }
}

async function counted(page: Page): Promise<readonly (readonly string[])[]> {
  return await tableRows(main(page).getByRole('table', { name: 'Of the days that you noted' }));
}

const storyCounts = rows.map(([row, kept]) => [row, `${kept} of 10 days`, `${kept} of 10 days`]);

test('ten days are noted by keyboard, counted plainly, and the team’s view shows from five raters on', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-03-27');
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await goTo(page, '/today/habits');
  await expect(page).toHaveTitle(/^Your own habits/);
  await expect(main(page).getByText('In no report, no export and no search')).toBeVisible();

  await noteWeek(page, 5, 'Friday 27 March 2026');
  await hand.press(page.getByRole('button', { name: 'The week before' }));
  await expect(main(page).getByRole('heading', { name: 'Week of 16 March 2026' })).toBeVisible();
  await noteWeek(page, 0, 'Friday 20 March 2026');
  await expect.poll(() => counted(page)).toEqual(storyCounts);

  // A tick that is taken back leaves its day noted.
  const lunch = box(page, 'I had lunch away from my desk', 'Monday 16 March 2026');
  await expect(lunch).toBeChecked();
  await reach(page, box(page, 'I worked on this day', 'Monday 16 March 2026'));
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
  await expect(lunch).toBeFocused();
  await page.keyboard.press('Space');
  await expect(lunch).not.toBeChecked();
  await expect.poll(async () => (await counted(page))[2]?.[1]).toBe('3 of 10 days');
  await page.keyboard.press('Space');
  await expect.poll(() => counted(page)).toEqual(storyCounts);

  // It is still there after a look elsewhere, and no search finds it.
  await goTo(page, '/today');
  await goTo(page, '/today/habits');
  expect(await counted(page)).toEqual(storyCounts);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('visible-pause');
  await expect(page.getByText('week of own habits')).toHaveCount(0);
  await page.keyboard.press('Escape');

  // Four raters: hidden.
  await hand.press(page.getByRole('button', { name: 'Ask the team' }));
  await expect(page).toHaveURL(/#\/wellbeing\/new\/what-the-team-sees$/);
  const rater = (apart: number) => [25 + apart, 75 + apart, 25 + apart, 75 + apart, 75 + apart, 50 + apart];
  const four = [rater(0), rater(0), rater(25), rater(-25)].map((answers) => ({ answers }));
  await holdRound(hand, {
    measure: 'what-the-team-sees',
    label: 'March, four answered',
    opensOn: '16 mar 2026',
    closesOn: '20 mar 2026',
    invited: 8,
    replies: four,
  });
  await goTo(page, '/today/habits');
  const seen = main(page).getByRole('region', { name: 'Seen by the team' });
  await expect(seen).toContainText('It has fewer than 5 answers.');
  await expect(seen.getByRole('table')).toHaveCount(0);
  await expect(seen).not.toContainText(/mostly|seldom|side by side/i);

  // A fifth: shown, beside one's own days.
  await holdRound(hand, {
    measure: 'what-the-team-sees',
    label: 'March, five answered',
    opensOn: '23 mar 2026',
    closesOn: '27 mar 2026',
    invited: 8,
    replies: [...four, { answers: rater(0) }],
  });
  await goTo(page, '/today/habits');
  expect(await tableRows(seen.getByRole('table'))).toEqual([
    ['Left on time', '7 of 10 days', 'Seldom', 'The team sees it less often than you noted it.'],
    ['No mail after hours', '9 of 10 days', 'Mostly', 'Both say much the same.'],
    ['Lunch away from the desk', '4 of 10 days', 'Seldom', 'Both say much the same.'],
    ['A pause in view', '6 of 10 days', 'Mostly', 'Both say much the same.'],
    [
      'Supervision kept free',
      'Not set beside it',
      'Mostly',
      'It comes now and then, so there is nothing to set beside it.',
    ],
    [
      'Workload first',
      'Not set beside it',
      'About half the time',
      'It comes now and then, so there is nothing to set beside it.',
    ],
  ]);
  await expect(seen.getByRole('link', { name: 'Make an action of it' })).toBeVisible();
});

test('own leave and supervision are said in a line, and a slip in a date is said at its field', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-03-31');
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await goTo(page, '/today/habits');
  await hand.press(page.getByRole('button', { name: 'Change the dates' }));
  await expect(field(page, 'Your last leave ended on')).toBeFocused();
  await hand.fill(field(page, 'Your last leave ended on'), '27 jan 2026');
  await hand.fill(field(page, 'Your own supervision, last'), '5 apr 2026');
  await hand.fill(field(page, 'Your own supervision, next'), 'thu');
  await hand.press(page.getByRole('button', { name: 'Save dates' }));
  await expect(main(page).getByText('This day is still to come. Put it under “Next”').last()).toBeVisible();
  await hand.fill(field(page, 'Your own supervision, last'), '26 feb 2026');
  await hand.press(page.getByRole('button', { name: 'Save dates' }));
  await expect(
    main(page).getByText('Your last leave ended 9 weeks ago. Your own supervision is on Thursday.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change the dates' })).toBeFocused();
});

test('opened late, one quiet line stands in the bar; never over an incident, and it can be put away', async ({
  app,
  page,
  secrets,
}) => {
  await page.clock.setFixedTime('2026-03-31T21:40:00');
  await unlock(app.page, secrets.passphrase);
  const line = page.getByText('It is 21:40. Nothing here needs you before 09:00.');
  await expect(line).toBeVisible();
  // Nothing announces it, and nothing waits for it.
  expect(
    await line.evaluate(
      (element) => element.closest('[aria-live], [role="status"], [role="alert"]') === null,
    ),
  ).toBe(true);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goTo(page, '/incidents/new');
  await expect(line).toBeHidden();
  await goTo(page, '/people');
  await expect(line).toBeVisible();
  const hand = handOf(page, 'keyboard');
  await hand.press(page.getByRole('button', { name: 'Put this line away until then' }));
  await expect(line).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await goTo(page, '/today');
  await expect(page.getByText(/It is 21:4/)).toBeHidden();
});

test('in working hours there is no such line, and none appears when work runs on', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-03-31');
  await unlock(app.page, secrets.passphrase);
  await page.clock.setFixedTime('2026-03-31T17:20:00');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await goTo(page, '/people');
  await expect(page.getByText(/^It is 1/)).toHaveCount(0);
});
