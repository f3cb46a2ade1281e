/** How long the figures of a large service take, in the app's own worker. `window.benchFigures` is what the harness calls. */
import * as Comlink from 'comlink';
import { changedParts, openFigures } from '../../../renderer/figures/figures-client';
import {
  largeService,
  largeServiceFrom,
  largeServiceSize,
  largeServiceTo,
  type LargeServiceSize,
} from '../data/large-service.js';
import type { RawDesk } from './raw-worker.js';

export interface FiguresFigures {
  readonly people: number;
  readonly absences: number;
  readonly groups: number;
  readonly months: number;
  /** Of the newest full month: something has been worked out. */
  readonly headcount: number;
  /** The page's own part, records made into numbers, is done a kind at a time: the longest of these. */
  readonly sliceMs: number;
  /** Unpacking the answer is the page's part too; from the question to the rows, the first time and in a warm worker. */
  readonly firstMs: number;
  readonly againMs: number;
  /** One absence more: what a save costs. */
  readonly savedMs: number;
  /** The same records handed to a worker as they are, each read once there: from the question to its answer. */
  readonly rawMs: number;
}

declare global {
  interface Window {
    benchFigures?: { open(seed: number): Promise<FiguresFigures> };
  }
}

async function timed<T>(work: () => Promise<T> | T): Promise<readonly [T, number]> {
  const start = performance.now();
  const value = await work();
  return [value, performance.now() - start];
}

window.benchFigures = {
  open: async (seed) => {
    const size: LargeServiceSize = { seed, ...largeServiceSize };
    const records = largeService(size);
    const makers = changedParts(null, records);
    const slices: number[] = [];
    for (const make of makers) slices.push((await timed(make))[1]);
    const sliceMs = Math.max(...slices);
    const client = openFigures();
    const ask = (asked: typeof records) => client.ask(asked, largeServiceFrom, largeServiceTo);
    const [groups, firstMs] = await timed(() => ask(records));
    // The same answer would only be handed out again: a service changed in its settings is worked out anew.
    const [, againMs] = await timed(() => ask({ ...records, supervisionIntervalDays: 84 }));
    const [last] = records.absences.slice(-1);
    const absences = last === undefined ? [] : [...records.absences, { ...last, id: 'f'.repeat(32) }];
    const [, savedMs] = await timed(() => ask({ ...records, supervisionIntervalDays: 84, absences }));
    client.close();

    const worker = new Worker(new URL('./raw-worker.ts', import.meta.url), { type: 'module' });
    const raw = Comlink.wrap<RawDesk>(worker);
    await raw.pass(records);
    const [total, rawMs] = await timed(() => raw.pass(records));
    worker.terminate();
    if (total === 0) throw new Error('The raw pass read nothing');
    const rows = groups?.[0]?.rows ?? [];
    return {
      people: records.people.length,
      absences: records.absences.length,
      groups: groups?.length ?? 0,
      months: rows.length,
      headcount: rows.at(-1)?.headcount ?? 0,
      sliceMs,
      firstMs,
      againMs,
      savedMs,
      rawMs,
    };
  },
};
