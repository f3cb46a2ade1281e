import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditSuppression, type AttackerKnowledge } from '@shared/disclosure/audit';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { threeWayTable, twoWayTable } from '@shared/disclosure/linked-table';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { everyTable, withTotals, type SmallTable, rangeOf } from './brute-force';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

const nothingKnown: AttackerKnowledge = { suppressedMin: 0, primary: [], primaryMax: null };

function intervalsOf(table: SmallTable, known: AttackerKnowledge = nothingKnown): Record<string, unknown> {
  const result = auditSuppression(twoWayTable(table), known, 3, solver);
  if (result.state !== 'audited') throw new Error(result.state);
  return Object.fromEntries(
    [...result.audit.intervals].map(([key, { lower, upper }]) => [key, [lower, upper]]),
  );
}

/** A small true table, which cells of it are hidden, and which totals. */
const hiddenTables = fc
  .integer({ min: 2, max: 3 })
  .chain((columns) =>
    fc.record({
      cells: fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: columns, maxLength: columns }), {
        minLength: 2,
        maxLength: 3,
      }),
      hidden: fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      hiddenTotals: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
    }),
  )
  .map(({ cells, hidden, hiddenTotals }) => {
    const truth = withTotals(cells);
    const hide = (value: number, index: number): number | null => (hiddenTotals[index] === 0 ? null : value);
    let left = 4;
    const published: SmallTable = {
      cells: truth.cells.map((row, r) =>
        row.map((value, c) => (hidden[r * 3 + c] === true && (left -= 1) >= 0 ? null : value)),
      ),
      rowTotals: truth.rowTotals.map((value, r) => hide(value, r)),
      columnTotals: truth.columnTotals.map((value, c) => hide(value, 3 + c)),
      grandTotal: truth.grandTotal,
    };
    return { truth, published };
  });

