/**
 * Moving ranges: the spread that the limits of an XmR chart (and of the t and the prime charts) are made
 * from. Units are those of the values.
 */
import type { RunSeries } from './run-chart';

/**
 * Adds with the rounding error carried along (Neumaier), so that ties with a mean do not hang on the order.
 */
function carefulSum(values: readonly number[]): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/**
 * Arithmetic mean, right to the last digit of a double where that can be had; null for an empty list. The
 * rules of a control chart compare points with the mean for equality: 0.1, 0.2, 0.3 must have its middle
 * point on the mean, and equal values must have exactly that value as their mean. R's mean() makes a second
 * pass as well.
 */
export function preciseMean(values: readonly number[]): number | null {
  const [first] = values;
  if (first === undefined) return null;
  if (values.every((value) => value === first)) return first;
  const rough = carefulSum(values) / values.length;
  // What is left over when the rough mean is taken off as often as there are values, added in one go.
  return rough + carefulSum([...values, ...values.map(() => -rough)]) / values.length;
}

/** |value - value before|, one per place; null at the first place and on both sides of a gap. */
export function movingRanges(values: RunSeries): (number | null)[] {
  return values.map((value, place) => {
    const before = place === 0 ? null : (values[place - 1] ?? null);
    return value === null || before === null ? null : Math.abs(value - before);
  });
}

/** D4 for two neighbouring points: a moving range above 3.267 times the average is out of the ordinary. */
export const movingRangeLimitFactor = 3.267;

export type AverageMovingRange = {
  /** of every range */
  readonly unscreened: number | null;
  /** what limits are made from: the same, or without the ranges that screening drops */
  readonly used: number | null;
};

/**
 * Average moving range. Screening (Nelson 1982; the default of NHSRplotthedots, and not done by the NHS Excel
 * tools) drops ranges of at least 3.267 times the average, once, and averages again. Null without a range at
 * all.
 */
export function averageMovingRange(ranges: readonly (number | null)[], screen: boolean): AverageMovingRange {
  const known = ranges.filter((range) => range !== null);
  const unscreened = preciseMean(known);
  if (unscreened === null || unscreened === 0 || !screen) return { unscreened, used: unscreened };
  const kept = known.filter((range) => range < movingRangeLimitFactor * unscreened);
  return { unscreened, used: preciseMean(kept) };
}
