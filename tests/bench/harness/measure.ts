/** Builds each lane once, then opens them in turn, round by round, so that a busy moment meets all of them. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { BuildFigures, OpenFigures, Task } from '../contender.js';
import { addDigests, digestOf, type Digest } from '../data/digest.js';
import { recordsOf } from '../data/records.js';
import type { Lane } from '../lanes.js';
import type { LaneFigures, Round } from '../report/figures.js';
import { launchBrowser } from './browser.js';
import { runInNode } from './node-contender.js';
import type { BenchServer } from './server.js';

export interface MeasureOptions {
  readonly lanes: readonly Lane[];
  readonly rounds: number;
  readonly seed: number;
  readonly recordsOfLane: (lane: Lane) => number;
  readonly chromium: string;
  readonly server: BenchServer;
  readonly folder: string;
  readonly say: (line: string) => void;
}

const savesPerRound = 100;
const queriesPerRound = 40;
const mib = 1024 * 1024;

interface LaneState {
  readonly lane: Lane;
  readonly records: number;
  readonly folder: string;
  readonly build: BuildFigures;
  readonly rounds: Round[];
  saved: number;
  expected: Digest;
}

export async function measure(options: MeasureOptions): Promise<readonly LaneFigures[]> {
  const states: LaneState[] = [];
  for (const lane of options.lanes) states.push(await buildLane(options, lane));
  for (let round = 1; round <= options.rounds; round += 1) {
    for (const state of states) {
      const rounds = Math.min(options.rounds, state.lane.maxRounds);
      if (round > rounds) continue;
      const figures = await openLane(options, state, { isCounted: true, isLast: round === rounds });
      state.rounds.push(figures);
    }
    options.say(`Round ${round} of ${options.rounds} done.`);
  }
  return states.map(({ lane, records, build, rounds }) => ({ lane, records, build, rounds }));
}

async function buildLane(options: MeasureOptions, lane: Lane): Promise<LaneState> {
  const { seed, say } = options;
  const records = options.recordsOfLane(lane);
  const folder = join(options.folder, lane.name);
  mkdirSync(folder, { recursive: true });
  const task: Task = { do: 'build', dataset: { seed, records } };
  say(`Building ${lane.name} (${records} records)...`);
  const build =
    lane.runsIn === 'node'
      ? ((await runInNode(folder, task)) as BuildFigures)
      : await inPage(options, lane, folder, (page) => ask<BuildFigures>(page, lane, task));
  const expected = digestOf(recordsOf(seed, 0, records));
  const state: LaneState = { lane, records, folder, build, rounds: [], saved: 0, expected };
  // Once uncounted: what a store puts in order after a big import is not what an ordinary morning costs.
  await openLane(options, state, { isCounted: false, isLast: false });
  return state;
}

async function openLane(
  options: MeasureOptions,
  state: LaneState,
  { isCounted, isLast }: { readonly isCounted: boolean; readonly isLast: boolean },
): Promise<Round> {
  const { lane, folder, records } = state;
  const { seed } = options;
  const saves = lane.isOurs && isCounted ? savesPerRound : 0;
  const queries = lane.isOurs && isCounted ? queriesPerRound : 0;
  const dataset = { seed, records };
  const task: Task = { do: 'open', dataset, earlier: state.saved, saves, queries };
  const nothing = { mainAppendMs: [], blankMiB: null, residentMiB: null, countedMiB: null };
  const round =
    lane.runsIn === 'node'
      ? { ...((await runInNode(folder, task)) as OpenFigures), ...nothing }
      : await inPage(options, lane, folder, async (page, residentMiB) => {
          const blankMiB = await residentMiB();
          options.server.takeAppendMs();
          const figures = await ask<OpenFigures>(page, lane, task);
          const mainAppendMs = options.server.takeAppendMs();
          const countedMiB = isLast ? await countedMemory(page) : null;
          const memory = { blankMiB, residentMiB: await residentMiB(), countedMiB };
          await page.evaluate(() => window.benchClose?.());
          return { ...figures, mainAppendMs, ...memory };
        });
  if (round.count !== state.expected.count || round.digest !== state.expected.digest) {
    throw new Error(
      `${lane.name} gave back other records than were written: ${round.count} of ${state.expected.count}`,
    );
  }
  if (saves > 0) {
    const from = records + state.saved;
    state.saved += saves;
    state.expected = addDigests(state.expected, digestOf(recordsOf(seed, from, from + saves)));
  }
  return round;
}

/** A browser started for this alone, on the lane's own profile. */
async function inPage<T>(
  options: MeasureOptions,
  lane: Lane,
  folder: string,
  work: (page: Page, residentMiB: () => Promise<number | null>) => Promise<T>,
): Promise<T> {
  options.server.useFolder(folder);
  const browser = await launchBrowser(options.chromium, join(folder, 'profile'));
  try {
    const { page } = browser;
    await page.goto(`${options.server.origin}/${lane.runsIn}/index.html`);
    await page.waitForFunction(() => window.bench !== undefined);
    return await work(page, browser.residentMiB);
  } finally {
    await browser.close();
  }
}

function ask<T extends BuildFigures | OpenFigures>(page: Page, lane: Lane, task: Task): Promise<T> {
  return page.evaluate(({ contender, task: asked }) => window.bench!(contender, asked) as Promise<never>, {
    contender: lane.contender,
    task,
  });
}

/** Collects garbage first, in the workers too; null where this browser does not measure. */
async function countedMemory(page: Page): Promise<number | null> {
  const bytes = await page.evaluate(async () => {
    const timed = performance as Performance & {
      measureUserAgentSpecificMemory?: () => Promise<{ readonly bytes: number }>;
    };
    const measured = await timed.measureUserAgentSpecificMemory?.();
    return measured?.bytes ?? null;
  });
  return bytes === null ? null : bytes / mib;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
