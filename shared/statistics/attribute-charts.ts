/**
 * Shewhart charts for counts and proportions: p, u, c, and Laney's p' and u'.
 * Source: Montgomery, Introduction to Statistical Quality Control, 7; Laney 2002; as in qicharts2 0.8.1.
 */
import { movingRanges, preciseMean } from './moving-range';
import { sum } from './descriptive';
import type { RunSeries } from './run-chart';

export type AttributeLimits = {
  /** numerator / denominator (or the count); null where one is missing or the denominator is 0 */
  readonly value: readonly (number | null)[];
  readonly centre: readonly (number | null)[];
  /** clipped to possible values; null where there is nothing to make a limit from */
  readonly lower: readonly (number | null)[];
  readonly upper: readonly (number | null)[];
};

export type LimitOptions = {
  /** places left out of centre and limits; they stay on the chart */
  readonly exclude?: readonly number[];
  /** centre and limits from the first so many places, extended; null = from all */
  readonly baselineN?: number | null;
};

export type CountedShare = LimitOptions & {
  readonly numerator: RunSeries;
  /** trials for a p-chart, area of opportunity for a u-chart */
  readonly denominator: RunSeries;
};

/** Whether each place belongs to the baseline: among the first `baselineN` and not excluded. */
export function baselinePlaces(count: number, options: LimitOptions): boolean[] {
  const excluded = new Set(options.exclude ?? []);
  const end = options.baselineN ?? count;
  return Array.from({ length: count }, (_, place) => place < end && !excluded.has(place));
}

type Pair = { readonly count: number; readonly size: number };

/** Places with both parts and something to divide by; the rest are gaps, never 0. */
function pairsOf({ numerator, denominator }: CountedShare): (Pair | null)[] {
  return numerator.map((count, place) => {
    const size = denominator[place] ?? null;
    return count === null || size === null || !(size > 0) ? null : { count, size };
  });
}

/** Total over total of the baseline: a mean of percentages would weigh a small month like a large one. */
function pooledRate(pairs: readonly (Pair | null)[], inBaseline: readonly boolean[]): number | null {
  const used = pairs
    .filter((pair, place) => pair !== null && inBaseline[place])
    .filter((pair) => pair !== null);
  return used.length === 0 ? null : sum(used.map(({ count }) => count)) / sum(used.map(({ size }) => size));
}

/** Variance of one trial: Bernoulli for a share, Poisson for a rate. */
type UnitVariance = (rate: number) => number;
const bernoulli: UnitVariance = (rate) => rate * (1 - rate);
const poisson: UnitVariance = (rate) => rate;

function limitsOf(
  input: CountedShare,
  unitVariance: UnitVariance,
  highest: number,
  /** widens (or narrows) every limit; null = no limits at all */
  scaleOf: (deviations: readonly (number | null)[]) => number | null,
): AttributeLimits {
  const pairs = pairsOf(input);
  const inBaseline = baselinePlaces(pairs.length, input);
  const centre = pooledRate(pairs, inBaseline);
  const errors = pairs.map((pair) =>
    pair === null || centre === null ? null : Math.sqrt(unitVariance(centre) / pair.size),
  );
  const values = pairs.map((pair) => (pair === null ? null : pair.count / pair.size));
  const deviations = values.map((value, place) => {
    const error = errors[place] ?? null;
    return value === null || centre === null || error === null || error === 0
      ? null
      : (value - centre) / error;
  });
  // Places outside the baseline fall out before neighbours are compared, as the package does.
  const scale = scaleOf(deviations.filter((_, place) => inBaseline[place]));
  const limitAt = (place: number, direction: -1 | 1): number | null => {
    const error = errors[place] ?? null;
    if (centre === null || error === null || scale === null) return null;
    return Math.min(highest, Math.max(0, centre + direction * 3 * error * scale));
  };
  return {
    value: values,
    centre: values.map(() => centre),
    lower: values.map((_, place) => limitAt(place, -1)),
    upper: values.map((_, place) => limitAt(place, 1)),
  };
}

/** 3 sigma as the formula has it. */
const unscaled = (): number => 1;

/**
 * Laney's sigma of z: average moving range of the standardised values / 1.128, not screened. Null below two
 * neighbouring values, and when the rate is 0 or 1, where nothing can be standardised.
 */
function sigmaOfZ(deviations: readonly (number | null)[]): number | null {
  const average = preciseMean(movingRanges(deviations).filter((range) => range !== null));
  return average === null ? null : average / 1.128;
}

/**
 * Share of trials (people, sessions) with the attribute. Centre total / total; limits centre +/- 3 sqrt(p(1 -
 * p) / n), one pair per point, clipped to 0..1. With small n the limits reach 0 and 1 and say little.
 */
export function pChart(input: CountedShare): AttributeLimits {
  return limitsOf(input, bernoulli, 1, unscaled);
}

/** Events per unit of opportunity, such as per 100 shifts. Limits centre +/- 3 sqrt(u / n), from 0. */
export function uChart(input: CountedShare): AttributeLimits {
  return limitsOf(input, poisson, Infinity, unscaled);
}

/**
 * p-chart for very large n, where ordinary limits flag everything: limits scaled by the spread between
 * periods.
 */
export function pPrimeChart(input: CountedShare): AttributeLimits {
  return limitsOf(input, bernoulli, 1, sigmaOfZ);
}

/** u-chart for very large opportunities; as pPrimeChart. */
export function uPrimeChart(input: CountedShare): AttributeLimits {
  return limitsOf(input, poisson, Infinity, sigmaOfZ);
}

/**
 * Count of events in periods of the same size. Centre = mean c of the baseline; limits c +/- 3 sqrt(c), from
 * 0.
 */
export function cChart(input: LimitOptions & { readonly count: RunSeries }): AttributeLimits {
  const inBaseline = baselinePlaces(input.count.length, input);
  const centre = preciseMean(
    input.count
      .filter((count, place) => count !== null && inBaseline[place])
      .filter((count) => count !== null),
  );
  const spread = centre === null ? null : 3 * Math.sqrt(centre);
  const each = <Value>(value: Value): Value[] => input.count.map(() => value);
  return {
    value: [...input.count],
    centre: each(centre),
    lower: each(centre === null || spread === null ? null : Math.max(0, centre - spread)),
    upper: each(centre === null || spread === null ? null : centre + spread),
  };
}

/** Places whose value lies strictly beyond its limit. */
export function beyondLimits({ value, lower, upper }: AttributeLimits): ('high' | 'low' | null)[] {
  return value.map((own, place) => {
    const [low, high] = [lower[place] ?? null, upper[place] ?? null];
    if (own === null || low === null || high === null) return null;
    return own > high ? 'high' : own < low ? 'low' : null;
  });
}
