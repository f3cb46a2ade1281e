/** The app's own screens in a browser: built once, then opened round by round, each time in a browser started afresh. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import type { BenchServer } from './server.js';

export interface MeasureScreens {
  readonly rounds: number;
  readonly seed: number;
  readonly chromium: string;
  readonly server: BenchServer;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export interface ScreenRounds<F> {
  /** Of the page, its folder and what is said. */
  readonly name: 'screens' | 'incidents';
  build(page: Page): Promise<void>;
  open(page: Page): Promise<F>;
  /** Whether the screens showed what was written. */
  isRight(figures: F): boolean;
}

const readyNames = { screens: 'benchScreens', incidents: 'benchIncidents' } as const;

export async function measureRounds<F>(
  options: MeasureScreens,
  { name, build, open, isRight }: ScreenRounds<F>,
): Promise<readonly F[]> {
  const folder = join(options.folder, name);
  mkdirSync(folder, { recursive: true });
  await inPage(options, folder, name, build);
  const all: F[] = [];
  // The first is not counted: what a store puts in order after a big import is no ordinary morning.
  for (let round = 0; round <= options.rounds; round += 1) {
    const figures = await inPage(options, folder, name, open);
    if (!isRight(figures))
      throw new Error(`The ${name} showed something else than was written: ${JSON.stringify(figures)}`);
    if (round > 0) all.push(figures);
  }
  options.say(`${name}: ${options.rounds} rounds done.`);
  return all;
}

async function inPage<T>(
  options: MeasureScreens,
  folder: string,
  name: ScreenRounds<unknown>['name'],
  work: (page: Page) => Promise<T>,
): Promise<T> {
  options.server.useFolder(folder);
  const browser = await launchBrowser(options.chromium, join(folder, 'profile'));
  try {
    await browser.page.goto(`${options.server.origin}/${name}/index.html`);
    await browser.page.waitForFunction((ready) => ready in window, readyNames[name]);
    return await work(browser.page);
  } finally {
    await browser.close();
  }
}
