/**
 * A list of a system with headings of its own: matched once, brought in again without asking and without doubles, and
 * taken back whole, but for what somebody changed since.
 */
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { bringIn, checkFile, openBroughtIn, takeBack } from '../page-models/imports.js';
import { openPeopleImport, openPerson } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main } from '../page-models/places.js';
import { handOf } from '../support/hand.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 300_000 });

const file = (rows: readonly string[]) => ({
  name: 'rota system.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Mitarbeiter,Funktion,Gruppe,Eintritt', ...rows].join('\r\n')),
});
const rows = [
  'Una Test,Nurse,Day,01/02/2024',
  'Otto Test,Nurse,Day,02/03/2023',
  'Ida Test,Nurse,Night,03/04/2022',
];
const columns = [
  ['Name', 'Mitarbeiter'],
  ['Role', 'Funktion'],
  ['Team', 'Gruppe'],
  ['Start date', 'Eintritt'],
] as const;

test('columns are chosen once, and an import goes back whole but for what was changed since', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  const before = await peopleHere();

  async function peopleHere(): Promise<number> {
    await goTo(hand, 'People');
    const list = main(page).getByRole('list', { name: 'People in post' });
    return (await list.isVisible()) ? list.getByRole('listitem').count() : 0;
  }

  await test.step('the first time, each column is chosen', async () => {
    await openPeopleImport(hand);
    await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), file(rows));
    await expect(page.getByText('Change what does not fit.')).toBeVisible();
    for (const [ours, theirs] of columns) await hand.select(combo(page, ours), theirs);
    await hand.press(page.getByRole('button', { name: 'Check these rows' }));
    await bringIn(hand, '3 people');
    expect(await peopleHere()).toBe(before + 3);
  });

  await test.step('the second time they are as they were, and nothing is doubled', async () => {
    await openPeopleImport(hand);
    const longer = file(['Max Test,Cook,Day,05/06/2025', ...rows]);
    await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), longer);
    await expect(page.getByText(/Columns as last time, \d+ \w+ \d{4}\. Change them below\./)).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Check these rows' }));
    await bringIn(hand, '1 person');
    expect(await peopleHere()).toBe(before + 4);
  });

  await test.step('somebody is changed by hand', async () => {
    await openPerson(hand, 'Otto Test');
    await hand.press(
      main(page)
        .getByRole('link', { name: /^Change/ })
        .first(),
    );
    await hand.fill(field(page, 'Role'), 'Charge nurse');
    await hand.press(page.getByRole('button', { name: 'Save person' }));
    await expectHeading(page, 'Otto Test');
  });

  await test.step('the first import goes back: two of three, and it says which reason keeps the third', async () => {
    await openBroughtIn(hand);
    const list = page.getByRole('list', { name: 'Files that were brought in, newest first' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await expect(list.getByRole('listitem').last()).toContainText('3 new · rota system.csv');
    await takeBack(hand, list.getByRole('listitem').last());
    const told = main(page).getByRole('status').filter({ hasText: 'Taken back in part' });
    await expect(told).toBeFocused();
    await expect(told).toContainText(
      '2 people were taken back. 1 person stays: changed since the import. To undo this, bring the file in again.',
    );
    await expect(list.getByRole('listitem').last()).toContainText(
      '1 person stays: changed since the import.',
    );
    await expect(list.getByRole('listitem').last().getByRole('button')).toHaveCount(0);
    expect(await peopleHere()).toBe(before + 2);
    await openPerson(hand, 'Otto Test');
    await expect(main(page).getByText('Charge nurse').first()).toBeVisible();
  });

  await test.step('bringing the file in again undoes that', async () => {
    await openPeopleImport(hand);
    await checkFile(hand, file(rows), 'Ida Test');
    await hand.press(page.getByRole('button', { name: 'Bring in 3 people', exact: true }));
    await expect(page.getByText('2 people brought in')).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Undo this import' }));
    await expect(page.getByText('The import is undone')).toBeVisible();
    expect(await peopleHere()).toBe(before + 2);
  });

  await test.step('the columns can be forgotten', async () => {
    await openBroughtIn(hand);
    await hand.press(page.getByRole('button', { name: /^Forget these columns: People/ }));
    await expectToast(page, 'Columns forgotten.');
    await openPeopleImport(hand);
    await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), file(rows));
    await expect(page.getByText('Change what does not fit.')).toBeVisible();
  });
});
