/** Story 3 of domain.md, with its dates: a drug-related death, and nobody who was touched by it is forgotten. */
import { expect, test } from '../fixtures.js';
import { setUp } from '../page-models/first-run.js';
import * as incidents from '../page-models/incidents.js';
import { addPerson } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from '../page-models/places.js';
import { setToday } from '../support/clock.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

const supportWorker = 'Corrie Flett';
const keyWorker = 'Ailsa Drever';
const receptionist = 'Freya Isbister';

test('a drug-related death, from the same shift to the anniversary', async ({ app }) => {
  const { page } = app;
  const hand = handOf(page, 'mouse');
  await setToday(page, '2026-05-11');
  await setUp(app);
  for (const [name, role] of [
    [supportWorker, 'Support worker'],
    [keyWorker, 'Key worker'],
    [receptionist, 'Receptionist'],
  ] as const) {
    await addPerson(hand, { name, role, engagement: 'Staff', team: 'Outreach', startDate: '03/02/2025' });
  }

  await test.step('earlier in the year: two deaths that the key worker was close to', async () => {
    for (const day of ['14/10/2025', '03/02/2026']) {
      await incidents.openPlan(hand, {
        type: 'Drug-related death',
        day,
        time: '09:00',
        facts: 'A death in the community',
        affected: { [keyWorker]: 'Named worker' },
      });
      // Made late: what is past is said as past, with what can still be done. Nobody is told off.
      await incidents.openPhase(hand, 'Same shift');
      await expect(main(page)).toContainText('Past when this plan was made');
      await expect(main(page)).toContainText('That shift has passed.');
      await expect(incidents.steps(page, 'Same shift')).toContainText('Its moment has passed');
    }
  });

  await test.step('Monday 11 May 2026, 16:20', async () => {
    await page.clock.setFixedTime('2026-05-11T16:35:00');
    await hand.press(
      page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Incidents' }),
    );
    await hand.press(main(page).getByRole('link', { name: 'New plan' }));
    await hand.choose(radio(page, 'Is everyone safe right now?', 'Yes'));
    await hand.select(combo(page, 'What happened?'), 'Drug-related death');
    await hand.fill(field(page, 'Time'), '16:20');
    await hand.fill(field(page, 'The facts, in one line'), 'A death at the hostel, found by staff');
    for (const [name, closeness, duty] of [
      [supportWorker, 'Was there', 'On duty'],
      [keyWorker, 'Named worker', 'Off duty'],
      [receptionist, 'Knew them', 'On duty'],
    ] as const) {
      await hand.pick(combo(page, incidents.whoField), name);
      await hand.select(page.getByRole('combobox', { name: `How close ${name} was` }), closeness);
      await hand.select(page.getByRole('combobox', { name: `On or off duty: ${name}` }), duty);
    }
    await hand.press(page.getByRole('button', { name: 'Open the plan' }));
    await expectHeading(page, 'Drug-related death');
    await expect(page.getByRole('region', { name: 'Your plan is saved' })).toContainText(
      'The rest is safe to leave until tomorrow.',
    );
    await expect(main(page)).toContainText('Monday 11 May 2026, 16:20. That is today.');
    for (const [phase, words] of [
      ['Same shift', '11 May'],
      ['24 to 72 hours', '12–14 May'],
      ['1 to 2 weeks', '18–25 May'],
      ['4 weeks', 'Mon 8 June'],
      ['3 months', '11 August'],
      ['Anniversary', '11 May 2027'],
      ['Anniversary', 'Reminder 27 Apr'],
    ] as const) {
      await expect(incidents.phase(page, phase)).toContainText(words);
    }
    await expect(incidents.affectedRow(page, keyWorker)).toContainText('Named worker, off duty');
    await expect(main(page)).toContainText(`${keyWorker}: third hard event in 12 months`);
  });

  await test.step('a team debrief asks to pick, and cites NICE', async () => {
    await hand.fill(field(page, 'Add a step'), 'Team debrief');
    await expect(page.getByText('Which of these do you mean?')).toBeVisible();
    await expect(page.getByText(/NICE guideline NG116 says not to offer/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Factual briefing' })).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Peer check-in' }));
    const list = incidents.steps(page, 'Same shift');
    await expect(list).toContainText('Peer check-in');
    await expect(list).not.toContainText(/debrief/i);
  });

  await test.step('who was told: with time and reference', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Who to tell' }));
    await expectHeading(page, 'Who to tell');
    const list = page.getByRole('list', { name: 'Who may have to be told' });
    const care = list.getByRole('listitem').filter({ hasText: 'Care Inspectorate' }).first();
    await expect(care).toContainText('Check locally.');
    await expect(care).toContainText('Source:');
    await hand.press(page.getByRole('button', { name: 'Note what was done: Care Inspectorate' }));
    const form = page.getByRole('form', { name: 'Note: Care Inspectorate' });
    await expect(field(form, 'Time')).toHaveValue('16:35');
    await hand.fill(field(form, 'Time'), '17:05');
    await hand.fill(field(form, 'Reference'), 'CI-4471');
    await hand.press(form.getByRole('button', { name: 'Save note' }));
    await expect(care).toContainText('Told on 11 May, 17:05. Reference CI-4471');
    await expect(care).toContainText('Notified');
  });

  await test.step('the learning review stands apart, and its actions in Actions', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Learning and investigation' }));
    await expect(page.getByText('Check in with')).toHaveCount(0);
    await hand.fill(field(page, 'Add an action'), 'Carry naloxone on every visit');
    await hand.fill(
      page.getByRole('form', { name: 'Add an action' }).getByRole('textbox', { name: /^By when/ }),
      '08/06/2026',
    );
    await hand.press(page.getByRole('button', { name: 'Add action' }));
    await expect(page.getByRole('list', { name: 'Actions from the learning review' })).toContainText(
      'Carry naloxone on every visit',
    );
    await hand.press(main(page).getByRole('link', { name: 'Support' }));
    await expect(main(page)).not.toContainText('Carry naloxone on every visit');
    await hand.press(main(page).getByRole('link', { name: 'Days to keep in mind' }));
    const days = page.getByRole('list', { name: 'Days to keep in mind' });
    await expect(days).toContainText('Anniversary, Tuesday 11 May 2027');
    await expect(days).toContainText('Reminder 27 April 2027.');
    await hand.select(combo(page, 'What day is it?'), 'Inquiry or fatal accident inquiry');
    await hand.fill(field(page, 'Day'), '05/10/2026');
    await hand.press(page.getByRole('button', { name: 'Add day' }));
    await expect(days).toContainText('Inquiry or fatal accident inquiry, Monday 5 October 2026');
    await expect(days).toContainText('Reminder 21 September 2026.');
  });

  await test.step('8 June: two have answered, one was not asked, and the plan stays open', async () => {
    await setToday(page, '2026-06-08');
    await goTo(hand, 'Actions');
    await expect(main(page)).toContainText('Carry naloxone on every visit');
    await goTo(hand, 'Today');
    await expect(main(page)).toContainText('Check in with');
    await goTo(hand, 'Incidents');
    await hand.press(
      page
        .getByRole('list', { name: 'Open plans' })
        .getByRole('listitem')
        .filter({ hasText: '11 May 2026' })
        .getByRole('link'),
    );
    await expect(main(page)).toContainText('Today is day 28.');
    await incidents.openPhase(hand, '4 weeks');
    await incidents.recordContact(hand, supportWorker, 'Accepted');
    await incidents.recordContact(hand, keyWorker, 'Declined');
    await expect(incidents.affectedRow(page, receptionist)).toContainText('Not yet asked');
    await hand.press(page.getByRole('button', { name: 'Close plan' }));
    const refusal = page.getByRole('group', { name: 'This plan cannot close yet' });
    await expect(refusal).toContainText(`${receptionist} has no four-week answer.`);
    await expect(refusal).toBeFocused();
  });

  await test.step('her choice is no further contact; it can be taken back, and the plan may close', async () => {
    await hand.press(page.getByRole('button', { name: `Record an answer: ${receptionist}` }));
    await hand.press(page.getByRole('button', { name: 'They want no further contact' }));
    await expect(incidents.affectedRow(page, receptionist)).toContainText('Their choice: none');
    await hand.press(page.getByRole('button', { name: `They want contact again: ${receptionist}` }));
    await expect(incidents.affectedRow(page, receptionist)).toContainText('Not yet asked');
    await incidents.recordContact(hand, receptionist, 'Offered');
    await hand.press(page.getByRole('button', { name: 'Close plan' }));
    await expectToast(page, 'Plan closed. The anniversary stays in it.');
  });

  await test.step('27 April 2027: the anniversary is two weeks ahead', async () => {
    await setToday(page, '2027-04-26');
    await goTo(hand, 'Today');
    await hand.press(page.getByRole('button', { name: /^See all/ }));
    await expect(main(page)).toContainText('Supervision for');
    await expect(main(page)).not.toContainText('A day to keep in mind');
    await setToday(page, '2027-04-27');
    await goTo(hand, 'People');
    await goTo(hand, 'Today');
    await hand.press(page.getByRole('button', { name: /^See all/ }));
    const day = main(page).getByRole('listitem').filter({ hasText: 'A day to keep in mind' });
    await expect(day).toContainText('On 11 May 2027.');
    await expect(day).toContainText('In 14 days');
  });
});

