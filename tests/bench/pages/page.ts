/** Runs one task on one contender inside the page. `window.bench` is what the harness calls. */
import type { BuildFigures, Contender, OpenFigures, Opened, Task } from '../contender.js';
import { digestOf } from '../data/digest.js';
import { queriesOf, recordsOf } from '../data/records.js';
import { appendRaw, roundTrip } from './server-calls.js';

export type BenchCall = (contender: string, task: Task) => Promise<BuildFigures | OpenFigures>;

declare global {
  interface Window {
    bench?: BenchCall;
    /** What was opened stays referenced, so that memory is measured with everything in it. */
    benchOpened?: Opened;
    benchClose?: () => Promise<void>;
  }
}

type OpenTask = Extract<Task, { readonly do: 'open' }>;
const roundTrips = 50;

export function installBench(contenders: Readonly<Record<string, () => Contender>>): void {
  window.bench = async (name, task) => {
    const create = contenders[name];
    if (create === undefined) throw new Error(`No contender named ${name}`);
    const contender = create();
    if (task.do === 'open') return open(contender, task);
    const start = performance.now();
    await contender.build(task.dataset);
    return { buildMs: performance.now() - start };
  };
  window.benchClose = async () => {
    await window.benchOpened?.close();
    delete window.benchOpened;
  };
}

async function open(contender: Contender, task: OpenTask): Promise<OpenFigures> {
  const opened = await contender.open();
  window.benchOpened = opened;
  const searchWhileIndexingMs = opened.indexed === undefined ? [] : await searches(opened, task);
  await opened.indexed?.();
  const { count, digest } = digestOf(await opened.records());
  const searchMs = await searches(opened, task);
  const saved = await saves(opened, task);
  const { marks, bytes } = opened;
  return { marks, bytes, count, digest, searchMs, searchWhileIndexingMs, ...saved };
}

async function searches(opened: Opened, task: OpenTask): Promise<readonly number[]> {
  if (opened.search === undefined) return [];
  const taken: number[] = [];
  for (const query of queriesOf(task.dataset.seed, task.queries)) {
    const start = performance.now();
    await opened.search(query);
    taken.push(performance.now() - start);
  }
  return taken;
}

async function saves(
  opened: Opened,
  task: OpenTask,
): Promise<Pick<OpenFigures, 'saveMs' | 'rawAppendMs' | 'roundTripMs'>> {
  const saveMs: number[] = [];
  const rawAppendMs: number[] = [];
  const roundTripMs: number[] = [];
  if (opened.save === undefined || task.saves === 0) return { saveMs, rawAppendMs, roundTripMs };
  for (let count = 0; count < roundTrips; count += 1) roundTripMs.push(await roundTrip());
  const from = task.dataset.records + task.earlier;
  const records = [...recordsOf(task.dataset.seed, from, from + task.saves)];
  for (const record of records) {
    const start = performance.now();
    await opened.save(record);
    saveMs.push(performance.now() - start);
    rawAppendMs.push(await appendRaw());
    // A person does not save without a pause; the copy in IndexedDB is written in it.
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return { saveMs, rawAppendMs, roundTripMs };
}
