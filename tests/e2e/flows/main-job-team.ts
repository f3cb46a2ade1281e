/** Points 1 to 4 and 8 of the main job, written once for both hands. */
import { type AppHost, expect, type LaunchApp, test } from '../fixtures.js';
import { setUp, typePassphrase, unlock } from '../page-models/first-run.js';
import { bringIn, checkFile, importWhole } from '../page-models/imports.js';
import * as incidents from '../page-models/incidents.js';
import { addPerson, openPeopleImport, openPerson } from '../page-models/people.js';
import { field, goTo, main, tableRows } from '../page-models/places.js';
import { coverageRow, recordSession, setAsOf } from '../page-models/supervision.js';
import type { By, Hand } from '../support/hand.js';
import { inputFile } from '../support/inputs.js';
import { begin, expectOwnHand, noteText } from './main-job-run.js';

const volunteer = 'Marsaili Rendall';
const agency = 'Torquil Baikie';

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
    await expect(incidents.phase(again.page, 'Anniversary')).toContainText('Reminder 27 Apr');
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
  await expect(incidents.phase(page, 'Anniversary')).toContainText('Reminder 27 Apr');

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
