/**
 * Exact tails and quantiles of counts. Source: Abramowitz and Stegun 26.4.21 (Poisson and chi-square through
 * the incomplete gamma) and 26.5.24 (binomial through the incomplete beta).
 */
import { incompleteBeta, invertRising, upperIncompleteGamma } from './special-functions';

/** P(X <= count) for X ~ Binomial(n, probability). */
export function binomialAtMost(count: number, n: number, probability: number): number {
  if (count < 0) return 0;
  if (count >= n) return 1;
  return incompleteBeta(1 - probability, n - count, count + 1, probability);
}

/** P(X >= count) for X ~ Binomial(n, probability). */
export function binomialAtLeast(count: number, n: number, probability: number): number {
  if (count <= 0) return 1;
  if (count > n) return 0;
  return incompleteBeta(probability, count, n - count + 1, 1 - probability);
}

/**
 * The mean below which a gamma variable with this shape and scale 1 lies with `probability`: half a chi-
 * square quantile with 2 x shape degrees of freedom.
 */
export function gammaQuantile(probability: number, shape: number): number {
  if (probability <= 0 || shape <= 0) return 0;
  if (probability >= 1) return Infinity;
  const below = (x: number): number => 1 - upperIncompleteGamma(shape, x);
  let high = Math.max(1, shape);
  while (below(high) < probability) high *= 2;
  return invertRising(below, probability, 0, high);
}
