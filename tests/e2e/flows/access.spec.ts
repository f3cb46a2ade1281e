/**
 * Acceptance story 2 (coverage) through the screens: people and sessions from files, the register, agreements and who
 * supervises whom by hand, one sitting of a group; then every number of the story, read from the pages.
 */
import { expect, test } from '../fixtures.js';
import {
  addSupervisor,
  indicator,
  nameSupervisor,
  openSupervisionPage,
  sayNobody,
  signAgreement,
} from '../page-models/access.js';
import { setUp } from '../page-models/first-run.js';
import { importWhole } from '../page-models/imports.js';
import { openPeopleImport, openPerson } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from '../page-models/places.js';
import { coverageRow } from '../page-models/supervision.js';
import { setToday } from '../support/clock.js';
import { countPointerPresses, handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 600_000 });

const csv = (lines: readonly string[]) => ({
  name: 'list.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n'), 'utf8'),
});

/** Nine are entitled on 31 March 2026; the two relief workers leave on the day before. */
const people = csv([
  'Payroll no,Name,Role,Team,Site,Contract,Weekly hours,Start date,Last day,Exposure',
  '1,Key worker A,Key worker,Hub,Harbour,permanent,20,10/01/2022,,frequent',
  '2,Key worker B,Key worker,Hub,Harbour,permanent,37.5,10/01/2022,,frequent',
  '3,Key worker C,Key worker,Hub,Harbour,permanent,37.5,10/01/2022,,direct',
  '4,Nurse one,Nurse,Hub,Harbour,permanent,37.5,10/01/2022,,direct',
  '5,Nurse two,Nurse,Hub,Harbour,permanent,37.5,10/01/2022,,direct',
  '6,Volunteer H,Volunteer,Hub,Harbour,volunteer,4,10/01/2022,,indirect',
  '7,Island worker,Outreach worker,Hub,North isles,permanent,37.5,10/01/2022,,direct',
  '8,Support one,Support worker,Hub,Harbour,permanent,37.5,10/01/2022,,frequent',
  '9,Support two,Support worker,Hub,Harbour,permanent,37.5,10/01/2022,,frequent',
  '10,Relief one,Relief worker,Hub,Harbour,sessional,15,10/01/2022,30/03/2026,direct',
  '11,Relief two,Relief worker,Hub,Harbour,sessional,15,10/01/2022,30/03/2026,direct',
]);

/** With the sitting of the group 20 bookings in twelve months, 4 of them called off by the service. */
const sessions = csv([
  'Date,Payroll no,Kind,Minutes,Status',
  '05/02/2026,1,clinical,60,held',
  '03/02/2026,2,clinical,60,held',
  '02/02/2026,3,clinical,60,held',
  '11/03/2026,4,clinical,60,held',
  '25/02/2026,5,clinical,60,held',
  '20/03/2026,7,clinical,60,held',
  ...['02/06/2025', '02/07/2025', '04/08/2025', '02/09/2025'].map(
    (date) => `${date},1,clinical,,cancelled by service`,
  ),
  ...['08/04', '22/04', '06/05', '20/05', '03/06', '17/06', '01/07', '15/07', '29/07'].map(
    (date) => `${date}/2025,1,clinical,60,held`,
  ),
]);
const inTheGroup = ['Volunteer H', 'Nurse one', 'Nurse two', 'Island worker', 'Relief one', 'Relief two'];

