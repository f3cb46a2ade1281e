import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { release, type Release, type ReleaseError, type ReleaseTools } from '@shared/disclosure/release';
import type {
  EarlierRelease,
  FigureSum,
  ReleaseFigure,
  ReleaseTable,
} from '@shared/disclosure/release-figures';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { everyTable, withTotals, type SmallTable } from './brute-force';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = { solver: createLinearSolver(await loadHighs()), mayContinue: () => true };
});

const policy = { minimumCellSize: 5, minimumSensitiveCellSize: 10 };

function count(key: string, value: number, changes: Partial<ReleaseFigure> = {}): ReleaseFigure {
  return { key, value, kind: 'count', reason: null, isPublished: true, ...changes };
}

function released(result: ReturnType<typeof release>): Release {
  if (!result.ok) throw new Error(result.error.tag);
  return result.value;
}

function errorOf(result: ReturnType<typeof release>): ReleaseError | null {
  return result.ok ? null : result.error;
}

function give(table: ReleaseTable, history: readonly EarlierRelease[] = [], use = tools): Release {
  return released(release(table, policy, history, use));
}

function afterwards(table: ReleaseTable, result: Release): EarlierRelease {
  const shownKeys = [...result.cells].flatMap(([key, cell]) => (cell.state === 'shown' ? [key] : []));
  return { ...table, shownKeys };
}

const text = (result: Release): Record<string, number | string> =>
  Object.fromEntries(
    [...result.cells].map(([key, cell]) => [key, cell.state === 'shown' ? cell.value : cell.reason]),
  );

/** A two-way table as figures; only what `wanted` says is in the release, the rest is not part of it. */
function figuresOf(cells: readonly (readonly number[])[], wanted: (key: string) => boolean): ReleaseTable {
  const truth = withTotals(cells);
  const figures = [
    ...truth.cells.flatMap((row, r) => row.map((value, c) => count(`${r},${c}`, value))),
    ...truth.rowTotals.map((value, r) => count(`row ${r}`, value)),
    ...truth.columnTotals.map((value, c) => count(`column ${c}`, value)),
    count('total', truth.grandTotal),
  ].map((figure) => ({ ...figure, isPublished: wanted(figure.key) }));
  const keys = (r: number | null, c: number | null): string[] =>
    cells.flatMap((row, i) =>
      row.flatMap((_, j) => ((r === null || r === i) && (c === null || c === j) ? [`${i},${j}`] : [])),
    );
  const sums: FigureSum[] = [
    ...truth.rowTotals.map((_, r) => ({ total: `row ${r}`, parts: keys(r, null) })),
    ...truth.columnTotals.map((_, c) => ({ total: `column ${c}`, parts: keys(null, c) })),
    { total: 'total', parts: truth.rowTotals.map((_, r) => `row ${r}`) },
    { total: 'total', parts: truth.columnTotals.map((_, c) => `column ${c}`) },
  ];
  return { figures, sums };
}

