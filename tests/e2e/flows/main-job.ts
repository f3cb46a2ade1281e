/** The main job of issue 2, points 1 to 8, written once and done by keyboard and by mouse (the two specs beside). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppHost, expect, type LaunchApp, test } from '../fixtures.js';
import { chart, chartRows } from '../page-models/charts.js';
import { setUp, typePassphrase, unlock } from '../page-models/first-run.js';
import { bringIn, checkFile, importWhole } from '../page-models/imports.js';
import * as incidents from '../page-models/incidents.js';
import { addPerson, openPeopleImport, openPerson } from '../page-models/people.js';
import { expectHeading, field, goTo, main, tableRows } from '../page-models/places.js';
import { openSummary, saveSummary } from '../page-models/reports.js';
import { coverageRow, recordSession, setAsOf } from '../page-models/supervision.js';
import * as wellbeing from '../page-models/wellbeing.js';
import { setToday } from '../support/clock.js';
import { type By, countPointerPresses, type Hand, handOf } from '../support/hand.js';
import { expectedMonths, inputFile, inputRows, namesOfPeople } from '../support/inputs.js';
import { readPdf } from '../support/pdf.js';

const volunteer = 'Marsaili Rendall';
const agency = 'Torquil Baikie';
const noteText = 'Kestrel week: said that nights feel long';

interface Run {
  readonly app: AppHost;
  readonly hand: Hand;
  readonly by: By;
  readonly pointerPresses: () => Promise<number>;
}

async function begin(app: AppHost, by: By, day: Parameters<typeof setToday>[1]): Promise<Run> {
  await setToday(app.page, day);
  return { app, by, hand: handOf(app.page, by), pointerPresses: await countPointerPresses(app.page) };
}

/** By keys alone means just that: no press of a pointer reached the page. */
async function expectOwnHand({ by, pointerPresses }: Run): Promise<void> {
  if (by === 'keyboard') expect(await pointerPresses()).toBe(0);
  else expect(await pointerPresses()).toBeGreaterThan(0);
}

/** Point 1, the other door: made-up data, marked as such, and left again. */
export async function lookAround(app: AppHost, by: By): Promise<void> {
  const run = await begin(app, by, '2026-06-08');
  const { hand } = run;
  const { page } = hand;
  await expectHeading(page, 'Welcome to Steading');
  await hand.press(page.getByRole('button', { name: 'Look around with made-up data' }));
  await expectHeading(page, 'Today');
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  await goTo(hand, 'People');
  await expect(
    main(page).getByRole('list', { name: 'People in post' }).getByRole('listitem').nth(5),
  ).toBeVisible();
  await goTo(hand, 'Wellbeing');
  await expect(page.getByRole('figure').first()).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Leave the demo' }));
  await expectHeading(page, 'Welcome to Steading');
  await expectOwnHand(run);
}

