/** A chart leaves the app: its numbers and its picture on the clipboard, its picture as a file that stands in the log. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import UPNG from 'upng-js';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type AppHost } from '../fixtures.js';
import { lock } from '../page-models/locking.js';
import { goTo, openDemo } from '../support/places.js';

async function firstChart(page: Page): Promise<Locator> {
  await goTo(page, '/workforce');
  const figure = page
    .locator('figure[data-chart]')
    .filter({ has: page.getByRole('button', { name: 'Picture' }) })
    .first();
  await expect(figure).toBeVisible();
  return figure;
}

async function choose(page: Page, figure: Locator, item: string): Promise<void> {
  await figure.getByRole('button', { name: 'Picture' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

const pictures = async (app: AppHost): Promise<number> => (await app.state()).pictures;

test('numbers and picture are copied, and leave the clipboard with the lock', async ({ app }) => {
  const page = await openDemo(app);
  const figure = await firstChart(page);
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const headings = await figure.getByRole('columnheader').allTextContents();
  await figure.getByRole('button', { name: 'Copy numbers' }).click();
  await expect(page.getByText('The numbers are copied.').first()).toBeVisible();
  const [first = '', ...rows] = (await app.state()).clipboard.split('\n');
  // What stands behind a figure stays inside.
  expect(headings).toEqual(expect.arrayContaining(first.split('\t')));
  expect(first.split('\t').length).toBeLessThan(headings.length);
  expect(rows.length).toBe(await figure.locator('tbody tr').count());

  await choose(page, figure, 'Copy picture');
  await expect(page.getByText('The picture is copied.').first()).toBeVisible();
  expect(await pictures(app)).toBe(1);
  expect((await app.state()).clipboard).toBe('');
  await lock(page);
  await expect.poll(() => pictures(app)).toBe(0);
});

test('a saved picture is light whatever the window is, stands alone, and is in the log', async ({ app }) => {
  const page = await openDemo(app);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 500, height: 800 });
  const figure = await firstChart(page);
  const sentence = (await figure.getByRole('heading').textContent()) ?? '';
  const folder = app.userDataDir;

  const svgPath = join(folder, 'chart.svg');
  await app.answerDialog({ kind: 'save', filePath: svgPath });
  await choose(page, figure, 'Save picture (SVG)');
  await expect(page.getByText('Saved, and added to the export log.').first()).toBeVisible();
  const svg = readFileSync(svgPath, 'utf8');
  // The sentence on the screen speaks of two people; in what leaves, such figures are left out and counted.
  expect(sentence).toContain('2 of 11');
  expect(svg).not.toContain('2 of 11');
  expect(svg).toMatch(/<desc>\d+ of \d+ figures are left out: they are about too few people<\/desc>/);
  expect(svg).toContain('Not checked for publication');
  expect(svg).toContain('fill="rgb(255, 255, 255)"');
  // Nothing that only this app could resolve, and nothing from elsewhere.
  expect(svg).not.toMatch(/var\(|class=|style=|href=|url\(|<script|<foreignObject|light-dark/);
  const addresses = new Set([...svg.matchAll(/https?:[^"]*/g)].map(([address]) => address));
  expect([...addresses]).toEqual(['http://www.w3.org/2000/svg']);

  const pngPath = join(folder, 'chart.png');
  await app.answerDialog({ kind: 'save', filePath: pngPath });
  await choose(page, figure, 'Save picture (PNG)');
  await expect.poll(() => existing(pngPath)).toBeGreaterThan(10_000);
  const image = UPNG.decode(new Uint8Array(readFileSync(pngPath)).buffer);
  expect(image.width).toBe(1920);
  const pixels = new Uint8Array(UPNG.toRGBA8(image)[0]!);
  expect([...pixels.slice(0, 4)]).toEqual([255, 255, 255, 255]);
  // Words and lines: the drawing is there, not an empty sheet.
  const dark = pixels.filter((value, at) => at % 4 === 0 && value < 90).length;
  expect(dark).toBeGreaterThan(3_000);

  await goTo(page, '/reports');
  await expect(page.getByText('Picture', { exact: true })).toHaveCount(2);
});

function existing(path: string): number {
  try {
    return readFileSync(path).length;
  } catch {
    return 0;
  }
}
