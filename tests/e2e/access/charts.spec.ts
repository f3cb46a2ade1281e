/** Every chart says in words what it shows, has its numbers as a table, and can be walked and told apart without colour. */
import { expect, test } from '../fixtures.js';
import { schemes } from '../support/axe.js';
import { faultsOf } from '../support/chart-faults.js';
import { visit, type Stop } from '../support/places.js';

test('every chart has a name, a sentence, its numbers, and points that can be walked', async ({ madeUp }) => {
  test.setTimeout(600_000);
  const { page } = madeUp;
  const paths = await madeUp.paths();
  // On a wide plot every name stands beside its line.
  await page.setViewportSize({ width: 1440, height: 900 });
  const stops: readonly (Stop & { readonly charts: number | null })[] = [
    { what: 'Wellbeing', path: '/wellbeing', charts: 2 },
    { what: 'Workforce', path: '/workforce', charts: 4 },
    { what: 'Teams', path: '/workforce/teams', charts: null },
    { what: 'Side by side', path: '/workforce/together', charts: null },
    { what: 'Staying', path: '/workforce/staying', charts: null },
    { what: 'WHO-5 results', path: paths.who5Results, charts: 1 },
    { what: 'HSE 35 results', path: paths.hseResults, charts: 1 },
  ];
  const found: string[] = [];
  for (const stop of stops) {
    await visit(page, stop);
    const figures = page.locator('figure[data-chart]');
    // A page that lets its reader choose has as many as the made-up service has teams or pairs.
    if (stop.charts !== null) await expect(figures).toHaveCount(stop.charts);
    await expect(figures.first()).toBeVisible();
    for (const figure of await figures.all()) {
      if ((await figure.getByRole('application').count()) === 0) {
        if (!/fewer than 5|Too few people/.test((await figure.textContent()) ?? ''))
          found.push(`${stop.what}: a figure without a drawing does not say why`);
        continue;
      }
      const id = (await figure.getAttribute('data-chart')) ?? '';
      found.push(...(await faultsOf(page, figure, `${stop.what}, ${id}`)));
    }
  }
  expect(found).toEqual([]);
});

test('words in a drawing can be read against the paper and the bands behind them', async ({ madeUp }) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of ['/wellbeing', '/workforce']) {
      await visit(page, { what: path, path });
      const low = await page.evaluate(() => {
        const luminance = (colour: string): number => {
          const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const probe = document.body.appendChild(document.createElement('i'));
        const grounds = ['card', 'band', 'accent-tint'].map((token) => {
          probe.style.color = `var(--${token})`;
          return luminance(getComputedStyle(probe).color);
        });
        probe.remove();
        return [...document.querySelectorAll('figure[data-chart] svg.recharts-surface text')].flatMap(
          (text) => {
            const ink = luminance(getComputedStyle(text).fill);
            const least = Math.min(
              ...grounds.map((ground) => (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)),
            );
            return least < 4.5 ? [`"${text.textContent}" has a contrast of ${least.toFixed(2)}`] : [];
          },
        );
      });
      found.push(...low.map((line) => `${path}, ${colorScheme}: ${line}`));
    }
  }
  expect(found).toEqual([]);
});
