/** Files that are no backup of ours, folders that are odd, a clock that is wrong: told in words, and nothing is lost. */
import { copyFile, mkdir, open, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type AppHost, expect, test } from '../fixtures.js';
import { backUpNow, changePerson, openCare, openWith, row } from '../page-models/care.js';
import { lockTimeout, setUp, typePassphrase, unlock } from '../page-models/first-run.js';
import { lock } from '../page-models/locking.js';
import { addPerson, openPerson } from '../page-models/people.js';
import { expectHeading, expectToast, main, tableRows } from '../page-models/places.js';
import { setToday } from '../support/clock.js';
import { type Hand, handOf } from '../support/hand.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 300_000 });

const ailsa = {
  name: 'Ailsa Munro',
  role: 'Key worker',
  engagement: 'Staff',
  team: 'Recovery hub',
  startDate: '03/02/2025',
} as const;

const foreignWords = 'That file is not a Steading backup.';
const truncatedWords = 'That backup stops before its end';
const alteredWords = 'That backup is damaged or was changed after it was made';
const newerWords = 'That backup was made by a newer Steading.';

async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.stb')).sort();
}

async function newestIn(app: AppHost): Promise<string> {
  const folder = join(app.userDataDir, 'backups');
  const name = (await backupsIn(folder)).at(-1);
  if (name === undefined) throw new Error('There is no backup');
  return join(folder, name);
}

/** The most memory that main ever held, in MB; null where the system does not tell. */
function mostMemory(app: AppHost): number | null {
  if (process.platform !== 'linux') return null;
  const line = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'));
  return line === null ? null : Number(line[1]) / 1024;
}

test('files that are no whole backup are told as what they are, and a huge one at once', async ({
  app,
  page,
  secrets,
}) => {
  const { passphrase } = secrets;
  await unlock(app.page, passphrase);
  const hand = handOf(page, 'mouse');
  await backUpNow(hand);
  const whole = await newestIn(app);
  const bytes = await readFile(whole);
  const folder = join(app.userDataDir, 'stick');
  await mkdir(folder);
  /** As a person has it: the second file lies beside it, unless it is no backup at all. */
  const put = async (name: string, content: Uint8Array, hasKeys = true): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    if (hasKeys) await copyFile(`${whole}k`, `${path}k`);
    return path;
  };
  const changed = (at: number, value: (before: number) => number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at] = value(copy[at] ?? 0);
    return copy;
  };
  const huge = async (name: string, content: Uint8Array, hasKeys: boolean): Promise<string> => {
    const path = await put(name, content, hasKeys);
    await truncate(path, 5 * 1024 ** 3);
    return path;
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['a PDF', await put('holiday.stb', Buffer.from('%PDF-1.7\n'.repeat(500)), false), foreignWords],
    [
      'a PDF with keys beside it',
      await put('letter.stb', Buffer.from('%PDF-1.7\n'.repeat(500))),
      foreignWords,
    ],
    ['nothing', await put('empty.stb', new Uint8Array(0)), truncatedWords],
    ['nothing, and no second file', await put('empty-2.stb', new Uint8Array(0), false), truncatedWords],
    [
      'a newer version',
      await put(
        'newer.stb',
        changed(3, () => '2'.charCodeAt(0)),
      ),
      newerWords,
    ],
    ['one byte', await put('cut-1.stb', bytes.subarray(0, 1)), truncatedWords],
    ['a part of its head', await put('cut-2.stb', bytes.subarray(0, 100)), truncatedWords],
    ['the first half', await put('cut-3.stb', bytes.subarray(0, bytes.length >> 1)), truncatedWords],
    ['all but a byte', await put('cut-4.stb', bytes.subarray(0, -1)), truncatedWords],
    [
      'a flipped bit',
      await put(
        'flip.stb',
        changed(bytes.length - 200, (one) => one ^ 1),
      ),
      alteredWords,
    ],
    ['without its second file', await put('half.stb', bytes, false), truncatedWords],
    ['5 GB of nothing', await huge('huge.stb', new Uint8Array(0), false), foreignWords],
    ['5 GB behind a backup', await huge('huge-2.stb', bytes, true), alteredWords],
  ];
  await hand.press(main(page).getByRole('link', { name: 'Prove a backup' }));
  await expectHeading(page, 'Prove a backup');
  const summary = page.getByRole('group', { name: 'There is a problem' });
  const memoryBefore = mostMemory(app);
  for (const [what, path, words] of cases) {
    await test.step(what, async () => {
      await app.answerDialog({ kind: 'open', filePaths: [path] });
      await hand.press(page.getByRole('button', { name: 'Pick a file elsewhere' }));
      const askedAt = performance.now();
      await openWith(hand, 'Passphrase', passphrase, 'Prove it');
      await expect(summary).toContainText(words, { timeout: lockTimeout });
      // One derivation and no more: nobody waits for 5 GB.
      if (what.startsWith('5 GB')) expect(performance.now() - askedAt).toBeLessThan(20_000);
    });
  }
  const memoryAfter = mostMemory(app);
  if (memoryBefore !== null && memoryAfter !== null) expect(memoryAfter - memoryBefore).toBeLessThan(500);

  await test.step('and the whole one opens', async () => {
    await app.answerDialog({ kind: 'open', filePaths: [whole] });
    await hand.press(page.getByRole('button', { name: 'Pick a file elsewhere' }));
    await openWith(hand, 'Passphrase', passphrase, 'Prove it');
    await expect(main(page).getByText('Proven: this backup opens')).toBeVisible({ timeout: lockTimeout });
  });
});

