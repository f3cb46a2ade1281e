/**
 * Tables that a reader may think possible, found many figures at a time: all that are not wide enough yet are pushed up
 * together, then down, then some up and some down. Each table that is found stands for every figure in it, so that few
 * are left to be asked about one by one.
 */
import { outerBounds } from './release-bounds';
import type { LinearSolver, Objective } from './linear-program';
import { asPublished, type PlanProblem, type SeenValues } from './plan-problem';

/** After these hardly any figure is found wide that was not before. */
const mostPushes = 8;
const tolerance = 1e-6;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= tolerance;

/** The sign of a figure in a push: all up, all down, then by the digits of its place. */
function signOf(push: number, place: number): 1 | -1 {
  if (push < 2) return push === 0 ? 1 : -1;
  const digit = (place >> ((push >> 1) % 5)) & 1;
  return (digit + push) % 2 === 0 ? 1 : -1;
}

interface Witnesses {
  readonly seen: SeenValues;
  /** Not even in fractions as wide as they should be. */
  readonly narrow: ReadonlySet<string>;
}

export function findWitnesses(
  problem: PlanProblem,
  chosen: readonly string[],
  solver: LinearSolver,
  mayContinue: () => boolean,
): Witnesses {
  const { program, columnByKey } = asPublished(problem, chosen);
  const seen: SeenValues = new Map();
  const keys = [...columnByKey.keys()];
  const note = (solution: readonly number[]): void => {
    keys.forEach((key, column) => {
      const value = Math.round(solution[column] ?? 0);
      const before = seen.get(key) ?? { least: value, most: value };
      seen.set(key, { least: Math.min(before.least, value), most: Math.max(before.most, value) });
    });
  };
  const values = new Map(problem.table.entries.map(({ key, value }) => [key, value ?? 0]));
  // The true table is one that fits.
  note(keys.map((key) => values.get(key)!));
  const outer = outerBounds(problem, chosen);
  const narrow = new Set<string>(
    [...problem.widths].flatMap(([key, width]) => {
      const bounds = outer.get(key);
      return bounds !== undefined && bounds.upper - bounds.lower < width ? [key] : [];
    }),
  );
  const isOpen = ([key, width]: readonly [string, number]): boolean => {
    const spread = seen.get(key);
    return !narrow.has(key) && spread !== undefined && spread.most - spread.least < width;
  };
  const reach = 2 * Math.max(0, ...problem.widths.values());
  // No farther than is of use: where nothing bounds a figure there would be no table to note.
  const columns = program.columns.map(({ lower, upper }, column) => {
    const far = values.get(keys[column]!)! + reach;
    return { lower, upper: upper === null ? far : Math.min(upper, far) };
  });
  const fractions = solver({ ...program, columns, mayBeFractions: true });
  try {
    for (let push = 0; push < mostPushes && mayContinue(); push += 1) {
      const open = [...problem.widths].filter(isOpen);
      if (open.length === 0) break;
      const objective: Objective = {
        columns: open.map(([key]) => columnByKey.get(key)!),
        coefficients: open.map((_, place) => signOf(push, place)),
      };
      const found = fractions.most(objective);
      if (found.state !== 'optimal') break;
      if (found.solution.every(isWhole)) note(found.solution);
    }
    const boundOf = (key: string, side: 'most' | 'least'): number | null => {
      const found = fractions[side]({ columns: [columnByKey.get(key)!], coefficients: [1] });
      if (found.state !== 'optimal') return null;
      if (found.solution.every(isWhole)) note(found.solution);
      return found.value;
    };
    for (const [key, width] of problem.widths) {
      if (!isOpen([key, width])) continue;
      if (!mayContinue()) break;
      const most = boundOf(key, 'most');
      const least = most !== null && isOpen([key, width]) ? boundOf(key, 'least') : null;
      if (most === null || least === null || !isOpen([key, width])) continue;
      if (Math.floor(most + tolerance) - Math.ceil(least - tolerance) < width) narrow.add(key);
    }
    return { seen, narrow };
  } finally {
    fractions.close();
  }
}