describe('auditSuppression against an attacker who tries every table', () => {
  test('each bound is the bound over all tables that fit; the true value is inside', () => {
    fc.assert(
      fc.property(hiddenTables, fc.boolean(), ({ truth, published }, isMinKnown) => {
        const areZerosShown = truth.cells.every((row, r) =>
          row.every((value, c) => value > 0 || published.cells[r]![c] !== null),
        );
        const least = isMinKnown && areZerosShown ? 1 : 0;
        const tables = everyTable(published, least, truth.grandTotal);
        const intervals = intervalsOf(published, { ...nothingKnown, suppressedMin: least });
        published.cells.forEach((row, r) => {
          row.forEach((value, c) => {
            if (value !== null) return;
            const possible = tables.map((table) => table[r]![c]!);
            expect(possible).toContain(truth.cells[r]![c]);
            expect(intervals[`${r},${c}`]).toEqual(rangeOf(possible));
          });
        });
        published.rowTotals.forEach((value, r) => {
          if (value !== null) return;
          const possible = tables.map((table) => withTotals(table).rowTotals[r]!);
          expect(intervals[`row-total:${r}`]).toEqual(rangeOf(possible));
        });
      }),
      { numRuns: 60 },
    );
  });

  test('three ways: the bounds are those over all tables that fit all seven sets of totals', () => {
    const cube = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(cube, fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (values, hidden) => {
        const at = (list: readonly number[], a: number, b: number, c: number): number =>
          list[a * 4 + b * 2 + c]!;
        const pairs = [0, 1].flatMap((i) => [0, 1].map((j) => [i, j] as const));
        const totals = (list: readonly number[]): number[][] => [
          pairs.map(([a, b]) => at(list, a, b, 0) + at(list, a, b, 1)),
          pairs.map(([a, c]) => at(list, a, 0, c) + at(list, a, 1, c)),
          pairs.map(([b, c]) => at(list, 0, b, c) + at(list, 1, b, c)),
        ];
        const square = (list: readonly number[]): number[][] => [list.slice(0, 2), list.slice(2)];
        const [ab, ac, bc] = totals(values) as [number[], number[], number[]];
        const table = threeWayTable({
          cells: [0, 1].map((a) =>
            [0, 1].map((b) => [0, 1].map((c) => (hidden[a * 4 + b * 2 + c]! ? null : at(values, a, b, c)))),
          ),
          totalsAB: square(ab),
          totalsAC: square(ac),
          totalsBC: square(bc),
          grandTotal: values.reduce((sum, value) => sum + value, 0),
        });
        // A 2 x 2 x 2 table with its two-way totals has one degree of freedom: +1 and -1 in turn.
        const signs = [1, -1, -1, 1, -1, 1, 1, -1];
        const tables: number[][] = [];
        for (let step = -40; step <= 40; step += 1) {
          const moved = values.map((value, index) => value + step * signs[index]!);
          const fits = moved.every(
            (value, index) => value >= 0 && (hidden[index]! || value === values[index]),
          );
          if (fits) tables.push(moved);
        }
        const result = auditSuppression(table, nothingKnown, 1, solver);
        expect(result.state).toBe('audited');
        if (result.state !== 'audited') return;
        for (let index = 0; index < 8; index += 1) {
          if (!hidden[index]!) continue;
          const possible = tables.map((one) => one[index]!);
          const key = `${Math.floor(index / 4)},${Math.floor(index / 2) % 2},${index % 2}`;
          expect(result.audit.intervals.get(key)).toEqual({
            lower: rangeOf(possible)[0],
            upper: rangeOf(possible)[1],
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('edges', () => {
  test('a table with nothing hidden is safe, an empty one too', () => {
    for (const cells of [[[5, 6]], []]) {
      const table = twoWayTable(cells.length > 0 ? withTotals(cells) : { cells });
      const result = auditSuppression(table, nothingKnown, 3, solver);
      expect(result.state === 'audited' && result.audit.safe).toBe(true);
    }
  });

  test('without totals nothing bounds a hidden cell from above', () => {
    const result = auditSuppression(twoWayTable({ cells: [[null, 4]] }), nothingKnown, 3, solver);
    expect(result.state === 'audited' && result.audit.intervals.get('0,0')).toEqual({
      lower: 0,
      upper: null,
    });
  });

  test('a total that cannot be is told, whether its parts are shown or hidden', () => {
    const shown = twoWayTable({ cells: [[3, 4]], rowTotals: [8] });
    const hidden = twoWayTable({ cells: [[null, 4]], rowTotals: [3] });
    const halves = twoWayTable({ cells: [[null, 4]], rowTotals: [6.5] });
    for (const table of [shown, hidden, halves]) {
      expect(auditSuppression(table, nothingKnown, 3, solver).state).toBe('inconsistent');
    }
  });

  test('a primary that the reader knows to be at most 4 narrows the others', () => {
    const table = { cells: [[null, null]], rowTotals: [10], columnTotals: [null, null], grandTotal: 10 };
    expect(intervalsOf(table, { suppressedMin: 1, primary: ['0,0'], primaryMax: 4 })).toMatchObject({
      '0,0': [1, 4],
      '0,1': [6, 9],
    });
  });

  test('a primary that is shown is not safe', () => {
    const result = auditSuppression(
      twoWayTable({ cells: [[2, 9]] }),
      { ...nothingKnown, primary: ['0,0'] },
      3,
      solver,
    );
    expect(result.state === 'audited' && result.audit.safe).toBe(false);
  });

  test('a question that says how far is enough is answered at least that far, in whole numbers', () => {
    // Fractions would fit 2x + 2y = 9 and nothing else; 3x + 3y + 3z = 12 leaves whole numbers alone.
    const columns = [0, 1, 2].map(() => ({ lower: 0, upper: null }));
    const open = solver({
      columns,
      rows: [{ lower: 12, upper: 12, columns: [0, 1, 2], coefficients: [3, 3, 3] }],
    });
    const answer = open.most({ columns: [0], coefficients: [1], enough: 2 });
    expect(answer.state === 'optimal' && answer.value).toBeGreaterThanOrEqual(2);
    expect(open.most({ columns: [0], coefficients: [1] })).toMatchObject({ state: 'optimal', value: 4 });
    expect(open.least({ columns: [0, 1], coefficients: [1, 1] })).toMatchObject({
      state: 'optimal',
      value: 0,
    });
    open.close();
    const odd = solver({ columns, rows: [{ lower: 9, upper: 9, columns: [0, 1], coefficients: [2, 2] }] });
    expect(odd.most({ columns: [0], coefficients: [1] }).state).toBe('infeasible');
    odd.close();
  });

  test('a solver that does not get there is told, never taken for safe', () => {
    const never: LinearSolver = () => ({
      least: () => ({ state: 'not-finished' }),
      most: () => ({ state: 'not-finished' }),
      close: () => undefined,
    });
    expect(auditSuppression(twoWayTable({ cells: [[null]] }), nothingKnown, 3, never).state).toBe(
      'not-finished',
    );
  });
});
