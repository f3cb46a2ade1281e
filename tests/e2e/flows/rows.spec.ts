/** Thresholds that can be raised and never lowered, and a file of rows about single people: off until allowed, once a year. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { buildDemoWrites } from '@shared/demo/demo-data';
import { type AppHost, expect, test } from '../fixtures.js';
import {
  expectHeading,
  expectToast,
  field,
  goTo,
  main,
  radio,
  rail,
  tableRows,
} from '../page-models/places.js';
import { importWhole } from '../page-models/imports.js';
import { openPeopleImport } from '../page-models/people.js';
import { handOf, type Hand } from '../support/hand.js';
import { openDemo } from '../support/places.js';

/** The made-up service is too small for rows about single people: another service joins it. */
const joined = {
  name: 'joined.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'Payroll no,Name,Role,Team,Site,Contract,Weekly hours,Start date',
      ...Array.from({ length: 14 }, (_, index) =>
        [
          90_000 + index,
          `Worker ${index + 1} Quillfeather`,
          'Support worker',
          index < 7 ? 'Outreach' : 'Recovery hub',
          'Harbour',
          'permanent',
          37.5,
          `0${(index % 9) + 1}/03/2022`,
        ].join(','),
      ),
    ].join('\r\n'),
    'utf8',
  ),
};

async function openLarger(app: AppHost): Promise<Page> {
  const page = await openDemo(app);
  const hand = handOf(page, 'mouse');
  await openPeopleImport(hand);
  await importWhole(hand, joined, 'Worker 1 Quillfeather', '14 people');
  return page;
}

/** By way of Settings, from wherever. */
async function openRules(hand: Hand): Promise<void> {
  const { page } = hand;
  if (hand.by === 'keyboard') await page.keyboard.press('Control+,');
  else await hand.press(rail(page).getByRole('link', { name: 'Settings', exact: true }));
  await hand.press(main(page).getByRole('link', { name: 'What may leave' }));
  await expectHeading(page, 'What may leave');
}

const saveRules = (hand: Hand) => hand.press(main(hand.page).getByRole('button', { name: 'Save rules' }));

