import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ipcContract, type MenuCommand, pushContract } from '../../../shared/ipc/contract';
import type { ContentsPort, PreventableEvent, SessionPort } from '../../../electron/ports';
import { appInfo, isInCloudFolder } from '../../../electron/services/app-info';
import { localUserData } from '../../../electron/services/user-data';
import {
  appSchemePrivileges,
  assetPath,
  createAppSchemeHandler,
  isAppUrl,
} from '../../../electron/shell/app-scheme';
import { chromiumSwitches, closeContents, closeSession } from '../../../electron/shell/close-doors';
import { contentSecurityPolicy } from '../../../electron/shell/content-security';
import { menuTemplate } from '../../../electron/shell/menu-template';
import { paperColour, windowOptions } from '../../../electron/shell/window-options';

describe('window options: the Electron security checklist', () => {
  const packaged = windowOptions({ preload: '/app/preload.cjs', isPackaged: true, isDark: false });
  const preferences = packaged.webPreferences ?? {};

  test.each([
    ['sandbox', true],
    ['contextIsolation', true],
    ['nodeIntegration', false],
    ['nodeIntegrationInWorker', false],
    ['nodeIntegrationInSubFrames', false],
    ['webSecurity', true],
    ['allowRunningInsecureContent', false],
    ['experimentalFeatures', false],
    ['webviewTag', false],
    ['navigateOnDragDrop', false],
    ['spellcheck', false],
    ['devTools', false],
  ] as const)('%s is %s', (name, value) => {
    expect(preferences[name]).toBe(value);
  });

  test('switches on no Blink feature and no other door', () => {
    expect(Object.keys(preferences).sort()).toEqual(
      [
        'preload',
        'sandbox',
        'contextIsolation',
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'webSecurity',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'webviewTag',
        'navigateOnDragDrop',
        'spellcheck',
        'devTools',
      ].sort(),
    );
  });

  test('developer tools only outside a packaged build', () => {
    const open = windowOptions({ preload: '', isPackaged: false, isDark: false });
    expect(open.webPreferences?.devTools).toBe(true);
  });

  test('says nothing in the title, fits 1366 × 768, shrinks to 320, shows when painted', () => {
    expect(packaged).toMatchObject({
      title: 'Steading',
      width: 1366,
      height: 768,
      minWidth: 320,
      show: false,
    });
    expect(packaged.backgroundColor).toBe(paperColour(false));
    expect(paperColour(true)).not.toBe(paperColour(false));
  });
});

