/** Looking after the records as a person does: earlier versions, Deleted items, the check, backups, the log. */
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppHost, expect, test } from '../fixtures.js';
import {
  backUpNow,
  changePerson,
  checkNow,
  openCare,
  openHistory,
  openWith,
  row,
} from '../page-models/care.js';
import { lockTimeout, typePassphrase, unlock } from '../page-models/first-run.js';
import { addPerson, openPerson } from '../page-models/people.js';
import { expectHeading, expectToast, field, goTo, main, tableRows } from '../page-models/places.js';
import { createAxeWalk } from '../support/axe.js';
import { type Hand, handOf } from '../support/hand.js';
import { goTo as goToRoute } from '../support/places.js';
import type { Secrets } from '../support/ready-vault.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const ailsa = {
  name: 'Ailsa Munro',
  role: 'Key worker',
  engagement: 'Staff',
  team: 'Recovery hub',
  startDate: '03/02/2025',
} as const;

async function setUpWithAilsa(app: AppHost, secrets: Secrets, by: 'keyboard' | 'mouse' = 'mouse') {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(app.page, by);
  await addPerson(hand, ailsa);
  return { ...secrets, hand };
}

async function expectRole(hand: Hand, role: string): Promise<void> {
  await openPerson(hand, ailsa.name);
  await expect(main(hand.page).getByRole('definition').filter({ hasText: role }).first()).toBeVisible();
}

const backupFolder = (app: AppHost): string => join(app.userDataDir, 'backups');
async function backupsOnDisk(app: AppHost): Promise<readonly string[]> {
  return (await readdir(backupFolder(app))).filter((name) => name.endsWith('.stb')).sort();
}

for (const by of ['mouse', 'keyboard'] as const) {
  test(`an earlier version is shown and brought back, by ${by}`, async ({ app, page, secrets }) => {
    const { hand } = await setUpWithAilsa(app, secrets, by);
    await changePerson(hand, 'Role', 'Team lead');
    await openHistory(hand);
    const versions = main(page).getByRole('list', { name: 'Versions, newest first' });
    await expect(versions.getByRole('listitem')).toHaveCount(2);
    const changed = versions.getByText('Changed: Role');
    await hand.press(changed);
    await expect(versions.getByText('Key worker')).toBeVisible();
    await expect(versions.getByText('Team lead')).toBeVisible();

    await hand.press(main(page).getByRole('button', { name: /^Bring this version back/ }));
    await expectToast(page, 'Brought back, as the newest version.');
    await expect(versions.getByRole('listitem')).toHaveCount(3);
    await expectRole(hand, 'Key worker');
    await openHistory(hand);
    await expect(versions.getByText('The same as it is now.')).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expectToast(page, 'As it was before.');
    await expectRole(hand, 'Team lead');
  });
}

test('what was deleted comes back after a restart, or goes for good', async ({
  app,
  page,
  launchApp,
  secrets,
}) => {
  const { hand, passphrase } = await setUpWithAilsa(app, secrets);
  await hand.press(main(page).getByRole('button', { name: 'Delete', exact: true }));
  await expectToast(page, 'You can bring it back from Deleted items for 30 days.');
  await app.quit();

  const again = await launchApp(app.userDataDir);
  await unlock(again.page, passphrase);
  const after = handOf(again.page, 'mouse');
  await openCare(after, 'Deleted items');
  await expect(row(again.page, ailsa.name)).toContainText('30 days left');
  await after.press(again.page.getByRole('button', { name: `Bring back: ${ailsa.name}` }));
  await expectToast(again.page, 'Brought back.');
  await expect(main(again.page).getByText('Nothing was deleted in the last 30 days')).toBeVisible();
  await openPerson(after, ailsa.name);

  await after.press(main(again.page).getByRole('button', { name: 'Delete', exact: true }));
  await expectToast(again.page, 'Person deleted.');
  await openCare(after, 'Deleted items');
  await after.press(again.page.getByRole('button', { name: `Delete for good: ${ailsa.name}` }));
  const dialog = again.page.getByRole('dialog', { name: 'Delete for good?' });
  await expect(dialog).toContainText('This cannot be undone.');
  await expect(dialog).toContainText('Backups made before today still hold it');
  await again.page.keyboard.press('Escape');
  await expect(row(again.page, ailsa.name)).toHaveCount(1);
  await after.press(again.page.getByRole('button', { name: `Delete for good: ${ailsa.name}` }));
  await after.press(dialog.getByRole('button', { name: 'Delete for good' }));
  await expectToast(again.page, 'Deleted for good.');
  await expect(main(again.page).getByText('Nothing was deleted in the last 30 days')).toBeVisible();
  await again.quit();
  const last = await launchApp(app.userDataDir);
  await unlock(last.page, passphrase);
  await openCare(handOf(last.page, 'mouse'), 'Deleted items');
  await expect(main(last.page).getByText('Nothing was deleted in the last 30 days')).toBeVisible();
});