test('thresholds are raised and never lowered; earlier versions are kept', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await openRules(hand);
  const least = field(page, 'People in a count');
  await expect(least).toHaveValue('5');
  await expect(main(page).getByText('Nothing was changed yet.')).toBeVisible();

  await hand.fill(least, '4');
  await hand.fill(field(page, 'People behind an average or rate'), 'many');
  await saveRules(hand);
  const problems = main(page).getByRole('alert');
  await expect(problems).toContainText('Use 5 or more');
  await expect(problems).toContainText('Enter a number of people, 8 or more, like 9');
  await expect(page).toHaveTitle(/^Error: /);
  await hand.press(problems.getByRole('link', { name: 'Use 5 or more' }));
  await expect(least).toBeFocused();

  await hand.fill(least, '20');
  await expect(main(page).getByText('None of your 2 teams is large enough.')).toBeVisible();
  await hand.fill(least, '7');
  await hand.fill(field(page, 'People in a sensitive count'), '12');
  await hand.fill(field(page, 'People behind an average or rate'), '8');
  await hand.choose(radio(page, 'One person is at most', 'A quarter'));
  await hand.choose(radio(page, 'Counts in a new report', 'Rounded to 5'));
  await saveRules(hand);
  await expectToast(page, 'Saved. It counts from the next export on.');

  await hand.fill(least, '6');
  await saveRules(hand);
  await expect(main(page).getByRole('link', { name: 'Earlier versions' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(main(page).getByText('No count of fewer than 6 people, or 12 where')).toBeVisible();
  await openRules(hand);
  await expect(radio(page, 'One person is at most', 'A quarter')).toBeChecked();
  await hand.press(main(page).getByRole('link', { name: 'Earlier versions' }));
  await expectHeading(page, 'Earlier versions');
  await expect(main(page)).toContainText('People in a shown count');
});

/** The figure of the preview with this label. */
async function figure(page: Page, label: string): Promise<number> {
  const value = main(page).locator('dl > div').filter({ hasText: label }).locator('dd');
  return Number.parseInt(await value.innerText(), 10);
}

const names = buildDemoWrites(() => '' as never).flatMap((write) =>
  write.type === 'put' && write.kind === 'person' ? (write.value as { name: string }).name.split(' ') : [],
);

test('rows about single people are off, are allowed on purpose, and leave once a year', async ({ app }) => {
  const page = await openLarger(app);
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Reports');
  await expect(main(page).getByRole('link', { name: 'Rows, one a person' })).toHaveCount(0);
  await page.evaluate(() => {
    location.hash = '/reports/rows';
  });
  await expect(main(page).getByRole('heading', { name: 'Rows are switched off' })).toBeVisible();
  await hand.press(main(page).getByRole('link', { name: 'What may leave' }));

  const switchOn = main(page).getByRole('button', { name: 'Switch on rows about single people' });
  await hand.press(switchOn);
  const question = page.getByRole('dialog', { name: 'Allow rows about single people?' });
  await expect(question).toContainText('Each row of such a file is about one of your people');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(switchOn).toBeFocused();
  await hand.press(switchOn);
  await hand.press(question.getByRole('button', { name: 'Switch it on' }));
  await expectToast(page, 'Switched on. Reports offers it now.');

  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Rows, one a person' }));
  await expectHeading(page, 'Rows, one a person');
  for (const column of ['Works as', 'Time in post'])
    await page.getByRole('checkbox', { name: column, exact: true }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Team', exact: true })).toBeChecked();
  const groups = main(page).getByRole('table', { name: 'How often each line is in the file' });
  const shown = await tableRows(groups);
  const inFile = await figure(page, 'Rows in the file');
  expect(shown.reduce((sum, row) => sum + Number(row.at(-1)), 0)).toBe(inFile);
  for (const row of shown) expect(Number(row.at(-1))).toBeGreaterThanOrEqual(5);
  expect(await figure(page, 'Rows left out')).toBeGreaterThanOrEqual(5);
  await expect(main(page).getByText('Only you see these names')).toContainText('Team 1 is Outreach');

  // Other columns and back: chance is not drawn anew to try one's luck.
  await page.getByRole('checkbox', { name: 'Working hours' }).press('Space');
  await page.getByRole('checkbox', { name: 'Working hours' }).press('Space');
  expect(await tableRows(groups)).toEqual(shown);

  const save = main(page).getByRole('button', { name: 'Save the CSV' });
  await hand.press(save);
  await expect(main(page).getByRole('alert')).toContainText('Say that you looked at the groups');
  await hand.tick(main(page).getByRole('checkbox', { name: /^I looked at the groups/ }));
  await app.answerDialog({ kind: 'save', filePath: null });
  await hand.press(save);
  // Going back from the window for saving leaves everything as it was.
  await expect
    .poll(async () => (await app.log()).dialogs.filter(({ kind }) => kind === 'save').length)
    .toBe(1);
  expect(await tableRows(groups)).toEqual(shown);

  const file = `${app.userDataDir}-rows.csv`;
  await app.answerDialog({ kind: 'save', filePath: file });
  // Until the line of the save that was given up is out of the log again, a press does nothing; nothing shows when.
  await expect(async () => {
    await hand.press(save);
    await expect(page.getByText('Saved, and added to the export log.').last()).toBeVisible({ timeout: 3000 });
  }).toPass({ timeout: 30_000 });
  const text = await readFile(file, 'utf8');
  const [head, ...rows] = Papa.parse<string[]>(text.replace('\uFEFF', '').trim()).data;
  expect(head).toEqual(['Team']);
  expect(rows).toHaveLength(inFile);
  for (const [value, count] of shown)
    expect(rows.filter(([team]) => team === value)).toHaveLength(Number(count));
  for (const name of [...names, 'Quillfeather', 'Outreach', 'Recovery hub', 'Harbour'])
    expect(text).not.toContain(name);

  // One file a year: the same again, and no other about any of its months.
  await expect(main(page).getByRole('heading', { name: 'The rows of this year have left' })).toBeVisible();
  await expect(save).toHaveCount(0);
  const again = `${app.userDataDir}-rows-again.csv`;
  await app.answerDialog({ kind: 'save', filePath: again });
  await hand.press(main(page).getByRole('button', { name: 'Save the same file again' }));
  await expect.poll(() => existsSync(again)).toBe(true);
  expect(await readFile(again)).toEqual(await readFile(file));
  const year = main(page).getByLabel('Twelve months to the end of');
  const ends = await year.locator('option').allInnerTexts();
  await hand.select(year, ends[1] ?? '');
  await expect(
    main(page).getByRole('heading', { name: 'Rows of some of these months have left' }),
  ).toBeVisible();
  await hand.select(year, ends[4] ?? '');
  await expect(save).toBeVisible();

  await goTo(hand, 'Reports');
  const log = main(page).getByRole('list', { name: 'What has left' });
  await expect(log.getByRole('listitem').filter({ hasText: 'Rows, one a person' })).toHaveCount(2);
});

test('rows that are made too coarse, or of too few people, say so and what else there is', async ({
  launchApp,
  userDataDir,
}) => {
  const page = await openLarger(await launchApp(userDataDir));
  const hand = handOf(page, 'mouse');
  await openRules(hand);
  // 31 people in the year: with 8 to a group, 32 are needed.
  await hand.fill(field(page, 'People in a count'), '8');
  await saveRules(hand);
  await hand.press(main(page).getByRole('button', { name: 'Switch on rows about single people' }));
  await hand.press(page.getByRole('button', { name: 'Switch it on' }));
  await hand.press(main(page).getByRole('link', { name: 'Make one' }));
  await expect(main(page).getByRole('heading', { name: 'Too few people for rows' })).toBeVisible();
  await expect(main(page)).toContainText('A file of rows needs 32 people in the year.');
  await expect(main(page).getByRole('link', { name: 'Make a summary instead' })).toBeVisible();
  for (const column of ['Works as', 'Team', 'Time in post'])
    await hand.tick(page.getByRole('checkbox', { name: column, exact: true }));
  await expect(main(page).getByRole('heading', { name: 'Nothing is chosen yet' })).toBeVisible();
});
