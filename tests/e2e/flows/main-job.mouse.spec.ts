/** The main job, with the pointer. */
import { test } from '../fixtures.js';
import { figuresAndExport } from './main-job-figures.js';
import { lookAround } from './main-job-run.js';
import { teamAndSupport } from './main-job-team.js';

test.describe.configure({ timeout: 900_000 });

test('look around with made-up data', async ({ app }) => {
  await lookAround(app, 'mouse');
});

test('a team, its supervision and a plan after a death', async ({ app, launchApp }) => {
  await teamAndSupport(app, 'mouse', launchApp);
});

test('rounds, extracts, figures and a summary that leaves', async ({ app, launchApp }) => {
  await figuresAndExport(app, 'mouse', launchApp);
});
