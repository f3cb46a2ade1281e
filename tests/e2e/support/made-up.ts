/** The made-up vault that several tests look at, one after the other. */
import type { Page } from '@playwright/test';
import type { AppHost } from '../hosts/host.js';
import { demoPaths, type DemoPaths, goTo, openDemo } from './places.js';

export interface MadeUp {
  readonly app: AppHost;
  readonly page: Page;
  /** Looked up anew each time: an earlier test may have deleted what it looked at. */
  paths(): Promise<DemoPaths>;
  /** Today, in the window and the colours of the start. */
  startAfresh(): Promise<void>;
}

export async function createMadeUp(app: AppHost): Promise<MadeUp> {
  const page = await openDemo(app);
  const size = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
  const sheets = await page.evaluate(() => document.adoptedStyleSheets.length);
  let openRound: string | undefined;
  return {
    app,
    page,
    async paths() {
      const paths = await demoPaths(page, openRound);
      ({ openRound } = paths);
      return paths;
    },
    async startAfresh() {
      await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
      await page.setViewportSize(size);
      await page.evaluate((count) => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, count);
      }, sheets);
      await goTo(page, '/today');
    },
  };
}
