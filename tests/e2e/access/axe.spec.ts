/** Nothing for axe to find: every page, empty and filled, light and dark, with errors shown and with overlays open. */
import { expect, test } from '../fixtures.js';
import { createAxeWalk } from '../support/axe.js';
import { demoPaths, openDemo, recordPages, standingPages, visit } from '../support/places.js';
import { errorStates, openStates } from '../support/states.js';

test('every page, with made-up data', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  const walk = createAxeWalk();
  for (const stop of [...standingPages, ...recordPages(paths)]) {
    await visit(page, stop);
    await walk.look(page, stop.what);
  }
  expect(walk.report()).toEqual([]);
});

test('errors shown, and everything that opens or unfolds', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  const walk = createAxeWalk();
  for (const stop of [...errorStates, ...openStates(paths)]) {
    await visit(page, stop);
    await walk.look(page, stop.what);
  }
  expect(walk.report()).toEqual([]);
});
