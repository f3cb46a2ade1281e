/**
 * Items 1 to 10 of the twenty in Electron's security tutorial, in its order, as checks of our built bundles.
 * `spoil` undoes what the check looks at: a check that still passes then is no check, and the test says so.
 */
import { expect } from 'vitest';
import {
  expectNoSwitch,
  fetchApp,
  foreign,
  inMain,
  isCancelled,
  permissions,
  policyOf,
  pref,
  preferences,
  type Item,
} from './checklist-probes';

export const itemsTo10: readonly Item[] = [
  {
    title: 'Only load secure content',
    check(app) {
      const loads = app.electron.calls.filter(({ path }) => /\.load(URL|File)$/.test(path));
      expect(loads.map(({ args }) => args[0])).toEqual(['app://local/index.html']);
      for (const url of foreign) expect(isCancelled(app, url), url).toBe(true);
      for (const url of ['app://local/index.html', 'blob:app://local/1'])
        expect(isCancelled(app, url)).toBe(false);
      expect(app.page).not.toMatch(/(src|href)=["'](https?:)?\/\//);
      expectNoSwitch(app, 'ignore-certificate-errors', 'unsafely-treat-insecure-origin-as-secure');
      expect(app.listeners('app', 'certificate-error')).toEqual([]);
    },
    spoil: [
      inMain('cancel: !isAppUrl(url)', 'cancel: false'),
      inMain(/(const|var|let) startUrl = [^;]+;/, '$1 startUrl = "http://example.org/";'),
    ],
  },
  {
    title: 'Do not enable Node.js integration for remote content',
    check(app) {
      expect(preferences(app)).toMatchObject({
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
      });
    },
    spoil: [
      pref('nodeIntegration', false),
      pref('nodeIntegrationInWorker', false),
      pref('nodeIntegrationInSubFrames', false),
    ],
  },
  {
    title: 'Enable context isolation in all renderers',
    check(app) {
      expect(preferences(app)['contextIsolation']).toBe(true);
    },
    spoil: [pref('contextIsolation', true)],
  },
  {
    title: 'Enable process sandboxing',
    check(app) {
      expect(preferences(app)['sandbox']).toBe(true);
      expectNoSwitch(app, 'no-sandbox', 'disable-setuid-sandbox', 'disable-gpu-sandbox', 'no-zygote');
      // electron-builder's AppImage starts without one unless told otherwise.
      expect(app.packaging.appImage?.executableArgs).toEqual([]);
      expect(app.packaging.linux?.executableArgs ?? []).not.toContain('--no-sandbox');
    },
    spoil: [
      pref('sandbox', true),
      inMain('"no-pings"', '"no-sandbox"'),
      (source) => ({ ...source, packaging: { ...source.packaging, appImage: {} } }),
    ],
  },
  {
    title: 'Handle session permission requests from remote content',
    check(app) {
      const at = 'session.defaultSession';
      const [ask, ...more] = app.callsOf(`${at}.setPermissionRequestHandler`);
      expect(more).toEqual([]);
      const handler = ask?.args[0] as (
        contents: unknown,
        name: string,
        answer: (is: boolean) => void,
      ) => void;
      for (const name of permissions) {
        const answers: boolean[] = [];
        handler({}, name, (granted) => answers.push(granted));
        expect(answers, name).toEqual([false]);
        for (const kind of ['setPermissionCheckHandler', 'setDevicePermissionHandler']) {
          const check = app.callsOf(`${at}.${kind}`)[0]?.args[0] as (...args: unknown[]) => boolean;
          expect(check({}, name, 'app://local', {}), name).toBe(false);
        }
      }
      // One session, closed before the page is asked for.
      expect(app.electron.touched).not.toContain('session.fromPartition');
      expect(preferences(app)).not.toHaveProperty('partition');
      const order = app.electron.calls.map(({ path }) => path);
      expect(order.indexOf(`${at}.setPermissionRequestHandler`)).toBeLessThan(
        order.indexOf('new BrowserWindow'),
      );
    },
    spoil: [
      inMain('answer(false)', 'answer(_permission === "media")'),
      inMain(/setPermissionCheckHandler\(\(\) => false\)/, 'setPermissionCheckHandler(() => true)'),
      inMain(/setDevicePermissionHandler\(\(\) => false\)/, 'setDevicePermissionHandler(() => true)'),
    ],
  },
  {
    title: 'Do not disable webSecurity',
    check(app) {
      expect(preferences(app)['webSecurity']).toBe(true);
      expectNoSwitch(app, 'disable-web-security', 'disable-site-isolation-trials');
    },
    spoil: [pref('webSecurity', true), inMain('"no-pings"', '"disable-web-security"')],
  },
  {
    title: 'Define a Content Security Policy',
    async check(app) {
      const page = await fetchApp(app, 'app://local/index.html');
      const script = await fetchApp(app, 'app://local/index.js');
      expect([page.status, script.status]).toEqual([200, 200]);
      const [, nonce] = /'nonce-([^']+)'/.exec(policyOf(page).get('style-src') ?? '') ?? [];
      expect((nonce ?? '').length).toBeGreaterThan(20);
      expect(await page.text()).toContain(nonce);
      for (const [response, style] of [
        [page, `'self' 'nonce-${String(nonce)}'`],
        [script, "'self'"],
      ] as const) {
        expect(Object.fromEntries(policyOf(response))).toEqual({
          'default-src': "'none'",
          'script-src': "'self' 'wasm-unsafe-eval'",
          'worker-src': "'self'",
          'style-src': style,
          'img-src': "'self' blob:",
          'font-src': "'self'",
          'connect-src': "'none'",
          'object-src': "'none'",
          'base-uri': "'none'",
          'form-action': "'none'",
          'frame-ancestors': "'none'",
        });
      }
      expect(app.electron.touched).not.toContain('session.defaultSession.webRequest.onHeadersReceived');
    },
    spoil: [
      inMain(`"script-src 'self' 'wasm-unsafe-eval'"`, `"script-src 'self' 'unsafe-inline'"`),
      inMain(/"Content-Security-Policy": contentSecurityPolicy\(nonce\),/, ''),
    ],
  },
  {
    title: 'Do not enable allowRunningInsecureContent',
    check(app) {
      expect(preferences(app)['allowRunningInsecureContent']).toBe(false);
      expectNoSwitch(app, 'allow-running-insecure-content');
    },
    spoil: [pref('allowRunningInsecureContent', false)],
  },
  {
    title: 'Do not enable experimental features',
    check(app) {
      expect(preferences(app)['experimentalFeatures']).toBe(false);
      expectNoSwitch(app, 'enable-experimental-web-platform-features', 'js-flags');
    },
    spoil: [pref('experimentalFeatures', false), inMain('"no-pings"', '"js-flags"')],
  },
  {
    title: 'Do not use enableBlinkFeatures',
    check(app) {
      for (const name of Object.keys(preferences(app))) expect(name).not.toMatch(/BlinkFeatures/);
      expectNoSwitch(app, 'enable-blink-features', 'enable-features');
    },
    spoil: [
      inMain('webviewTag: false', 'webviewTag: false, enableBlinkFeatures: "CSSVariables"'),
      inMain('"no-pings"', '"enable-features"'),
    ],
  },
];
