/**
 * Lists as they come: each gives rows, or a calm and exact message; the page goes on, and nothing that is there is
 * lost. The parsing alone is tried in tests/unit/import, the files of tests/fixtures/dirty in flows/bad-input.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import { goTo } from '../support/places.js';
import { chooseFile } from '../support/states.js';

const head = 'Payroll number,Name,Role,Team,Start date,Last day';

interface Case {
  readonly what: string;
  readonly content: string | Buffer;
  /** How many rows can be brought in; with any, how many are left out and why. */
  readonly good?: number;
  readonly left?: readonly {
    readonly row: string;
    readonly column: string | RegExp;
    readonly reason: RegExp;
  }[];
  /** Or why the file itself is not brought in. */
  readonly refused?: RegExp;
}

/** Twenty megabytes of short rows: more than the app takes at once. */
function tooManyRows(): Buffer {
  const row = 'P000000,Person of a list,Key worker,Day team,01/04/2021,\r\n';
  return Buffer.from(`${head}\r\n${row.repeat(Math.ceil((20 * 1024 * 1024) / row.length))}`);
}

const cases: readonly Case[] = [
  {
    what: 'a mark of byte order, and line ends of Windows',
    content: `\uFEFF${head}\r\n10,Áine Ó Briain,Key worker,Day,01/02/2024,\r\n11,Zoë Test,Nurse,Day,02/02/2024,\r\n`,
    good: 2,
  },
  {
    what: 'semicolons',
    content: `${head.replaceAll(',', ';')}\n12;Una Test;Key worker;Day;01/02/2024;\n`,
    good: 1,
  },
  {
    what: 'quotes with line ends, commas and quotes in them',
    content: `${head}\r\n13,"Otto Test","Key worker,\r\nnights ""on call""",Day,01/02/2024,\r\n14,Ida Test,Nurse,Day,01/02/2024,\r\n`,
    good: 2,
  },
  {
    what: 'dates of three kinds',
    content: `${head}\n15,Jo Test,Nurse,Day,13/02/2024,\n16,Kim Test,Nurse,Day,2024-02-13,\n17,Lee Test,Nurse,Day,13 Feb 2024,\n`,
    good: 3,
  },
  {
    what: 'days that are in no calendar, and a last day before the first',
    content: `${head}\n18,Max Test,Nurse,Day,31/02/2024,\n19,Nan Test,Nurse,Day,2024-13-01,\n20,Ola Test,Nurse,Day,soon,\n21,Pia Test,Nurse,Day,05/03/2024,04/03/2024\n22,Quin Test,Nurse,Day,29/02/2024,\n`,
    good: 1,
    left: [
      { row: '2', column: 'Start date', reason: /That day is not in the calendar/ },
      { row: '3', column: 'Start date', reason: /There is no such month/ },
      { row: '4', column: 'Start date', reason: /This is not a date we can read/ },
      { row: '5', column: 'Last day', reason: /The last day is before the start date/ },
    ],
  },
  {
    what: 'one payroll number for two people',
    content: `${head}\n23,Rae Test,Nurse,Day,01/02/2024,\n23,Sol Test,Nurse,Day,01/03/2024,\n24,Tam Test,Nurse,Day,01/02/2024,\n`,
    good: 1,
    left: [
      { row: '2', column: /./, reason: /Rows 2, 3 have the same payroll number/ },
      { row: '3', column: /./, reason: /Rows 2, 3 have the same payroll number/ },
    ],
  },
  {
    what: 'fifty columns',
    content: [
      [...Array.from({ length: 44 }, (_, at) => `Extra ${at}`), ...head.split(',')].join(','),
      [
        ...Array.from({ length: 44 }, (_, at) => `x${at}`),
        '25',
        'Val Test',
        'Nurse',
        'Day',
        '01/02/2024',
        '',
      ].join(','),
    ].join('\n'),
    good: 1,
  },
  {
    what: 'no rows',
    content: `${head}\r\n`,
    refused: /headings and no rows below them\. Nothing was changed/,
  },
  { what: 'nothing at all', content: '', refused: /This file is empty\. Nothing was changed/ },
  {
    what: 'a PDF with another name',
    content: '%PDF-1.7\n%âãÏÓ\n1 0 obj',
    refused: /This is a PDF, .*Nothing was changed/,
  },
  {
    what: 'a picture with another name',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]),
    refused: /not a table we can read\. Nothing was changed/,
  },
  {
    what: 'twenty megabytes of rows',
    content: tooManyRows(),
    refused: /more than 50,000 rows\. Nothing was changed/,
  },
];

