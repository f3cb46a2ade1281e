/** Electron's own security checklist on the built main and preload, item by item. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildSource, cleanUp, loadApp, type LoadedApp, type Source } from './checklist-app';
import { itemsTo10 } from './checklist-items-to-10';
import { itemsFrom11 } from './checklist-items-from-11';

const items = [...itemsTo10, ...itemsFrom11];

let source: Source;
let app: LoadedApp;
beforeAll(async () => {
  source = await buildSource();
  app = await loadApp(source);
}, 60_000);
afterAll(cleanUp);

test('there are twenty', () => {
  expect(items).toHaveLength(20);
});

describe.each(items.map((item, index) => ({ ...item, number: index + 1 })))(
  'item $number: $title',
  ({ check, spoil }) => {
    test('holds', async () => {
      await check(app);
    });

    test.each(spoil.map((change, index) => ({ change, number: index + 1 })))(
      'is noticed when it does not ($number)',
      async ({ change }) => {
        const other = change(source);
        const isSameCode = other.main === source.main && other.preload === source.preload;
        const spoiled = isSameCode ? { ...app, ...other } : await loadApp(other);
        // By an expectation that fails, not by a check that falls over.
        await expect((async () => check(spoiled))()).rejects.toMatchObject({ name: 'AssertionError' });
      },
    );
  },
);

describe('what the tutorial does not list', () => {
  test.each([
    'crashReporter',
    'autoUpdater',
    'net',
    'netLog',
    'contentTracing',
    'desktopCapturer',
    'webFrameMain',
  ])('main never touches %s', (name) => {
    expect([...app.electron.touched].filter((path) => path.startsWith(`${name}.`))).toEqual([]);
    expect(app.callsOf(name)).toEqual([]);
  });

  test('a packaged app has no developer tools and no debugging switch', () => {
    const [options] = app.callsOf('new BrowserWindow')[0]!.args as [
      { webPreferences: { devTools: boolean } },
    ];
    expect(options.webPreferences.devTools).toBe(false);
    const switches = app.callsOf('app.commandLine.appendSwitch').map(({ args }) => String(args[0]));
    expect(switches.filter((name) => /debug|inspect|remote/.test(name))).toEqual([]);
    for (const path of app.electron.touched) expect(path).not.toMatch(/openDevTools|\.debugger/);
  });

  test('downloads are refused and no name is resolved', () => {
    const [refuse] = app.listeners('session.defaultSession', 'will-download');
    let prevented = false;
    refuse!({
      preventDefault: () => {
        prevented = true;
      },
    });
    expect(prevented).toBe(true);
    expect(app.callsOf('app.commandLine.appendSwitch').map(({ args }) => args)).toContainEqual([
      'host-resolver-rules',
      'MAP * ~NOTFOUND',
    ]);
  });
});
