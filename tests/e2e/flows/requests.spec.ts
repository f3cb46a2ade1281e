/** Story 5, its request: "everything you hold", by when to answer, and a copy that names nobody else by itself. */
import { expect, test } from '../fixtures.js';
import { openCare } from '../page-models/care.js';
import { unlock } from '../page-models/first-run.js';
import { addPerson, openPerson, timelineTitles } from '../page-models/people.js';
import { expectHeading, expectToast, goTo, main, radio } from '../page-models/places.js';
import { noteRequest, saveCopy } from '../page-models/requests.js';
import { recordSession } from '../page-models/supervision.js';
import { handOf } from '../support/hand.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const asker = 'Hamish Rendall';
const other = 'Freya Heddle';

test('a volunteer asks on Saturday 31 January 2026: due Monday 2 March, and the copy is theirs alone', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await addPerson(hand, {
    name: asker,
    role: 'Peer worker',
    engagement: 'Volunteer',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  await addPerson(hand, {
    name: other,
    role: 'Receptionist',
    engagement: 'Staff',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  await recordSession(hand, {
    kind: 'Clinical',
    people: [asker],
    date: '12/01/2026',
    next: '12/03/2026',
    agreed: ['Ask Freya about Thursdays'],
    note: 'Freya Heddle covers the door on Thursdays.',
  });

  await test.step('what was recorded in one session, for the person to take away', async () => {
    await openPerson(hand, asker);
    const history = page.getByRole('list', { name: 'What has happened, newest first' });
    await hand.press(history.getByRole('link', { name: 'Clinical supervision, 60 minutes' }));
    await hand.press(main(page).getByRole('link', { name: 'What we recorded, a copy for them' }));
    await expectHeading(page, 'What we recorded on 12 January 2026');
    await expect(main(page)).toContainText('Freya Heddle covers the door on Thursdays.');
    await expect(main(page)).toContainText('This is everything that was written down about this session.');
    expect((await saveCopy(app, hand, 'Save as PDF', 'pdf', 'Their own copy')).startsWith('%PDF-')).toBe(
      true,
    );
  });

  await test.step('the due date, and why it is that day', async () => {
    await openPerson(hand, asker);
    await noteRequest(hand, '31/01/2026', 'Message', 'Monday 2 March 2026');
    await expect(
      page.getByRole('list', { name: 'Why this day, step by step' }).getByRole('listitem'),
    ).toHaveText([
      'It came on Saturday 31 January 2026.',
      'One month on is Saturday 28 February 2026, the last day of that month.',
      'That is a Saturday, so the next working day counts: Monday 2 March 2026.',
    ]);
    await expect(main(page)).toContainText('Kept for 3 years after the answer.');
  });

  await test.step('it stands on Today, on People and on the timeline', async () => {
    await goTo(hand, 'Today');
    await expect(main(page).getByRole('link', { name: `A copy for ${asker}` })).toBeVisible();
    await goTo(hand, 'People');
    await expect(main(page).getByRole('list', { name: 'Also due, the longest overdue first' })).toContainText(
      'Answer by 2 March 2026',
    );
    await openPerson(hand, asker);
    expect((await timelineTitles(page)).join('\n')).toContain('Asked for a copy of what is held');
  });

  await test.step('nothing about anybody else goes out until that is decided', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Request for a copy', exact: true }));
    await hand.press(main(page).getByRole('link', { name: 'Put the copy together' }));
    await expectHeading(page, 'The copy');
    await expect(main(page).getByRole('heading', { name: 'Other people: 2' })).toBeVisible();
    const html = await saveCopy(app, hand, 'Save as a web page', 'html');
    expect(html).not.toMatch(/Freya|Heddle/);
    expect(html).toContain('(name withheld) covers the door on Thursdays.');
    expect(html).toContain(`<p class="mark">Names people. Only for ${asker}.</p>`);
    expect(html).toContain('<h2>Contents</h2>');
    expect(html).toContain('Kept for 6 years after they leave');
    expect(html.indexOf('Contents')).toBeLessThan(html.indexOf('covers the door'));
    const json = await saveCopy(app, hand, 'Save as JSON', 'json');
    expect(json).not.toMatch(/Freya|Heddle/);
    expect(JSON.parse(json)).toMatchObject({ format: 'steading-person-copy', version: 1 });
    const pdf = await saveCopy(app, hand, 'Save as PDF', 'pdf');
    expect(pdf.startsWith('%PDF-')).toBe(true);
  });

  await test.step('one place is left in because she agreed; the other is blacked out', async () => {
    const places = page.getByRole('list', { name: 'Places that name somebody else' }).getByRole('listitem');
    const note = places.filter({ hasText: 'covers the door' });
    await hand.choose(radio(note, `What goes out about ${other}`, 'Leave it: they agreed'));
    await expect(main(page)).toContainText('1 not decided yet.');
    await hand.press(main(page).getByRole('button', { name: 'Black out all that is not decided' }));
    await expect(main(page)).toContainText('All decided.');
    const html = await saveCopy(app, hand, 'Save as a web page', 'html');
    expect(html).toContain('Freya Heddle covers the door on Thursdays.');
    expect(html).toContain('Ask (name withheld) about Thursdays');
  });

  await test.step('answered, with undo; and what left is in both logs, without a name in the list', async () => {
    await hand.press(
      page
        .getByRole('navigation', { name: 'Where you are' })
        .getByRole('link', { name: 'Request', exact: true }),
    );
    await hand.press(main(page).getByRole('button', { name: 'It was answered today' }));
    await expectToast(page, 'Answered today.');
    await expectHeading(page, 'Request for a copy');
    await expect(main(page)).toContainText('Answered, after the day');
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expectHeading(page, 'Answer by Monday 2 March 2026');
    await goTo(hand, 'Reports');
    const exports = main(page).getByRole('list', { name: 'What has left' });
    await expect(exports.getByRole('listitem')).toHaveCount(5);
    await expect(exports).toContainText('Copy for one person');
    await expect(exports).toContainText('What we recorded, one session');
    await expect(exports).not.toContainText(/Hamish|Rendall/);
    await openCare(hand, 'Activity log');
    const log = main(page).getByRole('table', { name: /newest first/ });
    await expect(log).toContainText(`${asker}; a copy of everything about them`);
  });
});

test('more time, a question back and a withdrawal move the day as the rule has it', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, {
    name: asker,
    role: 'Peer worker',
    engagement: 'Volunteer',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  await noteRequest(hand, '31/01/2026', 'Letter', 'Monday 2 March 2026');
  await hand.press(main(page).getByRole('link', { name: 'Change' }).first());
  await expectHeading(page, 'Change the request');
  await hand.choose(radio(page, 'More time', '2 months'));
  await hand.press(page.getByRole('button', { name: 'Save request' }));
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toContainText('Enter the day they heard of it: they have to know');
  await expect(summary).toContainText('Enter why it takes longer: they have to be told');
  await hand.fill(page.getByRole('textbox', { name: 'They were told on' }), '20/02/2026');
  await hand.fill(page.getByRole('textbox', { name: 'Why, as they were told' }), 'Many years of records');
  await hand.press(page.getByRole('button', { name: 'Save request' }));
  await expectHeading(page, 'Answer by Thursday 30 April 2026');
  await hand.press(main(page).getByRole('link', { name: 'Change' }).first());
  await hand.fill(page.getByRole('textbox', { name: /^You asked on/ }), '03/02/2026');
  await hand.fill(page.getByRole('textbox', { name: /^They answered on/ }), '06/02/2026');
  await hand.press(page.getByRole('button', { name: 'Save request' }));
  // 30 April and three days is a Sunday; the Monday after it is a bank holiday.
  await expectHeading(page, 'Answer by Tuesday 5 May 2026');
  await hand.press(main(page).getByRole('link', { name: 'Change' }).first());
  await hand.choose(radio(page, 'Status', 'Withdrawn by the person'));
  await hand.fill(page.getByRole('textbox', { name: 'They withdrew it on' }), '10/02/2026');
  await hand.press(page.getByRole('button', { name: 'Save request' }));
  await expectHeading(page, 'Request for a copy');
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: 'Requests for a copy' }));
  await expect(main(page)).toContainText('None. Every request is answered.');
  await expect(main(page).getByRole('listitem').filter({ hasText: asker })).toContainText('Withdrawn');
});