/** Points 1 to 4 and 8: the team, its supervision, and a plan after something hard. */
export async function teamAndSupport(app: AppHost, by: By, launchApp: LaunchApp): Promise<void> {
  const run = await begin(app, by, '2026-06-08');
  const { hand } = run;
  const { page } = hand;

  const { passphrase } = await test.step('1 passphrase, kit, service', () => setUp(app, { by }));

  await test.step('2 bad rows are listed, good rows are kept', async () => {
    const rows = [
      'Payroll no,Name,Role,Team,Contract,Weekly hours,Start date,Last day',
      '20001,Una Flett,Key worker,Recovery hub,permanent,37.5,04/03/2024,',
      '20002,Magnus Isbister,Support worker,Recovery hub,permanent,30,05/02/2024,01/02/2023',
      '20003,,Support worker,Recovery hub,permanent,30,05/02/2024,',
      '20004,Sorley Drever,Nurse,Recovery hub,permanent,30,31/02/2024,',
      '20005,Mhairi Linklater,Nurse,Recovery hub,permanent,22.5,12/05/2025,',
    ];
    const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n'), 'utf8') };
    await openPeopleImport(hand);
    await checkFile(hand, file, 'Una Flett');
    const problems = await tableRows(page.getByRole('table', { name: 'Rows that will be left out' }));
    expect(problems.map((cells) => cells.slice(0, 3))).toEqual([
      ['3', 'Last day', 'The last day is before the start date'],
      ['4', 'Name', 'The name is missing'],
      ['5', 'Start date', 'That day is not in the calendar'],
    ]);
    await bringIn(hand, '2 people');
    await expect(page.getByText('3 rows were left out.')).toBeVisible();
    await openPerson(hand, 'Una Flett');
  });

  await test.step('2 the team from a file, a volunteer and an agency person by hand', async () => {
    await openPeopleImport(hand);
    await importWhole(hand, inputFile('people.csv'), 'Bryce Lockhart', '46 people');
    await addPerson(hand, {
      name: volunteer,
      role: 'Peer volunteer',
      engagement: 'Volunteer',
      team: 'Recovery hub',
      startDate: '3 feb 2025',
    });
    await addPerson(hand, {
      name: agency,
      role: 'Nurse',
      engagement: 'Agency',
      team: 'Recovery hub',
      startDate: '02/03/2026',
    });
  });

  await test.step('3 supervision of each kind', async () => {
    await recordSession(hand, {
      kind: 'Clinical',
      people: ['Bryce Lockhart'],
      date: '12/04/2026',
      agreed: ['Ask about cover for Mondays @15/06/2026 @manager', 'Read the new guide'],
      next: '15/06/2026',
      note: noteText,
    });
    await recordSession(hand, {
      kind: 'Line management',
      people: [volunteer],
      date: 'today',
      agreed: ['Swap the Thursday shift @fri'],
      next: '03/08/2026',
    });
    await recordSession(hand, {
      kind: 'Professional',
      people: [agency],
      date: '13/04/2026',
      agreed: ['Bring the registration papers @22/06/2026'],
      next: '09/06/2026',
    });
    await recordSession(hand, {
      kind: 'Reflective group',
      people: ['Una Flett', 'Mhairi Linklater', volunteer],
      date: '01/06/2026',
      agreed: ['Tell the service that the rota is the theme @manager'],
      next: '06/07/2026',
    });
  });

  await test.step('3 who is overdue, as of a day, and one person’s history', async () => {
    await goTo(hand, 'Supervision');
    await expect(coverageRow(page, 'Bryce Lockhart')).toContainText('Overdue 1 day');
    await expect(coverageRow(page, agency)).toContainText('Due today');
    await expect(coverageRow(page, volunteer)).toContainText('On time');
    await expect(coverageRow(page, 'Una Flett')).toContainText('On time');
    await setAsOf(hand, '07/06/2026');
    await expect(coverageRow(page, 'Bryce Lockhart')).toContainText('Due today');
    await setAsOf(hand, '01/04/2026');
    await expect(coverageRow(page, 'Bryce Lockhart')).toContainText('None yet');
    await openPerson(hand, 'Bryce Lockhart');
    const history = page.getByRole('list', { name: 'What has happened, newest first' });
    await expect(history).toContainText('Clinical supervision, 60 minutes');
    await hand.press(history.getByRole('link').first());
    await expect(main(page)).toContainText('Ask about cover for Mondays');
    await expect(main(page)).toContainText('Manager, by 15 Jun');
    await expect(main(page)).toContainText('Monday 15 June 2026');
  });

  await test.step('4 a plan from a template, with its dates (story 3)', () => planAfterADeath(hand));

  await test.step('8 lock, a wrong passphrase, quit, start again: all is there', async () => {
    await expectOwnHand(run);
    if (by === 'keyboard') await page.keyboard.press('Control+l');
    else await hand.press(page.getByRole('button', { name: 'Lock', exact: true }));
    await typePassphrase(page, 'quiet harbour lantern eight');
    await expect(
      page.getByText('That passphrase did not open this file. Check Caps Lock.').first(),
    ).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toHaveValue(
      'quiet harbour lantern eight',
    );
    await app.quit();
    const again = await launchApp(app.userDataDir);
    const next = await begin(again, by, '2026-06-08');
    await unlock(again.page, passphrase);
    await goTo(next.hand, 'Supervision');
    await expect(coverageRow(again.page, 'Bryce Lockhart')).toContainText('Overdue 1 day');
    await openPerson(next.hand, volunteer);
    await goTo(next.hand, 'Incidents');
    await next.hand.press(main(again.page).getByRole('link', { name: 'Drug-related death' }));
    await expect(incidents.affectedRow(again.page, 'Una Flett')).toContainText('Declined');
    await expect(incidents.phase(again.page, 'Anniversary')).toContainText('Reminder 27 April');
    await expectOwnHand(next);
  });
}

