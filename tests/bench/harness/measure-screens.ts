/** People and coverage of a large service, each round in a browser started afresh, on one profile. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TeamSize } from '../data/team.js';
import type { ScreenFigures } from '../screens/screens-page.js';
import { launchBrowser } from './browser.js';
import type { BenchServer } from './server.js';

/** What issue 4 asks for. */
export const screenSize = { people: 500, sessions: 20_000 } as const;

export interface MeasureScreens {
  readonly rounds: number;
  readonly seed: number;
  readonly chromium: string;
  readonly server: BenchServer;
  readonly folder: string;
  readonly say: (line: string) => void;
}

export async function measureScreens(options: MeasureScreens): Promise<readonly ScreenFigures[]> {
  const { rounds, seed, say } = options;
  const size: TeamSize = { seed, ...screenSize };
  const folder = join(options.folder, 'screens');
  mkdirSync(folder, { recursive: true });
  say(`Building screens (${size.people} people, ${size.sessions} sessions)...`);
  await inPage(options, folder, (page) => page.evaluate((asked) => window.benchScreens!.build(asked), size));
  const all: ScreenFigures[] = [];
  // The first is not counted: what a store puts in order after a big import is no ordinary morning.
  for (let round = 0; round <= rounds; round += 1) {
    const figures = await inPage(options, folder, (page) => page.evaluate(() => window.benchScreens!.open()));
    if (
      figures.people !== size.people ||
      figures.sessions !== size.sessions ||
      figures.peopleRows < 1 ||
      figures.coverageRows < 1
    ) {
      throw new Error(`The screens showed other records than were written: ${JSON.stringify(figures)}`);
    }
    if (round > 0) all.push(figures);
  }
  say(`Screens: ${rounds} rounds done.`);
  return all;
}

async function inPage<T>(
  options: MeasureScreens,
  folder: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  options.server.useFolder(folder);
  const browser = await launchBrowser(options.chromium, join(folder, 'profile'));
  try {
    await browser.page.goto(`${options.server.origin}/screens/index.html`);
    await browser.page.waitForFunction(() => window.benchScreens !== undefined);
    return await work(browser.page);
  } finally {
    await browser.close();
  }
}
