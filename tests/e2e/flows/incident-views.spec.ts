/** Around the plans: month and timeline, the ready page on paper, a rehearsal that leaves no plan, the board's counts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import { goThroughDoor } from '../page-models/identified.js';
import { expectMarked, openIncidentsPage, readyBox, runDrill } from '../page-models/incident-views.js';
import { addPerson } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import { openSummary, saveSummary } from '../page-models/reports.js';
import { setToday } from '../support/clock.js';
import { createAxeWalk } from '../support/axe.js';
import { handOf } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { demoPaths, goTo as goToPath, openDemo, visit } from '../support/places.js';

test.describe.configure({ timeout: 300_000 });

test('the ready plan: written by keys, kept while it is typed, on one page, shown on Today when its day comes', async ({
  app,
  userDataDir,
}) => {
  const { page } = app;
  await setToday(page, '2026-03-31');
  await setUp(app);
  const hand = handOf(page, 'keyboard');
  await addPerson(hand, {
    name: 'Corrie Flett',
    role: 'Team lead',
    engagement: 'Staff',
    team: 'Outreach',
    startDate: '03/02/2025',
  });
  const walk = createAxeWalk();
  await openIncidentsPage(hand, 'Ready plan');
  await hand.press(main(page).getByRole('link', { name: 'Make the ready plan' }));
  await expectHeading(page, 'Make the ready plan');

  await test.step('a row without its first box is asked about there', async () => {
    await hand.press(page.getByRole('button', { name: 'Add a contact' }));
    await expect(readyBox(page, 'Whom to ring', 4, 'For what')).toBeFocused();
    await hand.fill(readyBox(page, 'Whom to ring', 4, 'Phone'), '01632 960009');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await walk.look(page, 'Ready plan, errors');
    await hand.press(page.getByRole('link', { name: /Whom to ring: fill in/ }));
    await expect(readyBox(page, 'Whom to ring', 4, 'For what')).toBeFocused();
    await hand.fill(readyBox(page, 'Whom to ring', 4, 'For what'), 'Insurer, day and night');
  });

  await hand.fill(readyBox(page, 'Who is on call', 1, 'Phone'), '01632 960002');
  await hand.fill(readyBox(page, 'Who is on call', 1, 'Who'), 'Duty manager');
  await hand.fill(readyBox(page, 'Places', 1, 'Place'), 'Back office, first floor');

  await test.step('what was typed is there again after going away', async () => {
    await goTo(hand, 'Today');
    await hand.press(main(page).getByRole('link', { name: 'Carry on: ready plan' }));
    await expectHeading(page, 'Make the ready plan');
    await expect(page.getByText('Your draft is back')).toBeVisible();
    await expect(readyBox(page, 'Whom to ring', 4, 'For what')).toHaveValue('Insurer, day and night');
  });

  await hand.fill(field(page, 'Look at it again on'), '2 apr 2026');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Ready plan');
  const numbers = page.getByRole('list', { name: 'Whom to ring' });
  await expect(numbers.getByRole('listitem').filter({ hasText: 'Insurer' })).toContainText('01632 960009');
  await expect(numbers.getByRole('listitem').first()).toContainText('999');

  await test.step('one tagged page of A4, black on white, and the export log says that it left', async () => {
    const path = join(userDataDir, 'ready-plan.pdf');
    await app.answerDialog({ kind: 'save', filePath: path });
    await hand.press(page.getByRole('button', { name: 'Save as PDF' }));
    await goThroughDoor(hand, {
      purpose: 'For a wall',
      tick: 'This hangs where only our own staff can see it.',
    });
    await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
    await expectToast(page, 'Saved. It names people and is outside the lock now, so keep it safe.');
    const { text, raw } = readPdf(readFileSync(path));
    expect(text.replaceAll(' ', '')).toContain('Namespeople.Onlyforourownstaff.');
    expect(text.replaceAll(' ', '')).toContain('Someoneindanger:call999');
    expect(text).toContain('01632');
    expect(raw).toContain('/StructTreeRoot');
    expect(raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await goTo(hand, 'Reports');
    await expect(page.getByRole('list', { name: 'What has left' })).toContainText('Ready plan, one page');
  });

  await goTo(hand, 'Today');
  await expect(main(page)).toContainText('The ready plan');
  expect(walk.report()).toEqual([]);
});

test('a rehearsal is timed, says what was missed, and leaves no plan anywhere', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const plansOf = async (): Promise<number> => {
    await goTo(hand, 'Incidents');
    const open = page.getByRole('list', { name: 'Open plans' });
    await expect(open).toBeVisible();
    return await open.getByRole('link').count();
  };
  const before = await plansOf();
  expect(before).toBeGreaterThan(0);
  const facts = 'Quillfeather rang reception at noon';
  await runDrill(hand, 7, {
    event: 'Suicide',
    facts,
    people: ['Key worker two', 'Worker four, other team'],
    others: 'agency cleaner',
  });
  const missed = main(page).getByRole('list').filter({ hasText: 'Nobody is named for' });
  await expect(missed).toBeVisible();
  await expect(missed).toContainText('Not looked at:');
  await expect(missed).not.toContainText('Nobody is listed as affected');
  await expect(main(page)).toContainText(/It took (\d min )?\d+ s\. That is within three minutes\./);
  await hand.fill(field(page, 'In your words'), 'Put the list by the phone');
  await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
  await expectToast(page, 'Saved.');

  expect(await plansOf()).toBe(before);
  for (const place of ['Today', 'Incidents'] as const) {
    await goTo(hand, place);
    await expect(main(page)).not.toContainText('Quillfeather');
  }
  await openIncidentsPage(hand, 'Month');
  await expect(main(page)).not.toContainText('Quillfeather');
  await openIncidentsPage(hand, 'Events per person');
  await expect(main(page)).not.toContainText('Key worker two');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  await expect(palette).toBeVisible();
  await page.keyboard.type('Quillfeather');
  await expect(palette).toContainText('No matches');
  await page.keyboard.press('Escape');

  await openIncidentsPage(hand, 'Rehearsal');
  await hand.press(page.getByRole('list', { name: 'Earlier rehearsals' }).getByRole('link').first());
  await expectMarked(page);
  await expect(field(page, 'In your words')).toHaveValue('Put the list by the phone');
  await hand.press(page.getByRole('button', { name: 'Delete' }));
  const held = page.getByRole('list', { name: 'Earlier rehearsals' }).getByRole('listitem');
  await expect(held).toHaveCount(2);
  await hand.press(page.getByRole('button', { name: 'Undo' }).last());
  await expect(held).toHaveCount(3);
});

test('the month and the timeline say in words what is late, at desk width and at 320 px', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const { plan } = await demoPaths(page);
  await openIncidentsPage(hand, 'Month');
  await expectHeading(page, 'March 2026');
  await expect(page.getByRole('table', { name: 'March 2026, week by week' })).toBeVisible();
  const steps = page.getByRole('navigation', { name: 'Months' });
  await hand.press(steps.getByRole('link', { name: 'April 2026' }));
  await expectHeading(page, 'April 2026');
  await hand.press(steps.getByRole('link', { name: 'This month' }));
  await expectHeading(page, 'March 2026');
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('table', { name: 'March 2026, week by week' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 3, name: /2026/ }).first()).toBeVisible();
  await page.setViewportSize({ width: 1366, height: 768 });

  await goToPath(page, `${plan}/timeline`);
  await expectHeading(page, 'Timeline');
  const line = page.getByRole('list', { name: 'What happened when' });
  await expect(line.getByRole('listitem').first()).toContainText('It happened');
  await expect(line.getByText('Today', { exact: true })).toHaveCount(1);
  await expect(line.getByRole('listitem').filter({ hasText: 'Anniversary' }).last()).toBeVisible();
});

test('events per person stay on the screen: on paper there is no name', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await openIncidentsPage(hand, 'Events per person');
  const names = page.getByRole('list', { name: 'Something to offer' }).getByRole('link');
  await expect(names.first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('This page is not printed', { exact: false })).toBeVisible();
  for (const link of await page.locator('main a').all()) await expect(link).toBeHidden();
});

test('story 3: the board reads "fewer than 5 events" for the quarter; no type, no name, no day', async ({
  app,
  userDataDir,
}) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await openSummary(hand);
  const table = page.getByRole('table', { name: 'Critical events', exact: true });
  const rows = await tableRows(table);
  expect(rows).toHaveLength(5);
  for (const [, text] of rows.slice(0, 4)) expect(text).toBe('fewer than 5 events');
  expect(rows[4]?.[1]).toContain('Hidden');
  const path = join(userDataDir, 'summary.csv');
  await saveSummary(app, hand, 'CSV', path);
  const csv = readFileSync(path, 'utf8');
  expect(csv).toContain('January to March 2026,fewer than 5 events');
  expect(csv).toContain('The whole period,[c]');
  expect(csv).toContain('By kind,[c]');
  for (const word of ['Overdose', 'Drug-related', 'Assault', 'Suicide', '3 March', '2026-03-03'])
    expect(csv).not.toContain(word);
});

test('a round within two weeks of an event is asked about, and stopped by nothing', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const walk = createAxeWalk();
  await goTo(hand, 'Wellbeing');
  await hand.press(main(page).getByRole('link', { name: 'New round' }).first());
  await expectHeading(page, 'New round');
  const warning = page.getByText('A hard event falls within two weeks of this round.');
  const [first, last] = [field(page, 'First day'), field(page, 'Last day')];
  await hand.fill(field(page, 'Name of the round'), 'After the winter');
  await hand.fill(last, '31/03/2026');
  // The event of 3 March: on the fifteenth day it is two weeks past.
  await hand.fill(first, '18/03/2026');
  await expect(warning).toBeHidden();
  await hand.fill(first, '17/03/2026');
  await expect(warning).toBeVisible();
  const note = main(page).getByRole('status').filter({ hasText: 'Close to a hard event' });
  await expect(note).toContainText('From 18 March 2026 it is two weeks past.');
  // Neither the event nor anybody is named.
  await expect(note).not.toContainText(/drug|death|3 March|Petrie|Baird|Heddle/i);
  await walk.look(page, 'New round, near an event');
  await hand.press(page.getByRole('button', { name: 'Open the round' }));
  await expectHeading(page, 'After the winter');
  expect(walk.report()).toEqual([]);
});

test('a service in Northern Ireland: its holidays count, and the Scottish list of whom to tell says what it is', async ({
  app,
}) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const { plan } = await demoPaths(page);
  const told = page.getByText('This list is written for Scotland');
  await goToPath(page, `${plan}/notifications`);
  await expectHeading(page, 'Who to tell');
  await expect(told).toBeHidden();
  // Received on 17 February: a month on is St Patrick's Day, a Tuesday.
  const dueIs = async (words: string): Promise<void> => {
    await goToPath(page, '/people/requests/new');
    await hand.fill(field(page, 'It came on'), '17/02/2026');
    await expect(main(page)).toContainText(`Answer by ${words}, at the latest`);
  };
  await dueIs('Tuesday 17 March 2026');

  await goToPath(page, '/settings');
  await expect(combo(page, 'Where it is')).toHaveValue('scotland');
  await hand.select(combo(page, 'Where it is'), 'Northern Ireland');
  await hand.press(page.getByRole('button', { name: 'Save details' }));
  await expectToast(page, /^Saved\. The sums use these from now on\./);

  await dueIs('Wednesday 18 March 2026');
  await goToPath(page, `${plan}/notifications`);
  await expect(told).toBeVisible();
});

test('the head of a plan fits one line at desk width; what is rare is behind one button, by keys too', async ({
  app,
}) => {
  const page = await openDemo(app);
  const { plan } = await demoPaths(page);
  const walk = createAxeWalk();
  await page.setViewportSize({ width: 1366, height: 768 });
  await goToPath(page, plan);
  const more = main(page).getByRole('button', { name: 'More', exact: true });
  const tops = await main(page)
    .getByRole('button', { name: /^(One page|Close plan|Correct the date|More)$/ })
    .evaluateAll((buttons) => buttons.map((button) => Math.round(button.getBoundingClientRect().top)));
  expect(tops).toHaveLength(4);
  expect(new Set(tops).size).toBe(1);

  await more.focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'More', exact: true });
  await expect(menu.getByRole('menuitem', { name: 'Add to calendar' })).toBeFocused();
  await walk.look(page, 'A plan, more');
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await expect(more).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Earlier versions');
  expect(walk.report()).toEqual([]);
});

test('nothing for axe to find, and no page wider than 320 px', async ({ app }) => {
  const page = await openDemo(app);
  const { plan } = await demoPaths(page);
  const walk = createAxeWalk();
  const stops = [
    '/incidents/month',
    '/incidents/month/2026-06',
    `${plan}/timeline`,
    '/incidents/exposure',
    '/incidents/ready',
    '/incidents/ready/edit',
    '/incidents/rehearsal',
    '/incidents/rehearsal/drill/7',
    '/incidents/rehearsal/drill/none',
  ];
  const widest: string[] = [];
  for (const path of stops) {
    await visit(page, { what: path, path });
    await walk.look(page, path);
    await page.setViewportSize({ width: 320, height: 640 });
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) widest.push(path);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
  expect(walk.report()).toEqual([]);
  expect(widest).toEqual([]);
});
