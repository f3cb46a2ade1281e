import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { twoWayTable } from '@shared/disclosure/linked-table';
import { cheapestPlans } from '@shared/disclosure/plan';
import { planProblem, type PlanRules } from '@shared/disclosure/plan-problem';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { everyTable, withTotals, rangeOf } from './brute-force';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

type Cells = readonly (readonly number[])[];

function rulesFor(cells: Cells, changes: Partial<PlanRules> = {}): PlanRules {
  const totals = twoWayTable(withTotals(cells)).entries.flatMap(({ key }) =>
    key.includes('total') ? [key] : [],
  );
  return { threshold: 5, requiredWidth: 3, zerosShown: true, alwaysShown: new Set(totals), ...changes };
}

/** By trying every table: is each small cell as wide as it has to be with these hidden? */
function isProtected(cells: Cells, hidden: ReadonlySet<string>, rules: PlanRules): boolean {
  const truth = withTotals(cells);
  const published = {
    ...truth,
    cells: cells.map((row, r) => row.map((value, c) => (hidden.has(`${r},${c}`) ? null : value))),
  };
  const tables = everyTable(published, rules.zerosShown ? 1 : 0, truth.grandTotal);
  return cells.every((row, r) =>
    row.every((value, c) => {
      if (value >= rules.threshold || (value === 0 && rules.zerosShown)) return true;
      const possible = tables.map((table) => table[r]![c]!);
      const [lowest, highest] = rangeOf(possible);
      return highest - lowest >= rules.requiredWidth;
    }),
  );
}

/** By trying every choice of cells: the cheapest ones. */
function exhaustive(cells: Cells, rules: PlanRules): string[][] {
  const all = cells.flatMap((row, r) => row.map((value, c) => ({ key: `${r},${c}`, value })));
  const isSmall = (value: number): boolean => value < rules.threshold && (value > 0 || !rules.zerosShown);
  const primary = all.filter(({ value }) => isSmall(value));
  const candidates = all.filter(({ value }) => !isSmall(value) && value > 0);
  let best: { keys: string[]; cost: number }[] = [];
  for (let choice = 0; choice < 2 ** candidates.length; choice += 1) {
    const chosen = candidates.filter((_, index) => (choice >> index) % 2 === 1);
    const cost = chosen.length * 1000 + chosen.reduce((sum, { value }) => sum + value, 0);
    if (best[0] !== undefined && cost > best[0].cost) continue;
    const hidden = new Set([...primary, ...chosen].map(({ key }) => key));
    if (!isProtected(cells, hidden, rules)) continue;
    if (best[0] !== undefined && cost < best[0].cost) best = [];
    best.push({ keys: chosen.map(({ key }) => key), cost });
  }
  return best.map(({ keys }) => keys).toSorted();
}

describe('cheapestPlans', () => {
  test('finds all cheapest choices that trying every choice and every table finds (small random tables)', () => {
    const cell = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 5, max: 9 }));
    const tables = fc
      .integer({ min: 2, max: 3 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 2 }),
      );
    fc.assert(
      fc.property(tables, fc.boolean(), (cells, zerosShown) => {
        const rules = rulesFor(cells, { zerosShown });
        const { plans, isComplete } = cheapestPlans(
          planProblem(twoWayTable(withTotals(cells)), rules),
          solver,
        );
        expect(isComplete).toBe(true);
        expect(plans.map(({ secondary }) => [...secondary]).toSorted()).toEqual(exhaustive(cells, rules));
      }),
      { numRuns: 12 },
    );
  });

  test('a table of three by three with two small cells needs the two that make a rectangle', () => {
    const cells = [
      [2, 10, 6],
      [9, 3, 12],
      [11, 8, 15],
    ];
    const { plans } = cheapestPlans(planProblem(twoWayTable(withTotals(cells)), rulesFor(cells)), solver);
    expect(plans).toEqual([{ primary: ['0,0', '1,1'], secondary: ['0,1', '1,0'], secondaryValue: 19 }]);
  });

  test('where nothing is small nothing is hidden', () => {
    const cells = [
      [5, 0],
      [7, 9],
    ];
    const { plans } = cheapestPlans(planProblem(twoWayTable(withTotals(cells)), rulesFor(cells)), solver);
    expect(plans).toEqual([{ primary: [], secondary: [], secondaryValue: 0 }]);
  });

  test('one row with one other cell: no plan where the total stays, one where it may go', () => {
    const cells = [[2, 1]];
    const table = twoWayTable(withTotals(cells));
    expect(cheapestPlans(planProblem(table, rulesFor(cells)), solver).plans).toEqual([]);
    const open = cheapestPlans(planProblem(table, rulesFor(cells, { alwaysShown: new Set() })), solver);
    expect(open.plans[0]?.primary).toEqual([
      '0,0',
      '0,1',
      'row-total:0',
      'column-total:0',
      'column-total:1',
      'total',
    ]);
    expect(open.plans[0]?.secondary).toEqual([]);
  });

  test('ties: every cheapest choice is told, in the order of the table', () => {
    const cells = [[1, 8, 8]];
    const rules = rulesFor(cells, {
      alwaysShown: new Set(['row-total:0', 'total', 'column-total:0', 'column-total:1', 'column-total:2']),
    });
    const { cells: only, rowTotals, grandTotal } = withTotals(cells);
    const { plans } = cheapestPlans(
      planProblem(twoWayTable({ cells: only, rowTotals, grandTotal }), rules),
      solver,
    );
    expect(plans.map(({ secondary }) => secondary)).toEqual([['0,1'], ['0,2']]);
  });
});
