/** Points 1, 2 and 5 to 8 of the main job, written once for both hands. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppHost, expect, type LaunchApp, test } from '../fixtures.js';
import { chart, chartRows } from '../page-models/charts.js';
import { setUp, unlock } from '../page-models/first-run.js';
import { importWhole } from '../page-models/imports.js';
import { openPeopleImport } from '../page-models/people.js';
import { expectHeading, goTo, main, tableRows } from '../page-models/places.js';
import { openSummary, saveSummary } from '../page-models/reports.js';
import { recordSession } from '../page-models/supervision.js';
import * as wellbeing from '../page-models/wellbeing.js';
import type { By, Hand } from '../support/hand.js';
import { expectedMonths, inputFile, inputRows, namesOfPeople } from '../support/inputs.js';
import { readPdf } from '../support/pdf.js';
import { begin, expectOwnHand, noteText } from './main-job-run.js';

const replies = {
  byHand: [3, 2, 3, 1, 4],
  byHandToo: [1, 1, 2, 0, 1],
} as const;

/** The mean of WHO-5 percentages: each reply is the sum of its five answers, times four. */
async function who5Mean(file: string, more: readonly (readonly number[])[]): Promise<string> {
  const fromFile = (await inputRows(file)).map((row) => Object.values(row).map(Number));
  const percents = [...fromFile, ...more].map((answers) => answers.reduce((sum, each) => sum + each, 0) * 4);
  return (percents.reduce((sum, each) => sum + each, 0) / percents.length).toFixed(1);
}

