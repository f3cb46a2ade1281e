import { betaQuantile } from './special-functions';
import { normalCritical, type Interval } from './student-t';

export type ProportionInterval = { readonly estimate: number } & Interval;

/**
 * Wilson score interval for `successes` of `n`, as proportions, no continuity correction.
 * Source: Wilson 1927; agrees with R's prop.test(correct = FALSE), not with Hmisc::binconf, which alters
 * the limits at 1 and n - 1. Null when n is 0 or the count does not fit in n.
 */
export function wilsonInterval(successes: number, n: number, confidence = 0.95): ProportionInterval | null {
  if (!(n > 0) || successes < 0 || successes > n) return null;
  const z = normalCritical(confidence);
  const estimate = successes / n;
  const scale = 1 + (z * z) / n;
  const centre = (estimate + (z * z) / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((estimate * (1 - estimate)) / n + (z * z) / (4 * n * n));
  return {
    estimate,
    // At the ends the limit is exactly 0 or 1; rounding would leave a stray 1e-17.
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/** Clopper-Pearson limits from beta quantiles, shown only beside Wilson for comparison. */
export function exactProportionInterval(
  successes: number,
  n: number,
  confidence = 0.95,
): ProportionInterval | null {
  if (!(n > 0) || successes < 0 || successes > n) return null;
  const tail = (1 - confidence) / 2;
  return {
    estimate: successes / n,
    lower: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    upper: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}

/** Difference of two proportions (first - second) by Newcombe's hybrid score method 10. */
export function newcombeDifference(
  first: { readonly successes: number; readonly n: number },
  second: { readonly successes: number; readonly n: number },
  confidence = 0.95,
): ProportionInterval | null {
  const left = wilsonInterval(first.successes, first.n, confidence);
  const right = wilsonInterval(second.successes, second.n, confidence);
  if (left === null || right === null) return null;
  const estimate = left.estimate - right.estimate;
  return {
    estimate,
    lower: estimate - Math.hypot(left.estimate - left.lower, right.upper - right.estimate),
    upper: estimate + Math.hypot(left.upper - left.estimate, right.estimate - right.lower),
  };
}
