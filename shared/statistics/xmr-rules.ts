/**
 * The rules of an XmR chart in the Making Data Count style, on the points of one phase.
 * Source: NHSRplotthedots 0.2.2, retold; it differs from textbooks in the two-of-three rule (see there).
 */
import type { RunSeries } from './run-chart';

export type XmrRule =
  | 'none'
  | 'outside-high'
  | 'outside-low'
  | 'trend-up'
  | 'trend-down'
  | 'two-of-three-high'
  | 'two-of-three-low'
  | 'shift-high'
  | 'shift-low';

export type ProcessLimits = {
  readonly mean: number;
  readonly lpl: number;
  readonly upl: number;
  /** two thirds of the way from the mean to the limit */
  readonly nearLower: number;
  readonly nearUpper: number;
};

type Side = -1 | 0 | 1;

function sign(difference: number): Side {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

/** Calls `found` for each longest stretch of equal entries; null belongs to no stretch. */
function eachStretch(
  entries: readonly (Side | null)[],
  found: (value: Side, start: number, end: number) => void,
): void {
  let start = 0;
  for (let place = 1; place <= entries.length; place += 1) {
    if (place < entries.length && entries[place] === entries[start]) continue;
    const value = entries[start] ?? null;
    if (value !== null) found(value, start, place - 1);
    start = place;
  }
}

/** `runLength` or more points in a row strictly on one side; a point on the mean and a gap end the run. */
function shifts(sides: readonly (Side | null)[], runLength: number): Side[] {
  const flags = sides.map((): Side => 0);
  eachStretch(sides, (side, start, end) => {
    if (side !== 0 && end - start + 1 >= runLength) flags.fill(side, start, end + 1);
  });
  return flags;
}

/**
 * `runLength` or more points each strictly above (or below) the one before. Equal neighbours and a gap end
 * it. A turning point in a fall and in the rise after it takes the later one. (The package reads the
 * direction off the next step, and so also calls the last point of a rise falling when another rise follows
 * at once; that is not done here.)
 */
function trends(values: RunSeries, runLength: number): Side[] {
  const flags = values.map((): Side => 0);
  const steps = values.map((value, place): Side | null => {
    const before = place === 0 ? null : (values[place - 1] ?? null);
    return value === null || before === null ? null : sign(value - before);
  });
  eachStretch(steps, (direction, start, end) => {
    // n steps join n + 1 points.
    if (direction !== 0 && end - start + 2 >= runLength) flags.fill(direction, start - 1, end + 1);
  });
  return flags;
}

/**
 * Of three neighbours, all on one side of the mean, at least two strictly between near limit and limit: those
 * two or three are flagged. A point outside the limits does not count as one of the two. Textbooks count
 * every point beyond 2 sigma and let the third lie anywhere, which gives other flags.
 */
function twoOfThree(sides: readonly (Side | null)[], isNear: readonly boolean[]): Side[] {
  const flags = sides.map((): Side => 0);
  for (let start = 0; start + 2 < sides.length; start += 1) {
    const places = [start, start + 1, start + 2];
    const side = sides[start] ?? 0;
    const near = places.filter((place) => isNear[place]);
    if (side === 0 || near.length < 2 || places.some((place) => sides[place] !== side)) continue;
    for (const place of near) flags[place] = side;
  }
  return flags;
}

const noFlags = (values: RunSeries): Side[] => values.map(() => 0);

/**
 * The rule each point of a phase breaks, the first of: outside a limit (strictly), trend, two of three,
 * shift. `mean` may be known without limits (one point, or no two neighbours): then only trend and shift are
 * judged. A missing point breaks every run and is never flagged.
 */
export function xmrRules(
  values: RunSeries,
  mean: number | null,
  limits: ProcessLimits | null,
  runLength: number,
): XmrRule[] {
  const sides = values.map((value) => (value === null || mean === null ? null : sign(value - mean)));
  const outside = values.map((value): Side => {
    if (value === null || limits === null) return 0;
    return value > limits.upl ? 1 : value < limits.lpl ? -1 : 0;
  });
  const isNear = values.map(
    (value, place) =>
      value !== null &&
      limits !== null &&
      outside[place] === 0 &&
      (value < limits.nearLower || value > limits.nearUpper),
  );
  const trend = trends(values, runLength);
  const near = limits === null ? noFlags(values) : twoOfThree(sides, isNear);
  const shift = shifts(sides, runLength);
  return values.map((_, place): XmrRule => {
    if (outside[place] !== 0) return outside[place] === 1 ? 'outside-high' : 'outside-low';
    if (trend[place] !== 0) return trend[place] === 1 ? 'trend-up' : 'trend-down';
    if (near[place] !== 0) return near[place] === 1 ? 'two-of-three-high' : 'two-of-three-low';
    if (shift[place] !== 0) return shift[place] === 1 ? 'shift-high' : 'shift-low';
    return 'none';
  });
}

/** Whether a rule speaks of high or low figures; null where none is broken. */
export function ruleDirection(rule: XmrRule): 'high' | 'low' | null {
  if (rule === 'none') return null;
  return rule.endsWith('-high') || rule === 'trend-up' ? 'high' : 'low';
}
