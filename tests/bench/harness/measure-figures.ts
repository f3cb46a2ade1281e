/** The figures of Workforce for 500 posts over ten years, with 40,000 absences, in the app's own worker. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { largeServiceSize } from '../data/large-service.js';
import type { FiguresFigures } from '../figures/figures-page.js';
import { launchBrowser } from './browser.js';
import type { MeasureScreens } from './screen-rounds.js';

/** From November 2016 to November 2026. */
const months = 121;

function isRight({ absences, groups, headcount, ...figures }: FiguresFigures): boolean {
  return (
    absences === largeServiceSize.absences &&
    groups === largeServiceSize.teams + 1 &&
    figures.months === months &&
    headcount === largeServiceSize.posts
  );
}

/** A browser started afresh for each round: the worker compiles and warms up as it does for a person. */
export async function measureFigures(options: MeasureScreens): Promise<readonly FiguresFigures[]> {
  const folder = join(options.folder, 'figures');
  mkdirSync(folder, { recursive: true });
  const all: FiguresFigures[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const browser = await launchBrowser(options.chromium, join(folder, `profile-${round}`));
    try {
      await browser.page.goto(`${options.server.origin}/figures/index.html`);
      await browser.page.waitForFunction(() => window.benchFigures !== undefined);
      const figures = await browser.page.evaluate((seed) => window.benchFigures!.open(seed), options.seed);
      if (!isRight(figures))
        throw new Error(`The figures are of something else than was made up: ${JSON.stringify(figures)}`);
      all.push(figures);
    } finally {
      await browser.close();
    }
  }
  options.say(`figures: ${options.rounds} rounds done.`);
  return all;
}
