import loadHighs from 'highs';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../scripts/attack/random';
import { isUseful, problemOf, randomTable, sharesOf } from '../../../scripts/utility/compare';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';

describe('what protection costs (npm run utility tries more)', () => {
  test('a few random tables: at most 15% is missing of the most that any plan could show', async () => {
    const solver = createLinearSolver(await loadHighs());
    const random = createRandom(11);
    const tables = Array.from({ length: 3 }, () => randomTable(random));
    const shares = tables.map((table) => sharesOf(problemOf(table), solver));
    const measured = shares.filter((one) => one !== null);
    expect(measured.length).toBeGreaterThanOrEqual(2);
    expect(measured.filter((one) => !isUseful(one))).toEqual([]);
    // No plan shows more than the best one: the comparison is with the optimum.
    for (const { best, engine, quick } of measured) {
      expect(engine).toBeLessThanOrEqual(best);
      expect(quick).toBeLessThanOrEqual(best);
    }
  });

  test('more than 15% missing is a failure', () => {
    const shares = { safe: 30, best: 20, quick: 20 };
    expect(isUseful({ ...shares, engine: 17 })).toBe(true);
    expect(isUseful({ ...shares, engine: 16 })).toBe(false);
  });
});
