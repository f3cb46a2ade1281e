/** People as a manager keeps them: who came back, who is here twice, what moved elsewhere, and what is due. */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.js';
import { leave, openCare } from '../page-models/care.js';
import { unlock } from '../page-models/first-run.js';
import { addPerson, alsoForPerson, openPerson, timelineTitles } from '../page-models/people.js';
import { expectHeading, expectToast, field, goTo, main, radio, tableRows } from '../page-models/places.js';
import { recordSession } from '../page-models/supervision.js';
import { setToday } from '../support/clock.js';
import { countPointerPresses, handOf, type Hand } from '../support/hand.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const staff = (name: string, startDate: string) =>
  ({ name, role: 'Key worker', engagement: 'Staff', team: 'Recovery hub', startDate }) as const;

async function showOnly(hand: Hand, sort: string): Promise<readonly string[]> {
  await hand.select(hand.page.getByLabel('Show', { exact: true }), sort);
  return timelineTitles(hand.page);
}

test('somebody leaves and comes back; a concern moves; all of it stands on the timeline, by keyboard', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const presses = await countPointerPresses(page);
  await addPerson(hand, staff('Sorcha Quendale', '03/02/2015'));
  await recordSession(hand, {
    kind: 'Clinical',
    people: ['Sorcha Quendale'],
    date: '12/03/2019',
    next: '12/06/2019',
    agreed: ['Swap the Thursday clinic @fri'],
  });
  await openPerson(hand, 'Sorcha Quendale');
  await leave(hand, '01/05/2019');

  await alsoForPerson(hand, 'They came back');
  await expectHeading(page, 'They came back');
  await hand.fill(field(page, 'Started again on'), '01/05/2019');
  await hand.press(page.getByRole('button', { name: 'Save the new start' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'The new start has to be after their last day, 1 May 2019',
  );
  await hand.fill(field(page, 'Started again on'), '04/03/2024');
  await hand.press(page.getByRole('button', { name: 'Save the new start' }));
  await expectHeading(page, 'Sorcha Quendale');
  await expect(main(page)).toContainText('Here since March 2024.');

  await alsoForPerson(hand, 'Move a concern to a process');
  await expectHeading(page, 'Move a concern to a process');
  await hand.fill(field(page, 'They were told on'), '03/06/2024');
  await hand.fill(field(page, 'It moved on'), '02/06/2024');
  await hand.press(page.getByRole('button', { name: 'Save the dates' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Tell them first, on the same day at the latest',
  );
  await hand.fill(field(page, 'It moved on'), '03/06/2024');
  await hand.press(page.getByRole('button', { name: 'Save the dates' }));
  await expectHeading(page, 'Sorcha Quendale');

  await test.step('a date of the move is corrected; deleted, it comes back on undo', async () => {
    const timeline = page.getByRole('list', { name: 'What has happened, newest first' });
    await hand.press(timeline.getByRole('link', { name: 'A concern moved to a named process' }));
    await expectHeading(page, 'Moved to a process');
    await hand.press(main(page).getByRole('link', { name: 'Correct the dates' }));
    await expectHeading(page, 'Correct the dates');
    await hand.fill(field(page, 'It moved on'), '02/06/2024');
    await hand.press(page.getByRole('button', { name: 'Save the dates' }));
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Tell them first');
    await hand.fill(field(page, 'It moved on'), '05/06/2024');
    await hand.press(page.getByRole('button', { name: 'Save the dates' }));
    await expectToast(page, 'Changes saved.');
    await expectHeading(page, 'Moved to a process');
    await expect(main(page)).toContainText('Wednesday 5 June 2024');
    await expect(main(page)).toContainText('Monday 3 June 2024');
    await hand.press(page.getByRole('button', { name: 'Delete', exact: true }));
    await expectHeading(page, 'Sorcha Quendale');
    await expect(timeline.getByRole('link', { name: 'A concern moved to a named process' })).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expectToast(page, 'Put back.');
    await expect(timeline.getByRole('link', { name: 'A concern moved to a named process' })).toHaveCount(1);
  });

  await hand.press(main(page).getByRole('link', { name: 'Change details' }));
  await hand.press(page.getByRole('button', { name: 'Add long leave' }));
  await hand.fill(field(page, 'First day of leave'), '02/09/2024');
  await hand.fill(field(page, 'Last day of leave'), '28/03/2025');
  await hand.tick(page.getByRole('checkbox', { name: 'Island' }));
  await hand.press(page.getByRole('button', { name: 'Save person' }));
  await expectHeading(page, 'Sorcha Quendale');
  await expect(main(page)).toContainText('2 September 2024 to 28 March 2025');
  await expect(main(page)).toContainText('3 February 2015 to 1 May 2019');

  await test.step('narrowed to one sort of thing', async () => {
    const time = await showOnly(hand, 'Coming, going and time away');
    expect(time.map((line) => line.replace(/^(\d+ \w+( \d{4})?) /, ''))).toEqual([
      'Long leave Until 28 March 2025.',
      'Came back',
      'Last day in post',
      'Started here',
    ]);
    expect((await showOnly(hand, 'Requests and processes')).join()).toContain(
      'They were told on 3 June 2024.',
    );
    expect((await showOnly(hand, 'What was agreed')).join()).toContain('Agreed: Swap the Thursday clinic');
  });
  expect(await presses()).toBe(0);
});

test('two records of one person become one, with everything that names them, and two again on undo', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, staff('Ailsa Munro', '01/03/2021'));
  await addPerson(hand, { ...staff('Munro Ailsa', '01/03/2021'), team: '' });
  await recordSession(hand, {
    kind: 'Clinical',
    people: ['Munro Ailsa'],
    date: '12/01/2026',
    next: '12/03/2026',
    agreed: ['Swap the Thursday clinic'],
  });
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: '1 pair may be here twice' }));
  await expectHeading(page, 'People who may be here twice');
  const pairs = page.getByRole('list', { name: 'Pairs that may be one person' });
  await expect(pairs).toContainText('The same name and start date.');
  await hand.press(pairs.getByRole('link'));
  await expectHeading(page, 'Are these one person?');
  const table = main(page).getByRole('table', { name: 'Both records. What differs is in bold.' });
  const [names] = await tableRows(table);
  const stays = names?.[1] === 'Ailsa Munro' ? 'The first' : 'The second';
  await hand.choose(radio(page, 'Which record stays', stays));
  await expect(main(page)).toContainText('1 supervision record');
  await hand.press(main(page).getByRole('button', { name: 'Join into one' }));
  await expectHeading(page, 'Ailsa Munro');
  expect((await timelineTitles(page)).join()).toContain('Clinical supervision, 60 minutes');

  await hand.press(page.getByRole('button', { name: 'Undo' }).last());
  await expectToast(page, 'Two records again, as they were.');
  expect((await timelineTitles(page)).join()).not.toContain('Clinical supervision, 60 minutes');
  await goTo(hand, 'People');
  await hand.press(
    main(page).getByRole('list', { name: 'People in post' }).getByRole('link', { name: 'Munro Ailsa' }),
  );
  await expectHeading(page, 'Munro Ailsa');
  expect((await timelineTitles(page)).join()).toContain('Clinical supervision, 60 minutes');
});