const monthNames = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Points 1, 2 and 5 to 8: rounds, extracts, figures beside those of a separate program, and what may leave. */
export async function figuresAndExport(app: AppHost, by: By, launchApp: LaunchApp): Promise<void> {
  const run = await begin(app, by, '2026-03-31');
  const { hand } = run;
  const { page } = hand;
  const { passphrase } = await setUp(app, { by, fullTimeHours: '37.5' });

  await test.step('5 the extracts', async () => {
    await openPeopleImport(hand);
    await importWhole(hand, inputFile('people.csv'), 'Bryce Lockhart', '46 people');
    const extracts = [
      ['Absences', 'absence.csv', '10595', '173 absences'],
      ['Caseload', 'caseload.csv', '10598', '390 caseload figures'],
      ['Funded posts', 'establishment.csv', 'Recovery hub', '72 establishment figures'],
    ] as const;
    for (const [title, file, cell, brought] of extracts) {
      await goTo(hand, 'Workforce');
      await hand.press(main(page).getByRole('link', { name: 'Bring in figures' }));
      await expectHeading(page, 'Bring in figures');
      await hand.press(main(page).getByRole('link', { name: title }));
      await importWhole(hand, inputFile(file), cell, brought);
    }
    await goTo(hand, 'Supervision');
    await hand.press(main(page).getByRole('link', { name: 'Bring in sessions' }));
    await importWhole(hand, inputFile('supervision.csv'), '10595', '429 sessions');
    await recordSession(hand, {
      kind: 'Clinical',
      people: ['Bryce Lockhart'],
      date: '30/03/2026',
      agreed: ['Ask about cover @manager'],
      next: '25/05/2026',
      note: noteText,
    });
  });

  await test.step('5 a WHO-5 round by item number and from a file, closed as the baseline', async () => {
    await wellbeing.openRound(hand, {
      measure: 'WHO-5',
      label: 'Baseline',
      opensOn: '01/12/2025',
      closesOn: '15/12/2025',
      invited: 20,
    });
    await wellbeing.openWay(hand, 'On paper');
    await hand.fill(page.getByRole('textbox', { name: 'Item 1', exact: true }), '');
    await page.keyboard.type('7');
    await expect(
      page.getByRole('alert').filter({ hasText: 'Item 1 takes 0 to 5. “7” was not kept.' }),
    ).toBeVisible();
    await wellbeing.typeReply(hand, replies.byHand);
    await wellbeing.expectReplies(hand, 1, 20);
    await expect(page.getByRole('figure')).toHaveCount(0);
    await wellbeing.bringInReplies(hand, inputFile('answers-who5-q1.csv'), 16);
    await wellbeing.expectReplies(hand, 17, 20);
    await wellbeing.closeRound(hand);
    await expect(page.getByText('The baseline is locked')).toBeVisible();
    const numbers = await tableRows(page.getByRole('table', { name: 'The numbers' }));
    expect(numbers[0]?.slice(0, 3)).toEqual([
      'Baseline',
      '17 of 20',
      await who5Mean('answers-who5-q1.csv', [replies.byHand]),
    ]);
  });

  await test.step('5 the next round, a team below 5, and the HSE tool', async () => {
    await wellbeing.openRound(hand, {
      measure: 'WHO-5',
      label: 'Spring',
      opensOn: '02/03/2026',
      closesOn: '16/03/2026',
      invited: 18,
    });
    await wellbeing.typeReply(hand, replies.byHandToo);
    await wellbeing.expectReplies(hand, 1, 18);
    await wellbeing.bringInReplies(hand, inputFile('answers-who5-q2.csv'), 13);
    await wellbeing.expectReplies(hand, 14, 18);
    await wellbeing.closeRound(hand);

    await wellbeing.openRound(hand, {
      measure: 'WHO-5',
      label: 'Nights',
      group: 'Recovery hub',
      opensOn: '05/01/2026',
      closesOn: '12/01/2026',
      invited: 4,
    });
    await wellbeing.bringInReplies(hand, inputFile('answers-who5-night-team.csv'), 4);
    await wellbeing.expectReplies(hand, 4, 4);
    await wellbeing.closeRound(hand);
    await expect(page.getByText('Fewer than 5 replies can be scored')).toBeVisible();
    await expect(main(page).getByRole('figure')).toHaveCount(0);
    await expect(main(page).getByRole('table')).toHaveCount(0);
    await expect(main(page)).not.toContainText(/\d+\.\d/);

    await wellbeing.openRound(hand, {
      measure: 'HSE 35',
      label: 'HSE first',
      opensOn: '12/01/2026',
      closesOn: '26/01/2026',
      invited: 20,
    });
    await wellbeing.bringInReplies(hand, inputFile('answers-hse35-baseline.csv'), 17);
    await wellbeing.closeRound(hand);
    const scales = await tableRows(page.getByRole('table', { name: 'Each scale' }));
    expect(scales).toHaveLength(7);
    for (const cells of scales) expect(cells[2]).toMatch(/^[1-5]\.\d\d$/);
  });

  await test.step('6 wellbeing against the locked baseline', async () => {
    const before = await who5Mean('answers-who5-q1.csv', [replies.byHand]);
    const now = await who5Mean('answers-who5-q2.csv', [replies.byHandToo]);
    await goTo(hand, 'Wellbeing');
    const groups = page.getByRole('combobox', { name: 'Shown for' });
    if ((await groups.count()) > 0) await hand.select(groups, 'Whole service');
    const figure = chart(page, /^Whole service: WHO-5/);
    await expect(figure.getByRole('heading')).toContainText(new RegExp(`${now} now, ${before} then`));
    await expect(figure.locator('svg.recharts-surface').first()).toBeVisible();
    const rows = await chartRows(hand, figure);
    expect(rows.map((cells) => cells.slice(0, 2))).toEqual([
      ['Baseline, December 2025', before],
      ['Spring, March 2026', now],
    ]);
  });

  await test.step('6 turnover and sickness equal the figures of a separate program', async () => {
    const months = await expectedMonths();
    await goTo(hand, 'Workforce');
    const sickness = chart(page, /^Sickness: share of working time lost/);
    await expect(sickness.getByRole('heading')).not.toBeEmpty();
    await expect(sickness).toContainText('Public Health Scotland run chart rules');
    await expect(sickness.locator('svg.recharts-surface').first()).toBeVisible();
    expect((await chartRows(hand, sickness)).map((cells) => cells.slice(0, 3))).toEqual(
      months.map((row) => [
        monthNames.format(new Date(`${row.month}-01`)),
        percent(row.sicknessRate),
        `${row.fteDaysLost.toFixed(1)} of ${row.fteDaysAvailable.toFixed(1)}`,
      ]),
    );
    const turnover = chart(page, /^People leaving: turnover over 12 months/);
    await expect(turnover.getByRole('heading')).not.toBeEmpty();
    await expect(turnover.locator('svg.recharts-surface').first()).toBeVisible();
    const turnoverRows = await chartRows(hand, turnover);
    expect(turnoverRows.map((cells) => cells.slice(0, 2))).toEqual(
      months.map((row) => [monthNames.format(new Date(`${row.month}-01`)), percent(row.turnoverAverage12)]),
    );
    expect(turnoverRows.map((cells) => cells[2]?.split(' of ')[0])).toEqual(
      months.map((row) => String(row.leavers12)),
    );
    const people = chart(page, /^People in post and whole-time equivalents/);
    expect((await chartRows(hand, people)).map((cells) => cells.slice(1, 4).map(Number))).toEqual(
      months.map((row) => [row.headcount, row.wte, row.volunteers]),
    );
  });

  const saved = join(app.userDataDir, 'saved');
  await test.step('7 the summary leaves after a check, and gives nobody away', () =>
    exportSummary(app, hand, saved));

  await test.step('8 quit, start again: the log and the figures are there', async () => {
    await expectOwnHand(run);
    await app.quit();
    const again = await launchApp(app.userDataDir);
    const next = await begin(again, by, '2026-03-31');
    await unlock(again.page, passphrase);
    await goTo(next.hand, 'Reports');
    await expect(
      main(again.page).getByRole('list', { name: 'What has left' }).getByRole('listitem'),
    ).toHaveCount(2);
    await goTo(next.hand, 'Workforce');
    await expect(main(again.page)).toContainText(percent((await expectedMonths()).at(-1)?.sicknessRate ?? 0));
    await expectOwnHand(next);
  });
}

