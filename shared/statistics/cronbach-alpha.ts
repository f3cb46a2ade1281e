import { mean, standardDeviation, sum } from './descriptive';

export type AlphaResult = {
  /** people with every item answered: the rest are left out whole (listwise) */
  readonly n: number;
  /** number of items */
  readonly k: number;
  /** null below two people or two items, or when the totals do not vary */
  readonly alpha: number | null;
  readonly totalMean: number | null;
  readonly totalSd: number | null;
};

/**
 * Cronbach's alpha: k/(k-1) x (1 - sum of item variances / variance of the total). Reversed items are turned round
 * first, else the items work against each other. It is no evidence that the items measure one thing. Agrees with
 * R's psych::alpha (raw). `reverse` holds positions from 0; `ends` are the lowest and the highest answer there is.
 */
export function cronbachAlpha(
  rows: readonly (readonly (number | null)[])[],
  reverse: readonly number[] = [],
  ends: { readonly lowest: number; readonly highest: number } | null = null,
): AlphaResult {
  const k = rows[0]?.length ?? 0;
  const given = rows.flat().filter((value) => value !== null);
  // Without a stated range the answers' own range stands in, as in psych: alpha itself does not depend on it.
  const turn =
    ends === null
      ? given.reduce((low, value) => Math.min(low, value), Infinity) +
        given.reduce((high, value) => Math.max(high, value), -Infinity)
      : ends.lowest + ends.highest;
  const complete = rows.flatMap((row) => {
    const values = row.filter((value) => value !== null);
    return values.length === k
      ? [values.map((value, at) => (reverse.includes(at) ? turn - value : value))]
      : [];
  });
  const totals = complete.map((row) => sum(row));
  const totalSd = standardDeviation(totals);
  const result = { n: complete.length, k, totalMean: mean(totals), totalSd };
  if (k < 2 || totalSd === null || totalSd === 0) return { ...result, alpha: null };
  const itemVariances = Array.from(
    { length: k },
    (_, at) => (standardDeviation(complete.map((row) => row[at]!)) ?? 0) ** 2,
  );
  return { ...result, alpha: (k / (k - 1)) * (1 - sum(itemVariances) / totalSd ** 2) };
}
