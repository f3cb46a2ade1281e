/** Ten years of weekly points: a browser started afresh for each round, and no vault. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartFigures } from '../charts/charts-page.js';
import { launchBrowser } from './browser.js';
import type { MeasureScreens } from './screen-rounds.js';

export async function measureCharts(options: MeasureScreens): Promise<readonly ChartFigures[]> {
  const folder = join(options.folder, 'charts');
  mkdirSync(folder, { recursive: true });
  const all: ChartFigures[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const browser = await launchBrowser(options.chromium, join(folder, `profile-${round}`));
    try {
      // The bench's server knows no style sheets; without them letters and lines would cost less than in the app.
      await browser.page.route('**/*.css', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, contentType: 'text/css; charset=utf-8' });
      });
      await browser.page.goto(`${options.server.origin}/charts/index.html`);
      await browser.page.waitForFunction(() => window.benchCharts !== undefined);
      all.push(await browser.page.evaluate(() => window.benchCharts!.open()));
    } finally {
      await browser.close();
    }
  }
  options.say(`charts: ${options.rounds} rounds done.`);
  return all;
}
