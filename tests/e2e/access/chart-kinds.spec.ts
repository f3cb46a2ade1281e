/** Every kind of chart on made-up figures, without the app around it: its keys, its numbers, small windows, system colours. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { bundleCharts } from '../../../scripts/lib/chart-pages.js';
import { ensureChromium } from '../../../scripts/lib/chromium-binary.js';
import { openChart, serveCharts } from '../../../scripts/lib/serve-charts.js';
import { chartNames } from '../../../scripts/screens-harness/names.js';
import { createAxeWalk } from '../support/axe.js';
import { faultsOf, tipOf } from '../support/chart-faults.js';

const test = base.extend<object, { charts: Page }>({
  charts: [
    async ({ playwright }, use) => {
      const executablePath = ensureChromium(() => undefined);
      if (executablePath === undefined) throw new Error('No Chromium');
      const folder = mkdtempSync(join(tmpdir(), 'steading-charts-'));
      await bundleCharts(folder);
      const browser = await playwright.chromium.launch({
        executablePath,
        chromiumSandbox: process.getuid?.() !== 0,
      });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await serveCharts(page, folder);
      await use(page);
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});

/** 520 points are walked by hand in the bench, not one by one here. */
const walked = chartNames.filter((name) => name !== 'ten-years');

test('every kind can be walked, and says in its tip and its table what it draws', async ({
  charts: page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  const found: string[] = [];
  for (const name of walked) {
    await openChart(page, name);
    for (const figure of await page.locator('figure[data-chart]').all()) {
      if ((await figure.getByRole('application').count()) === 0) {
        await expect(figure.getByText('Hidden: fewer than 5')).toBeVisible();
        continue;
      }
      found.push(...(await faultsOf(page, figure, name)));
    }
  }
  expect(found).toEqual([]);
});

test('charts on one axis show one month: by the arrow keys, and Escape puts all tips away', async ({
  charts: page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openChart(page, 'stacked');
  const [first, second] = await page.locator('figure[data-chart]').all();
  await first!.getByRole('application').focus();
  for (const month of ['May 2023', 'June 2023']) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await tipOf(first!)).name).toBe(month);
    await expect.poll(async () => (await tipOf(second!)).name).toBe(month);
  }
  expect((await tipOf(second!)).lines[0]).toMatch(/^Sickness: \d/);
  await page.keyboard.press('Escape');
  await expect(first!.locator('.recharts-tooltip-wrapper [role="status"]')).toHaveCount(0);
});

test('nothing is wider than a narrow window, and axe has nothing to say, in light, dark and system colours', async ({
  charts: page,
}) => {
  test.setTimeout(300_000);
  const axe = createAxeWalk();
  const found: string[] = [];
  const looks = [
    { colorScheme: 'light', forcedColors: 'none', width: 320 },
    { colorScheme: 'dark', forcedColors: 'none', width: 1366 },
    { colorScheme: 'light', forcedColors: 'active', width: 1366 },
  ] as const;
  for (const { colorScheme, forcedColors, width } of looks) {
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 768 });
    for (const name of chartNames) {
      await openChart(page, name);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.push(`${name} at ${width}: ${wide} px wider than the window`);
      await axe.look(page, `${name}, ${colorScheme}, ${forcedColors}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  expect([...found, ...axe.report()]).toEqual([]);
});
