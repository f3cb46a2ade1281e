/**
 * Funnel plots: teams or sites against one target, with limits that widen as numbers shrink. Not a league
 * table: nothing is ranked. With 20 teams one is expected outside the 95% limits by chance alone; 99.8% is
 * the line for a closer look. Source: Spiegelhalter 2005; FunnelPlotR (limits); exact tails by our own count-
 * distributions.ts.
 */
import { binomialAtLeast, binomialAtMost, gammaQuantile } from './count-distributions';
import { sum } from './descriptive';
import { normalCritical } from './student-t';

export type FunnelLimits = {
  readonly ll95: number;
  readonly ul95: number;
  readonly ll998: number;
  readonly ul998: number;
};

const tails = { in95: 0.025, in998: 0.001 } as const;

/**
 * Limits of a standardised ratio (observed / expected) around `target` (1 = as expected), exact Poisson. Null
 * where nothing is expected.
 */
export function poissonRatioLimits(expected: number, target: number): FunnelLimits | null {
  if (!(expected > 0)) return null;
  const lower = (tail: number): number => (target * gammaQuantile(tail, expected)) / expected;
  const upper = (tail: number): number => (target * gammaQuantile(1 - tail, expected + 1)) / expected;
  return {
    ll95: lower(tails.in95),
    ul95: upper(tails.in95),
    ll998: lower(tails.in998),
    ul998: upper(tails.in998),
  };
}

/**
 * Smooth limits of a proportion of n around `target`, by the arcsine transformation with sd 1 / (2 sqrt n).
 * The angle is clipped to 0..90 degrees: without it the lower limit folds back above 0 for small n. Null for
 * n = 0 or a target that is no proportion.
 */
export function arcsineProportionLimits(n: number, target: number): FunnelLimits | null {
  if (!(n > 0) || !(target >= 0 && target <= 1)) return null;
  const centre = Math.asin(Math.sqrt(target));
  const at = (z: number): number =>
    Math.sin(Math.min(Math.PI / 2, Math.max(0, centre + z / (2 * Math.sqrt(n))))) ** 2;
  const [z95, z998] = [normalCritical(0.95), normalCritical(0.998)];
  return { ll95: at(-z95), ul95: at(z95), ll998: at(-z998), ul998: at(z998) };
}

export type FunnelFlag = 'within' | 'outside-95' | 'outside-998';

export type FunnelUnit = {
  /** null for a unit of nobody */
  readonly rate: number | null;
  /** normal deviate, for the drawing's sake; flags go by the exact tail */
  readonly z: number | null;
  /** the smaller exact tail, doubled, at most 1 */
  readonly twoSidedExactP: number | null;
  readonly flag: FunnelFlag | null;
  readonly side: 'above' | 'below' | 'on' | null;
};

export type Funnel = {
  /** all events / all people: the pooled rate; null without people */
  readonly target: number | null;
  readonly units: readonly FunnelUnit[];
};

function twoSidedExact(events: number, n: number, target: number): number {
  return Math.min(1, 2 * Math.min(binomialAtMost(events, n, target), binomialAtLeast(events, n, target)));
}

function flagOf(p: number): FunnelFlag {
  if (p < 2 * tails.in998) return 'outside-998';
  return p < 2 * tails.in95 ? 'outside-95' : 'within';
}

/** Each unit's events of n people against the pooled rate, by the doubled exact binomial tail. */
export function binomialFunnel(units: readonly { readonly events: number; readonly n: number }[]): Funnel {
  const people = sum(units.map(({ n }) => n));
  if (!(people > 0)) {
    const empty: FunnelUnit = { rate: null, z: null, twoSidedExactP: null, flag: null, side: null };
    return { target: null, units: units.map(() => empty) };
  }
  const target = sum(units.map(({ events }) => events)) / people;
  return {
    target,
    units: units.map(({ events, n }): FunnelUnit => {
      if (!(n > 0)) return { rate: null, z: null, twoSidedExactP: null, flag: null, side: null };
      const rate = events / n;
      const error = Math.sqrt((target * (1 - target)) / n);
      const p = twoSidedExact(events, n, target);
      return {
        rate,
        z: error > 0 ? (rate - target) / error : null,
        twoSidedExactP: p,
        flag: flagOf(p),
        side: rate > target ? 'above' : rate < target ? 'below' : 'on',
      };
    }),
  };
}

/**
 * Limits of a proportion of n as smooth curves that agree with the exact flag: a count is flagged exactly when it lies
 * outside. Between two counts the curve goes by how much of the tail's probability the next count takes (Spiegelhalter
 * 2005, appendix), so it has no teeth. Null for n = 0 or a target that is no proportion.
 */
export function smoothFunnelLimits(
  n: number,
  target: number,
  level: 'in95' | 'in998',
): { readonly low: number; readonly high: number } | null {
  const range = exactFunnelRange(n, target, level);
  if (range === null) return null;
  const { fewest, most } = range;
  const tail = tails[level];
  const part = (spare: number, of: number): number => (of > 0 ? Math.min(1, Math.max(0, spare / of)) : 0);
  const atMost = binomialAtMost(fewest, n, target);
  const below = fewest === 0 ? 0 : binomialAtMost(fewest - 1, n, target);
  const atLeast = binomialAtLeast(most, n, target);
  const above = most === n ? 0 : binomialAtLeast(most + 1, n, target);
  return {
    low: Math.max(0, (fewest - part(atMost - tail, atMost - below)) / n),
    high: Math.min(1, (most + 1 - part(tail - above, atLeast - above)) / n),
  };
}

/**
 * Fewest and most events of n people that the exact flag calls within the limits of `level`: what a funnel of
 * counted teams draws, so that picture and flag agree. Null for n = 0.
 */
export function exactFunnelRange(
  n: number,
  target: number,
  level: 'in95' | 'in998',
): { readonly fewest: number; readonly most: number } | null {
  if (!(n > 0) || !(target >= 0 && target <= 1)) return null;
  const isWithin = (events: number): boolean => twoSidedExact(events, n, target) >= 2 * tails[level];
  // The count nearest the target is always within, so both searches end.
  let fewest = Math.round(n * target);
  let most = fewest;
  while (fewest > 0 && isWithin(fewest - 1)) fewest -= 1;
  while (most < n && isWithin(most + 1)) most += 1;
  return { fewest, most };
}
