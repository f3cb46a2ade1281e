/** Locking: when it happens, what is left of the page afterwards, and how one comes in again. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { lockTimeout, setUp, unlock } from '../page-models/first-run.js';
import {
  curtainHeading,
  demoPassphrase,
  expectLocked,
  lock,
  openLockSettings,
  passphraseBox,
  tryWrongly,
} from '../page-models/locking.js';
import { addPerson } from '../page-models/people.js';
import { expectHeading, expectToast, field, main } from '../page-models/places.js';
import { handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';
import { canReadMemory, holdsWords, rendererPids } from '../support/processes.js';

test.describe.configure({ timeout: 300_000 });

interface Frame {
  readonly isThere: boolean;
  readonly title: string;
  readonly ms: number;
}

const seededName = 'Ottoline Quendale';

/** Puts text on the clipboard and pastes it, by the keys that everybody uses. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const box = document.createElement('textarea');
    box.id = 'elsewhere';
    box.value = words;
    document.body.append(box);
    box.focus();
    box.select();
  }, text);
  await page.keyboard.press('Control+c');
  await page.evaluate(() => document.getElementById('elsewhere')?.remove());
  await passphraseBox(page).first().focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
}

test('after a lock the page has another process; words of the old one are in none; one goes on where one was', async ({
  app,
  page,
}) => {
  // docs/release.md has what a person looks at in its place.
  test.skip(
    app.kind !== 'chromium',
    'process ids come from a browser session, which Playwright has not for Electron',
  );
  const { passphrase } = await setUp(app);
  await addPerson(handOf(page, 'mouse'), {
    name: seededName,
    role: 'Lighthouse warden',
    engagement: 'Staff',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  const address = page.url();
  const before = await rendererPids(page);
  const holders = canReadMemory ? before.filter((pid) => holdsWords(pid, seededName)) : [];
  if (canReadMemory) expect(holders, 'the scan finds what is open').not.toEqual([]);

  await lock(page);
  const after = await rendererPids(page);
  // The one in reserve took over, so that at least one new one stands in reserve, and the old one has ended.
  expect(before.filter((pid) => !after.includes(pid))).not.toEqual([]);
  for (const pid of holders) expect(after, 'the process that held the words has ended').not.toContain(pid);
  if (canReadMemory) expect(after.filter((pid) => holdsWords(pid, seededName))).toEqual([]);
  await expect(main(page)).toContainText('with all that was saved by');

  await unlock(page, passphrase);
  await expectHeading(page, seededName);
  expect(page.url()).toBe(address);
  expect((await app.log()).hostErrors).toEqual([]);
});

test('the curtain: the content is gone in the next frame, the title says nothing, and behind it it locks', async ({
  app,
}, info) => {
  const page = await openDemo(app);
  await page.keyboard.press('Control+2');
  const name = (await main(page).getByRole('listitem').getByRole('link').first().textContent()) ?? '';
  expect(name).not.toBe('');
  // Told at once: the page that saw it is gone soon after.
  let tellFrame: (frame: Frame) => void = () => undefined;
  const seen = new Promise<Frame>((resolve) => {
    tellFrame = resolve;
  });
  await page.exposeFunction('tellFrame', tellFrame);
  await page.evaluate((words) => {
    const { tellFrame: tell } = window as unknown as { tellFrame: (frame: unknown) => void };
    const there = (): boolean => document.documentElement.outerHTML.includes(words);
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key.toLowerCase() !== 'h') return;
        const pressedAt = performance.now();
        requestAnimationFrame(() => {
          const isThere = there();
          tell({ isThere, title: document.title, ms: performance.now() - pressedAt });
        });
      },
      { capture: true },
    );
  }, name);
  expect(await page.content()).toContain(name);
  await page.keyboard.press('Control+Shift+h');
  const { isThere, title, ms } = await seen;
  info.annotations.push({
    type: 'curtain',
    description: `${ms.toFixed(1)} ms from the key to the next frame`,
  });
  expect(isThere).toBe(false);
  expect(title).not.toContain(name);
  expect(title).toMatch(/^(Hidden – )?Steading$/);

  await expect(curtainHeading(page)).toBeVisible({ timeout: 30_000 });
  for (const window of (await app.state()).windows) expect(window.title).toBe('Steading');
  await page.keyboard.press('Escape');
  await expectLocked(page);
  await unlock(page, demoPassphrase);
});

test('a page that hangs is ended by main, and nothing is open afterwards', async ({ app }) => {
  const page = await openDemo(app);
  await page.evaluate(() => {
    setTimeout(() => {
      for (;;);
    }, 0);
  });
  await app.emitPower('suspend');
  const isAnother = async (): Promise<boolean> => (await app.livePage().catch(() => page)) !== page;
  await expect.poll(isAnother, { timeout: 60_000 }).toBe(true);
  const after = await app.livePage();
  await unlock(after, demoPassphrase);
});

test('a draft that was being typed is kept, and is there after the lock', async ({ app }) => {
  const page = await openDemo(app);
  await page.keyboard.press('Control+Shift+s');
  await expectHeading(page, 'Record supervision');
  await page.goto(page.url().replace(/#.*$/, '#/people/new'));
  await expectHeading(page, 'Add a person');
  await field(page, 'Name').click();
  await page.keyboard.type('Half a na');
  await lock(page);
  await unlock(page, demoPassphrase);
  await expectHeading(page, 'Add a person');
  await expect(field(page, 'Name')).toHaveValue('Half a na');
});

test('the made-up vault comes back as itself, and leaving it leaves nothing', async ({ app }) => {
  const page = await openDemo(app);
  await lock(page);
  await expect(page.getByRole('complementary', { name: 'Made-up data' })).toBeVisible();
  await unlock(page, demoPassphrase);
  await page.getByRole('button', { name: 'Leave the demo' }).click();
  await expectHeading(page, 'Welcome to Steading');
  await expect
    .poll(async () => (await readdir(app.userDataDir)).filter((name) => name === 'vault-demo'))
    .toEqual([]);
  await page.reload();
  await expectHeading(page, 'Welcome to Steading');
});

test('it locks when the person says: minutes, and a window made small', async ({ app, launchApp }) => {
  const page = await openDemo(app);
  const settings = await openLockSettings(page);
  await expect(settings.minutes).toHaveValue('5');
  await expect(settings.onMinimise).not.toBeChecked();

  await test.step('a longer time than five minutes', async () => {
    await settings.minutes.selectOption('15');
    await expectToast(page, 'Saved. It counts from now on.');
    await app.setIdle(890);
    await page.waitForTimeout(6_000);
    await expectHeading(page, 'Settings');
    await app.setIdle(0);
  });
  await test.step('a shorter one', async () => {
    await settings.minutes.selectOption('1');
    await expect(settings.minutes).toHaveValue('1');
    await app.setIdle(61);
    await expectLocked(page);
    await app.setIdle(0);
    await unlock(page, demoPassphrase);
    await expectHeading(page, 'Settings');
  });
  await test.step('minimised: only where it is wished', async () => {
    await app.window('minimize');
    await app.window('restore');
    await expectHeading(page, 'Settings');
    const again = await openLockSettings(page);
    await again.onMinimise.click();
    await expect(again.onMinimise).toBeChecked();
    await app.window('minimize');
    await expectLocked(page);
  });
  await test.step('kept in one small file that names nobody', async () => {
    await app.quit();
    const kept = await readFile(join(app.userDataDir, 'preferences.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual({ idleMinutes: 1, lockOnMinimise: true });
    const second = await launchApp(app.userDataDir);
    const open = await openDemo(second);
    const found = await openLockSettings(open);
    await expect(found.minutes).toHaveValue('1');
    await expect(found.onMinimise).toBeChecked();
  });
});

test('what was copied leaves the clipboard with the lock', async ({ app }) => {
  const page = await openDemo(app);
  await page.getByRole('heading', { level: 1 }).evaluate((heading) => {
    getSelection()?.selectAllChildren(heading);
  });
  await page.keyboard.press('Control+c');
  await expect.poll(async () => (await app.state()).clipboard).toBe('Today');
  await lock(page);
  await expect.poll(async () => (await app.state()).clipboard).toBe('');
});

test('wrong passphrases: a little time between tries, told and never counted down, and the right one opens', async ({
  app,
}) => {
  const page = await openDemo(app);
  await lock(page);
  const words = /The next try can start in \d+ seconds?\. You cannot be locked out\./;
  await tryWrongly(page, 'not these words');
  await tryWrongly(page, 'nor these');
  await expect(page.getByText(words)).toHaveCount(0);
  await tryWrongly(page, 'nor those');
  await expect(page.getByText(words).first()).toContainText('in 2 seconds');
  await tryWrongly(page, 'nor any');
  await tryWrongly(page, 'of them');
  await expect(page.getByText(words).first()).toContainText('in 8 seconds');

  await test.step('a new page knows of it', async () => {
    await page.reload();
    await expectLocked(page);
    await expect(page.getByText(words)).toBeVisible();
  });
  await test.step('the kit is never made to wait', async () => {
    await passphraseBox(page).fill('one more');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use the recovery kit' }).click();
    await page.getByRole('textbox', { name: 'Recovery code' }).fill('0000');
    await page.getByRole('button', { name: 'Use this code' }).click();
    await expect(page.getByText('One character of that code is not right.').first()).toBeVisible();
    await page.getByRole('button', { name: 'Use the passphrase' }).click();
  });
  await unlock(page, demoPassphrase);
  await test.step('and then all is forgotten', async () => {
    await lock(page);
    await tryWrongly(page, 'not these words');
    await expect(page.getByText(words)).toHaveCount(0);
  });
});

test('tries that were refused are in the log of who comes in, though the page was new meanwhile', async ({
  app,
}) => {
  const page = await openDemo(app);
  await lock(page);
  await tryWrongly(page, 'not these words');
  await page.reload();
  await expectLocked(page);
  await tryWrongly(page, 'nor these');
  await unlock(page, demoPassphrase);
  await page.evaluate(() => {
    location.hash = '#/settings/log';
  });
  await expectHeading(page, 'Activity log');
  await expect(
    page.getByRole('row').filter({ hasText: 'A passphrase or code that did not fit' }),
  ).toContainText('2 times');
});

test('a save dialog that stood open over a lock: the page ends in time, nothing is written, and it is said', async ({
  app,
}) => {
  const page = await openDemo(app);
  await page.evaluate(() => {
    location.hash = '#/settings/log';
  });
  await expectHeading(page, 'Activity log');
  const file = join(app.userDataDir, 'late.csv');
  await app.answerDialog({ kind: 'save', filePath: file, afterMs: 12_000 });
  const before = app.kind === 'chromium' ? await rendererPids(page) : [];
  await main(page).getByRole('button', { name: 'Save the log as CSV' }).click();
  const dialogsOf = async (kind: string): Promise<readonly unknown[]> =>
    (await app.log()).dialogs.filter((dialog) => dialog.kind === kind).map(({ options }) => options);
  await expect.poll(() => dialogsOf('save')).toHaveLength(1);
  await app.emitPower('suspend');
  await expectLocked(await app.livePage());
  if (app.kind === 'chromium') {
    const isEnded = async (): Promise<boolean> =>
      (await rendererPids(app.page)).some((pid) => !before.includes(pid));
    await expect.poll(isEnded, { timeout: 5_000 }).toBe(true);
  }
  expect(await dialogsOf('message')).toEqual([]);
  await expect
    .poll(() => dialogsOf('message'), { timeout: 20_000 })
    .toMatchObject([
      {
        message: 'Steading locked while that window was open',
        detail: expect.stringContaining('Nothing was saved'),
      },
    ]);
  expect((await readdir(app.userDataDir)).includes('late.csv')).toBe(false);
  await unlock(app.page, demoPassphrase);
});

test('white space that nobody sees is told and never trimmed', async ({ app, page }) => {
  await test.step('where a passphrase is chosen', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByRole('radio', { name: /Type my own/ }).check();
    const box = passphraseBox(page);
    await paste(page, 'quiet harbour lantern seven \n');
    await expect(box).toHaveValue('quiet harbour lantern seven ');
    await expect(
      page.getByText(/^What you pasted ended with a line break\. .* There is a space .* at the end\./),
    ).toBeVisible();
    await page.getByRole('textbox', { name: 'The same again' }).fill('quiet harbour lantern seven ');
    await page.getByRole('button', { name: 'Use my passphrase' }).click();
    await expect(page.getByText('To keep it as it is, press “Use it anyway”.')).toBeVisible();
    await page.getByRole('button', { name: 'Use it anyway' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' })).toBeVisible({
      timeout: lockTimeout,
    });
  });
  await test.step('at the lock screen', async () => {
    await app.emitPower('suspend');
    await expectLocked(page);
    await paste(page, ' quiet harbour\nlantern seven');
    await expect(passphraseBox(page)).toHaveValue(' quiet harbour lantern seven');
    await expect(page.getByText(/had a line break in it\. .* at the start\. It counts/)).toBeVisible();
    await tryWrongly(page, 'quiet harbour lantern seven');
    await expect(page.getByText('It counts as part of the passphrase')).toHaveCount(0);
    await tryWrongly(page, 'quiet harbour lantern seven  ');
    await expect(
      page.getByText('There is a space or a line break at the end. It counts as part'),
    ).toBeVisible();
    await passphraseBox(page).fill('quiet harbour lantern seven ');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' })).toBeVisible({
      timeout: lockTimeout,
    });
  });
});

test('requests that main refused are counted, and Settings says so', async ({ app }) => {
  const page = await openDemo(app);
  await page.evaluate(async () => {
    const { desktop } = window as unknown as {
      desktop: Record<string, (request: unknown) => Promise<unknown>>;
    };
    for (const path of ['/a', '/b']) await desktop['vault.readHeader']?.({ vault: 'main', path });
  });
  await openLockSettings(page);
  const note = page.getByText('Steading refused 2 requests');
  await expect(note).toBeVisible();
  await page.getByText('Details', { exact: true }).click();
  await expect(page.getByText('vault.readHeader BadArguments 2')).toBeVisible();
});
