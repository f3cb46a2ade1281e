/** Pictures of every kind of chart on made-up figures: light, dark, and as paper has them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import UPNG from 'upng-js';
import { chartNames } from '../screens-harness/names.js';
import { bundleCharts } from './chart-pages.js';
import { openChart, serveCharts } from './serve-charts.js';

const looks = {
  light: { colorScheme: 'light', media: 'screen' },
  dark: { colorScheme: 'dark', media: 'screen' },
  print: { colorScheme: 'light', media: 'print' },
} as const;
type Look = keyof typeof looks;

/** Colours of a picture's palette: as many as flat colour and grey edges of letters need. */
const colours = 64;

async function picture(page: Page, file: string): Promise<void> {
  const full = await page.locator('main').screenshot({ animations: 'disabled' });
  const image = UPNG.decode(new Uint8Array(full).buffer);
  const packed = UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours);
  writeFileSync(file, Buffer.from(packed));
}

export interface ChartPictures {
  readonly chromium: string;
  readonly out: string;
  readonly names?: readonly string[];
  readonly width?: number;
  readonly looks?: readonly Look[];
  readonly say: (line: string) => void;
}

export async function saveChartPictures(options: ChartPictures): Promise<void> {
  const { names = chartNames, width = 1000 } = options;
  mkdirSync(options.out, { recursive: true });
  const pages = mkdtempSync(join(tmpdir(), 'steading-charts-'));
  await bundleCharts(pages);
  const browser = await chromium.launch({
    executablePath: options.chromium,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    page.on('pageerror', (error) => {
      options.say(`The page of charts stopped: ${error.message}`);
    });
    await serveCharts(page, pages);
    for (const look of options.looks ?? (Object.keys(looks) as Look[])) {
      await page.emulateMedia({ ...looks[look], reducedMotion: 'reduce' });
      for (const name of names) {
        await openChart(page, name);
        await picture(page, join(options.out, `${name}-${look}.png`));
      }
      options.say(`charts, ${look}`);
    }
  } finally {
    await browser.close();
    rmSync(pages, { recursive: true, force: true });
  }
}
