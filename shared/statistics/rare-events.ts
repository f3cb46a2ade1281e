/**
 * Charts for rare events: what is drawn is the gap between one event and the next. A longer gap is a rarer
 * event. Source: Montgomery 7.3 (g) and 7.14 (t, Nelson's transformation), as in qicharts2 0.8.1.
 */
import { err, ok, type Result } from '../kernel/result';
import { daysBetween, type LocalDate } from '../kernel/local-date';
import { baselinePlaces, type AttributeLimits, type LimitOptions } from './attribute-charts';
import { median } from './descriptive';
import { averageMovingRange, movingRanges, preciseMean } from './moving-range';
import type { RunSeries } from './run-chart';

function inBaselineOf(values: RunSeries, options: LimitOptions): (number | null)[] {
  const inBaseline = baselinePlaces(values.length, options);
  return values.filter((_, place) => inBaseline[place]);
}

function flatLimits(
  values: RunSeries,
  lines: { centre: number | null; lower: number | null; upper: number | null },
): AttributeLimits {
  return {
    value: [...values],
    centre: values.map(() => lines.centre),
    lower: values.map(() => lines.lower),
    upper: values.map(() => lines.upper),
  };
}

/**
 * Opportunities (sessions, shifts, days counted whole) between events; 0 is allowed. Limits m +/- 3 sqrt(m(m
 * + 1)) with m the mean, lower one clipped at 0 (so it never signals); the centre line is the median, because
 * the counts are so skew.
 */
export function gChart(input: LimitOptions & { readonly opportunitiesBetween: RunSeries }): AttributeLimits {
  const { opportunitiesBetween } = input;
  const known = inBaselineOf(opportunitiesBetween, input).filter((gap) => gap !== null);
  const mean = preciseMean(known);
  if (mean === null) return flatLimits(opportunitiesBetween, { centre: null, lower: null, upper: null });
  const spread = 3 * Math.sqrt(mean * (mean + 1));
  return flatLimits(opportunitiesBetween, {
    centre: median(known),
    lower: Math.max(0, mean - spread),
    upper: mean + spread,
  });
}

/** Makes times between events, which are exponential, nearly normal. */
const nelsonExponent = 3.6;

/**
 * Time between events, any unit. Gaps to the power 1/3.6, XmR limits there without screening (mean +/- 3 x
 * average moving range / 1.128), and back; a lower limit below 0 before going back is 0. A gap of 0 or less
 * is refused: two events on one day need the time of day, or a g-chart. Without two neighbouring gaps there
 * are no limits.
 */
export function tChart(
  input: LimitOptions & { readonly timeBetween: RunSeries },
): Result<AttributeLimits, { readonly kind: 'GapNotPositive'; readonly places: readonly number[] }> {
  const { timeBetween } = input;
  const places = timeBetween.flatMap((gap, place) => (gap !== null && !(gap > 0) ? [place] : []));
  if (places.length > 0) return err({ kind: 'GapNotPositive', places });

  const roots = inBaselineOf(timeBetween, input).map((gap) =>
    gap === null ? null : gap ** (1 / nelsonExponent),
  );
  const centre = preciseMean(roots.filter((root) => root !== null));
  const spread = averageMovingRange(movingRanges(roots), false).used;
  const back = (root: number | null): number | null =>
    root === null ? null : Math.max(0, root) ** nelsonExponent;
  const limit = (direction: -1 | 1): number | null =>
    centre === null || spread === null ? null : centre + (direction * 3 * spread) / 1.128;
  return ok(flatLimits(timeBetween, { centre: back(centre), lower: back(limit(-1)), upper: back(limit(1)) }));
}

export type EventGaps = {
  /** days from each event to the next; 0 for two on one day */
  readonly between: readonly number[];
  /** days since the last event: still running, so it is shown and enters no mean; null without an event */
  readonly running: number | null;
};

/** Gaps between dated events, in any order, as they stand on `asOf`; events after it are left out. */
export function eventGaps(events: readonly LocalDate[], asOf: LocalDate): EventGaps {
  const days = events.filter((day) => day <= asOf).sort();
  const last = days.at(-1);
  return {
    between: days.slice(1).map((day, index) => daysBetween(days[index]!, day)),
    running: last === undefined ? null : daysBetween(last, asOf),
  };
}
