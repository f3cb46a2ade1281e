/** How much of a table the engine shows, beside the most that any plan could show. */
import type { LinearSolver } from '../../shared/disclosure/linear-program';
import { twoWayTable } from '../../shared/disclosure/linked-table';
import { createPlanner } from '../../shared/disclosure/plan';
import { planProblem, type PlanProblem, type PlanRules } from '../../shared/disclosure/plan-problem';
import { planQuickly } from '../../shared/disclosure/quick-plan';
import { planRelease } from '../../shared/disclosure/release-plan';
import type { Random } from '../attack/random';

export interface SmallTable {
  readonly cells: readonly (readonly number[])[];
  readonly rules: Omit<PlanRules, 'alwaysShown'>;
  /** Totals may be hidden as well. */
  readonly mayHideTotals: boolean;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

export function problemOf({ cells, rules, mayHideTotals }: SmallTable): PlanProblem {
  const rowTotals = cells.map(sum);
  const columnTotals = (cells[0] ?? []).map((_, c) => sum(cells.map((row) => row[c] ?? 0)));
  const table = twoWayTable({ cells, rowTotals, columnTotals, grandTotal: sum(rowTotals) });
  const totals = table.sums.map(({ total }) => table.entries[total]!.key);
  return planProblem(table, { ...rules, alwaysShown: new Set(mayHideTotals ? [] : totals) });
}

/** Counts as they are: small ones beside larger ones, and zeros. */
export function randomTable(random: Random): SmallTable {
  const [rows, columns] = [random.between(3, 6), random.between(3, 6)];
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () =>
      random.chance(0.25) ? random.between(0, 4) : random.between(5, 30),
    ),
  );
  const zerosShown = random.chance(0.5);
  return { cells, rules: { threshold: 5, requiredWidth: 5, zerosShown }, mayHideTotals: random.chance(0.5) };
}

/** Of the cells and totals that are not small by themselves, how many are shown. */
export interface Shares {
  readonly safe: number;
  readonly best: number;
  /** By the plan that a release makes, and by the quick plan alone, as large tables have it. */
  readonly engine: number;
  readonly quick: number;
}

/** Null = there is no plan at all, or the best one was not found in time: nothing to compare with. */
export function sharesOf(problem: PlanProblem, solver: LinearSolver): Shares | null {
  const best = createPlanner(problem, solver).cheapest();
  if (best.state !== 'planned') return null;
  const safe = problem.candidates.length;
  const engine = planRelease(problem, { solver, mayContinue: () => true });
  const quick = planQuickly(problem, solver);
  return {
    safe,
    best: safe - best.plan.secondary.length,
    engine: safe - engine.secondary.length,
    quick: quick.state === 'planned' ? safe - quick.secondary.length : 0,
  };
}

/** What may be missing of the most that could be shown. */
export const mostLost = 0.15;

export const isUseful = ({ best, engine }: Shares): boolean => engine >= best * (1 - mostLost);