test('messages say counts, within the hours that were set; the calendar file has neutral words', async ({
  app,
  page,
  secrets,
}) => {
  // A working day, whenever this runs: outside working time no message is shown.
  await setToday(page, '2030-03-05');
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, staff('Freya Heddle', '03/02/2025'));
  await openSettingsPage(hand);
  const days = page.getByRole('group', { name: 'On which days' });
  await hand.choose(radio(page, 'Show messages', 'Yes'));
  for (const day of ['Saturday', 'Sunday']) await hand.tick(days.getByRole('checkbox', { name: day }));
  await hand.fill(field(page, 'From'), '00:00');
  await hand.fill(field(page, 'Until'), '23:59');
  await hand.press(page.getByRole('button', { name: 'Save reminders' }));
  await expectToast(page, 'Saved. It counts from now on.');
  await expect
    .poll(async () => (await app.log()).effects.filter((effect) => effect.startsWith('notification')))
    .toEqual(['notification Steading: 1 supervision due']);

  await test.step('the calendar file', async () => {
    await recordSession(hand, {
      kind: 'Clinical',
      people: ['Freya Heddle'],
      date: 'today',
      next: 'in 8 weeks',
      agreed: ['Ask Freya about Thursdays @fri'],
    });
    await openSettingsPage(hand);
    const file = join(app.userDataDir, '..', `${app.userDataDir.split('/').at(-1) ?? 'dates'}.ics`);
    await app.answerDialog({ kind: 'save', filePath: file });
    await hand.press(page.getByRole('button', { name: 'Save a calendar file' }));
    await expectToast(page, 'Saved. Open it with your calendar.');
    const dates = await readFile(file, 'utf8');
    await rm(file);
    expect(
      dates
        .match(/^SUMMARY:.*$/gm)
        ?.map((line) => line.trim())
        .sort(),
    ).toEqual(['SUMMARY:Supervision', 'SUMMARY:Task']);
    expect(dates).not.toMatch(/Freya|Heddle|Thursday/);
  });
});

async function openSettingsPage(hand: Hand): Promise<void> {
  await openCare(hand, 'Reminders and calendar');
}
