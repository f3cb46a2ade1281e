/** Starting Chromium: flags, profile, proxy and the gate that every request has to pass. */
import { existsSync, mkdirSync, readFileSync, readlinkSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { errorText, log, trace } from './log.js';
import { startTrapProxy } from './proxy.js';
import { handlerFor, toApp } from './schemes.js';
import { chromiumPath, driven, headed } from './settings.js';
import { createEvent } from './strict.js';
import { isCancelledByMain } from './web-request.js';
import type { WebContents } from './web-contents.js';

/** Pages that belong to a window of the product. Any other page is a popup and is closed. */
export const contentsByPage = new Map<Page, WebContents>();
/** Pages the host is opening at this moment, before they are in the map. */
export const pagesBeingOpened = { count: 0 };

export const isFreshPage = (page: Page): boolean => /^(about:blank|data:text\/html,)$/.test(page.url());

const PREFERENCES = {
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  profile: { password_manager_enabled: false, exit_type: 'Normal' },
  autofill: { profile_enabled: false, credit_card_enabled: false },
  translate: { enabled: false },
  browser: { enable_spellchecking: false, has_seen_welcome_page: true },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  session: { restore_on_startup: 5 },
  search: { suggest_enabled: false },
  safebrowsing: { enabled: false, enhanced: false },
  alternate_error_pages: { enabled: false },
  net: { network_prediction_options: 2 },
  signin: { allowed: false },
  payments: { can_make_payment_enabled: false },
  dns_over_https: { mode: 'off' },
};

function merge(into: Record<string, unknown>, from: Record<string, unknown>): Record<string, unknown> {
  for (const [key, value] of Object.entries(from)) {
    const known = into[key];
    const isFolder = (item: unknown): item is Record<string, unknown> =>
      typeof item === 'object' && item !== null && !Array.isArray(item);
    into[key] = isFolder(value) ? merge(isFolder(known) ? known : {}, value) : value;
  }
  return into;
}

function prepareProfile(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  mkdirSync(join(profile, 'Default'), { recursive: true, mode: 0o700 });
  let known: Record<string, unknown> = {};
  try {
    known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    // A new profile, or one damaged by a crash: Chromium would start from an empty file as well.
  }
  writeFileSync(file, JSON.stringify(merge(known, PREFERENCES)));
}

/** Playwright keeps Chromium's shared memory in files under /tmp. Page memory belongs in memory, if there is room. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 256 * 1024 * 1024;
  } catch {
    return false;
  }
}

async function gate(route: Route): Promise<void> {
  const request = route.request();
  const url = toApp(request.url());
  const frame = (() => {
    try {
      return request.frame();
    } catch {
      return undefined; // a navigation of a page that is not there yet
    }
  })();
  const page = frame?.page();
  const contents = page && contentsByPage.get(page);

  if (request.isNavigationRequest() && frame && contents) {
    const isMainFrame = frame === page.mainFrame();
    if (!isMainFrame || (await contents.isNavigatingItself(url))) {
      const event = createEvent({
        url,
        isMainFrame,
        isSameDocument: false,
        frame: { url: toApp(frame.url()) },
      });
      contents.emit('will-frame-navigate', event, url);
      if (isMainFrame) contents.emit('will-navigate', event, url);
      if (event.defaultPrevented) {
        log.requests.push(url);
        log.blocked.push(`NAVIGATE ${url}`);
        return route.abort('aborted');
      }
    }
  }
  if (handlerFor(url)) return route.continue(); // on to the proxy, which answers from protocol.handle

  log.requests.push(url);
  const cancelled = await isCancelledByMain({
    url,
    method: request.method(),
    resourceType: request.resourceType(),
    ...(contents ? { webContentsId: contents.id } : {}),
  });
  log.blocked.push(
    `${request.method()} ${url}${cancelled ? '' : ' (main let it pass; the host refused it)'}`,
  );
  return route.abort(cancelled ? 'blockedbyclient' : 'internetdisconnected');
}

/** `SingletonLock` is a link named host-pid. */
export function browserPid(profile: string): number {
  return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').pop());
}

async function debuggingPort(profile: string): Promise<number> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 400; tries += 1) {
    const port = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    if (port > 0) return port;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Chromium did not write DevToolsActivePort');
}

async function launch(profile: string, size: { width: number; height: number }): Promise<BrowserContext> {
  const proxy = await startTrapProxy();
  prepareProfile(profile);
  // Loaded late: a second start never needs it, and it takes note of the temp folder as it loads.
  const { chromium } = await import('playwright-core');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: !headed,
    chromiumSandbox: process.getuid?.() !== 0 && process.env['STEADING_HOST_NO_SANDBOX'] !== '1',
    // The window and the system decide, as in Electron; a test sets what it wants on its own page.
    viewport: null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    contrast: null,
    acceptDownloads: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ignoreDefaultArgs: [
      '--enable-automation',
      ...(hasSharedMemory() ? ['--disable-dev-shm-usage'] : []),
      ...(headed ? ['about:blank'] : []),
    ],
    args: [
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      '--proxy-bypass-list=<-loopback>',
      `--ignore-certificate-errors-spki-list=${proxy.spkiHash}`,
      ...(driven ? ['--remote-debugging-port=0', '--remote-debugging-address=127.0.0.1'] : []),
      '--disable-quic',
      '--disable-domain-reliability',
      '--disable-client-side-phishing-detection',
      '--disable-crash-reporter',
      '--disable-logging',
      '--disable-notifications',
      '--disable-spell-checking',
      '--disable-save-password-bubble',
      '--hide-crash-restore-bubble',
      '--disk-cache-size=1',
      '--dns-over-https-mode=off',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--no-pings',
      `--window-size=${size.width},${size.height}`,
      ...(headed ? ['--app=data:text/html,', '--test-type'] : []),
    ],
  });
  trace('chromium launched');
  await context.route('**/*', (route) =>
    gate(route).catch((error: unknown) => {
      // A request whose page has gone cannot be answered; anything else is worth knowing.
      if (!/closed|crashed|Invalid InterceptionId|already handled/i.test(errorText(error))) {
        log.hostErrors.push(`gate: ${errorText(error)}`);
      }
    }),
  );
  context.on('page', (page) => {
    if (pagesBeingOpened.count === 0 && !contentsByPage.has(page)) void page.close().catch(() => undefined);
  });
  if (driven) {
    const port = await debuggingPort(profile);
    process.send?.({ type: 'ready', port, browserPid: browserPid(profile) });
  }
  return context;
}

let running: Promise<BrowserContext> | undefined;

/** Chromium starts with the first window and takes its size. */
export function browser(profile: string, size: { width: number; height: number }): Promise<BrowserContext> {
  return (running ??= launch(profile, size));
}

/**
 * Takes an origin's storage away, as Electron's `clearStorageData` does: by its files, whatever state they are in.
 * `storages` as Chromium's own protocol names them.
 */
export async function clearStorage(origin: string, storages: readonly string[]): Promise<void> {
  const context = await running;
  const page = context?.pages()[0];
  if (!context || !page) throw new Error('There is no page to clear the storage of');
  const session = await context.newCDPSession(page);
  try {
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: storages.join(',') });
  } finally {
    await session.detach();
  }
}

export async function closeBrowser(): Promise<void> {
  const context = await running?.catch(() => undefined);
  await context?.close().catch(() => undefined);
}

/** Process ids of all of Chromium's renderers, the one kept in reserve included. */
export async function rendererProcesses(): Promise<number[]> {
  const open = (await running)?.browser();
  if (!open) return [];
  const session = await open.newBrowserCDPSession();
  try {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  } finally {
    await session.detach();
  }
}
