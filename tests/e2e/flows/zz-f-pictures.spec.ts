import { expect, test } from '../fixtures.js';
import { createAxeWalk } from '../support/axe.js';
import { demoPaths, goTo, openDemo, recordPages, standingPages, visit } from '../support/places.js';
import { errorStates, openStates } from '../support/states.js';
test('pictures', async ({ app }) => {
  test.setTimeout(240_000);
  const page = await openDemo(app);
  const out = '/tmp/F-pics';
  const id = '[0-9a-f]{32}';
  const first = async (from: string): Promise<string> => {
    await goTo(page, from);
    const hrefs = await page.locator('main ul a[href*="#/"]').evaluateAll((all) => all.map((a) => (a.getAttribute('href') ?? '').replace(/^.*#/, '')));
    return hrefs.find((h) => new RegExp(`^${from}/${id}$`).test(h)) ?? '';
  };
  const post = await first('/workforce/posts');
  const issue = await first('/workforce/outside');
  const policy = await first('/workforce/policies');
  const stops: [string, string][] = [
    ['posts', '/workforce/posts'], ['post', post], ['post-edit', `${post}/edit`], ['round', `${post}/rounds/new`],
    ['issues', '/workforce/outside'], ['issue', issue], ['issue-edit', `${issue}/edit`], ['reply', `${issue}/replies/new`], ['paper', `${issue}/paper`],
    ['policies', '/workforce/policies'], ['policy', policy], ['policy-edit', `${policy}/edit`],
  ];
  await goTo(page, `${issue}/paper`);
  await page.getByRole('checkbox', { name: /^I have read/ }).check({ force: true });
  await app.answerDialog({ kind: 'save', filePath: '/tmp/F-pics/paper.pdf' });
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.getByText('Saved as a PDF, and added to the export log.')).toBeVisible();
  for (const [scheme, width, height] of [['light', 1366, 768], ['dark', 1366, 768], ['light', 320, 640]] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    for (const [name, path] of stops) {
      await goTo(page, path);
      await page.waitForTimeout(500);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (over > 0) console.log('OVERFLOW', name, width, over);
      await page.screenshot({ path: `${out}/${name}-${scheme}-${width}.png`, fullPage: width === 1366 ? true : true });
    }
  }
});

test('axe', async ({ app }) => {
  test.setTimeout(400_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  const walk = createAxeWalk();
  const mine = /workforce\/(posts|outside|policies)/;
  for (const stop of [...standingPages, ...recordPages(paths), ...errorStates, ...openStates(paths)]) {
    if (!mine.test(stop.path)) continue;
    await visit(page, stop);
    await walk.look(page, stop.what);
  }
  expect(walk.report()).toEqual([]);
});