test('story 2: coverage as of 31 March 2026, interval 56 days', async ({ app, page }) => {
  await setToday(page, '2026-03-30');
  const hand = handOf(page, 'mouse');
  await setUp(app);

  await test.step('people and sessions from files', async () => {
    await openPeopleImport(hand);
    await importWhole(hand, people, 'Key worker A', '11 people');
    await page.goto(`${page.url().split('#')[0] ?? ''}#/supervision/import`);
    await expectHeading(page, 'Bring in sessions');
    await importWhole(hand, sessions, '05/02/2026', '19 sessions');
  });

  await test.step('the register, agreements, and who supervises whom', async () => {
    await addSupervisor(hand, { name: 'Supervisor D', expires: '01/03/2026' });
    await expect(main(page).getByText('Training ran out on 1 March 2026.')).toBeVisible();
    await addSupervisor(hand, { name: 'Facilitator E', expires: '01/03/2027' });
    for (const person of [
      'Key worker A',
      'Key worker B',
      'Key worker C',
      'Nurse one',
      'Nurse two',
      'Volunteer H',
      'Support one',
    ])
      await signAgreement(hand, { person, supervisor: 'Supervisor D', from: '12/01/2026' });
    await nameSupervisor(hand, { person: 'Support two', supervisor: 'Supervisor D', from: '12/01/2026' });
    await sayNobody(hand, {
      person: 'Island worker',
      from: '12/01/2026',
      reason: 'None available, island',
    });
  });

  await test.step('group facilitator E runs 120 min for 6: each gets 20 min counselling credit', async () => {
    await openSupervisionPage(hand, 'Groups');
    await hand.press(main(page).getByRole('link', { name: 'Add a group' }).first());
    await hand.fill(field(page, 'Name of the group'), 'Thursday group');
    await hand.choose(radio(page, 'Is the time protected?', 'Yes'));
    await hand.fill(field(page, 'Each time'), '120');
    await hand.pick(combo(page, 'Who leads it'), 'Facilitator E');
    for (const name of inTheGroup) await hand.pick(combo(page, 'Who belongs to it'), name);
    await hand.fill(field(page, 'First day'), '05/01/2026');
    await hand.press(page.getByRole('button', { name: 'Save group' }));
    await expectHeading(page, 'Thursday group');
    await hand.press(main(page).getByRole('link', { name: 'Record a sitting' }).first());
    await hand.fill(field(page, 'When'), '05/03/2026');
    await hand.press(page.getByRole('button', { name: 'Everyone came' }));
    await hand.press(page.getByRole('button', { name: 'Save sitting' }));
    // The form says the credit too: only the message means that it is saved and the group's page follows.
    await expectToast(page, /^Saved\./);
    await expectHeading(page, 'Thursday group');
    await expect(main(page).getByText('20 minutes each').first()).toBeVisible();
  });

  await setToday(page, '2026-03-31');

  await test.step('A 54 days, on time; B 56, due; C 57, overdue 1', async () => {
    await goTo(hand, 'Supervision');
    await expectHeading(page, '6 of 9 people had supervision on time');
    for (const [name, status, last, days] of [
      ['Key worker A', 'On time', '5 Feb', '54'],
      ['Key worker B', 'Due today', '3 Feb', '56'],
      ['Key worker C', 'Overdue 1 day', '2 Feb', '57'],
    ] as const) {
      const cells = coverageRow(page, name).getByRole('cell');
      await expect(cells.nth(0)).toHaveText(status);
      await expect(cells.nth(1)).toHaveText(last);
      await expect(cells.nth(2)).toHaveText(days);
    }
  });

  await test.step('nine entitled, 7 agreed, 6 on time, 1 without, 4 of 20 cancelled', async () => {
    await openSupervisionPage(hand, 'Access');
    await expect(main(page).getByText('As of 31 March 2026. 9 people entitled.')).toBeVisible();
    const figure = async (label: string, value: string, count: string): Promise<void> => {
      await expect(indicator(page, label)).toContainText(value);
      await expect(indicator(page, label)).toContainText(count);
    };
    await figure('Entitled', '9', '');
    await figure('Have an agreement that both signed', '77.8%', '7 of 9');
    await figure('Held on time, on this day', '66.7%', '6 of 9');
    await figure('Have a named supervisor', '88.9%', '8 of 9');
    await figure('Cancelled by the service', '20.0%', '4 of 20');
    await figure('Cancelled by the person', '0.0%', '0 of 20');
    const nobody = page.getByRole('list', { name: 'No supervisor' }).getByRole('listitem');
    await expect(nobody).toHaveCount(1);
    await expect(nobody).toContainText('Island worker');
    await expect(nobody).toContainText('Clinical: None available, island');
  });

  await test.step('supervisor D is flagged, support worker reaches neither route', async () => {
    const look = page.getByRole('list', { name: 'Worth a look' }).getByRole('listitem');
    await expect(look).toHaveCount(2);
    await expect(look.filter({ hasText: 'Support worker: neither route' })).toHaveCount(1);
    await expect(look.filter({ hasText: 'Supervisor D' })).toContainText('Training ran out on 1 March 2026');
  });

  await test.step('a figure opens its explanation, and a small group says that it is small', async () => {
    const onTime = indicator(page, 'Held on time, on this day');
    await expect(onTime.getByText('Above the line')).toBeHidden();
    await hand.press(onTime.getByText('How it is counted'));
    await expect(onTime.getByText('Above the line')).toBeVisible();
    const row = page
      .getByRole('table', { name: 'Access by role' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Support worker' }) });
    await expect(row.getByRole('cell').nth(2)).toContainText('1 of 2');
    await expect(row).not.toContainText('%');
    await expect(main(page).getByText(/Groups of fewer than 5 show a count/)).toBeVisible();
  });

  await test.step('somebody on long leave for the whole interval is no gap: 6 of 8, and 9 again without it', async () => {
    await openPerson(hand, 'Support one');
    await hand.press(main(page).getByRole('link', { name: 'Change details' }));
    await hand.press(page.getByRole('button', { name: 'Add long leave' }));
    await hand.fill(field(page, 'First day of leave'), '05/01/2026');
    await hand.press(page.getByRole('button', { name: 'Save person' }));
    await expectHeading(page, 'Support one');
    await goTo(hand, 'Supervision');
    await expectHeading(page, '6 of 8 people had supervision on time');
    await expect(coverageRow(page, 'Support one').getByRole('cell').nth(0)).toHaveText('Away');
    await expect(main(page)).toContainText('One person was away for the whole time and not counted.');
    await openSupervisionPage(hand, 'Access');
    await expect(main(page).getByText('As of 31 March 2026. 8 people entitled.')).toBeVisible();
    await expect(indicator(page, 'Held on time, on this day')).toContainText('75.0%');
    await expect(indicator(page, 'Have an agreement that both signed')).toContainText('6 of 8');
    await openPerson(hand, 'Support one');
    await hand.press(main(page).getByRole('link', { name: 'Change details' }));
    await hand.press(page.getByRole('button', { name: 'Take away leave 1' }));
    await hand.press(page.getByRole('button', { name: 'Save person' }));
    await expectHeading(page, 'Support one');
    await goTo(hand, 'Supervision');
    await expectHeading(page, '6 of 9 people had supervision on time');
  });

  await test.step('another supervisor from a person’s page: what was before stays as history', async () => {
    await openPerson(hand, 'Support two');
    await hand.press(main(page).getByRole('link', { name: 'Name a supervisor' }));
    await hand.pick(combo(page, 'Supervisor'), 'Facilitator E');
    await hand.fill(field(page, 'From'), '01/03/2026');
    await hand.press(page.getByRole('button', { name: 'Save', exact: true }));
    await expectHeading(page, 'Support two');
    await expect(
      page.getByRole('list', { name: 'Supervisors and agreements' }).getByRole('listitem'),
    ).toContainText(['Facilitator E']);
    await openSupervisionPage(hand, 'Who supervises whom');
    const earlier = page.getByRole('list', { name: 'Earlier' }).getByRole('listitem');
    await expect(earlier).toHaveCount(1);
    await expect(earlier).toContainText('Supervisor D. 12 January 2026 to 28 February 2026');
  });
});

test('by keys alone: an agreement, a gap with its reason, and both taken back', async ({ app }) => {
  await setToday(app.page, '2026-03-31');
  const page = await openDemo(app);
  const presses = await countPointerPresses(page);
  const hand = handOf(page, 'keyboard');
  const person = 'Jean Pirie';

  await signAgreement(hand, { person, supervisor: 'Tormod Gray', from: '02/03/2026' });
  await hand.press(main(page).getByRole('link', { name: person, exact: true }));
  await expectHeading(page, person);
  const both = page.getByRole('list', { name: 'Supervisors and agreements' }).getByRole('listitem');
  await expect(both).toHaveCount(4);
  await expect(both.first()).toContainText('Tormod Gray');

  await sayNobody(hand, { person, from: '31/03/2026', reason: 'They declined for now' });
  const earlier = page.getByRole('list', { name: 'Earlier' }).getByRole('listitem');
  await expect(earlier.filter({ hasText: person })).toContainText('2 March 2026 to 30 March 2026');
  await hand.press(page.getByRole('button', { name: 'Undo' }).last());
  await expectToast(page, 'Undone.');
  await expect(earlier.filter({ hasText: person })).toHaveCount(0);

  await test.step('a form that was left brings back what was typed', async () => {
    await openSupervisionPage(hand, 'Supervisors');
    await hand.press(main(page).getByRole('link', { name: 'Add a supervisor' }).first());
    await hand.choose(radio(page, 'Where are they from?', 'Outside'));
    await hand.fill(field(page, 'Name'), 'Half a na');
    await goTo(hand, 'Today');
    await hand.press(main(page).getByRole('link', { name: /half a na as a supervisor/i }));
    await expect(field(page, 'Name')).toHaveValue('Half a na');
  });
  expect(await presses()).toBe(0);
});
