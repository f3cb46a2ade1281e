/**
 * `npm run faults`: kills at random moments, full disks, damaged caches; and after each of them a look at whether all
 * that was acknowledged is there. What the vault answered as saved is written down outside of it.
 *
 *     --rounds N   kills of the whole app, main and browser (default 300). Beside them, in proportion: one in 15
 *                  through the forms, five for every three of a process with the vault alone, one for every three on
 *                  a full disk; one for every three is followed by damage to the profile's IndexedDB
 *     --seed N     other moments, other work (default 1)
 *     --lane NAME  only that one: app, forms, process, disk
 *
 * Last line: "N passed, N failed"; exit 1 when any failed. The whole app needs what `electron-vite build` made.
 */
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ensureChromium, HOW_TO_INSTALL } from './lib/chromium-binary.js';
import { numberArgument, textArgument } from './lib/arguments.js';
import { appLife } from '../tests/faults/app-lane';
import { runFormsLane, type FormsReport } from '../tests/faults/forms-lane';
import { runFullDiskLane, type FullDiskReport } from '../tests/faults/full-disk-lane';
import { newLaneReport, runLane } from '../tests/faults/lane';
import { laneLines } from '../tests/faults/lane-lines';
import { buildProcess } from '../tests/faults/process-door';
import { processLife } from '../tests/faults/process-lane';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const rounds = numberArgument('--rounds', 300);
const seed = numberArgument('--seed', 1);
const only = textArgument('--lane');
const isMeant = (lane: string): boolean => only === null || only === lane;

let passed = 0;
let failed = 0;
function take(tried: number, failures: readonly string[]): void {
  passed += Math.max(0, tried - failures.length);
  failed += failures.length;
}

async function runProcessLanes(): Promise<void> {
  const script = await buildProcess();
  try {
    if (isMeant('process')) {
      say('A process with the vault alone: real files, real fsync, and a cache that is lost with each kill.');
      const report = newLaneReport();
      await runLane(
        {
          rounds: Math.ceil((rounds * 5) / 3),
          seed,
          within: 400,
          roundsOfALife: 25,
          checkEach: 4,
          newLife: () => processLife(script),
          say,
        },
        report,
      );
      for (const line of laneLines(report)) say(`    ${line}`);
      take(report.rounds, report.failures);
    }
    if (isMeant('disk')) {
      say('A full disk: a tmpfs of 80 MB with 0 to 3 MB left, the same process, killed there.');
      const report: FullDiskReport = { rounds: 0, refusals: new Map(), acknowledged: 0, failures: [] };
      const why = await runFullDiskLane(script, Math.ceil(rounds / 3), seed, report, say);
      if (why !== null) say(`    left out: ${why}`);
      else {
        say(`    ${String(report.rounds)} rounds, ${String(report.acknowledged)} acknowledged calls`);
        const refusals = [...report.refusals].map(([what, count]) => `${what} ${String(count)}`).sort();
        say(`    refused, and not there afterwards: ${refusals.join(', ')}`);
      }
      take(report.rounds, report.failures);
    }
  } finally {
    await rm(dirname(script), { recursive: true, force: true });
  }
}

async function runAppLanes(): Promise<void> {
  if (ensureChromium(say) === undefined) throw new Error(HOW_TO_INSTALL);
  if (isMeant('app')) {
    say('The whole app, main and browser, called through the page’s own vault worker.');
    const report = newLaneReport();
    const damages = { left: Math.ceil(rounds / 3) };
    await runLane(
      {
        rounds,
        seed,
        within: 3000,
        roundsOfALife: 25,
        checkEach: 6,
        newLife: () => appLife(damages),
        say,
      },
      report,
    );
    for (const line of laneLines(report)) say(`    ${line}`);
    take(report.rounds, report.failures);
  }
  if (isMeant('forms')) {
    say('The whole app through its forms: typed, saved, killed.');
    const report: FormsReport = { rounds: 0, acknowledged: 0, failures: [] };
    await runFormsLane(Math.ceil(rounds / 15), seed, report, say);
    say(
      `    ${String(report.rounds)} kills, ${String(report.acknowledged)} people that the screen said were saved`,
    );
    take(report.rounds, report.failures);
  }
}

if (isMeant('process') || isMeant('disk')) await runProcessLanes();
if (isMeant('app') || isMeant('forms')) await runAppLanes();
say(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
