/** Keeping and erasing as a manager does it: what is due, a hold, an erasure that leaves no trace, and its log. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppHost, expect, test } from '../fixtures.js';
import { backUpNow, leave, openCare, openWith, putOnHold, row } from '../page-models/care.js';
import { lockTimeout, unlock } from '../page-models/first-run.js';
import { addPerson, openPerson } from '../page-models/people.js';
import { expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import { recordSession } from '../page-models/supervision.js';
import { handOf } from '../support/hand.js';
import type { Secrets } from '../support/ready-vault.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const leaver = 'Sorcha Quendale';
const stayer = 'Freya Heddle';

async function setUpTeam(app: AppHost, secrets: Secrets) {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(app.page, 'mouse');
  for (const name of [leaver, stayer]) {
    await addPerson(hand, {
      name,
      role: 'Key worker',
      engagement: 'Staff',
      team: 'Recovery hub',
      startDate: '03/02/2015',
    });
  }
  await recordSession(hand, {
    kind: 'Reflective group',
    people: [leaver, stayer],
    date: '05/03/2019',
    next: '05/06/2019',
    agreed: ['Sorcha writes it up'],
    note: `${leaver} opened, Freya closed.`,
  });
  await recordSession(hand, {
    kind: 'Clinical',
    people: [leaver],
    date: '12/03/2019',
    next: '12/06/2019',
    agreed: ['Swap the Thursday clinic'],
  });
  await openPerson(hand, leaver);
  await leave(hand, '01/05/2019');
  return { ...secrets, hand };
}

/** Every file of the profile that a name could be read in, sealed or not. */
async function filesThatHold(app: AppHost, words: string): Promise<readonly string[]> {
  const entries = await readdir(app.userDataDir, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'))) holding.push(entry.name);
  }
  return holding;
}

test('a leaver is held, released and erased; the group stays without them; the log names nobody', async ({
  app,
  page,
  launchApp,
  secrets,
}) => {
  const { hand, passphrase } = await setUpTeam(app, secrets);
  await backUpNow(hand);
  await openCare(hand, 'Keeping and erasing');
  await expect(main(page).getByRole('heading', { name: 'Due: 1' })).toBeVisible();
  await expect(row(page, leaver)).toContainText('Time over since 1 May 2025');

  await test.step('on hold, nothing can be erased', async () => {
    await putOnHold(hand, leaver, 'Complaint or grievance');
    await expect(main(page).getByRole('list', { name: 'Due, the longest first' })).toContainText('On hold');
    await expect(main(page).getByRole('link', { name: `Look at erasing ${leaver}` })).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: `Lift the hold: ${leaver}` }));
    await expectToast(page, 'Hold lifted.');
  });

  await hand.press(main(page).getByRole('link', { name: `Look at erasing ${leaver}` }));
  await expectHeading(page, `Erase ${leaver}`);
  await test.step('what would go, what changes, what stays', async () => {
    await expect(main(page).getByText(/^Their own details, 1 supervision record,/)).toBeVisible();
    await expect(main(page).getByRole('heading', { name: 'What others share: 1' })).toBeVisible();
    await hand.press(main(page).getByText('Supervision record: what changes'));
    await expect(main(page).getByText('(name removed) writes it up')).toBeVisible();
    await expect(main(page).getByText(/^The backup in the folder gets a new key file at once/)).toBeVisible();
  });
  await test.step('another name does not do', async () => {
    await hand.fill(field(page, 'Type the name to confirm'), stayer);
    await hand.press(page.getByRole('button', { name: 'Erase for good' }));
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
      'Type the name as it stands above',
    );
  });
  await hand.fill(field(page, 'Type the name to confirm'), leaver.toLowerCase());
  await hand.press(page.getByRole('button', { name: 'Erase for good' }));
  await expectHeading(page, 'Keeping and erasing');
  await expectToast(page, 'Erased. 2 records are gone, 1 was saved again without the person.');
  await expect(main(page).getByRole('heading', { name: 'Nothing is due' })).toBeVisible();

  await test.step('no page names them any more', async () => {
    for (const place of ['Today', 'People', 'Supervision', 'Actions'] as const) {
      await goTo(hand, place);
      await expect(main(page)).not.toContainText(/Sorcha|Quendale/);
    }
    await openPerson(hand, stayer);
    await hand.press(
      main(page)
        .getByRole('link', { name: /Reflective group/ })
        .first(),
    );
    await expect(main(page).getByText('(name removed) opened, Freya closed.')).toBeVisible();
    await expect(main(page)).not.toContainText(/Sorcha|Quendale/);
    await openCare(hand, 'Activity log');
    await expect(main(page).getByRole('table', { name: /newest first/ })).toContainText('Erased person');
    await expect(main(page).getByRole('table', { name: /newest first/ })).not.toContainText(
      /Sorcha|Quendale/,
    );
    await openCare(hand, 'Deleted items');
    await expect(main(page)).not.toContainText(/Sorcha|Quendale/);
  });

  await test.step('the destruction log has classes, counts, days and reasons', async () => {
    await openCare(hand, 'Keeping and erasing');
    await hand.press(main(page).getByRole('link', { name: 'See it all' }));
    await expectHeading(page, 'Destruction log');
    const table = main(page).getByRole('table', { name: '2 lines, newest first' });
    expect((await tableRows(table)).map(([, what, count, why]) => [what, count, why])).toEqual([
      ['Supervision records', '1', 'Kept for as long as the rules say'],
      ['People’s own details', '1', 'Kept for as long as the rules say'],
    ]);
  });

  await test.step('an earlier backup still opens, with everybody else in it', async () => {
    await openCare(hand, 'Backups');
    await hand.press(main(page).getByRole('link', { name: 'Prove a backup' }));
    await openWith(hand, 'Passphrase', passphrase, 'Prove it');
    await expect(main(page).getByText('Proven: this backup opens')).toBeVisible({ timeout: lockTimeout });
  });

  await app.quit();
  expect(await filesThatHold(app, 'Quendale')).toEqual([]);
  const again = await launchApp(app.userDataDir);
  await unlock(again.page, passphrase);
  await openCare(handOf(again.page, 'mouse'), 'Safety check');
  await again.page.getByRole('button', { name: 'Check now' }).click();
  await expect(again.page.getByText('Everything is whole')).toBeVisible({ timeout: 60_000 });
});

