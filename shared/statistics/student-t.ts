import { incompleteBeta, invertRising, logGamma, upperIncompleteGamma } from './special-functions';
import { mean, standardDeviation } from './descriptive';

/**
 * P(T > |t|) x 2 for Student's t with `df` degrees of freedom, which need not be whole (Welch).
 * Source: Abramowitz and Stegun 26.7.1 with 26.5: I_x(df/2, 1/2), x = df / (df + t^2).
 */
export function studentTTwoSided(t: number, df: number): number {
  const square = t * t;
  if (square === Infinity) return 0;
  return incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square));
}

/**
 * The t that leaves `1 - confidence` in the two tails together: 2.2281 for 0.95 and 10 degrees of freedom.
 * Null when df is not positive or confidence is not between 0 and 1.
 */
export function studentTCritical(confidence: number, df: number): number | null {
  if (!(confidence > 0 && confidence < 1) || !(df > 0)) return null;
  let high = 1;
  while (1 - studentTTwoSided(high, df) < confidence && high < 1e300) high *= 2;
  return invertRising((t) => 1 - studentTTwoSided(t, df), confidence, 0, high);
}

/** Quantile of Student's t; null outside 0 < probability < 1 or for df <= 0. */
export function studentTQuantile(probability: number, df: number): number | null {
  if (!(probability > 0 && probability < 1) || !(df > 0)) return null;
  if (probability === 0.5) return 0;
  const critical = studentTCritical(Math.abs(2 * probability - 1), df);
  return critical === null ? null : probability < 0.5 ? -critical : critical;
}

/** The z that leaves `1 - confidence` in both tails of the standard normal: 1.95996 for 0.95. */
export function normalCritical(confidence: number): number {
  // P(|Z| > z) = Q(1/2, z^2 / 2); 40 is beyond the last number a double can tell from certainty.
  return invertRising((z) => 1 - upperIncompleteGamma(0.5, (z * z) / 2), confidence, 0, 40);
}

export type Interval = { readonly lower: number; readonly upper: number };

export type MeanSummary = {
  readonly n: number;
  readonly mean: number | null;
  /** n - 1 in the denominator; null below two scores */
  readonly sd: number | null;
  /** mean +/- t(n - 1) x sd / sqrt(n); null below two scores */
  readonly interval: Interval | null;
};

/** Mean with its t interval. Units are those of the scores. Agrees with R's t.test. */
export function meanInterval(scores: readonly number[], confidence = 0.95): MeanSummary {
  const centre = mean(scores);
  const sd = standardDeviation(scores);
  const critical = studentTCritical(confidence, scores.length - 1);
  if (centre === null || sd === null || critical === null) {
    return { n: scores.length, mean: centre, sd, interval: null };
  }
  const half = (critical * sd) / Math.sqrt(scores.length);
  return { n: scores.length, mean: centre, sd, interval: { lower: centre - half, upper: centre + half } };
}

export type GroupMoments = { readonly n: number; readonly mean: number; readonly sd: number };

export type WelchDifference = {
  /** later - baseline */
  readonly difference: number;
  readonly standardError: number;
  /** Welch-Satterthwaite; not a whole number */
  readonly df: number;
  readonly t: number;
  readonly p: number;
  readonly interval: Interval;
};

/**
 * Difference of two means from different people, without assuming equal spread (Welch).
 * se = sqrt(s1^2/n1 + s2^2/n2); df by Welch-Satterthwaite. Agrees with R's t.test(var.equal = FALSE).
 * Null below two people on either side, or when neither group varies at all: there is no error to measure.
 */
export function welchDifference(
  baseline: GroupMoments,
  later: GroupMoments,
  confidence = 0.95,
): WelchDifference | null {
  if (baseline.n < 2 || later.n < 2) return null;
  const first = baseline.sd ** 2 / baseline.n;
  const second = later.sd ** 2 / later.n;
  const variance = first + second;
  if (!(variance > 0)) return null;
  const df = variance ** 2 / (first ** 2 / (baseline.n - 1) + second ** 2 / (later.n - 1));
  const critical = studentTCritical(confidence, df);
  if (critical === null) return null;
  const standardError = Math.sqrt(variance);
  const difference = later.mean - baseline.mean;
  const t = difference / standardError;
  return {
    difference,
    standardError,
    df,
    t,
    p: studentTTwoSided(t, df),
    interval: { lower: difference - critical * standardError, upper: difference + critical * standardError },
  };
}

export type StandardisedDifference = { readonly cohenD: number; readonly hedgesG: number };

/**
 * Cohen's d with the pooled sd, and Hedges' g with the exact gamma correction
 * J = G(df/2) / (sqrt(df/2) G((df-1)/2)); the usual 1 - 3/(4df - 1) is off in the fourth digit.
 */
export function standardisedDifference(
  baseline: GroupMoments,
  later: GroupMoments,
): StandardisedDifference | null {
  const df = baseline.n + later.n - 2;
  if (baseline.n < 2 || later.n < 2) return null;
  const pooled = ((baseline.n - 1) * baseline.sd ** 2 + (later.n - 1) * later.sd ** 2) / df;
  if (!(pooled > 0)) return null;
  const cohenD = (later.mean - baseline.mean) / Math.sqrt(pooled);
  const correction = Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);
  return { cohenD, hedgesG: cohenD * correction };
}