test('the safety check says that all is whole, and what was damaged and put right', async ({
  app,
  page,
  secrets,
}) => {
  const { hand } = await setUpWithAilsa(app, secrets);
  await openCare(hand, 'Safety check');
  await expect(main(page).getByText('Not checked by hand yet.')).toBeVisible();
  await checkNow(hand);
  await expect(main(page).getByText('Everything is whole')).toBeVisible();
  await expect(main(page).getByText(/^Last checked today/)).toBeVisible();

  const ring = join(app.userDataDir, 'vault', 'ring-1.str');
  const bytes = await readFile(ring);
  bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
  await writeFile(ring, bytes);
  await checkNow(hand);
  const found = main(page).getByRole('list', { name: 'Findings, the ones to act on first' });
  await expect(found).toContainText(
    'The key file was damaged or changed. It is put right from its second copy.',
  );
  await checkNow(hand);
  await expect(main(page).getByText('Everything is whole')).toBeVisible();
});

test('an older copy of the records is noticed, and may be gone on with', async ({
  app,
  launchApp,
  secrets,
}) => {
  const { passphrase } = await setUpWithAilsa(app, secrets);
  await app.quit();
  const vault = join(app.userDataDir, 'vault');
  const older = `${vault}-older`;
  await cp(vault, older, { recursive: true });
  const newer = await launchApp(app.userDataDir);
  await unlock(newer.page, passphrase);
  await openPerson(handOf(newer.page, 'mouse'), ailsa.name);
  await changePerson(handOf(newer.page, 'mouse'), 'Role', 'Team lead');
  await newer.quit();
  await rm(vault, { recursive: true });
  await cp(older, vault, { recursive: true });
  // The quick copy would bring the newer state back: the whole profile is put back, not the files alone.
  const entries = await readdir(app.userDataDir, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory() && entry.name === 'IndexedDB') {
      await rm(join(entry.parentPath, entry.name), { recursive: true });
    }
  }

  const back = await launchApp(app.userDataDir);
  await unlock(back.page, passphrase);
  const questionOn = (shown: AppHost) =>
    shown.page.getByText('This copy is older than the one last used on this computer');
  await expect(questionOn(back)).toBeVisible();
  const hand = handOf(back.page, 'mouse');
  await hand.press(back.page.getByRole('button', { name: 'Go on with this copy' }));
  await expect(questionOn(back)).toHaveCount(0);
  await expectRole(hand, 'Key worker');
  await back.quit();
  const last = await launchApp(app.userDataDir);
  await unlock(last.page, passphrase);
  await expect(questionOn(last)).toHaveCount(0);
});

test('a backup is made, proven with the passphrase and with the kit, and a foreign file is refused', async ({
  app,
  page,
  secrets,
}) => {
  const { hand, passphrase, code } = await setUpWithAilsa(app, secrets);
  await backUpNow(hand);
  await expect(main(page).getByText('They are on this laptop only')).toBeVisible();
  const [made] = await backupsOnDisk(app);
  expect(made).toMatch(/^steading-\d{8}-\d{6}-[0-9a-f]{8}\.stb$/);

  await test.step('how many stay', async () => {
    await hand.fill(field(page, 'Days'), '0');
    await hand.press(page.getByRole('button', { name: 'Save numbers' }));
    await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
      'Days: enter a whole number from 1 to 60',
    );
    await hand.fill(field(page, 'Days'), '14');
    await hand.press(page.getByRole('button', { name: 'Save numbers' }));
    await expectToast(page, 'Saved. It counts from the next backup on.');
  });

  await hand.press(main(page).getByRole('link', { name: 'Prove a backup' }));
  await expectHeading(page, 'Prove a backup');
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await test.step('nothing typed', async () => {
    await hand.press(page.getByRole('button', { name: 'Prove it' }));
    await expect(summary).toContainText('Type the passphrase');
    await expect(summary).toBeFocused();
  });
  await test.step('a wrong passphrase', async () => {
    await openWith(hand, 'Passphrase', 'not this one at all', 'Prove it');
    await expect(summary).toContainText('That passphrase did not open this backup.', {
      timeout: lockTimeout,
    });
  });
  const proven = main(page).getByText('Proven: this backup opens');
  await test.step('the passphrase', async () => {
    await openWith(hand, 'Passphrase', passphrase, 'Prove it');
    await expect(proven).toBeVisible({ timeout: lockTimeout });
    await expect(main(page).getByRole('list', { name: 'What is in it' })).toContainText('1 person');
    await expect(page.getByRole('textbox', { name: 'Passphrase of that day' })).toHaveValue('');
  });
  await test.step('the kit', async () => {
    await openWith(hand, 'Recovery code', code.toLowerCase(), 'Prove it');
    await expect(proven).toBeVisible({ timeout: lockTimeout });
  });
  await test.step('a foreign file', async () => {
    const foreign = join(backupFolder(app), 'steading-20200101-000000-00000000.stb');
    await writeFile(foreign, 'not a backup at all'.repeat(1000));
    await writeFile(foreign.replace(/stb$/, 'stbk'), 'nor its keys');
    await app.answerDialog({ kind: 'open', filePaths: [foreign] });
    await hand.press(page.getByRole('button', { name: 'Pick a file elsewhere' }));
    await openWith(hand, 'Passphrase', passphrase, 'Prove it');
    await expect(summary).toContainText('That file is not a Steading backup.', { timeout: lockTimeout });
  });
  await openCare(hand, 'Backups');
  await expect(row(page, 'Last proven')).toContainText('A backup was opened as a trial today.');
});

