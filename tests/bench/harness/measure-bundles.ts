/** 500 bundles of 24 months: read, verified and added up. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleFigures } from '../bundles/bundles-page.js';
import { launchBrowser } from './browser.js';
import type { MeasureScreens } from './screen-rounds.js';

const count = 500;
const months = 24;

/** A browser started afresh for each round: the code is compiled and warms up as it does for a person. */
export async function measureBundles(options: MeasureScreens): Promise<readonly BundleFigures[]> {
  const folder = join(options.folder, 'bundles');
  mkdirSync(folder, { recursive: true });
  const all: BundleFigures[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const browser = await launchBrowser(options.chromium, join(folder, `profile-${round}`));
    try {
      await browser.page.goto(`${options.server.origin}/bundles/index.html`);
      await browser.page.waitForFunction(() => window.benchBundles !== undefined);
      const figures = await browser.page.evaluate(
        ([seed, wanted]) => window.benchBundles!.open(seed, wanted),
        [options.seed, count] as const,
      );
      if (figures.bundles !== count || figures.months !== months || figures.sums < months * 12)
        throw new Error(`The sums are of something else than was made up: ${JSON.stringify(figures)}`);
      all.push(figures);
    } finally {
      await browser.close();
    }
  }
  options.say(`bundles: ${options.rounds} rounds done.`);
  return all;
}
