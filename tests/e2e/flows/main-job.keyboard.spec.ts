/** The main job, by keyboard alone: no pointer is pressed, and the page counts that none was. */
import { test } from '../fixtures.js';
import { figuresAndExport } from './main-job-figures.js';
import { lookAround } from './main-job-run.js';
import { teamAndSupport } from './main-job-team.js';

test.describe.configure({ timeout: 900_000 });

test('look around with made-up data', async ({ app }) => {
  await lookAround(app, 'keyboard');
});

test('a team, its supervision and a plan after a death', async ({ app, launchApp }) => {
  await teamAndSupport(app, 'keyboard', launchApp);
});

test('rounds, extracts, figures and a summary that leaves', async ({ app, launchApp }) => {
  await figuresAndExport(app, 'keyboard', launchApp);
});
