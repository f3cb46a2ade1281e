import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { threeWayTable, twoWayTable, type LinkedTable } from '@shared/disclosure/linked-table';
import { cheapestPlans } from '@shared/disclosure/plan';
import { checkPlan, planProblem } from '@shared/disclosure/plan-problem';
import { planQuickly } from '@shared/disclosure/quick-plan';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { withTotals } from './brute-force';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

function problemOf(table: LinkedTable, requiredWidth = 4): ReturnType<typeof planProblem> {
  const totals = table.sums.map(({ total }) => table.entries[total]!.key);
  return planProblem(table, { threshold: 5, requiredWidth, zerosShown: true, alwaysShown: new Set(totals) });
}

const cell = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 4, arbitrary: fc.integer({ min: 5, max: 15 }) },
);
const tables = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });

describe('planQuickly', () => {
  test('finds a plan that passes the check wherever there is one, and hides at most 15% more than the cheapest', () => {
    let quickly = 0;
    let cheapest = 0;
    fc.assert(
      fc.property(tables, (cells) => {
        const problem = problemOf(twoWayTable(withTotals(cells)));
        const quick = planQuickly(problem, solver);
        const { plans } = cheapestPlans(problem, solver);
        expect(quick.state).toBe(plans.length > 0 ? 'planned' : 'not-found');
        if (quick.state !== 'planned') return;
        const check = checkPlan(problem, new Set(quick.secondary), [...problem.widths.keys()], solver);
        expect(check.state).toBe('wide-enough');
        quickly += problem.hidden.length + quick.secondary.length;
        cheapest += problem.hidden.length + plans[0]!.secondary.length;
      }),
      { numRuns: 8, seed: 8 },
    );
    expect(quickly).toBeGreaterThan(0);
    expect(quickly / cheapest).toBeLessThanOrEqual(1.15);
  });

  test('three ways with all totals shown: the plan passes the check', () => {
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const axes = [0, 1, 2];
    const cells = axes.map((a) =>
      axes.map((b) => axes.map((c) => (a === 1 && b === 1 && c === 1 ? 2 : 8 + a + b + c))),
    );
    const table = threeWayTable({
      cells,
      totalsAB: axes.map((a) => axes.map((b) => sum(axes.map((c) => cells[a]![b]![c]!)))),
      totalsAC: axes.map((a) => axes.map((c) => sum(axes.map((b) => cells[a]![b]![c]!)))),
      totalsBC: axes.map((b) => axes.map((c) => sum(axes.map((a) => cells[a]![b]![c]!)))),
      grandTotal: sum(cells.flat(2)),
    });
    const problem = problemOf(table);
    const quick = planQuickly(problem, solver);
    expect(quick.state).toBe('planned');
    if (quick.state !== 'planned') return;
    // A box of two by two by two is the least that can hide one cell of such a table.
    expect(quick.secondary).toHaveLength(7);
    expect(checkPlan(problem, new Set(quick.secondary), problem.hidden, solver).state).toBe('wide-enough');
  });

  test('gives up when the time is up, and where nothing may be hidden', () => {
    const problem = problemOf(
      twoWayTable(
        withTotals([
          [2, 9],
          [8, 7],
        ]),
      ),
    );
    expect(planQuickly(problem, solver, () => false).state).toBe('not-found');
    expect(planQuickly({ ...problem, candidates: [] }, solver).state).toBe('not-found');
  });
});
