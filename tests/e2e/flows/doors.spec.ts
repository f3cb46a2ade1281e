/** The doors: nothing leaves, nothing foreign runs, only the listed words cross to main, and locking empties the page. */
import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { invokeChannels } from '../../../shared/ipc/channels.js';
import { type AppHost, expect, test } from '../fixtures.js';
import { lockTimeout, setUp, unlock } from '../page-models/first-run.js';
import { addPerson, openPerson } from '../page-models/people.js';
import { expectHeading } from '../page-models/places.js';
import { attempts } from '../support/attempts.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 600_000 });

test.describe('a page that turns against its owner', () => {
  test.use({ tolerate: ['blocked', 'cspViolations'] });

  test('reaches nobody, opens nothing and runs nothing foreign', async ({ app, page }) => {
    await expectHeading(page, 'Welcome to Steading');
    const address = await page.evaluate(() => location.href);
    const answers = await attempts(page);
    for (const [name, answer] of Object.entries(answers)) {
      expect(answer, `${name} has to be refused`).not.toBeNull();
    }
    expect(await page.evaluate(() => 'ranInline' in window)).toBe(false);

    await test.step('no download, no navigation', async () => {
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['words']));
        link.download = 'words.txt';
        link.click();
      });
      await expect
        .poll(async () => (await app.log()).downloads)
        .toEqual([expect.objectContaining({ prevented: true })]);
      for (const url of ['https://away.example.org/', 'data:text/html,gone', 'file:///etc/hostname']) {
        await page.evaluate((where) => {
          window.location.href = where;
        }, url);
      }
      await page.evaluate(() => {
        const form = document.createElement('form');
        form.action = 'https://form.example.org/';
        form.method = 'post';
        document.body.append(form);
        form.submit();
      });
      await expect
        .poll(async () => (await app.log()).blocked.join('\n'))
        .toContain('https://away.example.org/');
      // Asked of the page itself: Playwright's locators would wait for a navigation that never comes about.
      expect(
        await page.evaluate(() => [location.href, document.querySelector('h1')?.textContent.trim()]),
      ).toEqual([address, 'Welcome to Steading']);
    });

    const log = await app.log();
    expect(log.network).toEqual([]);
    // Whatever was asked for elsewhere was refused before it came to the network.
    for (const url of log.requests.filter((each) => !each.startsWith('app://local/'))) {
      expect(log.blocked.some((entry) => entry.endsWith(url))).toBe(true);
    }
    expect(log.permissions.filter(({ granted }) => granted)).toEqual([]);
    expect((await app.state()).windows).toHaveLength(1);
  });
});

test.describe('a pop-up', () => {
  test.use({ tolerate: ['blocked', 'network'] });

  test('is refused by main, and no second page stays', async ({ app, page }) => {
    const target = 'https://pop-up.example.org/';
    await expectHeading(page, 'Welcome to Steading');
    await page.evaluate((url) => void window.open(url), target);
    await expect.poll(async () => (await app.log()).blocked.join('\n')).toContain(target);
    await expect
      .poll(() =>
        page
          .context()
          .pages()
          .filter((open) => open.url().includes('pop-up')),
      )
      .toEqual([]);
    expect((await app.state()).windows).toHaveLength(1);
    const { network } = await app.log();
    // Electron asks main before there is a window. Chromium makes one and the host shuts it at once; its first
    // request may come as far as the host's proxy, which refuses it. No other may.
    if (app.kind === 'electron') expect(network).toEqual([]);
    else expect(network.filter((entry) => entry !== 'CONNECT pop-up.example.org:443')).toEqual([]);
  });
});