async function exportSummary(app: AppHost, hand: Hand, saved: string): Promise<void> {
  const { page } = hand;
  await openSummary(hand);
  const preview = page.getByRole('region', { name: 'Preview of the report' });
  await expect(preview.getByText('Hidden').first()).toBeVisible();
  const reasons = await tableRows(page.getByRole('table', { name: /^Hidden numbers and reasons/ }));
  expect(reasons.length).toBeGreaterThan(0);
  for (const cells of reasons) expect(cells[2]).not.toBe('');
  await saveSummary(app, hand, 'PDF', `${saved}.pdf`);
  await saveSummary(app, hand, 'CSV', `${saved}.csv`);

  const csv = await readFile(`${saved}.csv`, 'utf8');
  const pdfBytes = await readFile(`${saved}.pdf`);
  const pdf = readPdf(pdfBytes);
  // Printed text has its own line ends, and ligatures in place of some pairs of letters.
  const spaceless = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
  const pdfText = spaceless(pdf.text);
  // That the reader reads: a title and a heading of the page stand in the text that it found.
  expect(pdfText).toContain(spaceless('Board summary'));
  expect(pdfText).toContain(spaceless('People who left'));
  expect(csv).toContain('People who left');

  for (const text of [csv, pdf.text]) expect(spaceless(text)).toContain('[c]');
  for (const name of await namesOfPeople()) {
    for (const text of [csv, pdf.text, pdf.raw]) expect(spaceless(text)).not.toContain(spaceless(name));
  }
  for (const secret of [noteText, 'Ask about cover', 'Kestrel']) {
    for (const text of [csv, pdf.text, pdf.raw]) expect(spaceless(text)).not.toContain(spaceless(secret));
  }
  // A number of people is 0 or at least 5; everything else in the table is a rate, a mean or a mark.
  const cells = csv.split(/\r?\n/).flatMap((line) => line.split(',').slice(1));
  expect(cells.filter((cell) => /^"?[1-4]"?$/.test(cell.trim()))).toEqual([]);
  // The PDF prints the same published cells, one after the other, from the same model as the CSV.
  const rows = csv
    .split(/\r?\n/)
    .filter((line) => line.endsWith(',[c]'))
    .map((line) => line.replaceAll('"', '').split(','));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(pdfText).toContain(spaceless(row.join('')));

  expect(pdf.raw).toContain('/StructTreeRoot');
  expect(pdf.raw).toMatch(/\/Lang\s*\(en-GB\)/);
  expect(pdf.raw).toMatch(/\/Marked true/);
}
