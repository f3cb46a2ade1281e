import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { err, ok } from '@shared/kernel/result';
import { createAudits, type AuditWorker } from '../../../renderer/disclosure/disclosure-client';
import { createDisclosureDesk } from '../../../renderer/disclosure/disclosure-desk';
import { bytesOfDataUrl } from '../../../renderer/disclosure/library-code';
import type { AuditedRelease, AuditInput, AuditResult } from '../../../renderer/disclosure/protocol';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { largeTable } from '../../bench/data/large-table';
import { afterwards, figuresOf, give, policy } from './release-support';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

const cells = [
  [2, 10, 6],
  [9, 3, 12],
  [11, 8, 15],
];
const input: AuditInput = { table: figuresOf(cells, () => true), policy, history: [] };
const nothing = (): void => undefined;

function deskAt(times: readonly number[], load: () => Promise<LinearSolver> = async () => solver) {
  let asked = 0;
  return createDisclosureDesk({
    loadSolver: load,
    now: () => times[Math.min((asked += 1), times.length) - 1]!,
    planForMs: 1000,
  });
}

function audited(result: AuditResult): AuditedRelease {
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

describe('the disclosure desk', () => {
  test('answers what release() answers, as an object that can be handed over', async () => {
    const answer = audited(await deskAt([0]).audit({ ...input, boundsOf: ['0,0', '2,2'] }, nothing));
    const expected = give(input.table, [], { solver, mayContinue: () => true });
    expect(answer.cells).toEqual(expected.cells);
    expect(answer.hidden).toEqual(expected.hidden);
    expect(answer.protectedKeys).toEqual(expected.audit.protectedKeys);
    expect(structuredClone(answer)).toEqual(answer);
    // Bounds are told of protected ones alone, and leave the room that they have to.
    expect([...answer.bounds.keys()]).toEqual(['0,0']);
    const { lower, upper } = answer.bounds.get('0,0')!;
    expect(upper === null || upper - lower >= 5).toBe(true);
  });

  test('takes the ledger into account: what it shows with the same history is what release() shows', async () => {
    const wanted = (key: string): boolean => !key.startsWith('row');
    const first = figuresOf(cells, wanted);
    const earlier = afterwards(first, give(first, [], { solver, mayContinue: () => true }));
    const answer = audited(await deskAt([0]).audit({ ...input, history: [earlier] }, nothing));
    const expected = give(input.table, [earlier], { solver, mayContinue: () => true });
    expect(answer.cells).toEqual(expected.cells);
    expect(answer.blockedByHistory).toEqual(expected.blockedByHistory);
  });

  test('a table that does not add up is told as such', async () => {
    const table = { ...input.table, sums: [{ total: 'total', parts: ['0,0'] }] };
    const answer = await deskAt([0]).audit({ ...input, table }, nothing);
    expect(answer).toEqual(err({ tag: 'SumsWrong', totals: ['total'] }));
  });

  test('when the time is up more is hidden, and what is small stays hidden', async () => {
    const table = largeTable({ periods: 3, teams: 5, reasons: 3, mean: 4, seed: 1, hidesZero: false });
    const inTime = audited(await deskAt([0]).audit({ ...input, table }, nothing));
    const tooLate = audited(await deskAt([0, 5000]).audit({ ...input, table }, nothing));
    expect(tooLate.hidden.length).toBeGreaterThan(inTime.hidden.length);
    const small = table.figures.filter(({ value }) => value > 0 && value < 5);
    expect(small.length).toBeGreaterThan(10);
    for (const { key } of small) expect(tooLate.cells.get(key)?.state).toBe('hidden');
  });

  test('tells how far it is, rising and never beyond the end', async () => {
    const table = largeTable({ periods: 3, teams: 6, reasons: 4, mean: 3, seed: 1, hidesZero: false });
    const told: { done: number; of: number }[] = [];
    let now = 0;
    const desk = createDisclosureDesk({
      loadSolver: async () => solver,
      now: () => (now += 60),
      planForMs: 1e9,
    });
    await desk.audit({ ...input, table }, (progress) => told.push(progress));
    expect(told.length).toBeGreaterThan(3);
    expect(told.map(({ done }) => done)).toEqual(told.map(({ done }) => done).toSorted((a, b) => a - b));
    for (const { done, of } of told) expect(done).toBeLessThanOrEqual(of);
  });

  test('where the library does not start nothing is shown, and the next question tries again', async () => {
    let starts = 0;
    const load = async (): Promise<LinearSolver> => {
      starts += 1;
      if (starts === 1) throw new Error('no');
      return solver;
    };
    const desk = deskAt([0], load);
    expect(await desk.audit(input, nothing)).toEqual(err({ tag: 'AuditUnavailable' }));
    expect((await desk.audit(input, nothing)).ok).toBe(true);
    await desk.audit(input, nothing);
    expect(starts).toBe(2);
  });
});

interface FakeWorker extends AuditWorker {
  answer(result: AuditResult): void;
  fail(): void;
  die(): void;
  tell(done: number): void;
  readonly state: { isTerminated: boolean; asked: number };
}

function fakeWorker(): FakeWorker {
  const state = { isTerminated: false, asked: 0 };
  let settle: { resolve: (result: AuditResult) => void; reject: (cause: Error) => void } | null = null;
  let death = nothing;
  let progress: (done: number) => void = nothing;
  return {
    state,
    desk: {
      audit: (_, onProgress) => {
        state.asked += 1;
        progress = (done) => {
          onProgress({ done, of: 10 });
        };
        return new Promise((resolve, reject) => {
          settle = { resolve, reject };
        });
      },
    },
    onDeath: (tell) => {
      death = tell;
    },
    terminate: () => {
      state.isTerminated = true;
    },
    answer: (result) => settle?.resolve(result),
    fail: () => settle?.reject(new Error('no')),
    die: () => {
      death();
    },
    tell: (done) => {
      progress(done);
    },
  };
}

function auditsOf(): { audits: ReturnType<typeof createAudits>; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const audits = createAudits(() => {
    const worker = fakeWorker();
    workers.push(worker);
    return worker;
  });
  return { audits, workers };
}

const release: AuditedRelease = {
  table: input.table,
  cells: new Map(),
  hidden: [],
  blockedByHistory: [],
  roundedKeys: [],
  protectedKeys: [],
  alreadyDisclosed: [],
  method: 'cheapest',
  bounds: new Map(),
};

describe('the page’s handle on the worker', () => {
  test('one worker serves one question after the other, and one more a question beside it', async () => {
    const { audits, workers } = auditsOf();
    const first = audits.ask(input);
    const beside = audits.ask(input);
    expect(workers).toHaveLength(2);
    for (const worker of workers) worker.answer(ok(release));
    expect(await first).toEqual(ok(release));
    await beside;
    // Of two that have nothing to do one is kept.
    expect(workers.filter(({ state }) => state.isTerminated)).toHaveLength(1);
    const again = audits.ask(input);
    expect(workers).toHaveLength(2);
    for (const worker of workers) worker.answer(ok(release));
    expect(await again).toEqual(ok(release));
  });

  test('a question that is called off ends its worker in the middle of the work', async () => {
    const { audits, workers } = auditsOf();
    const stopper = new AbortController();
    const asked = audits.ask(input, { signal: stopper.signal });
    stopper.abort();
    expect(await asked).toEqual(err({ tag: 'AuditStopped' }));
    expect(workers[0]!.state.isTerminated).toBe(true);
    expect(await audits.ask(input, { signal: stopper.signal })).toEqual(err({ tag: 'AuditStopped' }));
    expect(workers).toHaveLength(1);
  });

  test('locked: every worker ends, asked or idle, and none is opened again', async () => {
    const { audits, workers } = auditsOf();
    const first = audits.ask(input);
    workers[0]!.answer(ok(release));
    await first;
    const [underWay, beside] = [audits.ask(input), audits.ask(input)];
    audits.close();
    expect(await underWay).toEqual(err({ tag: 'AuditStopped' }));
    expect(await beside).toEqual(err({ tag: 'AuditStopped' }));
    expect(workers.every(({ state }) => state.isTerminated)).toBe(true);
    expect(await audits.ask(input)).toEqual(err({ tag: 'AuditStopped' }));
    expect(workers).toHaveLength(2);
  });

  test('a worker that has died answers with an error, and is not asked again', async () => {
    const { audits, workers } = auditsOf();
    const asked = audits.ask(input);
    workers[0]!.die();
    expect(await asked).toEqual(err({ tag: 'AuditUnavailable' }));
    const failed = audits.ask(input);
    workers[1]!.fail();
    expect(await failed).toEqual(err({ tag: 'AuditUnavailable' }));
    const last = audits.ask(input);
    workers[2]!.answer(ok(release));
    await last;
    // Dead while it waited for the next question.
    workers[2]!.die();
    void audits.ask(input);
    expect(workers).toHaveLength(4);
    expect(workers[2]!.state.asked).toBe(1);
  });

  test('progress is handed on until the answer is there', async () => {
    const { audits, workers } = auditsOf();
    const told: number[] = [];
    const asked = audits.ask(input, { onProgress: ({ done }) => told.push(done) });
    workers[0]!.tell(3);
    workers[0]!.answer(ok(release));
    await asked;
    workers[0]!.tell(4);
    expect(told).toEqual([3]);
  });
});

test('the code of the library comes out of its data URL byte by byte', () => {
  const bytes = Uint8Array.from([0, 97, 115, 109, 255, 1]);
  const url = `data:application/wasm;base64,${Buffer.from(bytes).toString('base64')}`;
  expect(bytesOfDataUrl(url)).toEqual(bytes);
});
