/**
 * Statistics that give others away. A share is a count as soon as its base is known, so it is shown only where its
 * numerator and its denominator are. A mean times its people is a sum, and sums can be taken from each other: 20
 * people less 14 of them is a mean of 6. No mean of fewer than 8 may be left by any sums and differences of shown
 * ones, earlier releases too; found by a linear program: what is left is known when it has to be 0 wherever all
 * that is shown is 0.
 */
import type { LinearProgram, LinearSolver } from './linear-program';
import type { FigureRatio, FigureSum, ReleaseFigure } from './release-figures';
import { roundingBase, roundToBase } from './rounding';
import { disclosureThresholds } from './thresholds';

/** A mean with what it is of, however it came to be known. */
type MeanFigure = ReleaseFigure & { readonly mean: NonNullable<ReleaseFigure['mean']> };

export const isMean = (figure: ReleaseFigure): figure is MeanFigure => figure.mean !== undefined;

/** Counts that have to be shown beside a statistic. */
export function countsBehind({ madeOf = [], mean }: ReleaseFigure): readonly string[] {
  return mean === undefined ? madeOf : [...madeOf, mean.people];
}

/** A share beside rounded counts is of the rounded ones: 41.9% beside a base near 30 can only be 13 of 31. */
export function ratioOfRounded(
  { over, under, times }: FigureRatio,
  figures: ReadonlyMap<string, ReleaseFigure>,
): number {
  const sumOf = (keys: readonly string[]): number =>
    keys.reduce((sum, key) => sum + roundToBase(figures.get(key)?.value ?? 0, roundingBase), 0);
  const base = sumOf(under);
  return base === 0 ? 0 : (times * sumOf(over)) / base;
}

interface Known {
  readonly figures: ReadonlyMap<string, ReleaseFigure>;
  readonly sums: readonly FigureSum[];
}

/** The sums that hang together with these counts, by any number of steps. */
function sumsAround(sums: readonly FigureSum[], start: readonly string[]): FigureSum[] {
  const reached = new Set(start);
  const found = new Set<FigureSum>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const sum of sums) {
      const keys = [sum.total, ...sum.parts];
      if (found.has(sum) || !keys.some((key) => reached.has(key))) continue;
      found.add(sum);
      for (const key of keys) reached.add(key);
    }
  }
  return [...found];
}

/** Whether the mean of some group of 1 to 7 follows from those of the groups `shown`. */
function leavesFew(known: Known, shown: ReadonlySet<string>, solver: LinearSolver): boolean {
  const sums = sumsAround(known.sums, [...shown]);
  const keys = [...new Set(sums.flatMap(({ total, parts }) => [total, ...parts]))];
  const few = keys.filter((key) => {
    const people = known.figures.get(key)?.value ?? 0;
    return people > 0 && people < disclosureThresholds.minimumForStatistic;
  });
  const column = new Map(keys.map((key, index) => [key, index]));
  const isNobody = (key: string): boolean => known.figures.get(key)?.value === 0;
  const program: LinearProgram = {
    mayBeFractions: true,
    columns: keys.map((key) => {
      const isFixed = shown.has(key) || isNobody(key);
      return { lower: isFixed ? 0 : -1, upper: isFixed ? 0 : 1 };
    }),
    rows: sums.map(({ total, parts }) => ({
      lower: 0,
      upper: 0,
      columns: [...parts, total].map((key) => column.get(key)!),
      coefficients: [...parts.map(() => 1), -1],
    })),
  };
  const open = solver(program);
  const isKnown = (key: string): boolean => {
    const most = open.most({ columns: [column.get(key)!], coefficients: [1] });
    // No answer is taken for the worst one.
    return most.state !== 'optimal' || most.value < 1e-6;
  };
  try {
    return few.some(isKnown);
  } finally {
    open.close();
  }
}

/**
 * Which new means have to be hidden, of those that could be shown so far. Of a list all parts or none, as with
 * counts: first the means of parts whose whole is shown, then all new ones of the measure.
 */
export function meansToHide(
  known: Known,
  before: readonly MeanFigure[],
  asked: readonly MeanFigure[],
  solver: LinearSolver,
): Set<string> {
  const hidden = new Set<string>();
  for (const measure of new Set(asked.map(({ mean }) => mean.measure))) {
    const ofMeasure = (figure: MeanFigure): boolean => figure.mean.measure === measure;
    const old = before.filter(ofMeasure).map(({ mean }) => mean.people);
    const fresh = asked.filter(ofMeasure);
    const allShown = new Set([...old, ...fresh.map(({ mean }) => mean.people)]);
    if (!leavesFew(known, allShown, solver)) continue;
    const parts = new Set(
      known.sums.flatMap((sum) => (allShown.has(sum.total) && sum.parts.length > 1 ? sum.parts : [])),
    );
    const wholes = fresh.filter(({ mean }) => !parts.has(mean.people));
    const wholesAlone = new Set([...old, ...wholes.map(({ mean }) => mean.people)]);
    const mayKeepWholes = !leavesFew(known, wholesAlone, solver);
    for (const { key, mean } of fresh) if (!mayKeepWholes || parts.has(mean.people)) hidden.add(key);
  }
  return hidden;
}
