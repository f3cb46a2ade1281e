/** Ten years by twenty teams by six reasons with every margin, checked in the app's own worker. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LargeTableSize } from '../data/large-table.js';
import type { DisclosureFigures } from '../disclosure/disclosure-page.js';
import { launchBrowser } from './browser.js';
import type { MeasureScreens } from './screen-rounds.js';

export const yearsTable = { periods: 10, teams: 20, reasons: 6, mean: 3, hidesZero: true } as const;

/** A browser started afresh for each round: the worker compiles and warms up as it does for a person. */
export async function measureDisclosure(options: MeasureScreens): Promise<readonly DisclosureFigures[]> {
  const folder = join(options.folder, 'disclosure');
  mkdirSync(folder, { recursive: true });
  const all: DisclosureFigures[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const browser = await launchBrowser(options.chromium, join(folder, `profile-${round}`));
    try {
      await browser.page.goto(`${options.server.origin}/disclosure/index.html`);
      await browser.page.waitForFunction(() => window.benchDisclosure !== undefined);
      const size: LargeTableSize = { ...yearsTable, seed: options.seed };
      const figures = await browser.page.evaluate((asked) => window.benchDisclosure!.open(asked), size);
      if (figures.protectedCount === 0 || figures.method === 'hide-all')
        throw new Error(`The check did something else than it should: ${JSON.stringify(figures)}`);
      all.push(figures);
    } finally {
      await browser.close();
    }
  }
  options.say(`disclosure: ${options.rounds} rounds done.`);
  return all;
}