test('a backup is put back from the lock page', async ({ app, page, secrets }) => {
  const { hand, passphrase } = await setUpWithAilsa(app, secrets);
  await backUpNow(hand);
  await openPerson(hand, ailsa.name);
  await changePerson(hand, 'Role', 'Team lead');
  await page.keyboard.press('Control+l');
  await expectHeading(await app.livePage(), 'Steading is locked');
  const locked = handOf(app.page, 'mouse');
  await locked.press(app.page.getByRole('button', { name: 'Open a backup instead' }));
  await expectHeading(app.page, 'Open a backup instead');
  await openWith(locked, 'Passphrase', passphrase, 'Look into it');
  await expect(app.page.getByText('This backup opens')).toBeVisible({ timeout: lockTimeout });
  await expectHeading(app.page, 'Put this backup in place?');
  await locked.press(app.page.getByRole('button', { name: 'Put this backup in place' }));
  await expect(app.page.getByText('The backup is in place')).toBeVisible({ timeout: lockTimeout });
  await locked.press(app.page.getByRole('button', { name: 'Unlock it' }));
  await typePassphrase(app.page, passphrase);
  await expectRole(locked, 'Key worker');
});

test('the log says who was looked at, and leaves as ids only', async ({ app, page, secrets }) => {
  const { hand } = await setUpWithAilsa(app, secrets);
  await openPerson(hand, ailsa.name);
  await goTo(hand, 'Today');
  await openPerson(hand, ailsa.name);
  await openCare(hand, 'Activity log');
  const table = main(page).getByRole('table', { name: /newest first/ });
  const about = async (): Promise<readonly string[]> =>
    (await tableRows(table)).map(([, what = '', whom = '']) => `${what}: ${whom}`);
  // Twice within a quarter of an hour is once.
  expect((await about()).filter((line) => line === `Opened: ${ailsa.name}`)).toHaveLength(1);
  expect(await about()).toContain(`Saved: ${ailsa.name}`);

  await hand.select(page.getByLabel('What', { exact: true }), 'Locking and keys');
  expect((await about()).every((line) => !line.startsWith('Opened'))).toBe(true);
  await hand.press(page.getByRole('button', { name: 'Show everything' }));
  await hand.pick(page.getByRole('combobox', { name: /^About whom/ }), ailsa.name);
  expect((await about()).every((line) => line.endsWith(ailsa.name))).toBe(true);
  await expect(
    main(page)
      .getByRole('list', { name: /^Twelve words/ })
      .getByRole('listitem'),
  ).toHaveCount(12);

  const file = join(app.userDataDir, 'log.csv');
  await app.answerDialog({ kind: 'save', filePath: file });
  await hand.press(page.getByRole('button', { name: 'Save the log as CSV' }));
  await expectToast(page, 'Saved. That is in the log now, too.');
  const text = await readFile(file, 'utf8');
  expect(text).not.toMatch(/Ailsa|Munro|Key worker|Recovery hub/);
  expect(text).toMatch(/,view,person,[0-9a-f]{32},/);
  await hand.press(page.getByRole('button', { name: 'Show everything' }));
  await expect.poll(about).toContain('Saved as a file: 5 lines; the activity log');
});

test('every page of it has nothing for axe to find and fits 320 px', async ({ app, page, secrets }) => {
  const { hand } = await setUpWithAilsa(app, secrets);
  await changePerson(hand, 'Role', 'Team lead');
  await backUpNow(hand);
  await openPerson(hand, ailsa.name);
  const person = new URL(page.url()).hash.slice(1);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expectToast(page, 'Person deleted.');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectToast(page, 'Put back.');
  const walk = createAxeWalk();
  const wide: string[] = [];
  const look = async (path: string, act: () => Promise<void> = () => Promise.resolve()): Promise<void> => {
    await page.setViewportSize({ width: 1366, height: 900 });
    await goToRoute(page, path);
    await act();
    await walk.look(page, path);
    await page.setViewportSize({ width: 320, height: 640 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) wide.push(`${path}: ${over} px too wide`);
  };
  const press = (name: string) => async () => {
    await main(page).getByRole('button', { name, exact: true }).first().click();
    await page.waitForTimeout(300);
  };
  await look(`${person}/history`, async () => {
    await main(page).getByText('Changed: Role').click();
  });
  await look('/settings');
  await look('/settings/deleted');
  await look('/settings/backups');
  await look('/settings/backups/prove', press('Prove it'));
  await look('/settings/safety', press('Check now'));
  await look('/settings/log');
  await look('/settings/keeping', press('Put someone on hold'));
  await look('/settings/keeping', press('Put on hold'));
  await look('/settings/keeping/destroyed');
  await look('/settings/keeping/erase/00112233445566778899aabbccddeeff');
  await look(person.replace('/people/', '/settings/keeping/erase/'));
  expect(walk.report()).toEqual([]);
  expect(wide).toEqual([]);
});
