/**
 * Story 5's board export, to the figure and to the byte: 9.3%, 42.9% with its note, hidden complements listed, and none
 * of the names in any byte of any file. Then what was given out elsewhere, and the three ways on.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { wordsFound, zipParts } from '../../support/document-bytes.js';
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { importWhole } from '../page-models/imports.js';
import { openPeopleImport } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import { openReport, openSummary, saveSummary, type ReportFormat } from '../page-models/reports.js';
import { setToday } from '../support/clock.js';
import { handOf, type Hand } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 420_000 });

const firstNames =
  'Zebedee Xanthe Quillon Ottoline Peregrine Isolde Barnaby Clementine Thaddeus Wilhelmina'.split(' ');
const lastNames = ['Quillfeather', 'Vantongeren'];
const names = lastNames.flatMap((last) => firstNames.map((first) => `${first} ${last}`));
/** 14 on the first day, 14 on the last: eight stay, six leave, six come. */
const [stayed, left, came] = [names.slice(0, 8), names.slice(8, 14), names.slice(14, 20)];
const monthOfRow = (index: number): string => String(5 + index).padStart(2, '0');
const lines = [
  'Name,Role,Team,Belongs here as,Hours,Start date,Last day',
  ...stayed.map((name) => `${name},Key worker,Hub,Staff,34,06/01/2020,`),
  ...left.map((name, index) => `${name},Key worker,Hub,Staff,34,06/01/2020,10/${monthOfRow(index)}/2025`),
  ...came.map(
    (name, index) =>
      `${name},Key worker,${index < 3 ? 'Outreach' : 'Hub'},Staff,34,12/${monthOfRow(index)}/2025,`,
  ),
];
const staffFile = { name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };

/** Twelve months that come to 2,072 contracted hours and 192.4 lost. */
const contracted = [...Array<number>(11).fill(172), 180];
const lost = [...Array<number>(11).fill(16), 16.4];

async function typeHours(hand: Hand): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'Workforce');
  await hand.press(main(page).getByRole('link', { name: 'By hand', exact: true }).first());
  await expectHeading(page, 'Figures by hand');
  await main(page).getByRole('textbox', { name: 'April 2025, contracted hours', exact: true }).focus();
  for (const [index, hours] of contracted.entries()) {
    await page.keyboard.type(String(hours));
    await page.keyboard.press('Tab');
    await page.keyboard.type(String(lost[index]));
    await page.keyboard.press('Enter');
  }
  await expect(main(page).getByText('Saved', { exact: true })).toBeVisible();
}

async function shownIn(page: Page, caption: string): Promise<readonly (readonly string[])[]> {
  return tableRows(main(page).getByRole('table', { name: caption, exact: true }));
}

/** The text of a document as a reader sees it. */
async function wordsOf(path: string): Promise<string> {
  const bytes = await readFile(path);
  if (path.endsWith('.pdf')) return readPdf(bytes).text;
  if (path.endsWith('.csv') || path.endsWith('.json')) return bytes.toString('utf8');
  return zipParts(bytes)
    .filter(({ name }) => name.endsWith('.xml'))
    .map(({ bytes: part }) => part.toString('utf8').replaceAll(/<[^>]+>/g, ' '))
    .join(' ');
}

