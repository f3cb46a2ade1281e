/** Lets a page of any Chromium open the bundled page of charts, under an address that no network knows. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Page } from 'playwright-core';

export const chartsOrigin = 'http://charts.invalid';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** `folder` is what `bundleCharts` built into. */
export async function serveCharts(page: Page, folder: string): Promise<void> {
  await page.route(`${chartsOrigin}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname;
    await route.fulfill({
      body: readFileSync(join(folder, path)),
      contentType: types[extname(path)] ?? 'application/octet-stream',
    });
  });
}

export async function openChart(page: Page, name: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${chartsOrigin}/index.html#${name}`);
  await page.locator('svg.recharts-surface').first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  // Recharts measures its own words once before they stand where they stay.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
}