test('times are settable, and what is due follows', async ({ app, page, secrets }) => {
  const { hand } = await setUpTeam(app, secrets);
  await openCare(hand, 'Keeping and erasing');
  const own = field(page, 'People’s own details');
  await hand.fill(own, '6 years');
  await hand.press(page.getByRole('button', { name: 'Save times' }));
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toContainText('Enter whole months, from 1 to 1,200, or leave it empty');
  await expect(own).toHaveAttribute('aria-invalid', 'true');
  await hand.fill(own, '');
  await hand.fill(field(page, 'Supervision records'), '12');
  await hand.press(page.getByRole('button', { name: 'Save times' }));
  await expectToast(page, 'Saved. The list of what is due follows.');
  await expect(row(page, '1 supervision record. Time over since 1 May 2020')).toContainText(leaver);

  await hand.press(page.getByRole('button', { name: `Delete for good: ${leaver}` }));
  const dialog = page.getByRole('dialog', { name: 'Delete for good?' });
  await hand.press(dialog.getByRole('button', { name: 'Delete for good' }));
  await expectToast(page, 'Gone for good: 1 supervision record. It is in the destruction log.');
  await expect(main(page).getByRole('heading', { name: 'Nothing is due' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/supervision/sessions';
  });
  await expectHeading(page, 'Sessions');
  // The group that they were in is not due, and stays.
  await expect(main(page).getByRole('link', { name: 'Group of 2' })).toBeVisible();
  await expect(main(page).getByRole('link', { name: leaver })).toHaveCount(0);
});

test('somebody still in post cannot be erased; one who left may be, on request', async ({
  app,
  page,
  secrets,
}) => {
  const { hand } = await setUpTeam(app, secrets);
  await openPerson(hand, stayer);
  const id = new URL(page.url()).hash.split('/').at(-1) ?? '';
  await page.evaluate((to) => {
    location.hash = to;
  }, `#/settings/keeping/erase/${id}`);
  await expect(main(page).getByText('This person is still here')).toBeVisible();
  await expect(main(page).getByRole('button', { name: 'Erase for good' })).toHaveCount(0);
  await openPerson(hand, stayer);
  await leave(hand, 'yesterday');
  await openCare(hand, 'Keeping and erasing');
  await hand.pick(page.getByRole('combobox', { name: 'Who left' }), stayer);
  await hand.press(page.getByRole('button', { name: 'Look at what would go' }));
  await expectHeading(page, `Erase ${stayer}`);
  await hand.fill(field(page, 'Type the name to confirm'), stayer);
  await hand.press(page.getByRole('button', { name: 'Erase for good' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('Choose a reason');
  await hand.select(page.getByLabel('Why', { exact: true }), 'The person asked, and it was agreed');
  await hand.press(page.getByRole('button', { name: 'Erase for good' }));
  await expectToast(page, /^Erased\. /);
});
