import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ReleaseTools } from '@shared/disclosure/release';
import type { EarlierRelease } from '@shared/disclosure/release-figures';
import { everyTable, withTotals, type SmallTable, rangeOf } from './brute-force';
import { afterwards, figuresOf, give, loadTools } from './release-support';

let tools: ReleaseTools;
beforeAll(async () => {
  tools = await loadTools();
});

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
          const result = give(table, history, tools);
          expect(result.audit.alreadyDisclosed).toEqual([]);
          for (const [key, one] of result.cells) if (one.state === 'shown') shown.set(key, one.value);
          history.push(afterwards(table, result));
        }
        // The attacker knows the rule too: zeros are always shown, so what is hidden is at least 1.
        const view: SmallTable = {
          cells: truth.cells.map((row, r) =>
            row.map((value, c) => shown.get(`${r},${c}`) ?? (value === 0 ? 0 : null)),
          ),
          rowTotals: truth.rowTotals.map((_, r) => shown.get(`row ${r}`) ?? null),
          columnTotals: truth.columnTotals.map((_, c) => shown.get(`column ${c}`) ?? null),
          grandTotal: shown.get('total') ?? null,
        };
        const possible = everyTable(view, 1, Math.min(truth.grandTotal + 6, 60));
        truth.cells.forEach((row, r) => {
          row.forEach((value, c) => {
            if (value === 0 || value >= 5) return;
            const [lowest, highest] = rangeOf(possible.map((table) => table[r]![c]!));
            expect(highest - lowest).toBeGreaterThanOrEqual(4);
          });
        });
        for (const value of shown.values()) expect(value === 0 || value >= 5).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('a table too large for the cheapest plan is planned quickly, and is as safe', () => {
    const cells = Array.from({ length: 8 }, (_, r) =>
      Array.from({ length: 6 }, (_, c) => ((r * 7 + c * 5) % 13) + 3),
    );
    const result = give(
      figuresOf(cells, () => true),
      [],
      tools,
    );
    expect(result.audit.method).toBe('quick');
    const small = cells.flat().filter((value) => value < 5).length;
    const { protectedKeys } = result.audit;
    expect(protectedKeys).toHaveLength(small);
    const intervals = result.audit.intervals(protectedKeys);
    expect(intervals.size).toBe(small);
    for (const { lower, upper } of intervals.values()) {
      expect(upper === null || upper - lower >= 4).toBe(true);
    }
    expect(result.hidden.length).toBeLessThan(cells.flat().length * 0.6);
  });
});
