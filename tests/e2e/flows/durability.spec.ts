/** What said "Saved" is there after the worst, and what happened is told in calm words. */
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type AppHost, expect, test } from '../fixtures.js';
import {
  choosePassphrase,
  keepKit,
  lockTimeout,
  nameService,
  ordinaryPassphrase,
  setUp,
  typeNewPassphrase,
  typePassphrase,
  unlock,
} from '../page-models/first-run.js';
import { openPerson } from '../page-models/people.js';
import { expectHeading, expectToast, field, goTo, main } from '../page-models/places.js';
import {
  deleteIndexedDb,
  deleteIndexedDbManifests,
  headerFile,
  journalFile,
  journalSize,
  quarantined,
} from '../support/disk.js';
import { type Hand, handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

const wrongPassphraseWords = 'That passphrase did not open this file. Check Caps Lock.';

/** Types a person and presses Save; answers the moment that the app says "Saved". */
async function savePerson(hand: Hand, name: string): Promise<void> {
  const { page } = hand;
  await goTo(hand, 'People');
  await hand.press(main(page).getByRole('link', { name: 'Add a person' }));
  await hand.fill(field(page, 'Name'), name);
  await hand.fill(field(page, 'Role'), 'Key worker');
  await hand.fill(field(page, 'Start date'), '03/02/2025');
  await hand.press(page.getByRole('button', { name: 'Save person' }));
  await expectToast(page, 'Saved. You can record their supervision now.');
}

async function expectPeople(page: Page, names: readonly string[]): Promise<void> {
  const hand = handOf(page, 'mouse');
  for (const name of names) await openPerson(hand, name);
}

/** Starts the app again on the same profile and opens it. */
async function reopen(
  app: AppHost,
  launchApp: (folder: string) => Promise<AppHost>,
  passphrase: string,
): Promise<AppHost> {
  const again = await launchApp(app.userDataDir);
  await unlock(again.page, passphrase);
  return again;
}

test('killed at “Saved”, with the database folder gone too: the record is there', async ({
  app,
  launchApp,
}) => {
  const { passphrase } = await setUp(app);
  await savePerson(handOf(app.page, 'mouse'), 'Iseabail Drever');
  await app.crash();
  expect(await deleteIndexedDb(app)).toBeGreaterThan(0);

  const again = await reopen(app, launchApp, passphrase);
  await expect(
    again.page.getByText(/^The quick copy on this laptop was missing\. Everything was put back/),
  ).toBeVisible();
  await expectPeople(again.page, ['Iseabail Drever']);
});

test('a database that Chromium can neither open nor delete is made anew, once', async ({
  app,
  launchApp,
}) => {
  const { passphrase } = await setUp(app);
  await savePerson(handOf(app.page, 'mouse'), 'Iseabail Drever');
  await app.quit();
  expect(await deleteIndexedDbManifests(app)).toBeGreaterThan(0);
  const told = /^The quick copy on this laptop was missing\. Everything was put back/;

  const again = await reopen(app, launchApp, passphrase);
  await expect(again.page.getByText(told)).toBeVisible();
  await expectPeople(again.page, ['Iseabail Drever']);
  await again.quit();
  const last = await reopen(app, launchApp, passphrase);
  await expectPeople(last.page, ['Iseabail Drever']);
  await expect(last.page.getByText(told)).toHaveCount(0);
});

test('a last write cut short is set aside, and every record that was saved opens', async ({
  app,
  launchApp,
}) => {
  const { passphrase } = await setUp(app);
  await savePerson(handOf(app.page, 'mouse'), 'Iseabail Drever');
  await app.crash();
  const told = /^The last write .*, so it was set aside\. /;

  let current = await test.step('bytes of a write that never ended', async () => {
    const size = await journalSize(app);
    await appendFile(await journalFile(app), Buffer.alloc(57, 0x5a));
    const again = await reopen(app, launchApp, passphrase);
    await expect(again.page.getByText(told)).toBeVisible();
    await expectPeople(again.page, ['Iseabail Drever']);
    expect(await quarantined(again)).toHaveLength(1);
    // Nothing of it is left in front of what was written since (the log notes the unlock).
    expect(await journalSize(again)).toBeGreaterThanOrEqual(size);
    await savePerson(handOf(again.page, 'mouse'), 'Struan Halcro');
    return again;
  });

  await test.step('the end of the last frame is missing', async () => {
    await current.crash();
    await truncate(await journalFile(current), (await journalSize(current)) - 7);
    current = await reopen(current, launchApp, passphrase);
    await expect(current.page.getByText(told)).toBeVisible();
    await expectPeople(current.page, ['Iseabail Drever', 'Struan Halcro']);
    await savePerson(handOf(current.page, 'mouse'), 'Ranald Yorston');
  });

  await test.step('and the journal is whole again', async () => {
    await current.quit();
    const last = await reopen(current, launchApp, passphrase);
    await expectPeople(last.page, ['Iseabail Drever', 'Struan Halcro', 'Ranald Yorston']);
    await expect(last.page.getByText(told)).toHaveCount(0);
  });
});

test('a damaged key file has words of its own, and nothing is lost once it is put back', async ({
  app,
  launchApp,
}) => {
  const { passphrase } = await setUp(app);
  await savePerson(handOf(app.page, 'mouse'), 'Iseabail Drever');
  await app.quit();
  const whole = await readFile(headerFile(app));
  const damaged = Buffer.from(whole);
  const middle = Math.floor(damaged.length / 2);
  damaged[middle] = (damaged[middle] ?? 0) ^ 0xff;
  await writeFile(headerFile(app), damaged);

  const again = await launchApp(app.userDataDir);
  const words = again.page
    .getByText('The key file on this laptop is damaged, so no passphrase can open it.')
    .first();
  const locked = again.page.getByRole('heading', { level: 1, name: 'Steading is locked' });
  await expect(words.or(locked).first()).toBeVisible({ timeout: lockTimeout });
  if (await locked.isVisible()) await typePassphrase(again.page, passphrase);
  await expect(words).toBeVisible({ timeout: lockTimeout });
  await expect(again.page.getByText(wrongPassphraseWords)).toHaveCount(0);
  await expect(again.page.getByText('Start', { exact: true })).toHaveCount(0);
  await again.quit();

  await writeFile(headerFile(app), whole);
  const restored = await reopen(app, launchApp, passphrase);
  await expectPeople(restored.page, ['Iseabail Drever']);
});

test('killed between passphrase and kit: it goes on at the kit; the kit opens and sets a new passphrase', async ({
  app,
  launchApp,
}) => {
  await choosePassphrase(handOf(app.page, 'mouse'), ordinaryPassphrase);
  const groups = app.page.getByRole('list', { name: 'Recovery code, in groups' }).getByRole('listitem');
  await expect(groups).toHaveCount(9, { timeout: lockTimeout });
  const firstCode = (await groups.allTextContents())
    .map((text) => text.replace(/^\d(?=.{2,})/, ''))
    .join('-');
  await app.crash();

  const again = await launchApp(app.userDataDir);
  const { page } = again;
  const hand = handOf(page, 'mouse');
  await typePassphrase(page, ordinaryPassphrase);
  await expect(page.getByText('Setting up stopped before it was finished. Here is a new kit.')).toBeVisible({
    timeout: lockTimeout,
  });
  const { code } = await keepKit(again, hand);
  expect(code).not.toBe(firstCode);
  await nameService(hand, 'Harbour Steps');
  await savePerson(hand, 'Iseabail Drever');

  const useKit = async (typed: string): Promise<void> => {
    await hand.press(page.getByRole('button', { name: 'Use the recovery kit' }));
    await expectHeading(page, 'Use your recovery kit');
    await hand.fill(page.getByRole('textbox', { name: 'Recovery code' }), typed);
    await hand.press(page.getByRole('button', { name: 'Use this code' }));
  };
  const newPassphrase = 'seven tides under the old pier';

  await test.step('an older kit opens nothing, and what was typed stays', async () => {
    await page.keyboard.press('Control+l');
    await expectHeading(page, 'Steading is locked');
    await useKit(firstCode);
    await expect(page.getByText('That code did not open this file.').first()).toBeVisible({
      timeout: lockTimeout,
    });
    await expect(page.getByRole('textbox', { name: 'Recovery code' })).toHaveValue(firstCode);
    await hand.press(page.getByRole('button', { name: 'Use the passphrase' }));
  });

  await test.step('the kit opens, and asks for a new passphrase', async () => {
    await useKit(code.toLowerCase().replaceAll('-', ' '));
    await expect(page.getByRole('heading', { level: 1, name: 'Choose a new passphrase' })).toBeVisible({
      timeout: lockTimeout,
    });
    await hand.choose(page.getByRole('radio', { name: /Type my own/ }));
    await typeNewPassphrase(hand, newPassphrase);
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible({ timeout: lockTimeout });
    await expectPeople(page, ['Iseabail Drever']);
  });

  await test.step('the old passphrase opens no longer, the new one does', async () => {
    await page.keyboard.press('Control+l');
    await typePassphrase(page, ordinaryPassphrase);
    await expect(page.getByText(wrongPassphraseWords).first()).toBeVisible({ timeout: lockTimeout });
    await expect(page.getByRole('textbox', { name: 'Passphrase' })).toHaveValue(ordinaryPassphrase);
    await unlock(page, newPassphrase);
    await expectPeople(page, ['Iseabail Drever']);
  });
});

test('what was typed a moment before the page died is offered again', async ({ app }) => {
  const { passphrase } = await setUp(app);
  const before = handOf(app.page, 'mouse');
  await goTo(before, 'People');
  await before.press(main(app.page).getByRole('link', { name: 'Add a person' }));
  await expect(field(app.page, 'Name')).toBeFocused();
  const size = await journalSize(app);
  await app.page.keyboard.type('Iseabail of the half-typed form');
  // The draft is sealed into the journal while it is typed and a moment after the last key; nothing has left the box
  // for that. Once the journal has grown and then rested for longer than a draft waits, all of it is there.
  const hasRested = async (): Promise<boolean> => {
    const grown = await journalSize(app);
    await app.page.waitForTimeout(1500);
    return grown > size && (await journalSize(app)) === grown;
  };
  await expect.poll(hasRested, { timeout: 30_000 }).toBe(true);
  await expect(field(app.page, 'Name')).toBeFocused();

  await app.window('crash-renderer');
  await expect.poll(async () => (await app.livePage()) !== before.page, { timeout: 60_000 }).toBe(true);
  const page = await app.livePage();
  await unlock(page, passphrase);
  const after = handOf(page, 'mouse');
  await goTo(after, 'People');
  await after.press(main(page).getByRole('link', { name: 'Add a person' }));
  await expect(page.getByText('Your draft is back')).toBeVisible();
  await expect(field(page, 'Name')).toHaveValue('Iseabail of the half-typed form');
});
