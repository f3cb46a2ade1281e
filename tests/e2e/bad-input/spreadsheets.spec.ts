/**
 * Lists in workbooks, through the page: a sound one comes in from the sheet that fits, a hostile one is told in words,
 * and the page goes on answering while a large one is read and planned. The cells are tried in tests/unit/import.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import { goTo } from '../support/places.js';
import { chooseFile } from '../support/states.js';
import { partsOf, workbook, zipped, type Book, type Cell } from '../../unit/import/workbooks.js';

const head = ['Payroll number', 'Name', 'Role', 'Team', 'Start date', 'Last day'];
const person = (index: number): Cell[] => [
  `P${String(index).padStart(6, '0')}`,
  `Person ${index}`,
  'Key worker',
  `Team ${index % 20}`,
  {
    day: `20${10 + (index % 15)}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
  },
];

const book: Book = {
  sheets: [
    { name: 'Read me', rows: [['Ask HR for the newest one']] },
    {
      name: 'Staff list',
      rows: [
        ['Staff of the service'],
        head,
        ['001', 'Munro, Ailsa', 'Key worker', 'Day', { day: '2021-04-03' }],
        ['002', 'Otto Test', 'Nurse', 'Day', { day: '2022-11-12' }, { day: '2024-05-06' }],
        ['003', 'Ida Test', 'Nurse', 'Day', { xml: '><f>TODAY()</f>' }],
        ['004', 'Una Test', 'Nurse', { xml: 't="e"><v>#N/A</v>' }, { day: '2022-11-12' }],
      ],
      hiddenRows: [4],
    },
    { name: 'Last year', rows: [head, person(1)] },
  ],
};

const fileAlert = (page: Page) => page.getByRole('alert').filter({ hasText: 'This file was not brought in' });

async function startImport(page: Page): Promise<void> {
  await goTo(page, '/people');
  await goTo(page, '/people/import');
}

test('a staff list in a workbook comes in from the sheet that fits, and says what it left out', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await setUp(app);
  await startImport(page);
  await chooseFile(page, 'staff.xlsx', Buffer.from(await workbook(book)));
  await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
  await expect(page.getByText('4 rows under the headings in row 2.')).toBeVisible();
  await expect(page.getByText('1 row is hidden in the sheet')).toBeVisible();
  const preview = page.getByRole('table', { name: 'First rows of the file' });
  await expect(preview.getByText('2021-04-03', { exact: true })).toBeVisible();
  const sheet = page.getByRole('combobox', { name: 'Sheet', exact: true });
  await expect(sheet).toHaveValue('1');
  await sheet.selectOption('Last year');
  await expect(page.getByText('1 row under the headings in row 1.')).toBeVisible();
  await sheet.selectOption('Staff list');
  await page.getByRole('button', { name: 'Check these rows' }).click();
  const rows = page.getByRole('table', { name: 'Rows that will be left out' }).locator('tbody tr');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('The formula here has no value yet');
  await expect(rows.nth(0).locator('th, td').first()).toHaveText('5');
  await expect(rows.nth(1)).toContainText('The spreadsheet shows an error here');
  await page.getByRole('button', { name: 'Bring in 2 people' }).click();
  await expect(page.getByText('2 people brought in')).toBeVisible();
  await goTo(page, '/people');
  await expect(page.getByRole('list', { name: 'People in post' }).getByText('Ailsa Munro')).toBeVisible();
});

test('a file that cannot be read says what to do, and the next one can be chosen at once', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  await setUp(app);
  await startImport(page);
  const parts = partsOf(book);
  const sheet = 'xl/worksheets/sheet2.xml';
  const changed = (change: (xml: string) => string): Promise<Uint8Array> =>
    zipped([...parts].map(([name, xml]) => [name, name === sheet ? change(xml) : xml] as const));
  const whole = await workbook(book);
  const oldOffice = (inside: string): Uint8Array => {
    const bytes = Buffer.alloc(2_048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.write(inside, 600, 'utf16le');
    return bytes;
  };
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['a bomb', await changed((xml) => `${xml}<!--${' '.repeat(200 * 1024 * 1024)}-->`), 'far larger inside'],
    [
      'entities that multiply',
      await changed((xml) => xml.replace('?>', '?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>')),
      'Some of this workbook cannot be read.',
    ],
    ['half of it', whole.slice(0, whole.length / 2), 'Some of this workbook cannot be read.'],
    ['a password', oldOffice('EncryptedPackage'), 'This file is locked with a password.'],
    ['an old workbook', oldOffice('Workbook'), 'This is a workbook of an older Excel.'],
    [
      'an OpenDocument file',
      await zipped([
        ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
        ['content.xml', '<x/>'],
      ]),
      'This is an OpenDocument file.',
    ],
    ['a letter', await zipped([['word/document.xml', '<x/>']]), 'There is no sheet in this file.'],
  ];
  for (const [what, bytes, words] of cases) {
    await test.step(what, async () => {
      await chooseFile(page, 'staff.xlsx', Buffer.from(bytes));
      await expect(fileAlert(page)).toContainText(words, { timeout: 60_000 });
      await expect(fileAlert(page)).toContainText('Nothing was changed.');
    });
  }
  await chooseFile(page, 'staff.xlsx', Buffer.from(whole));
  await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
});

test('the page answers while forty thousand rows are read and planned', async ({ app, page }) => {
  test.setTimeout(600_000);
  await setUp(app);
  await startImport(page);
  // Wide, as exports of whole systems are: reading takes long enough for a hand to do something meanwhile.
  const more = Array.from({ length: 24 }, (_, at) => `Extra ${at + 1}`);
  const rows = Array.from({ length: 40_000 }, (_, index) => [...person(index), null, ...more]);
  const path = join(app.userDataDir, 'tmp', 'large.xlsx');
  await writeFile(path, await workbook({ sheets: [{ name: 'Staff', rows: [[...head, ...more], ...rows] }] }));
  // A beat every 10 ms: the longest silence between two is how long the page stood still.
  await page.evaluate(() => {
    const seen = { silence: 0, clicks: 0 };
    Object.assign(window, { seen });
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      seen.silence = Math.max(seen.silence, Math.round(now - last));
      last = now;
    }, 10);
    document.addEventListener('click', () => {
      seen.clicks += 1;
    });
  });
  const seen = () =>
    page.evaluate(() => (window as unknown as { seen: { silence: number; clicks: number } }).seen);
  /** The longest since it was asked the last time. */
  const longestSilence = () =>
    page.evaluate(() => {
      const { seen } = window as unknown as { seen: { silence: number } };
      const { silence } = seen;
      seen.silence = 0;
      return silence;
    });
  // That no silence is told has to mean that there was none.
  await page.evaluate(() => {
    const until = performance.now() + 300;
    while (performance.now() < until);
  });
  await expect.poll(async () => (await seen()).silence).toBeGreaterThan(200);
  await longestSilence();
  const heading = page.getByRole('heading', { level: 1 });
  /** Clicks until the next step is there. A page that has stopped takes one click, and only then. */
  const clickUntil = async (step: Locator): Promise<void> => {
    const { clicks } = await seen();
    do await heading.click();
    while (!(await step.isVisible()));
    expect((await seen()).clicks - clicks).toBeGreaterThan(2);
  };

  await page.locator('main input[type="file"]').setInputFiles(path);
  await clickUntil(page.getByText('40,000 rows under the headings in row 1.'));
  const read = await longestSilence();
  await page.getByRole('button', { name: 'Check these rows' }).click();
  await clickUntil(page.getByRole('button', { name: 'Bring in 40,000 people' }));
  const planned = await longestSilence();
  // It depends on the machine, so it is told and not judged.
  console.info(`The page stood still for at most ${read} ms while reading, ${planned} ms while planning`);

  // Leaving the page ends the reading, and what was read goes with it.
  const readers = () => page.workers().filter((worker) => worker.url().includes('import-worker')).length;
  await startImport(page);
  await page.locator('main input[type="file"]').setInputFiles(path);
  await expect.poll(readers).toBe(1);
  await goTo(page, '/people');
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect.poll(readers).toBe(0);
});
