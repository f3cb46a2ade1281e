/**
 * `npm run screens`: pictures of every kind of chart and of every place, light and dark, on made-up data, into
 * docs/screens (or the folder named as argument). Palette PNGs, so that the repository stays small.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ChromiumHost } from '../tests/e2e/hosts/chromium.js';
import { saveChartPictures } from './lib/chart-pictures.js';
import { openDemo } from './lib/demo.js';
import { savePdfPicture } from './lib/pdf-picture.js';
import { savePicture } from './lib/pictures.js';
import { ensureChromium, HOW_TO_INSTALL } from './lib/chromium-binary.js';
import { REPOSITORY } from './lib/host-command.js';

const places = [
  'today',
  'people',
  'supervision',
  'incidents',
  'wellbeing',
  'workforce',
  'actions',
  'spaces',
  'reports',
] as const;

async function main(): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const chromium = ensureChromium(say);
  if (chromium === undefined) throw new Error(HOW_TO_INSTALL);
  const out = resolve(REPOSITORY, process.argv[2] ?? 'docs/screens');
  mkdirSync(out, { recursive: true });
  await saveChartPictures({ chromium, out: join(out, 'charts'), say });
  const profile = mkdtempSync(join(tmpdir(), 'steading-screens-'));
  const app = await ChromiumHost.launch({ userDataDir: profile });
  const { page } = app;
  await page.setViewportSize({ width: 1366, height: 768 });
  try {
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (scheme === 'light') {
        await savePicture(page, join(out, 'welcome-light.png'));
        await openDemo(page);
      }
      for (const place of places) {
        await page
          .getByRole('navigation', { name: 'Places' })
          .getByRole('link', { name: new RegExp(`^${place}`, 'i') })
          .click();
        await page.waitForFunction((hash) => window.location.hash.startsWith(hash), `#/${place}`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await savePicture(page, join(out, `${place}-${scheme}.png`));
        say(`${place}, ${scheme}`);
      }
      await page.evaluate(() => {
        window.location.hash = '#/incidents';
      });
      await page.getByRole('list', { name: 'Open plans' }).getByRole('link').first().click();
      await page.getByRole('heading', { name: 'People affected' }).waitFor();
      await savePicture(page, join(out, `incident-plan-${scheme}.png`));
      if (scheme === 'light') {
        const pdf = join(profile, 'incident-plan.pdf');
        await app.answerDialog({ kind: 'save', filePath: pdf });
        await page.getByRole('button', { name: 'One page', exact: true }).click();
        await page.getByRole('button', { name: 'Save as PDF' }).click();
        await page.getByText('Saved as a PDF.').first().waitFor();
        await page.getByRole('button', { name: 'Close this message' }).first().click();
        await savePdfPicture(chromium, pdf, join(out, 'incident-plan-paper.png'));
        say('incident plan on paper');
      }
      await page.evaluate(() => {
        window.location.hash = '#/reports';
      });
      await page.getByRole('link', { name: 'Make a board summary' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Check before it leaves' }).waitFor();
      await page.getByRole('region', { name: 'Preview of the report' }).waitFor();
      await savePicture(page, join(out, `reports-summary-${scheme}.png`));
    }
  } finally {
    await app.quit();
    // The host keeps the app's folder outside of the profile beside it.
    for (const folder of [profile, `${profile}-appdata`]) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

await main();
