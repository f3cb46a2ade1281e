/** What the items of Electron's checklist look at, and how a bundle is spoiled to see that they look. */
import { expect } from 'vitest';
import type { LoadedApp, Source } from './checklist-app';

export interface Item {
  readonly title: string;
  readonly check: (app: LoadedApp) => Promise<void> | void;
  readonly spoil: readonly ((source: Source) => Source)[];
}

/** Replaces in one bundle; the text must be there, so that a spoiling cannot wear out unnoticed. */
export function inText(
  part: 'main' | 'preload' | 'page',
  from: string | RegExp,
  to: string,
): (source: Source) => Source {
  return (source) => {
    const text = source[part].replace(from, to);
    if (text === source[part]) throw new Error(`nothing to spoil: ${String(from)} is not in ${part}`);
    return { ...source, [part]: text };
  };
}

export const inMain = (from: string | RegExp, to: string) => inText('main', from, to);
export const pref = (name: string, from: boolean) => inMain(`${name}: ${from}`, `${name}: ${!from}`);

/** Started as `start` runs, after every other door was closed. */
export const atStart = (line: string) => inMain(/renewal\.load\(\);(?=\s*\n\})/, `$&\n${line}`);

export function preferences(app: LoadedApp): Record<string, unknown> {
  const windows = app.callsOf('new BrowserWindow');
  expect(windows).toHaveLength(1);
  const [options] = windows[0]!.args as [{ webPreferences: Record<string, unknown> }];
  return options.webPreferences;
}

export function expectNoSwitch(app: LoadedApp, ...names: readonly string[]): void {
  const used = app.callsOf('app.commandLine.appendSwitch').map(({ args }) => args[0]);
  expect(used.length).toBeGreaterThan(0);
  for (const name of names) expect(used).not.toContain(name);
}

export const foreign = [
  'http://example.org/',
  'https://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'ftp://example.org/x',
  'file:///etc/passwd',
  'data:text/html,x',
  'chrome://settings',
  'devtools://devtools/x',
  'app://other/index.html',
  'app://local.example.org/index.html',
  'javascript:alert(1)',
];

/** Whether the session lets a request out. */
export function isCancelled(app: LoadedApp, url: string): boolean | undefined {
  const [call] = app.callsOf('session.defaultSession.webRequest.onBeforeRequest');
  const listener = call?.args.at(-1) as (details: unknown, answer: (response: unknown) => void) => void;
  let cancel: boolean | undefined;
  listener({ url, resourceType: 'xhr' }, (response) => {
    ({ cancel } = response as { cancel: boolean });
  });
  return cancel;
}

/** What main does with a page's event: was it prevented? */
export function isPrevented(app: LoadedApp, event: string, url: string, isMainFrame = true): boolean {
  const contents = app.electron.object('contents');
  const before = app.electron.calls.length;
  for (const made of app.listeners('app', 'web-contents-created')) made({}, contents);
  const listeners = app.electron.calls
    .slice(before)
    .filter(({ path, args }) => path === 'contents.on' && args[0] === event)
    .map(({ args }) => args[1] as (...all: unknown[]) => void);
  let prevented = false;
  const preventDefault = (): void => {
    prevented = true;
  };
  for (const listener of listeners) listener({ preventDefault, url, isMainFrame }, url, {});
  return prevented;
}

/** The answer that a page gets when it opens a window. */
export function windowAnswer(app: LoadedApp, url: string): unknown {
  const contents = app.electron.object('opener');
  const before = app.electron.calls.length;
  for (const made of app.listeners('app', 'web-contents-created')) made({}, contents);
  const call = app.electron.calls.slice(before).find(({ path }) => path === 'opener.setWindowOpenHandler');
  return (call?.args[0] as ((details: unknown) => unknown) | undefined)?.({ url, disposition: 'new-window' });
}

export async function fetchApp(app: LoadedApp, url: string): Promise<Response> {
  const [call] = app.callsOf('protocol.handle');
  const handler = call?.args[1] as (request: Request) => Promise<Response>;
  return handler(new Request(url));
}

export function policyOf(response: Response): Map<string, string> {
  const header = response.headers.get('content-security-policy') ?? '';
  return new Map(
    header.split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/);
      return [name, values.join(' ')] as const;
    }),
  );
}

export const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

export const forgedSenders = [
  null,
  { origin: 'https://example.org', parent: null },
  { origin: 'app://other', parent: null },
  { origin: 'app://local.example.org', parent: null },
  { origin: 'file://', parent: null },
  { origin: 'null', parent: null },
  { origin: '', parent: null },
  // Our own origin in a frame inside the page.
  { origin: 'app://local', parent: { origin: 'app://local', parent: null } },
];