test('the page may say only what is on the list, and only in the agreed form', async ({ app, page }) => {
  await expectHeading(page, 'Welcome to Steading');
  const surface = await page.evaluate(() => {
    const { desktop } = window as unknown as { desktop: Record<string, unknown> };
    return {
      names: Object.keys(desktop).sort(),
      isFrozen: Object.isFrozen(desktop),
      kinds: [...new Set(Object.values(desktop).map((value) => typeof value))],
      strangers: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    };
  });
  expect(surface).toEqual({
    names: [...invokeChannels, 'on'].sort(),
    isFrozen: true,
    kinds: ['function'],
    strangers: [],
  });
  const before = await readdir(app.userDataDir);
  const answers = await page.evaluate(async () => {
    const { desktop } = window as unknown as {
      desktop: Record<string, (request: unknown) => Promise<unknown>>;
    };
    const forged: readonly (readonly [string, unknown])[] = [
      ['vault.readHeader', { vault: '../../etc' }],
      ['vault.readHeader', undefined],
      ['vault.readHeader', { vault: 'main', path: '/etc/passwd' }],
      ['vault.writeHeader', { vault: 'main', bytes: 'words' }],
      ['vault.writeHeader', { vault: 'main', bytes: new Uint8Array(70_000) }],
      ['vault.readJournal', { vault: 'main', offset: -1, maxBytes: 1 }],
      ['vault.readJournal', { vault: 'main', offset: 0, maxBytes: 1e12 }],
      ['vault.appendFrame', { vault: 'main', offset: 0.5, frame: new Uint8Array(1) }],
      ['vault.cutTail', { vault: 'main', offset: Number.NaN }],
      ['vault.eraseDemo', { vault: 'main' }],
      ['file.save', { suggestedName: '../../x.txt', bytes: new Uint8Array(1) }],
      ['file.save', { suggestedName: 'x.exe', bytes: new Uint8Array(1) }],
      ['file.savePdf', { suggestedName: 'x.pdf', footer: 'y'.repeat(200) }],
      ['session.locked', { locked: 'no' }],
      ['app.info', { please: true }],
      ['app.info', { __proto__: null, constructor: 'x' }],
    ];
    return await Promise.all(forged.map(async ([channel, request]) => await desktop[channel]?.(request)));
  });
  for (const answer of answers) expect(answer).toEqual({ ok: false, error: { tag: 'BadArguments' } });
  expect(await readdir(app.userDataDir)).toEqual(before);
  expect((await app.log()).dialogs).toEqual([]);
  const strange = await page.evaluate(() => {
    const { desktop } = window as unknown as {
      desktop: { on: (channel: string, listener: unknown) => unknown };
    };
    const tried = ['vault.changed', 'lock.requested'] as const;
    return tried.map((channel, at) => {
      try {
        desktop.on(channel, at === 0 ? () => undefined : 'no function');
        return 'listening';
      } catch {
        return 'refused';
      }
    });
  });
  expect(strange).toEqual(['refused', 'refused']);
});

test('one window, with Electron’s checklist kept; a second start only brings it to the front', async ({
  app,
  page,
}) => {
  await expectHeading(page, 'Welcome to Steading');
  const log = await app.log();
  if (app.kind === 'chromium') {
    expect(log.windows).toHaveLength(1);
    expect(log.windows[0]).toMatchObject({
      title: 'Steading',
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    expect(JSON.stringify(log.windows[0])).not.toMatch(/enableBlinkFeatures|"plugins"/);
  }
  await app.window('minimize');
  const second = await app.secondInstance();
  expect(second.exitCode).toBe(0);
  await expect
    .poll(async () => (await app.state()).windows)
    .toEqual([expect.objectContaining({ minimized: false, visible: true, title: 'Steading' })]);
  expect(app.isRunning()).toBe(true);
});

const seededName = 'Ottoline Quendale';
const seededRole = 'Lighthouse warden';

/** Every place in reach of a script where a name could be left behind. */
async function leftBehind(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify(Object.entries(localStorage)),
      JSON.stringify(Object.entries(sessionStorage)),
      JSON.stringify(history.state),
      window.name,
    ].join('\n'),
  );
}

async function expectEmptied(app: AppHost): Promise<void> {
  const text = await leftBehind(app.page);
  for (const secret of [seededName, 'Ottoline', 'Quendale', seededRole]) expect(text).not.toContain(secret);
  await expect(app.page.getByRole('navigation', { name: 'Places' })).toHaveCount(0);
  for (const { title } of (await app.state()).windows) expect(title).toBe('Steading');
}

test('idle, sleep, the system’s lock and the curtain take the content away', async ({ app, page }) => {
  const { passphrase } = await setUp(app);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, {
    name: seededName,
    role: seededRole,
    engagement: 'Staff',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  const lockers: readonly (readonly [string, () => Promise<void>])[] = [
    ['five idle minutes', () => app.setIdle(301)],
    ['sleep', () => app.emitPower('suspend')],
    ['the system’s lock', () => app.emitPower('lock-screen')],
  ];
  for (const [name, lock] of lockers) {
    await test.step(name, async () => {
      await expect(page.getByRole('heading', { level: 1, name: seededName })).toBeVisible();
      expect(await page.title()).not.toContain(seededName);
      await lock();
      await expectHeading(page, 'Steading is locked');
      await expectEmptied(app);
      await app.setIdle(0);
      if (name === 'the system’s lock') await app.emitPower('unlock-screen');
      await unlock(page, passphrase);
      await openPerson(hand, seededName);
    });
  }
  await test.step('the curtain', async () => {
    await page.keyboard.press('Control+Shift+H');
    await expectHeading(page, 'The screen is hidden');
    await expectEmptied(app);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { level: 1, name: 'Steading is locked' })).toBeVisible({
      timeout: lockTimeout,
    });
    await expectEmptied(app);
  });
});

test('an installed app does not start with a switch that takes its protection away', async ({
  launchApp,
  userDataDir,
}) => {
  const env = { STEADING_HOST_PACKAGED: '1' };
  for (const args of [['--no-sandbox'], ['--remote-debugging-port=9222'], ['--inspect']]) {
    await expect(launchApp(userDataDir, { env, args })).rejects.toThrow(
      /main ended \(1\)[\s\S]*Steading did not start/,
    );
  }
  expect((await readdir(userDataDir)).includes('vault')).toBe(false);
});
