import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditSuppression } from '@shared/disclosure/audit';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import type { LinkedTable } from '@shared/disclosure/linked-table';
import { planProblem, type PlanProblem } from '@shared/disclosure/plan-problem';
import { planQuickly } from '@shared/disclosure/quick-plan';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { largeTable, type LargeTableSize } from '../../bench/data/large-table';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

function problemOf(size: Partial<LargeTableSize>): PlanProblem {
  const { figures, sums } = largeTable({
    periods: 3,
    teams: 6,
    reasons: 4,
    mean: 3,
    seed: 1,
    hidesZero: false,
    ...size,
  });
  const position = new Map(figures.map(({ key }, place) => [key, place]));
  const table: LinkedTable = {
    entries: figures.map(({ key, value }) => ({ key, value })),
    sums: sums.map(({ total, parts }) => ({
      total: position.get(total)!,
      parts: parts.map((key) => position.get(key)!),
    })),
  };
  return planProblem(table, {
    threshold: 5,
    requiredWidth: 5,
    zerosShown: size.hidesZero !== true,
    alwaysShown: new Set(),
  });
}

/** By the audit, which asks HiGHS about every hidden entry and knows nothing of how the plan came about. */
function narrowAfter(problem: PlanProblem, secondary: readonly string[]): string[] {
  const hidden = new Set([...problem.hidden, ...secondary]);
  const published = {
    ...problem.table,
    entries: problem.table.entries.map(({ key, value }) => ({ key, value: hidden.has(key) ? null : value })),
  };
  const audit = auditSuppression(published, problem.knowledge, 5, solver);
  if (audit.state !== 'audited') throw new Error(audit.state);
  return audit.audit.tooNarrow.filter((key) => problem.widths.has(key));
}

function planned(problem: PlanProblem, mayContinue = () => true): readonly string[] {
  const plan = planQuickly(problem, solver, mayContinue);
  if (plan.state !== 'planned') throw new Error(plan.state);
  return plan.secondary;
}

describe('plans of tables with three axes, groups in them and every margin', () => {
  test.each([
    { hidesZero: false, seed: 1 },
    { hidesZero: true, seed: 2 },
  ])('are wide enough by the exact audit: %o', (size) => {
    const problem = problemOf(size);
    expect(problem.widths.size).toBeGreaterThan(50);
    expect(narrowAfter(problem, [])).not.toEqual([]);
    const secondary = planned(problem);
    expect(narrowAfter(problem, secondary)).toEqual([]);
    // It does not get there by hiding everything.
    expect(secondary.length).toBeLessThan(problem.candidates.length * 0.8);
  });

  test('the same table has the same plan', () => {
    const problem = problemOf({ teams: 5, seed: 3 });
    expect(planned(problem)).toEqual(planned(problem));
  });

  test('when the time is up more is hidden, and all is still wide enough', () => {
    const problem = problemOf({ seed: 1 });
    const inFull = planned(problem);
    for (const steps of [0, 5]) {
      let left = steps;
      const inHaste = planned(problem, () => (left -= 1) >= 0);
      expect(inHaste.length).toBeGreaterThan(inFull.length);
      expect(narrowAfter(problem, inHaste)).toEqual([]);
    }
  });

  test('tells how far it is', () => {
    const told: (readonly [number, number])[] = [];
    const problem = problemOf({ teams: 5, seed: 3 });
    planQuickly(problem, solver, {
      mayContinue: () => true,
      onProgress: (done, of) => told.push([done, of]),
    });
    expect(told).toHaveLength(problem.widths.size);
    expect(told.map(([done]) => done)).toEqual(told.map((_, place) => place));
    expect(new Set(told.map(([, of]) => of))).toEqual(new Set([problem.widths.size]));
  });
});
