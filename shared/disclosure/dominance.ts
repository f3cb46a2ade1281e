/**
 * Dominance in a sum of hours, days or caseload: a sum over eight people can still be one person's long absence.
 * Source: FCSM Statistical Policy Working Paper 22, the (n,k) and the p% rule; both strictly greater or less.
 */
export interface Dominance {
  readonly total: number;
  /** Share of the n largest in the total; null where the total is 0. */
  readonly topShare: number | null;
  /** The n largest hold more than k percent. */
  readonly nkUnsafe: boolean;
  /** What is left without the two largest is less than p percent of the largest: the second can work out the first. */
  readonly pPercentUnsafe: boolean;
  /** How many put anything in. */
  readonly contributors: number;
}

export interface DominanceRules {
  readonly n: number;
  /** percent */
  readonly k: number;
  /** percent */
  readonly p: number;
}

/** Six decimals as whole numbers: hours are given to the minute, and 0.7 of 1 is not more than 70%. */
function exact(value: number): bigint {
  return BigInt(Math.round(value * 1_000_000));
}

/** Contributions are 0 or more: what each person, or each unit, puts into the sum. */
export function dominance(contributions: readonly number[], rules: DominanceRules): Dominance {
  const largestFirst = contributions.toSorted((left, right) => right - left);
  const sum = (values: readonly number[]): bigint =>
    values.reduce((total, value) => total + exact(value), 0n);
  const total = sum(largestFirst);
  const top = sum(largestFirst.slice(0, rules.n));
  const rest = total - sum(largestFirst.slice(0, 2));
  const hundred = exact(100);
  return {
    total: Number(total) / 1_000_000,
    topShare: total === 0n ? null : Number(top) / Number(total),
    nkUnsafe: top * hundred > exact(rules.k) * total,
    pPercentUnsafe: rest * hundred < exact(rules.p) * sum(largestFirst.slice(0, 1)),
    contributors: contributions.filter((value) => value > 0).length,
  };
}