test('story 5: the board export, in every format', async ({ app, page, secrets }) => {
  const folder = await mkdtemp(join(tmpdir(), 'steading-out-'));
  await setToday(page, '2026-04-20');
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');

  await test.step('fourteen people, and hours typed by the month', async () => {
    await openPeopleImport(hand);
    await importWhole(hand, staffFile, 'Zebedee Quillfeather', '20 people');
    await typeHours(hand);
  });

  await test.step('typed hours stay inside until it is said whose they are not', async () => {
    await openSummary(hand);
    expect(await shownIn(page, 'Away from work through sickness')).toContainEqual([
      'Sickness rate',
      'Not enough data',
    ]);
    await hand.fill(field(page, 'How many people were away'), '6');
    await hand.choose(
      page.getByRole('checkbox', { name: 'No one person had more than a third of these hours' }),
    );
    await expect
      .poll(() => shownIn(page, 'Away from work through sickness'))
      .toContainEqual(['Sickness rate', '9.3%']);
    expect(await shownIn(page, 'Away from work through sickness')).toEqual(
      expect.arrayContaining([
        ['Hours lost', '192.4'],
        ['Contracted hours', '2072.0'],
      ]),
    );
  });

  await test.step('six leavers of an average of fourteen, with its note', async () => {
    expect(await shownIn(page, 'People who left')).toEqual(
      expect.arrayContaining([
        ['In post at the start', '14'],
        ['Left', '6'],
        ['Turnover', '42.9%'],
      ]),
    );
    await expect(main(page).getByText(/A small number of people: one more or one fewer/)).toBeVisible();
  });

  await test.step('three in a team: it is hidden, its complement too, and each is listed with its reason', async () => {
    const hidden = await tableRows(main(page).getByRole('table', { name: /^Hidden numbers and reasons/ }));
    const teams = hidden.filter(([part]) => part === 'People in post by team');
    expect(teams.map(([, number, why]) => [number, why])).toEqual([
      ['Team 1', 'All but a few people, so the few could be recognised.'],
      ['Team 2', 'Fewer than 5 people, so somebody could be recognised.'],
    ]);
  });

  await test.step('own words: a name in them is taken out, and they wait for whoever reads them', async () => {
    await hand.press(page.getByRole('button', { name: 'Add a part' }));
    await page.getByRole('menuitem', { name: 'Own words' }).click();
    await hand.fill(field(page, 'Heading'), 'The year');
    await hand.fill(field(page, 'Words'), 'A hard winter. Ottoline Quillfeather held the team together.');
    await expect(main(page).getByRole('region', { name: 'Preview of the report' })).not.toContainText(
      'A hard winter',
    );
    await hand.press(page.getByRole('button', { name: 'Save the PDF' }));
    await expect(page.getByText(/^Read your own words through/)).toBeVisible();
    await hand.choose(page.getByRole('checkbox', { name: /I have read/ }));
    await expect(main(page).getByRole('region', { name: 'Preview of the report' })).toContainText(
      'A hard winter',
    );
  });

  await test.step('five files; none of the names in any byte of them', async () => {
    const formats: readonly (readonly [ReportFormat, string])[] = [
      ['PDF', 'pdf'],
      ['JSON', 'json'],
      ['Word', 'docx'],
      ['Excel', 'xlsx'],
      ['CSV', 'csv'],
    ];
    const secret = [
      ...new Set(names.flatMap((name) => [name, ...name.split(' ')])),
      'Outreach',
      tmpdir(),
      folder,
    ];
    for (const [format, extension] of formats) {
      const path = join(folder, `summary.${extension}`);
      await saveSummary(app, hand, format, path);
      const words = await wordsOf(path);
      expect(wordsFound(await readFile(path), secret), format).toEqual([]);
      for (const name of names) expect(words).not.toContain(name.split(' ')[0]);
      expect(words.replaceAll(/\s+/g, ' ')).toContain('A hard winter');
      if (extension !== 'xlsx') expect(words).toContain('42.9%');
    }
    const pdf = readPdf(await readFile(join(folder, 'summary.pdf'))).raw;
    for (const mark of ['/StructTreeRoot', '/Lang', 'en-GB', '/Title', '/Outlines', '/TH'])
      expect(pdf, mark).toContain(mark);
    const sheet = (await wordsOf(join(folder, 'summary.xlsx'))).replaceAll(/\s+/g, ' ');
    expect(sheet).toContain('0.429');
    expect(sheet).not.toContain('0.428');
  });

  await test.step('told elsewhere that two left in a quarter: the year waits for one of three ways on', async () => {
    await goTo(hand, 'Reports');
    await hand.press(main(page).getByRole('link', { name: 'Figures given out elsewhere' }));
    await hand.press(main(page).getByRole('link', { name: 'Add a figure' }));
    await hand.select(combo(page, 'Over'), 'Three months');
    await hand.select(combo(page, 'To the end of'), 'June 2025');
    await hand.fill(field(page, 'Number'), '2');
    await hand.fill(field(page, 'Where it stands'), 'Annual report');
    await hand.press(page.getByRole('button', { name: 'Save figure' }));
    await expectToast(page, /^Saved\. Reports are checked/);
    // Given out from here already: the number of leavers stays known, and nothing more is told.
    await openReport(hand, 'Inspection evidence');
    await expect(main(page).getByText('given out elsewhere checked', { exact: false })).toBeVisible();
  });
  await rm(folder, { recursive: true, force: true });
});

test('a figure from elsewhere keeps a year inside: longer, or left out', async ({ app, page, secrets }) => {
  const folder = await mkdtemp(join(tmpdir(), 'steading-out-'));
  await setToday(page, '2026-04-20');
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await openPeopleImport(hand);
  await importWhole(hand, staffFile, 'Zebedee Quillfeather', '20 people');
  await goTo(hand, 'Reports');
  await hand.press(main(page).getByRole('link', { name: 'Figures given out elsewhere' }));
  await hand.press(main(page).getByRole('link', { name: 'Add a figure' }));
  await hand.select(combo(page, 'Over'), 'Three months');
  await hand.select(combo(page, 'To the end of'), 'June 2025');
  await hand.fill(field(page, 'Number'), '2');
  await hand.fill(field(page, 'Where it stands'), 'Annual report');
  await hand.press(page.getByRole('button', { name: 'Save figure' }));
  await expectToast(page, /^Saved\. Reports are checked/);

  await openSummary(hand);
  const conflict = main(page).getByText(/cannot leave beside earlier ones$/);
  await expect(conflict).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Save the PDF' }));
  await expect(page.getByText(/Choose one of the three ways on first/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: /^Leave (it|them) out$/ }));
  await expect(conflict).toHaveCount(0);
  expect(await shownIn(page, 'People who left')).toContainEqual(['Left', expect.stringContaining('Hidden')]);
  await saveSummary(app, hand, 'CSV', join(folder, 'summary.csv'));
  expect(await wordsOf(join(folder, 'summary.csv'))).toContain('Left,[c]');

  await test.step('as a template, with its parts and without its figures', async () => {
    await openSummary(hand);
    await hand.press(page.getByRole('button', { name: 'Take Wellbeing out' }));
    await hand.press(page.getByRole('button', { name: 'Keep as template' }));
    await hand.fill(field(page, 'Name'), 'For the trustees');
    await hand.press(page.getByRole('button', { name: 'Keep it' }));
    await expectToast(page, 'Template kept.');
    await goTo(hand, 'Reports');
    await hand.press(main(page).getByRole('link', { name: 'For the trustees' }));
    await expectHeading(page, 'Check before it leaves');
    await expect(page.getByRole('button', { name: 'Take Wellbeing out' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Take Supervision out' })).toBeVisible();
  });
  await rm(folder, { recursive: true, force: true });
});