async function planAfterADeath(hand: Hand): Promise<void> {
  const { page } = hand;
  await incidents.openPlan(hand, {
    type: 'Drug-related death',
    day: '11/05/2026',
    time: '16:20',
    facts: 'A death at the hostel, found by staff',
    affected: {
      [agency]: 'Was there',
      'Una Flett': 'Named worker',
      [volunteer]: 'Knew them',
      'Mhairi Linklater': 'Knew them',
    },
  });
  await expect(main(page)).toContainText('Monday 11 May 2026, 16:20. Today is day 28.');
  await expect(incidents.phase(page, 'Same shift')).toContainText('11 May');
  await expect(incidents.phase(page, '24 to 72 hours')).toContainText('12–14 May');
  await expect(incidents.phase(page, '1 to 2 weeks')).toContainText('18–25 May');
  await expect(incidents.phase(page, '4 weeks')).toContainText('Mon 8 June');
  await expect(incidents.phase(page, '3 months')).toContainText('11 August');
  await expect(incidents.phase(page, 'Anniversary')).toContainText('11 May 2027');
  await expect(incidents.phase(page, 'Anniversary')).toContainText('Reminder 27 April');

  await incidents.openPhase(hand, 'Same shift');
  const list = incidents.steps(page, 'Same shift');
  await hand.tick(list.getByRole('checkbox').first());
  await expect(list.getByRole('listitem').first()).toContainText('Done 8 June');
  const second = list.getByRole('listitem').nth(1);
  await hand.press(second.getByRole('button', { name: /^Change who or when/ }));
  await hand.pick(page.getByRole('combobox', { name: /^Person/ }), 'Bryce Lockhart');
  await hand.press(page.getByRole('button', { name: 'Save step' }));
  await expect(second).toContainText('Bryce Lockhart');

  await hand.fill(field(page, 'Add a step'), 'Team debrief');
  await expect(page.getByText('Which of these do you mean?')).toBeVisible();
  await expect(page.getByText(/NG116 says not to offer/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Factual briefing' }));
  await expect(list).toContainText('Factual briefing');
  await expect(list).not.toContainText(/debrief/i);

  await incidents.openPhase(hand, '4 weeks');
  await incidents.recordContact(hand, agency, 'Accepted');
  await incidents.recordContact(hand, 'Una Flett', 'Declined');
  await incidents.recordContact(hand, 'Mhairi Linklater', 'Offered');
  await expect(incidents.affectedRow(page, agency)).toContainText('Accepted');
  await expect(incidents.affectedRow(page, 'Una Flett')).toContainText('Declined');
  await expect(incidents.affectedRow(page, 'Mhairi Linklater')).toContainText('Offered');
  await expect(incidents.affectedRow(page, volunteer)).toContainText('Not yet asked');

  await hand.press(page.getByRole('button', { name: 'Close plan' }));
  const refusal = page.getByRole('group', { name: 'This plan cannot close yet' });
  await expect(refusal).toContainText(`${volunteer} has no four-week answer.`);
  await expect(refusal).toBeFocused();
  await expect(page.getByRole('button', { name: 'Close plan' })).toBeVisible();
}

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
    const figure = chart(page, /^Whole service: WHO-5 average/);
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
  const preview = page.getByRole('region', { name: 'Preview of the summary' });
  await expect(preview.getByText('Hidden').first()).toBeVisible();
  const reasons = await tableRows(page.getByRole('table', { name: /^Hidden numbers and reasons/ }));
  expect(reasons.length).toBeGreaterThan(0);
  for (const cells of reasons) expect(cells[2]).not.toBe('');
  await saveSummary(app, hand, 'PDF', `${saved}.pdf`);
  await saveSummary(app, hand, 'CSV', `${saved}.csv`);

  const csv = await readFile(`${saved}.csv`, 'utf8');
  const pdfBytes = await readFile(`${saved}.pdf`);
  const pdf = readPdf(pdfBytes);
  const spaceless = (text: string): string => text.replace(/\s+/g, '');
  const pdfText = spaceless(pdf.text);
  // That the reader reads: a title and a heading of the page stand in the text that it found.
  expect(pdfText).toContain(spaceless('Staff support and wellbeing summary'));
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
    .filter((line) => line.includes('[c]') && !line.startsWith('[c]'))
    .map((line) => line.replaceAll('"', '').split(','));
  for (const row of rows.filter((each) => each.length > 1))
    expect(pdfText).toContain(spaceless(row.join('')));

  expect(pdf.raw).toContain('/StructTreeRoot');
  expect(pdf.raw).toMatch(/\/Lang\s*\(en-GB\)/);
  expect(pdf.raw).toMatch(/\/Marked true/);
}
