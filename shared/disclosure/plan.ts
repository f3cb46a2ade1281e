/**
 * Complementary (secondary) suppression: which further entries have to be hidden so that no small one can be worked
 * out again, with as few entries hidden as can be, and among those the smallest sum of what they hold.
 *
 * Exact, by hitting sets: to hide more never narrows what a reader thinks possible (an entry that is hidden may still
 * have its true value), so a choice that leaves a small entry too narrow rules out every choice inside the largest
 * such one. At least one entry outside it has to be hidden: that is one cut. The cheapest choice that meets all cuts
 * so far is audited; it is a plan, or it gives the next cut. Source: Fischetti and Salazar 2001 (cuts of the cell
 * suppression problem); the search in whole numbers and the audits are the library's.
 */
import { checkPlan, type PlanProblem } from './plan-problem';
import type { LinearRow, LinearSolver } from './linear-program';

export interface SuppressionPlan {
  /** Hidden whatever is chosen, in the order of the table. */
  readonly primary: readonly string[];
  readonly secondary: readonly string[];
  readonly secondaryValue: number;
}

export type PlanResult =
  | { readonly state: 'planned'; readonly plan: SuppressionPlan }
  /** Not even hiding all that may be hidden is enough. */
  | { readonly state: 'impossible' }
  | { readonly state: 'not-finished' };

export interface Planner {
  /** The cheapest plan, or the cheapest besides those that were ruled out. */
  cheapest(): PlanResult;
  /** Leaves out a plan that was found (and every plan that hides its entries and more). */
  ruleOut(plan: SuppressionPlan): void;
}

/** Beyond this many cuts the search is given up: quick-plan.ts is for large tables. */
const mostCuts = 400;

export function createPlanner(
  problem: PlanProblem,
  solver: LinearSolver,
  mayContinue: () => boolean = () => true,
): Planner {
  const valueByKey = new Map(problem.table.entries.map(({ key, value }) => [key, value ?? 0]));
  const candidates = problem.candidates.map((key) => ({ key, value: valueByKey.get(key) ?? 0 }));
  const position = new Map(candidates.map(({ key }, index) => [key, index]));
  // One more entry always outweighs any sum of values: first few entries, then small ones.
  const perEntry = candidates.reduce((sum, { value }) => sum + value, 1);
  const protectedKeys = [...problem.widths.keys()];
  const cuts: LinearRow[] = [];

  /** The cut that this failing choice gives: hide one of what the largest failing choice around it leaves shown. */
  const cutFrom = (chosen: ReadonlySet<string>, narrow: string): LinearRow => {
    const grown = new Set(chosen);
    for (const { key } of candidates) {
      if (grown.has(key)) continue;
      grown.add(key);
      if (checkPlan(problem, grown, [narrow], solver).state !== 'too-narrow') grown.delete(key);
    }
    const columns = candidates.flatMap(({ key }, index) => (grown.has(key) ? [] : [index]));
    return { lower: 1, upper: null, columns, coefficients: columns.map(() => 1) };
  };

  const cheapest = (): PlanResult => {
    while (cuts.length <= mostCuts && mayContinue()) {
      if (cuts.some(({ lower, columns }) => lower === 1 && columns.length === 0))
        return { state: 'impossible' };
      const open = solver({ columns: candidates.map(() => ({ lower: 0, upper: 1 })), rows: cuts });
      const choice = open.least({
        columns: candidates.map((_, index) => index),
        coefficients: candidates.map(({ value }) => perEntry + value),
      });
      open.close();
      if (choice.state === 'infeasible') return { state: 'impossible' };
      if (choice.state !== 'optimal') return { state: 'not-finished' };
      const secondary = candidates.filter((_, index) => choice.solution[index] === 1);
      const chosen = new Set(secondary.map(({ key }) => key));
      const check = checkPlan(problem, chosen, protectedKeys, solver);
      if (check.state === 'not-finished') return { state: 'not-finished' };
      if (check.state === 'wide-enough') {
        const secondaryValue = secondary.reduce((sum, { value }) => sum + value, 0);
        return {
          state: 'planned',
          plan: { primary: problem.hidden, secondary: [...chosen], secondaryValue },
        };
      }
      cuts.push(cutFrom(chosen, check.key));
    }
    return { state: 'not-finished' };
  };

  return {
    cheapest,
    ruleOut: ({ secondary }) => {
      const columns = secondary.map((key) => position.get(key)!);
      cuts.push({ lower: null, upper: columns.length - 1, columns, coefficients: columns.map(() => 1) });
    },
  };
}

export interface CheapestPlans {
  /** Every cheapest plan, in the order of the table; empty where there is none. */
  readonly plans: readonly SuppressionPlan[];
  /** False where the search was given up. */
  readonly isComplete: boolean;
}

export function cheapestPlans(problem: PlanProblem, solver: LinearSolver): CheapestPlans {
  const planner = createPlanner(problem, solver);
  const plans: SuppressionPlan[] = [];
  for (;;) {
    const result = planner.cheapest();
    const best = plans[0];
    if (result.state === 'not-finished') return { plans, isComplete: false };
    if (result.state === 'impossible') break;
    const { plan } = result;
    const isDearer =
      best !== undefined &&
      (plan.secondary.length !== best.secondary.length || plan.secondaryValue !== best.secondaryValue);
    if (isDearer) break;
    plans.push(plan);
    if (plan.secondary.length === 0) break;
    planner.ruleOut(plan);
  }
  const place = new Map(problem.table.entries.map(({ key }, index) => [key, index]));
  const compare = (left: SuppressionPlan, right: SuppressionPlan): number => {
    for (const [index, key] of left.secondary.entries()) {
      const difference = place.get(key)! - (place.get(right.secondary[index] ?? key) ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  return { plans: plans.toSorted(compare), isComplete: true };
}