test('a backup of another vault is told, put in place if one wants it, and what it replaced can be deleted', async ({
  app,
  launchApp,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(app.page, 'mouse');
  await addPerson(hand, ailsa);
  const others = join(app.userDataDir, 'others');
  const other = await launchApp(others);
  const { passphrase } = await setUp(other, { passphrase: 'seven tides under the old pier' });
  await backUpNow(handOf(other.page, 'mouse'));
  const theirs = await newestIn(other);
  await other.quit();

  await lock(app.page);
  await hand.press(app.page.getByRole('button', { name: 'Open a backup instead' }));
  await expectHeading(app.page, 'Open a backup instead');
  await app.answerDialog({ kind: 'open', filePaths: [theirs] });
  await hand.press(app.page.getByRole('button', { name: 'Pick a file elsewhere' }));
  await openWith(hand, 'Passphrase', passphrase, 'Look into it');
  await expect(
    app.page.getByText('This backup holds other records than the ones on this computer.'),
  ).toBeVisible({ timeout: lockTimeout });
  await hand.press(app.page.getByRole('button', { name: 'Put this backup in place' }));
  await expect(app.page.getByText('The backup is in place')).toBeVisible({ timeout: lockTimeout });
  await hand.press(app.page.getByRole('button', { name: 'Unlock it' }));
  await unlock(app.page, passphrase);

  const aside = async (): Promise<readonly string[]> =>
    (await readdir(app.userDataDir)).filter((name) => name.startsWith('vault-'));
  expect(await aside()).toEqual(['vault-replaced-1']);
  const note = main(app.page).getByText('Older records from before a restore are still on this laptop');
  await app.page.keyboard.press('Control+,');
  await expect(note).toBeVisible();
  await openCare(hand, 'Backups');
  await expect(note).toBeVisible();
  await hand.press(main(app.page).getByRole('button', { name: 'Delete the older records' }));
  const dialog = app.page.getByRole('dialog', { name: 'Delete the older records?' });
  await hand.press(dialog.getByRole('button', { name: 'Keep them for now' }));
  expect(await aside()).toEqual(['vault-replaced-1']);
  await hand.press(main(app.page).getByRole('button', { name: 'Delete the older records' }));
  await hand.press(dialog.getByRole('button', { name: 'Delete for good' }));
  await expectToast(app.page, 'The older records are deleted.');
  await expect(note).toHaveCount(0);
  expect(await aside()).toEqual([]);
});

test('a second copy of the app on the same vault is told so, and goes on when the first has ended', async ({
  app,
  launchApp,
  secrets,
}) => {
  const { passphrase } = secrets;
  await unlock(app.page, passphrase);
  // The app has one folder for each profile: another profile reaches this vault only by a link.
  const second = join(app.userDataDir, 'second');
  await mkdir(second);
  await symlink(join(app.userDataDir, 'vault'), join(second, 'vault'));
  const other = await launchApp(second);
  await expectHeading(other.page, 'Steading cannot open yet');
  await expect(other.page.getByRole('alert')).toContainText('Steading is already open with these records');
  await addPerson(handOf(app.page, 'mouse'), ailsa);
  await handOf(other.page, 'mouse').press(other.page.getByRole('button', { name: 'Look again' }));
  await expect(other.page.getByRole('alert')).toContainText('Nothing was changed.');

  await app.quit();
  await handOf(other.page, 'mouse').press(other.page.getByRole('button', { name: 'Look again' }));
  await unlock(other.page, passphrase);
  await openPerson(handOf(other.page, 'mouse'), ailsa.name);
});

/** What the log says, oldest first, without what was only looked at. */
async function logLines(hand: Hand): Promise<readonly string[]> {
  await openCare(hand, 'Activity log');
  const table = main(hand.page).getByRole('table', { name: /newest first/ });
  return (await tableRows(table)).map(([, what = '']) => what).reverse();
}

test.describe(() => {
  // Set up on a day of its own, which the ready vault was not.
  test.use({ profile: 'fresh' });

  test('the clock put back a year: records save, the log keeps its order, no backup goes', async ({
    app,
    launchApp,
  }) => {
    await setToday(app.page, '2026-06-08');
    const { passphrase } = await setUp(app);
    const hand = handOf(app.page, 'mouse');
    await addPerson(hand, ailsa);
    await backUpNow(hand);
    const before = await logLines(hand);
    await app.quit();
    const folder = join(app.userDataDir, 'backups');
    const [later] = await backupsIn(folder);

    const again = await launchApp(app.userDataDir);
    await setToday(again.page, '2025-06-08');
    await unlock(again.page, passphrase);
    const back = handOf(again.page, 'mouse');
    await openPerson(back, ailsa.name);
    await changePerson(back, 'Role', 'Team lead');
    await backUpNow(back);
    const [earlier, ...rest] = await backupsIn(folder);
    expect(earlier).toMatch(/^steading-20250608-/);
    expect(rest).toEqual([later]);
    await expect(row(again.page, 'Last made')).toBeVisible();
    const after = await logLines(back);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toEqual(
      expect.arrayContaining(['Unlocked with the passphrase', 'Saved', 'Backup made']),
    );
    await openCare(back, 'Safety check');
    await back.press(main(again.page).getByRole('button', { name: 'Check now' }));
    await expect(main(again.page).getByText('Everything is whole')).toBeVisible({ timeout: 60_000 });
  });
});

/** Chooses a folder for the backups, on the page about them. */
async function chooseFolder(app: AppHost, page: Page, folder: string): Promise<void> {
  await app.answerDialog({ kind: 'open', filePaths: [folder] });
  await main(page).getByRole('button', { name: 'Choose a folder' }).click();
}

test('backup folders with spaces, signs of every sort and a path of more than 300 characters', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  // Beside the profile, because the app takes none of its own folders; the fixture clears it away.
  const base = `${app.userDataDir}-appdata`;
  const names = [
    'My  backups, old & new',
    'Sicherung 🛟 👩‍👧 日本',
    "it's 100 % #1 [x] (y) $HOME `z` é",
    join(...['long '.repeat(20).trim(), 'folder '.repeat(20).trim(), 'names '.repeat(20).trim()]),
  ];
  await openCare(hand, 'Backups');
  for (const name of names) {
    const folder = join(base, name);
    await mkdir(folder, { recursive: true });
    await chooseFolder(app, page, folder);
    await expect(row(page, folder.split('/').at(-1)?.replace(/ +/g, ' ') ?? '')).toContainText('Ready');
    await backUpNow(hand);
    expect(await backupsIn(folder), name).toHaveLength(1);
  }
  expect(join(base, names.at(-1) ?? '').length).toBeGreaterThan(300);

  await test.step('a file in place of a folder, and one of the app’s own', async () => {
    const file = join(base, 'a file');
    await (await open(file, 'w')).close();
    for (const wrong of [file, join(app.userDataDir, 'vault')]) {
      await chooseFolder(app, page, wrong);
      await expect(main(page).getByText('The folder stays as it was')).toBeVisible();
    }
    const last = join(base, names.at(-1) ?? '');
    const before = await backupsIn(last);
    await openCare(hand, 'Backups');
    await backUpNow(hand);
    // Within one hour the newer one takes the place of the one before.
    const after = await backupsIn(last);
    expect(after).toHaveLength(1);
    expect(after).not.toEqual(before);
  });
});

