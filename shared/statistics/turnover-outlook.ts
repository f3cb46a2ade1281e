/**
 * Forecast with humility: where next year's leavers would lie if nothing changes, from the chart's own
 * limits, and how many fewer it would take before anybody could tell the difference from chance.
 */
import { averageMovingRange, movingRanges, preciseMean } from './moving-range';
import type { RunSeries } from './run-chart';

/** Fewer months tell too little of the usual ups and downs. */
export const outlookMinimumMonths = 12;

export type TurnoverOutlook = {
  /** months with a figure that it rests on */
  readonly months: number;
  /** leavers in 12 months, if nothing changes */
  readonly expected: number;
  readonly lower: number;
  readonly upper: number;
  /** expected, lower and upper over `headcount`; null without one */
  readonly rate: { readonly expected: number; readonly lower: number; readonly upper: number } | null;
  /**
   * whole leavers below the expected number that make a year a signal; null when not even 0 leavers would be
   * one
   */
  readonly toAvoid: number | null;
};

/**
 * From monthly leavers (null = no figure). A month is mean +/- 3 sigma with sigma = average moving range /
 * 1.128, the limits of the XmR chart without screening: leavers are rare, and screening would drop the very
 * months that make them vary. Twelve months add up to 12 means, +/- 3 sigma sqrt(12), when months do not hang
 * together; if they do, the true range is wider. The lower end is clipped at 0. Null below 12 months with a
 * figure, or when no two of them are neighbours.
 */
export function turnoverOutlook(monthlyLeavers: RunSeries, headcount: number | null): TurnoverOutlook | null {
  const known = monthlyLeavers.filter((count) => count !== null);
  const mean = preciseMean(known);
  const spread = averageMovingRange(movingRanges(monthlyLeavers), false).used;
  if (mean === null || spread === null || known.length < outlookMinimumMonths) return null;
  const expected = 12 * mean;
  const half = (3 * spread * Math.sqrt(12)) / 1.128;
  const lowest = expected - half;
  const bounds = { expected, lower: Math.max(0, lowest), upper: expected + half };
  // The most leavers that still lie below the limit; a year on the limit is no signal.
  const mostForSignal = Math.ceil(lowest) - 1;
  return {
    months: known.length,
    ...bounds,
    rate:
      headcount === null || !(headcount > 0)
        ? null
        : {
            expected: bounds.expected / headcount,
            lower: bounds.lower / headcount,
            upper: bounds.upper / headcount,
          },
    toAvoid: mostForSignal < 0 ? null : Math.ceil(expected - mostForSignal),
  };
}