/** The import starts anew each time, as it does for a person who comes to it from the list. */
async function startImport(page: Page): Promise<void> {
  await goTo(page, '/people');
  await goTo(page, '/people/import');
}

async function peopleHere(page: Page): Promise<number> {
  await goTo(page, '/people');
  const list = page.getByRole('list', { name: 'People in post' });
  return (await list.isVisible()) ? await list.getByRole('listitem').count() : 0;
}

test('every sort of list gives rows or says why not, and nothing is lost', async ({ app, page }) => {
  test.setTimeout(600_000);
  await setUp(app);
  let expected = 0;
  for (const { what, content, good = 0, left = [], refused } of cases) {
    await test.step(what, async () => {
      await startImport(page);
      if (content.length < 1_000_000) {
        await chooseFile(page, 'list.csv', content);
      } else {
        const path = join(app.userDataDir, 'tmp', 'large.csv');
        await writeFile(path, content);
        await page.locator('main input[type="file"]').setInputFiles(path);
      }
      if (refused !== undefined) {
        const alert = page.getByRole('alert').filter({ hasText: 'This file was not brought in' });
        await expect(alert).toHaveText(refused, { timeout: 60_000 });
        // The next file can be chosen at once.
        await chooseFile(page, 'list.csv', `${head}\n99,Xan Test,Nurse,Day,01/02/2024,\n`);
        await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
        return;
      }
      await page.getByRole('button', { name: 'Check these rows' }).click();
      const take = page.getByRole('button', { name: `Bring in ${good} ${good === 1 ? 'person' : 'people'}` });
      await expect(take).toBeVisible();
      const rows = page.getByRole('table', { name: 'Rows that will be left out' }).locator('tbody tr');
      await expect(rows).toHaveCount(left.length);
      for (const [at, problem] of left.entries()) {
        const cells = rows.nth(at).locator('th, td');
        await expect(cells.nth(0)).toHaveText(problem.row);
        await expect(cells.nth(1)).toHaveText(problem.column);
        await expect(cells.nth(2)).toHaveText(problem.reason);
      }
      await take.click();
      await expect(page.getByText(`${good} ${good === 1 ? 'person' : 'people'} brought in`)).toBeVisible();
      expected += good;
      // Those who have left stand apart; the cases hold nobody who has.
      expect(await peopleHere(page)).toBe(expected);
    });
  }
  expect(await peopleHere(page)).toBe(expected);
  await page.getByRole('textbox', { name: 'Find by name, role, team or site' }).fill('nights');
  await expect(page.getByRole('list', { name: 'People in post' }).getByRole('listitem')).toHaveCount(1);
});

test('answers out of range are left out row by row, and no name in the file is read', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await setUp(app);
  await goTo(page, '/wellbeing/new');
  await page.getByRole('textbox', { name: 'People invited' }).fill('20');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await page.getByRole('link', { name: 'From another survey tool' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'From another survey tool' })).toBeVisible();
  await chooseFile(page, 'answers.csv', '%PDF-1.7 no answers');
  await expect(page.getByText(/This is a PDF/)).toBeVisible();
  await chooseFile(page, 'answers.csv', 'Q1,Q2,Q3\n1,2,3\n');
  await expect(page.getByText('2 of 5 items have no column yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Check these rows' }).click();
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary.getByRole('link')).toHaveText([
    'Choose the column for item 4',
    'Choose the column for item 5',
  ]);
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await chooseFile(
    page,
    'answers.csv',
    [
      'Name,Q1,Q2,Q3,Q4,Q5',
      'Una Test,1,2,3,4,5',
      'Otto Test,1,2,3,4,6',
      'Ida Test,1,2,-1,4,5',
      'Jo Test,1,2,x,4,5',
      'Kim Test,0,0,0,0,0',
    ].join('\r\n'),
  );
  // What is no answer of the measure stands there to be read otherwise; left as it is, its rows are left out.
  for (const cell of ['6', '-1', 'x'])
    await expect(page.getByRole('combobox', { name: `“${cell}”` })).toHaveValue('unknown');
  await page.getByRole('button', { name: 'Check these rows' }).click();
  const rows = page.getByRole('table', { name: 'Rows left out' }).locator('tbody tr');
  await expect(rows).toHaveCount(3);
  await expect(rows.locator('th')).toHaveText(['3', '4', '5']);
  await expect(page.getByText('Not read: Name.')).toContainText('may say who answered what');
  await page.getByRole('button', { name: 'Add 2 replies' }).click();
  await expect(page.getByText('2 of 20 in', { exact: true }).first()).toBeVisible();
});
