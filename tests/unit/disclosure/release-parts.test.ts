/** The short cuts of a release: bounds without the solver, parts by themselves, many figures in one question. */
import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, describe, expect, test } from 'vitest';
import { intervalOf, type Interval } from '@shared/disclosure/audit';
import type { LinearSolver } from '@shared/disclosure/linear-program';
import { asPublished, type PlanProblem } from '@shared/disclosure/plan-problem';
import { outerBounds, withoutKnown } from '@shared/disclosure/release-bounds';
import { partsOf } from '@shared/disclosure/release-parts';
import { findWitnesses } from '@shared/disclosure/release-witnesses';
import { createLinearSolver } from '../../../renderer/platform/linear-solver';
import { withTotals } from './brute-force';
import { twoWayTable } from '@shared/disclosure/linked-table';

let solver: LinearSolver;
beforeAll(async () => {
  solver = createLinearSolver(await loadHighs());
});

function exact(problem: PlanProblem): Map<string, Interval> {
  const { program, columnByKey } = asPublished(problem, []);
  const open = solver(program);
  const found = [...columnByKey].map(([key, column]) => {
    const interval = intervalOf(open, column);
    if (interval === null || interval === 'inconsistent') throw new Error(`No bounds of ${key}`);
    return [key, interval] as const;
  });
  open.close();
  return new Map(found);
}

/** A table with some of its entries hidden, totals among them. */
const problems = fc
  .tuple(
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 3,
    }),
    fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
  )
  .map(([cells, isHidden]): PlanProblem => {
    const table = twoWayTable(withTotals(cells));
    const hidden = table.entries.flatMap(({ key, value }, at) =>
      isHidden[at] === true && value !== 0 ? [key] : [],
    );
    return {
      table,
      hidden,
      widths: new Map(hidden.map((key) => [key, 5])),
      candidates: [],
      knowledge: { suppressedMin: 1, primary: [], primaryMax: null },
    };
  });

const width = ({ lower, upper }: Interval): number =>
  upper === null ? Number.POSITIVE_INFINITY : upper - lower;

describe('short cuts of a release', () => {
  test('bounds without the solver are never narrower than the true ones', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const bounds = outerBounds(problem, []);
        for (const [key, { lower, upper }] of exact(problem)) {
          expect(bounds.get(key)!.lower).toBeLessThanOrEqual(lower);
          expect(bounds.get(key)!.upper).toBeGreaterThanOrEqual(upper ?? Number.POSITIVE_INFINITY);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('parts by themselves, without what is known, leave the bounds as they are', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const bounds = outerBounds(problem, []);
        const parts = partsOf(withoutKnown(problem, bounds));
        const found = new Map(parts.flatMap((part) => [...exact(part)]));
        for (const [key, interval] of exact(problem)) {
          const { lower, upper } = bounds.get(key)!;
          if (lower === upper) expect(interval).toEqual({ lower, upper });
          else expect(found.get(key)).toEqual(interval);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('what is seen is possible, and what is called narrow is', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { seen, narrow } = findWitnesses(problem, [], solver, () => true);
        for (const [key, interval] of exact(problem)) {
          const { least, most } = seen.get(key)!;
          expect(least).toBeGreaterThanOrEqual(interval.lower);
          expect(most).toBeLessThanOrEqual(interval.upper ?? Number.POSITIVE_INFINITY);
          if (narrow.has(key)) expect(width(interval)).toBeLessThan(5);
        }
      }),
      { numRuns: 60 },
    );
  });
});
