/**
 * Plain descriptions of a list of numbers. Undefined answers are `null`, never 0 or NaN.
 * Source: textbook definitions; they agree with R's mean, sd, median and quantile(type = 7).
 */

/** Sum. 0 for an empty list, because an empty sum is defined. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Arithmetic mean; null for an empty list. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}

/** Sample standard deviation (divides by n - 1); null below two values. */
export function standardDeviation(values: readonly number[]): number | null {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  // Two passes: the one-pass formula loses digits when the spread is small beside the mean.
  const squares = sum(values.map((value) => (value - centre) ** 2));
  return Math.sqrt(squares / (values.length - 1));
}

/** Middle value, or the mean of the two middle ones; null for an empty list. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)]!;
  return sorted.length % 2 === 1 ? upper : (sorted[sorted.length / 2 - 1]! + upper) / 2;
}

/**
 * Quantile by linear interpolation between order statistics (Hyndman and Fan type 7, R's default).
 * `probability` is a proportion from 0 to 1; null for an empty list or a probability outside it.
 */
export function quantile(values: readonly number[], probability: number): number | null {
  if (values.length === 0 || !(probability >= 0 && probability <= 1)) return null;
  const sorted = [...values].sort((left, right) => left - right);
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (position - below) * (upper - lower);
}

/** A share as a proportion; null when there is nothing to divide by or a part is unknown. */
export function ratio(numerator: number | null, denominator: number | null): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null;
  return numerator / denominator;
}
