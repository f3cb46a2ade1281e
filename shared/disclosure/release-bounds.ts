/**
 * Bounds that no table can be outside of, sum by sum and without the solver: a total is at most its parts together, a
 * part at most what the least of the others leave. They may be wider than what a reader knows, never narrower.
 */
import type { HiddenEntries } from './audit';
import { asPublished, type PlanProblem } from './plan-problem';

interface OuterBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Sums are gone through so often at most: what is still moving then is left as it is. */
const mostRounds = 12;

/** A sum some of whose terms may be endless: what it is without one of them. */
function sumWithoutOne(terms: readonly number[]): (at: number) => number {
  const endless = terms.filter((term) => !Number.isFinite(term));
  const finite = terms.reduce((sum, term) => (Number.isFinite(term) ? sum + term : sum), 0);
  return (at) => {
    const own = terms[at]!;
    const isOwnEndless = !Number.isFinite(own);
    if (endless.length > (isOwnEndless ? 1 : 0)) return endless[0]!;
    return isOwnEndless ? finite : finite - own;
  };
}

function narrowDown({ program }: HiddenEntries): { readonly lower: number[]; readonly upper: number[] } {
  const lower = program.columns.map((column) => column.lower);
  const upper = program.columns.map((column) => column.upper ?? Number.POSITIVE_INFINITY);
  let isMoving = true;
  for (let round = 0; isMoving && round < mostRounds; round += 1) {
    isMoving = false;
    // Each row is an equation: parts less total (coefficients 1 and -1) are a number.
    for (const { lower: right, columns, coefficients } of program.rows) {
      const isPart = coefficients.map((coefficient) => coefficient === 1);
      const least = sumWithoutOne(columns.map((at, i) => (isPart[i] === true ? lower[at]! : -upper[at]!)));
      const most = sumWithoutOne(columns.map((at, i) => (isPart[i] === true ? upper[at]! : -lower[at]!)));
      columns.forEach((at, i) => {
        const [low, high] = [(right ?? 0) - most(i), (right ?? 0) - least(i)];
        const [newLower, newUpper] = isPart[i] === true ? [low, high] : [-high, -low];
        if (newLower > lower[at]!) {
          lower[at] = newLower;
          isMoving = true;
        }
        if (newUpper < upper[at]!) {
          upper[at] = newUpper;
          isMoving = true;
        }
      });
    }
  }
  return { lower, upper };
}

/** Of every figure that is open with these chosen to be hidden. */
export function outerBounds(problem: PlanProblem, chosen: Iterable<string>): Map<string, OuterBounds> {
  const entries = asPublished(problem, chosen);
  const { lower, upper } = narrowDown(entries);
  return new Map(
    [...entries.columnByKey].map(([key, column]) => [key, { lower: lower[column]!, upper: upper[column]! }]),
  );
}

/** Whatever is hidden, these are known: they are taken out, as if they were shown. */
export function withoutKnown(problem: PlanProblem, bounds: ReadonlyMap<string, OuterBounds>): PlanProblem {
  const isKnown = (key: string): boolean => {
    const found = bounds.get(key);
    return found !== undefined && found.lower === found.upper;
  };
  return {
    ...problem,
    hidden: problem.hidden.filter((key) => !isKnown(key)),
    candidates: problem.candidates.filter((key) => !isKnown(key)),
    widths: new Map(
      [...problem.widths].flatMap(([key, width]) => {
        const { lower, upper } = bounds.get(key) ?? { lower: 0, upper: Number.POSITIVE_INFINITY };
        return isKnown(key) ? [] : [[key, Math.min(width, upper - lower)] as const];
      }),
    ),
    ...(problem.ranges === undefined
      ? {}
      : { ranges: new Map([...problem.ranges].filter(([key]) => !isKnown(key))) }),
  };
}
