/** One Chromium for one opening: a cold start each time, on the profile that the contender was built in. */
import { readFileSync, statfsSync } from 'node:fs';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  '--enable-blink-features=ForceEagerMeasureMemory',
  '--no-pings',
];

export interface BenchBrowser {
  readonly page: Page;
  readonly version: string;
  /** Resident memory of the page's process, MiB; null where the system does not tell. */
  residentMiB(): Promise<number | null>;
  close(): Promise<void>;
}

/** Playwright would keep Chromium's shared memory in files under /tmp: not where there is room in memory. */
function hasSharedMemory(): boolean {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > 512 * 1024 * 1024;
  } catch {
    return false;
  }
}

export async function launchBrowser(executablePath: string, profile: string): Promise<BenchBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: hasSharedMemory() ? ['--disable-dev-shm-usage'] : [],
    args: flags,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  return {
    page,
    version: context.browser()?.version() ?? '',
    residentMiB: () => residentMiB(context),
    close: () => context.close(),
  };
}

export async function chromiumVersion(executablePath: string, profile: string): Promise<string> {
  const browser = await launchBrowser(executablePath, profile);
  await browser.close();
  return browser.version;
}

/** The largest renderer is the one with the page in it: the other holds an empty tab. */
async function residentMiB(context: BrowserContext): Promise<number | null> {
  const browser = context.browser();
  if (browser === null || process.platform !== 'linux') return null;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter((info) => info.type === 'renderer')
    .map((info) => {
      const status = readFileSync(`/proc/${info.id}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
    });
  return sizes.length === 0 ? null : Math.max(...sizes);
}