test('a corrected date says what moves and what stays', async ({ app }) => {
  const { page } = app;
  const hand = handOf(page, 'keyboard');
  await setToday(page, '2026-05-12');
  await setUp(app);
  await incidents.openPlan(hand, {
    type: 'Assault or threat',
    day: '12/05/2026',
    time: '10:00',
    facts: '',
    affected: {},
  });
  await incidents.openPhase(hand, 'Same shift');
  await hand.tick(incidents.steps(page, 'Same shift').getByRole('checkbox').first());
  await hand.fill(field(page, 'Add a step'), 'Order a new alarm');
  await page.keyboard.press('Enter');
  await hand.press(page.getByRole('button', { name: 'Correct the date' }));
  const dialog = page.getByRole('dialog');
  await hand.fill(field(dialog, 'Day it happened'), '11/05/2026');
  await expect(dialog).toContainText(/\d+ open steps move with it\./);
  await expect(dialog).toContainText('1 done step stays done.');
  await expect(dialog).toContainText('1 step has a day of its own and keeps it.');
  await expect(dialog.getByRole('list', { name: 'Steps that move' })).toContainText('12 May to 11 May');
  await hand.press(dialog.getByRole('button', { name: 'Save date' }));
  await expectToast(page, /^Date corrected\./);
  await expect(incidents.phase(page, '24 to 72 hours')).toContainText('12–14 May');
});