test('a recovery kit and a passphrase are replaced only by who knows the passphrase of now', async ({
  app,
  page,
  secrets,
}) => {
  const { passphrase, code } = secrets;
  await unlock(app.page, passphrase);
  const hand = handOf(page, 'mouse');
  const now = page.getByRole('textbox', { name: 'Passphrase you use now' });
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await page.keyboard.press('Control+,');
  await hand.press(page.getByRole('link', { name: 'Change the passphrase' }));
  await expectHeading(page, 'Change the passphrase');
  const goOn = page.getByRole('button', { name: 'Choose a new one' });
  await hand.press(goOn);
  await expect(summary).toContainText('Type the passphrase you use now');
  await hand.fill(now, 'not this one at all');
  await hand.press(goOn);
  await expect(summary).toContainText('That is not the passphrase you use now. Nothing was changed', {
    timeout: lockTimeout,
  });
  await expect(now).toHaveAttribute('aria-invalid', 'true');
  await expect(now).toHaveValue('not this one at all');
  await expect(page.getByRole('radio', { name: /Type my own/ })).toHaveCount(0);
  await hand.fill(now, passphrase);
  await hand.press(goOn);
  const words = page.getByRole('list', { name: 'Your six words' }).getByRole('listitem');
  await expect(words).toHaveCount(6, { timeout: lockTimeout });
  const fresh = (await words.allTextContents()).map((word) => word.replace(/^\d/, '')).join(' ');
  await page.keyboard.press('Enter');
  await expectToast(page, 'The new passphrase is set.');

  await test.step('a new kit asks for the new one', async () => {
    await hand.press(page.getByRole('link', { name: 'Make new recovery kit' }));
    await expectHeading(page, 'New recovery kit');
    await hand.fill(now, passphrase);
    await hand.press(page.getByRole('button', { name: 'Go on' }));
    await expect(summary).toContainText('Nothing was changed', { timeout: lockTimeout });
    await hand.fill(now, fresh);
    await hand.press(page.getByRole('button', { name: 'Go on' }));
    await expect(page.getByText('The old kit stops working at once')).toBeVisible({ timeout: lockTimeout });
    await hand.press(page.getByRole('link', { name: 'Keep the old one' }));
    await expectHeading(page, 'Settings');
  });
  await test.step('the log says what was refused, and the old kit still opens', async () => {
    expect((await logLines(hand)).filter((line) => line.startsWith('A passphrase or code'))).toHaveLength(2);
    await lock(page);
    await typePassphrase(page, passphrase);
    await expect(page.getByText('That passphrase did not open this file.').first()).toBeVisible({
      timeout: lockTimeout,
    });
    await hand.press(page.getByRole('button', { name: 'Use the recovery kit' }));
    await hand.fill(page.getByRole('textbox', { name: 'Recovery code' }), code);
    await hand.press(page.getByRole('button', { name: 'Use this code' }));
    await expectHeading(page, 'Choose a new passphrase');
  });
});