describe('app scheme', () => {
  let root: string;
  let handle: (request: Request) => Promise<Response>;
  let count = 0;
  beforeEach(() => {
    const folder = mkdtempSync(join(tmpdir(), 'steading-page-'));
    root = join(folder, 'renderer');
    mkdirSync(join(root, 'assets'), { recursive: true });
    mkdirSync(join(folder, 'renderer-other'));
    writeFileSync(join(folder, 'secret.html'), 'secret');
    writeFileSync(join(folder, 'renderer-other', 'x.html'), 'secret');
    writeFileSync(
      join(root, 'index.html'),
      '<meta property="csp-nonce" content="__CSP_NONCE__"><title>Steading</title>',
    );
    for (const name of [
      'a.js',
      'a.css',
      'a.svg',
      'a.png',
      'a.woff2',
      'a.wasm',
      'a.js.map',
      'a.exe',
      'noext',
    ]) {
      writeFileSync(join(root, 'assets', name), 'x');
    }
    count = 0;
    handle = createAppSchemeHandler({
      root,
      assets: { readFile },
      createNonce: () => `nonce${String((count += 1))}`,
    });
  });
  afterEach(() => {
    rmSync(join(root, '..'), { recursive: true, force: true });
  });
  const get = (url: string, method = 'GET'): Promise<Response> => handle(new Request(url, { method }));

  test('a page has a fresh nonce each load, the same in header and page', async () => {
    const first = await get('app://local/index.html');
    const second = await get('app://local/');
    expect(first.headers.get('content-security-policy')).toContain("style-src 'self' 'nonce-nonce1'");
    expect(await first.text()).toBe('<meta property="csp-nonce" content="nonce1"><title>Steading</title>');
    expect(second.headers.get('content-security-policy')).toContain("'nonce-nonce2'");
    expect(await second.text()).toContain('content="nonce2"');
  });

  test('scripts, workers included, carry the policy without a nonce', async () => {
    const script = await get('app://local/assets/a.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('content-security-policy')).toBe(contentSecurityPolicy(null));
    expect(count).toBe(0);
  });

  test.each([
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.svg', 'image/svg+xml'],
    ['a.png', 'image/png'],
    ['a.woff2', 'font/woff2'],
    ['a.wasm', 'application/wasm'],
  ])('%s is served as %s', async (name, type) => {
    const response = await get(`app://local/assets/${name}?v=1#x`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  });

  test.each(['a.js.map', 'a.exe', 'noext', 'missing.js', ''])('"%s" is not found', async (name) => {
    const response = await get(`app://local/assets/${name}`);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  test.each([
    'app://local/../secret.html',
    'app://local/%2e%2e/secret.html',
    'app://local/..%2fsecret.html',
    'app://local/assets/..%2f..%2fsecret.html',
    'app://local/..%5csecret.html',
    'app://local/%2e%2e%2frenderer-other/x.html',
    'app://local/%00index.html',
    'app://local/C:%2fsecret.html',
    'app://local/%zz.html',
    'app://other/index.html',
  ])('no way out of the folder: %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
  });

  test('assetPath never leaves the root', () => {
    expect(assetPath('/r', 'app://local/a/b.js')).toBe(join('/r', 'a/b.js'));
    expect(assetPath('/r', 'app://local/..%2fr2/x.js')).toBeNull();
    expect(assetPath('/r', 'https://local/a.js')).toBeNull();
    expect(assetPath('/r', 'not a url')).toBeNull();
  });

  test.each(['POST', 'PUT', 'HEAD', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    expect((await get('app://local/index.html', method)).status).toBe(405);
  });

  test('every answer carries the other headers', async () => {
    for (const url of ['app://local/index.html', 'app://local/assets/a.js', 'app://local/none.js']) {
      const { headers } = await get(url);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('permissions-policy')).toMatch(/camera=\(\).*geolocation=\(\)/);
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('the policy admits nothing inline, nothing evaluated, nothing remote', () => {
    const policy = contentSecurityPolicy('n');
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|data:|\*/);
    const directives = new Map(policy.split('; ').map((part) => [part.split(' ')[0], part]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(directives.get('connect-src')).toBe("connect-src 'none'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
  });

  test('the scheme has the least privileges', () => {
    expect(appSchemePrivileges).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true },
    });
  });
});

describe('closed doors', () => {
  test('the session refuses permissions, downloads, dictionaries and every foreign request', () => {
    const seen: { permission?: boolean; check?: boolean; device?: boolean; spell?: boolean; url?: string } =
      {};
    let prevented = 0;
    let before: Parameters<SessionPort['webRequest']['onBeforeRequest']>[0] = () => undefined;
    closeSession({
      setPermissionRequestHandler: (handler) => {
        handler({}, 'media', (granted) => (seen.permission = granted));
      },
      setPermissionCheckHandler: (handler) => (seen.check = handler()),
      setDevicePermissionHandler: (handler) => (seen.device = handler()),
      setSpellCheckerEnabled: (isEnabled) => (seen.spell = isEnabled),
      setSpellCheckerDictionaryDownloadURL: (url) => (seen.url = url),
      on: (_event, listener) => {
        listener({ preventDefault: () => (prevented += 1) });
      },
      webRequest: { onBeforeRequest: (listener) => (before = listener) },
    });
    expect(seen).toEqual({
      permission: false,
      check: false,
      device: false,
      spell: false,
      url: 'https://dictionaries.invalid/',
    });
    expect(prevented).toBe(1);
    const cancels = (url: string): boolean => {
      let isCancelled = false;
      before({ url }, (answer) => (isCancelled = answer.cancel));
      return isCancelled;
    };
    expect(cancels('app://local/assets/a.js')).toBe(false);
    expect(cancels('blob:app://local/3f')).toBe(false);
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'wss://example.org/',
      'file:///etc/passwd',
      'data:text/html,x',
      'app://localhost/',
      'app://local.example/',
      'app://local',
      'devtools://devtools/',
    ]) {
      expect(cancels(url), url).toBe(true);
      expect(isAppUrl(url)).toBe(false);
    }
  });

  test('the page can go nowhere and open nothing', () => {
    const events = new Map<string, (event: PreventableEvent) => void>();
    const opened: { action: 'deny' }[] = [];
    const contents: ContentsPort = {
      on: (event: string, listener: (event: PreventableEvent) => void) => events.set(event, listener),
      setWindowOpenHandler: (handler) => opened.push(handler()),
    };
    closeContents(contents);
    let prevented = 0;
    for (const listener of events.values()) listener({ preventDefault: () => (prevented += 1) });
    expect([...events.keys()].sort()).toEqual(
      ['will-attach-webview', 'will-frame-navigate', 'will-navigate', 'will-redirect'].sort(),
    );
    expect(prevented).toBe(4);
    expect(opened).toEqual([{ action: 'deny' }]);
  });

  test('no name resolves in Chromium', () => {
    expect(new Map<string, string>(chromiumSwitches).get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
  });
});

describe('menu', () => {
  function items(platform: string, options: { isUnlocked?: boolean; isPackaged?: boolean } = {}) {
    const sent: MenuCommand[] = [];
    const template = menuTemplate({
      platform,
      isPackaged: options.isPackaged ?? true,
      isUnlocked: options.isUnlocked ?? true,
      send: (command) => sent.push(command),
    });
    const flat: MenuItemConstructorOptions[] = [];
    const walk = (entries: MenuItemConstructorOptions[]): void => {
      for (const entry of entries) {
        flat.push(entry);
        if (Array.isArray(entry.submenu)) walk(entry.submenu);
      }
    };
    walk(template);
    return {
      flat,
      sent,
      byId: new Map(flat.flatMap((item) => (item.id === undefined ? [] : [[item.id, item]]))),
    };
  }
  const commands = pushContract['menu.command'].shape.command.options;

  test.each(['linux', 'win32', 'darwin'])('on %s every command has one item, which sends it', (platform) => {
    const { byId, sent } = items(platform);
    expect([...byId.keys()].sort()).toEqual([...commands].sort());
    for (const item of byId.values()) (item.click as () => void)();
    expect([...sent].sort()).toEqual([...commands].sort());
  });

  test('has the keys that the help page promises, each once', () => {
    const { byId, flat } = items('linux');
    const key = (id: string): string | undefined => byId.get(id)?.accelerator;
    expect(key('find')).toBe('CmdOrCtrl+K');
    expect(key('today')).toBe('CmdOrCtrl+1');
    expect(key('reports')).toBe('CmdOrCtrl+9');
    expect(key('lock')).toBe('CmdOrCtrl+L');
    expect(key('curtain')).toBe('CmdOrCtrl+Shift+H');
    expect(key('new-supervision')).toBe('CmdOrCtrl+Shift+S');
    expect(key('new-incident')).toBe('CmdOrCtrl+Shift+N');
    expect(key('settings')).toBe('CmdOrCtrl+,');
    expect(key('help')).toBe('F1');
    const keys = flat.flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('while locked only help and the curtain are left', () => {
    const { byId } = items('linux', { isUnlocked: false });
    const enabled = [...byId].filter(([, item]) => item.enabled !== false).map(([id]) => id);
    expect(enabled.sort()).toEqual(['curtain', 'help']);
  });

  test('no developer tools and no reload in a packaged build', () => {
    const roles = (isPackaged: boolean) => items('linux', { isPackaged }).flat.map((item) => item.role);
    expect(roles(true)).not.toContain('toggleDevTools');
    expect(roles(false)).toContain('toggleDevTools');
    for (const role of ['reload', 'forceReload', 'recentDocuments'] as const) {
      expect(roles(false)).not.toContain(role);
    }
  });
});

describe('where things lie', () => {
  test.each([
    ['C:\\Users\\a\\OneDrive\\Steading', true],
    ['C:\\Users\\a\\OneDrive - NHS Somewhere\\x', true],
    ['/Users/a/Library/Mobile Documents/x', true],
    ['/Users/a/Library/CloudStorage/GoogleDrive-a@example.org/x', true],
    ['/home/a/Dropbox/steading', true],
    ['/home/a/Dropbox (Work)/steading', true],
    ['G:\\My Drive\\x', true],
    ['C:\\Users\\a\\AppData\\Local\\Steading', false],
    ['/home/a/.config/steading', false],
    ['/home/dropboxer/.config/steading', false],
  ])('%s in a cloud folder: %s', (path, expected) => {
    expect(isInCloudFolder(path)).toBe(expected);
  });

  test('folders that the system names count too, whole names only', () => {
    expect(isInCloudFolder('D:\\Work\\x', ['D:\\Work\\'])).toBe(true);
    expect(isInCloudFolder('D:\\Workshop\\x', ['D:\\Work'])).toBe(false);
    expect(isInCloudFolder('/a', [''])).toBe(false);
  });

  test('app.info fits the contract on any system', () => {
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd']) {
      const info = appInfo({ version: '1.0.0', platform, userData: '/x', cloudRoots: [] });
      expect(ipcContract['app.info'].reply.safeParse({ ...info, refusals: [] }).success).toBe(true);
    }
  });

  test('Windows keeps the profile out of the roaming one; others keep the default', () => {
    const base = { home: 'C:\\Users\\a', appName: 'Steading', argv: [] as string[] };
    const local = 'C:\\Users\\a\\AppData\\Local';
    expect(localUserData({ ...base, platform: 'win32', localAppData: local })).toBe(`${local}\\Steading`);
    expect(localUserData({ ...base, platform: 'win32', localAppData: undefined })).toBe(`${local}\\Steading`);
    expect(localUserData({ ...base, platform: 'linux', localAppData: undefined })).toBeNull();
    const argv = ['--user-data-dir=C:\\t'];
    expect(localUserData({ ...base, platform: 'win32', localAppData: local, argv })).toBeNull();
  });
});