describe('release', () => {
  test('an attacker who tries every table keeps 5 values for every small count, over several releases', () => {
    const cell = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }), fc.constant(0));
    const tables = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
    const steps = [
      (key: string) => key.startsWith('row') || key === 'total',
      (key: string) => key.includes(',') || key.startsWith('row'),
      (key: string) => !key.startsWith('0,'),
      () => true,
    ];
    fc.assert(
      fc.property(tables, fc.shuffledSubarray(steps, { minLength: 1, maxLength: 3 }), (cells, order) => {
        const truth = withTotals(cells);
        const history: EarlierRelease[] = [];
        const shown = new Map<string, number>();
        for (const wanted of order) {
          const table = figuresOf(cells, wanted);
          const result = give(table, history);
          expect(result.audit.alreadyDisclosed).toEqual([]);
          for (const [key, one] of result.cells) if (one.state === 'shown') shown.set(key, one.value);
          history.push(afterwards(table, result));
        }
        // The attacker knows the rule too: zeros are always shown, so what is hidden is at least 1.
        const view: SmallTable = {
          cells: truth.cells.map((row, r) => row.map((value, c) => shown.get(`${r},${c}`) ?? (value === 0 ? 0 : null))),
          rowTotals: truth.rowTotals.map((_, r) => shown.get(`row ${r}`) ?? null),
          columnTotals: truth.columnTotals.map((_, c) => shown.get(`column ${c}`) ?? null),
          grandTotal: shown.get('total') ?? null,
        };
        const possible = everyTable(view, 1, Math.min(truth.grandTotal + 6, 60));
        truth.cells.forEach((row, r) => {
          row.forEach((value, c) => {
            if (value === 0 || value >= 5) return;
            const values = possible.map((table) => table[r]![c]!);
            expect(Math.max(...values) - Math.min(...values)).toBeGreaterThanOrEqual(4);
          });
        });
        for (const value of shown.values()) expect(value === 0 || value >= 5).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a small count and a small complement are hidden, and tell so in the preview', () => {
    const table = {
      figures: [count('all', 15), count('on time', 14), count('late', 1)],
      sums: [{ total: 'all', parts: ['on time', 'late'] }],
    };
    expect(text(give(table))).toEqual({ all: 15, 'on time': 'small-complement', late: 'small-count' });
  });

  test('a plain list shows all its parts or none: that 5 is shown would tell that 4 and 4 are not', () => {
    const table = {
      figures: [count('all', 13), count('a', 5), count('b', 4), count('c', 4), count('d', 0)],
      sums: [{ total: 'all', parts: ['a', 'b', 'c', 'd'] }],
    };
    expect(text(give(table))).toEqual({
      all: 13,
      a: 'protects-another',
      b: 'small-count',
      c: 'small-count',
      d: 0,
    });
  });

  test('where the total of a list leaves too few values for its parts, it goes as well', () => {
    const table = {
      figures: [count('all', 5), count('a', 4), count('b', 1)],
      sums: [{ total: 'all', parts: ['a', 'b'] }],
    };
    expect(text(give(table))).toEqual({ all: 'protects-another', a: 'small-count', b: 'small-count' });
  });

  test('all staff after permanent staff: the two who are left are protected though no table names them', () => {
    const before: EarlierRelease = { figures: [count('permanent', 18)], sums: [], shownKeys: ['permanent'] };
    const table = {
      figures: [
        count('all', 20),
        count('permanent', 18),
        count('sessional', 2, { isPublished: false }),
        count('sites', 6),
      ],
      sums: [{ total: 'all', parts: ['permanent', 'sessional'] }],
    };
    const result = give(table, [before]);
    expect(text(result)).toEqual({ all: 'protects-another', permanent: 18, sites: 6 });
    expect(result.audit.intervals.get('sessional')).toEqual({ lower: 1, upper: null });
  });

  test('what earlier releases gave away is told, and does not stop the rest', () => {
    const before: EarlierRelease = {
      figures: [count('all', 20), count('permanent', 18), count('sessional', 2, { isPublished: false })],
      sums: [{ total: 'all', parts: ['permanent', 'sessional'] }],
      shownKeys: ['all', 'permanent'],
    };
    const result = give({ figures: [count('sites', 6)], sums: [] }, [before]);
    expect(result.audit.alreadyDisclosed).toEqual(['sessional']);
    expect(text(result)).toEqual({ sites: 6 });
  });

  test('of a sensitive attribute 9, 0 and everyone are hidden', () => {
    const sensitive = { kind: 'sensitive-count' } as const;
    const table = {
      figures: [
        count('a', 40),
        count('a high', 40, sensitive),
        count('a low', 0, sensitive),
        count('b', 9, sensitive),
        count('c', 10, sensitive),
      ],
      sums: [{ total: 'a', parts: ['a high', 'a low'] }],
    };
    expect(text(give(table))).toEqual({
      a: 40,
      'a high': 'small-complement',
      'a low': 'small-count',
      b: 'small-count',
      c: 10,
    });
  });

  test('a statistic is hidden by its own rule alone', () => {
    const statistic = { kind: 'statistic' } as const;
    const figures = [
      count('mean', 3.25, statistic),
      count('rate', 41.9, { ...statistic, reason: 'too-few-people' }),
    ];
    expect(text(give({ figures, sums: [] }))).toEqual({ mean: 3.25, rate: 'too-few-people' });
  });

  test('settings may raise the thresholds and never lower them', () => {
    const table = { figures: [count('a', 4), count('b', 7)], sums: [] };
    const low = released(release(table, { minimumCellSize: 1, minimumSensitiveCellSize: 1 }, [], tools));
    expect(text(low)).toEqual({ a: 'small-count', b: 7 });
    const high = released(release(table, { minimumCellSize: 8, minimumSensitiveCellSize: 10 }, [], tools));
    expect(text(high)).toEqual({ a: 'small-count', b: 'small-count' });
  });

  test('a corrected figure and a sum that does not add up are refused, by key', () => {
    const before = { figures: [count('all', 20)], sums: [], shownKeys: ['all'] };
    expect(errorOf(release({ figures: [count('all', 21)], sums: [] }, policy, [before], tools))).toEqual({
      tag: 'FigureChanged',
      keys: ['all'],
    });
    const table = {
      figures: [count('all', 9), count('a', 5)],
      sums: [{ total: 'all', parts: ['a', 'gone'] }],
    };
    expect(errorOf(release(table, policy, [], tools))).toEqual({ tag: 'SumsWrong', totals: ['all'] });
  });

  test('when the time is up, or the solver gives no answer, more is hidden, never less', () => {
    const table = figuresOf(
      [
        [2, 10, 6],
        [9, 13, 12],
        [11, 8, 15],
      ],
      () => true,
    );
    const noSolver: LinearSolver = () => ({
      least: () => ({ state: 'not-finished' }),
      most: () => ({ state: 'not-finished' }),
      close: () => undefined,
    });
    for (const use of [
      { ...tools, mayContinue: () => false },
      { ...tools, solver: noSolver },
    ]) {
      const result = give(table, [], use);
      expect(result.audit.method).toBe('hide-all');
      expect([...result.cells.values()].every(({ state }) => state === 'hidden')).toBe(true);
    }
  });

  test('a table too large for the cheapest plan is planned quickly, and is as safe', () => {
    const cells = Array.from({ length: 8 }, (_, r) =>
      Array.from({ length: 6 }, (_, c) => ((r * 7 + c * 5) % 13) + 3),
    );
    const result = give(figuresOf(cells, () => true));
    expect(result.audit.method).toBe('quick');
    const small = cells.flat().filter((value) => value < 5).length;
    expect(result.audit.intervals.size).toBe(small);
    for (const { lower, upper } of result.audit.intervals.values()) {
      expect(upper === null || upper - lower >= 4).toBe(true);
    }
    expect(result.hidden.length).toBeLessThan(cells.flat().length * 0.6);
  });
});
