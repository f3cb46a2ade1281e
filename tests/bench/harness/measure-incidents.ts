/** Today and Incidents with many open plans, each round in a browser started afresh, on one profile. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { stepsEach } from '../data/plans.js';
import type { IncidentFigures } from '../incidents/incidents-page.js';
import { launchBrowser } from './browser.js';
import type { MeasureScreens } from './measure-screens.js';

/** What issue 5 asks for. */
export const plansSize = { people: 200, plans: 400 } as const;

export async function measureIncidents(options: MeasureScreens): Promise<readonly IncidentFigures[]> {
  const { rounds, seed, say } = options;
  const folder = join(options.folder, 'incidents');
  mkdirSync(folder, { recursive: true });
  say(`Building incidents (${plansSize.plans} plans of ${stepsEach} steps)...`);
  await inPage(options, folder, (page) =>
    page.evaluate((size) => window.benchIncidents!.build(size), { seed, ...plansSize }),
  );
  const all: IncidentFigures[] = [];
  // The first is not counted: what a store puts in order after a big import is no ordinary morning.
  for (let round = 0; round <= rounds; round += 1) {
    const figures = await inPage(options, folder, (page) =>
      page.evaluate(() => window.benchIncidents!.open()),
    );
    if (
      figures.plans !== plansSize.plans ||
      figures.steps !== plansSize.plans * stepsEach ||
      figures.incidentRows < 1
    ) {
      throw new Error(`The screens showed other plans than were written: ${JSON.stringify(figures)}`);
    }
    if (round > 0) all.push(figures);
  }
  say(`Incidents: ${rounds} rounds done.`);
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
    await browser.page.goto(`${options.server.origin}/incidents/index.html`);
    await browser.page.waitForFunction(() => window.benchIncidents !== undefined);
    return await work(browser.page);
  } finally {
    await browser.close();
  }
}
