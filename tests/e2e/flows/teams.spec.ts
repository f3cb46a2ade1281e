/** Teams over time, notes of what happened, figures side by side, and how long people stay: by keys alone. */
import { expect, test } from '../fixtures.js';
import { chart, chartRows } from '../page-models/charts.js';
import { openPerson } from '../page-models/people.js';
import {
  combo,
  expectHeading,
  expectToast,
  field,
  goTo,
  main,
  radio,
  tableRows,
} from '../page-models/places.js';
import { countPointerPresses, handOf, type Hand } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 300_000 });

async function openPage(hand: Hand, name: string, heading = name): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Workforce');
  const pages = page.getByRole('navigation', { name: 'Pages of workforce' });
  await hand.press(pages.getByRole('link', { name, exact: true }));
  await expectHeading(page, heading);
}

async function openDetails(hand: Hand, name: string): Promise<void> {
  await openPerson(hand, name);
  await hand.press(main(hand.page).getByRole('link', { name: 'Change details', exact: true }));
  await expectHeading(hand.page, 'Change details');
}

test('a move between teams, and a name that was only misspelt', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);

  await test.step('a changed team asks since when, and today is there already', async () => {
    await openDetails(hand, 'Torquil Baird');
    await expect(page.getByRole('radiogroup', { name: 'The team was Recovery hub' })).toHaveCount(0);
    await hand.fill(field(page, 'Team'), 'Night team');
    await expect(radio(page, 'The team was Recovery hub', 'They moved')).toBeChecked();
    await expect(field(page, 'In this team since')).toHaveValue('31 March 2026');
    await hand.fill(field(page, 'In this team since'), '1/5/2026');
    await page.keyboard.press('Control+Enter');
    await hand.press(
      page.getByRole('link', { name: 'This day is still to come. Change the team when it is there' }),
    );
    await expect(field(page, 'In this team since')).toBeFocused();
    await hand.fill(field(page, 'In this team since'), '1/2/2026');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'Torquil Baird');
    await expect(main(page)).toContainText('Recovery hub, until 31 January 2026');
    await expect(main(page).getByText('Moved to Night team')).toBeVisible();
  });

  await test.step('a name put right leaves no move', async () => {
    await openDetails(hand, 'Torquil Baird');
    await hand.fill(field(page, 'Team'), 'Nights');
    await hand.choose(radio(page, 'The team was Night team', 'It was only misspelt'));
    await expect(field(page, 'In this team since')).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'Torquil Baird');
    await expect(main(page).getByText('Moved to Nights')).toBeVisible();
    await expect(main(page)).not.toContainText('Night team');
  });

  await test.step('the team of one is hidden, and counts in the service', async () => {
    await openPage(hand, 'Teams');
    await expect(chart(page, /^Nights$/)).toContainText('Hidden: fewer than 5');
    await expect(chart(page, /^Nights$/).getByRole('button')).toHaveCount(0);
    await expect(chart(page, /^Outreach$/)).toContainText('Hidden: fewer than 5');
    await expect(main(page)).toContainText('2 teams have fewer than 5 people here.');
    const rows = await chartRows(hand, chart(page, /^Recovery hub$/));
    expect(rows).toHaveLength(24);
    await hand.select(combo(page, 'Figure'), 'Open cases for each WTE');
    await expect(chart(page, /^Recovery hub$/)).toContainText('Caseload');
    await hand.choose(radio(page, 'Months shown', '12 months'));
    expect(await tableRows(chart(page, /^Recovery hub$/).getByRole('table'))).toHaveLength(12);
  });

  await test.step('the funnel follows what is asked, and never ranks', async () => {
    const funnel = chart(page, /^People who left within 12 months/);
    expect((await chartRows(hand, funnel)).map(([name]) => name)).toEqual(['Outreach', 'Recovery hub']);
    await expect(funnel).toContainText('About 1 in 20 is expected there by chance.');
    await hand.choose(radio(page, 'Compared', 'Sites'));
    await hand.choose(radio(page, 'What happened', 'Away sick'));
    const sites = chart(page, /^People away sick at least once/);
    const names = (await chartRows(hand, sites)).map(([name]) => name);
    expect(names).toEqual([...names].sort());
    expect(names).not.toContain('North isles');
  });
  expect(await pointerPresses()).toBe(0);
});

test('a note runs through figures side by side; how long people stay; what a year can show', async ({
  app,
}) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');

  await test.step('a note in one line, taken back, and added again', async () => {
    await openPage(hand, 'Notes', 'Notes on the figures');
    await hand.fill(field(page, 'Day'), '12/11/2025');
    await page.keyboard.press('Control+Enter');
    await hand.press(page.getByRole('link', { name: 'Say what happened, in a few words' }));
    await expect(field(page, 'What happened, in a few words')).toBeFocused();
    await hand.fill(field(page, 'What happened, in a few words'), 'New referral route opened');
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Note added to the charts.');
    const notes = main(page).getByRole('list', { name: 'Notes' });
    await expect(notes.getByRole('listitem')).toHaveCount(5);
    await expect(field(page, 'What happened, in a few words')).toHaveValue('');
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expect(notes.getByRole('listitem')).toHaveCount(4);
    await hand.fill(field(page, 'What happened, in a few words'), 'New referral route opened');
    await hand.fill(field(page, 'Day'), '12/11/2025');
    await page.keyboard.press('Control+Enter');
    await hand.press(notes.getByRole('link', { name: /^Change: New referral route opened/ }));
    await expectHeading(page, 'Change a note');
    await hand.fill(field(page, 'What happened, in a few words'), 'Second referral route opened');
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, 'Notes on the figures');
    await expect(notes).toContainText('Second referral route opened');
  });

  await test.step('two charts and no cause; the note stands in both', async () => {
    await openPage(hand, 'Side by side');
    const pair = page.getByRole('group', { name: 'Caseload and sickness' });
    await expect(pair.getByRole('figure')).toHaveCount(2);
    await expect(pair).toContainText('Second referral route opened');
    await expect(main(page)).toContainText(
      'Two lines that move together can have one cause, or none in common.',
    );
    await hand.tick(page.getByRole('checkbox', { name: 'Show notes and events' }));
    await expect(pair).not.toContainText('Second referral route opened');
    await hand.select(combo(page, 'Shown for'), 'Outreach');
    await expect(pair.getByRole('figure', { name: /^Outreach: Sickness/ })).toBeVisible();
  });

  await test.step('the curve, its numbers, reasons, and the next 12 months', async () => {
    await openPage(hand, 'Staying');
    const curve = chart(page, /^How long people stay/);
    const rows = await chartRows(hand, curve);
    expect(rows[0]?.[0]).toBe('After 2 years');
    await expect(main(page)).toContainText('Leavers are on your list from 1 December 2022.');
    const reasons = page.getByRole('table', { name: /by reason as recorded/ });
    for (const [, count] of await tableRows(reasons)) expect(Number(count)).toBeGreaterThanOrEqual(5);
    await expect(main(page)).toContainText(/If nothing changes, \d+ people or fewer will leave/);
    await hand.press(main(page).getByText('How this range is worked out'));
    await expect(main(page)).toContainText('It says nothing about who will leave or why.');
    await hand.choose(radio(page, 'Shown by', 'Role'));
    await expect(chart(page, /^Nurse prescriber$/)).toContainText('Hidden: fewer than 5');
  });
});
