/**
 * Items 11 to 20 of the twenty in Electron's security tutorial, in its order, as checks of our built bundles.
 * `spoil` undoes what the check looks at: a check that still passes then is no check, and the test says so.
 */
import { FuseV1Options } from '@electron/fuses';
import { expect } from 'vitest';
import { invokeChannels, pushChannels } from '../../../shared/ipc/channels';
import {
  atStart,
  fetchApp,
  foreign,
  forgedSenders,
  inMain,
  inText,
  isCancelled,
  isPrevented,
  pref,
  preferences,
  windowAnswer,
  type Item,
} from './checklist-probes';

export const itemsFrom11: readonly Item[] = [
  {
    title: 'Do not use allowpopups for WebViews',
    check(app) {
      expect(preferences(app)['webviewTag']).toBe(false);
      expect(app.page).not.toContain('<webview');
    },
    spoil: [pref('webviewTag', false), inText('page', '<body', '<webview allowpopups></webview><body')],
  },
  {
    title: 'Verify WebView options before creation',
    check(app) {
      for (const url of foreign) expect(isPrevented(app, 'will-attach-webview', url), url).toBe(true);
    },
    spoil: [inMain('"will-attach-webview"', '"will-attach-nothing"')],
  },
  {
    title: 'Disable or limit navigation',
    check(app) {
      for (const url of [...foreign, 'app://local/index.html']) {
        expect(isPrevented(app, 'will-navigate', url), url).toBe(true);
        expect(isPrevented(app, 'will-redirect', url), url).toBe(true);
        expect(isPrevented(app, 'will-frame-navigate', url, false), url).toBe(true);
      }
      expect(preferences(app)['navigateOnDragDrop']).toBe(false);
      // Listening before there is a window to listen to.
      const { calls } = app.electron;
      const listens = calls.findIndex(
        ({ path, args }) => path === 'app.on' && args[0] === 'web-contents-created',
      );
      expect(listens).toBeGreaterThanOrEqual(0);
      expect(listens).toBeLessThan(calls.findIndex(({ path }) => path === 'new BrowserWindow'));
    },
    spoil: [
      inMain('"will-navigate"', '"did-navigate"'),
      inMain('"will-redirect"', '"did-redirect"'),
      inMain('"will-frame-navigate"', '"did-frame-navigate"'),
      inMain('"web-contents-created"', '"browser-window-created"'),
    ],
  },
  {
    title: 'Disable or limit creation of new windows',
    check(app) {
      for (const url of [...foreign, 'app://local/index.html', 'about:blank']) {
        expect(windowAnswer(app, url), url).toEqual({ action: 'deny' });
      }
      expect(app.callsOf('new BrowserWindow')).toHaveLength(1);
    },
    spoil: [inMain('action: "deny"', 'action: "allow"')],
  },
  {
    title: 'Do not use shell.openExternal with untrusted content',
    check(app) {
      for (const name of ['openExternal', 'openPath']) {
        expect(app.main).not.toContain(name);
        expect(app.electron.touched).not.toContain(`shell.${name}`);
      }
    },
    spoil: [atStart('shell.openExternal("https://example.org/");')],
  },
  {
    title: 'Use a current version of Electron',
    check(app) {
      // That it is the newest is looked up at each release (docs/release.md): here nothing is looked up.
      expect(app.pinned).toMatch(/^\d+\.\d+\.\d+$/);
      expect(app.pinned).toBe(app.installed);
      expect(app.packaging.electronVersion).toBe(app.installed);
      expect(Number(app.installed.split('.')[0])).toBeGreaterThanOrEqual(45);
    },
    spoil: [
      (source) => ({ ...source, pinned: `^${source.pinned}` }),
      (source) => ({ ...source, packaging: { ...source.packaging, electronVersion: '44.0.0' } }),
    ],
  },
  {
    title: 'Validate the sender of all IPC messages',
    async check(app) {
      const bound = app.callsOf('ipcMain.handle');
      expect(bound.map(({ args }) => args[0]).sort()).toEqual([...invokeChannels].sort());
      for (const other of ['on', 'once', 'handleOnce', 'addListener']) {
        expect(app.electron.touched).not.toContain(`ipcMain.${other}`);
      }
      for (const { args } of bound) {
        const [channel, listener] = args as [string, (event: unknown, request: unknown) => Promise<unknown>];
        const asked = async (senderFrame: unknown): Promise<unknown> => {
          // No schema takes a function: a trusted sender is told so, a forged one is not even read.
          const reply = (await listener({ senderFrame }, () => {})) as {
            ok: boolean;
            error?: { tag: string };
          };
          return reply.ok ? 'ok' : reply.error?.tag;
        };
        for (const frame of forgedSenders) expect(await asked(frame), channel).toBe('UntrustedSender');
        expect(await asked({ origin: 'app://local', parent: null }), channel).toBe('BadArguments');
      }
    },
    spoil: [
      inMain('frame.parent === null', 'true'),
      inMain('frame.origin === trustedOrigin', 'frame.origin.startsWith(trustedOrigin)'),
      inMain(/if \(!isTrusted\([^)]*\)\)/, 'if (false)'),
      atStart('ipcMain.on("vault.anything", () => {});'),
    ],
  },
  {
    title: 'Avoid usage of the file:// protocol and prefer usage of custom protocols',
    async check(app) {
      expect(app.callsOf('protocol.registerSchemesAsPrivileged').map(({ args }) => args[0])).toEqual([
        [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
      ]);
      expect(app.callsOf('protocol.handle').map(({ args }) => args[0])).toEqual(['app']);
      for (const path of app.electron.touched) expect(path).not.toMatch(/loadFile|interceptFileProtocol/);
      expect(isCancelled(app, 'file:///etc/passwd')).toBe(true);
      expect(app.packaging.electronFuses?.grantFileProtocolExtraPrivileges).toBe(false);
      for (const way of [
        '../outside.html',
        '..%2foutside.html',
        '%2e%2e/outside.html',
        '..%5coutside.html',
      ]) {
        expect((await fetchApp(app, `app://local/${way}`)).status, way).toBe(404);
      }
      expect((await fetchApp(app, 'app://other/index.html')).status).toBe(404);
    },
    spoil: [
      inMain('supportFetchAPI: true', 'supportFetchAPI: true, bypassCSP: true'),
      inMain(/full\.startsWith\([^\n;]+\) \?/, 'true ?'),
      atStart('window.loadFile("index.html");'),
    ],
  },
  {
    title: 'Check which fuses you can change',
    check(app) {
      // Set on a wire by the packing tests (tests/unit/packaging); here: on purpose, and none of them open.
      expect(app.packaging.electronFuses).toEqual({
        runAsNode: false,
        enableCookieEncryption: true,
        enableNodeOptionsEnvironmentVariable: false,
        enableNodeCliInspectArguments: false,
        enableEmbeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        loadBrowserProcessSpecificV8Snapshot: false,
        grantFileProtocolExtraPrivileges: false,
      });
      expect(Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))).toHaveLength(9);
      expect(app.packaging.afterPack).toBe('scripts/after-pack.mjs');
      expect(app.packaging.disableAsarIntegrity).toBe(false);
    },
    spoil: [
      (source) => ({
        ...source,
        packaging: {
          ...source.packaging,
          electronFuses: { ...source.packaging.electronFuses, runAsNode: true },
        },
      }),
      (source) => ({ ...source, packaging: { ...source.packaging, afterPack: null } }),
    ],
  },
  {
    title: 'Do not expose Electron APIs to untrusted web content',
    check(app) {
      expect(app.preload.match(/require\([^)]*\)/g)).toEqual(['require("electron")']);
      expect(app.callsOf('contextBridge.exposeInMainWorld').map(({ args }) => args[0])).toEqual(['desktop']);
      const desktop = app.bridge['desktop'] as Record<string, (...args: unknown[]) => unknown>;
      expect(Object.isFrozen(desktop)).toBe(true);
      expect(Object.keys(desktop).sort()).toEqual([...invokeChannels, 'on'].sort());
      for (const channel of invokeChannels) {
        const before = app.callsOf('ipcRenderer.invoke').length;
        expect(desktop[channel]!('one', 'more')).toBeInstanceOf(Promise);
        expect(
          app
            .callsOf('ipcRenderer.invoke')
            .slice(before)
            .map(({ args }) => args),
        ).toEqual([[channel, 'one']]);
      }
      for (const channel of pushChannels) {
        const heard: unknown[][] = [];
        const stop = desktop['on']!(channel, (...args: unknown[]) => heard.push(args));
        const forward = app.listeners('ipcRenderer', channel).at(-1)!;
        forward({ sender: 'Electron’s own event' }, { plain: 'data' });
        // The message alone: through the event a page would reach the sender.
        expect(heard).toEqual([[{ plain: 'data' }]]);
        expect((stop as () => unknown)()).toBeUndefined();
      }
      for (const channel of ['ipc-message', 'app.info', '', undefined]) {
        expect(() => desktop['on']!(channel, () => {})).toThrow(TypeError);
      }
    },
    spoil: [
      inText('preload', 'listener(message)', 'listener(_event, message)'),
      inText('preload', /exposeInMainWorld\("desktop", Object\.freeze\(\{/, '$& raw: electron.ipcRenderer,'),
      inText('preload', /if \(known === void 0[^\n]*/, ''),
    ],
  },
];
