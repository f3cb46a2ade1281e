/**
 * Rounding of counts, and what a reader can still work out from rounded ones. Each number is rounded by itself, the
 * totals too: they may not add up, and have to be said not to. A share is worked out from the rounded numbers, because
 * 41.9% beside a base near 30 can only be 13 of 31.
 */

/**
 * To the nearest multiple of base; halves go to the even multiple, as R's round does (5 to base 10 is 0, 15 is 20).
 * With an odd base whole numbers are never half way.
 */
export function roundToBase(value: number, base: number): number {
  const quotient = value / base;
  const below = Math.floor(quotient);
  const rest = quotient - below;
  const steps = rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
  return steps * base + 0;
}

/** Rows of counts; a gap stays a gap, and a column that holds anything but whole numbers stays as it is. */
export function roundRows(rows: readonly (readonly (number | null)[])[], base: number): (number | null)[][] {
  return rows.map((row) =>
    row.map((value, column) => {
      const isCount = rows.every((other) => {
        const neighbour = other[column] ?? null;
        return neighbour === null || Number.isInteger(neighbour);
      });
      return value === null || !isCount ? value : roundToBase(value, base);
    }),
  );
}

/** What releases round to (issue 8: base 5, as NHS Digital). */
export const roundingBase = 5;

/** The least count that NHS Digital rounds; below it every one but 0 is hidden. */
export const leastRounded = 8;

/** NHS Digital below national level: 0 is shown, 1 to 7 are "*", from 8 on to the nearest 5. */
export function roundAsNhsDigital(count: number | null): number | '*' | null {
  if (count === null || count === 0) return count;
  return count < leastRounded ? '*' : roundToBase(count, roundingBase);
}

export interface RoundedShare {
  readonly shownNumerator: number;
  readonly shownDenominator: number;
  /** From the shown numbers; null where the shown denominator is 0. */
  readonly percentFromShown: number | null;
  /** Never to be shown. */
  readonly percentTrue: number | null;
}

export function shareOfRounded(numerator: number, denominator: number, base: number): RoundedShare {
  const shownNumerator = roundToBase(numerator, base);
  const shownDenominator = roundToBase(denominator, base);
  return {
    shownNumerator,
    shownDenominator,
    percentFromShown: shownDenominator === 0 ? null : (100 * shownNumerator) / shownDenominator,
    percentTrue: denominator === 0 ? null : (100 * numerator) / denominator,
  };
}

/** The whole numbers from 0 on that round to `shown`. Null = none does. */
export function countsBehind(shown: number, base: number): { lower: number; upper: number } | null {
  const near = Array.from({ length: 2 * base + 1 }, (_, index) => shown - base + index);
  const behind = near.filter((value) => value >= 0 && roundToBase(value, base) === shown);
  const lower = behind[0];
  const upper = behind.at(-1);
  return lower === undefined || upper === undefined ? null : { lower, upper };
}

export interface RoundedTableInference {
  /** For each part the least and greatest count that fits; null where nothing fits. */
  readonly intervals: readonly (readonly [number, number] | null)[];
  /** How many lists of counts fit the parts and the total. */
  readonly consistentTables: number;
  /** Positions of parts with one possible count. */
  readonly exactlyDisclosed: readonly number[];
}

/** What a reader infers from parts and a total that were rounded each by itself; total null = not published. */
export function inferFromRounded(
  parts: readonly number[],
  total: number | null,
  base: number,
): RoundedTableInference {
  const nothing = { intervals: parts.map(() => null), consistentTables: 0, exactlyDisclosed: [] };
  const ranges = parts.map((part) => countsBehind(part, base));
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) return nothing;
  const sumRange = total === null ? { lower: 0, upper: Number.POSITIVE_INFINITY } : countsBehind(total, base);
  if (sumRange === null) return nothing;

  // How many lists have each sum, part by part.
  let ways = new Map<number, number>([[0, 1]]);
  for (const { lower, upper } of known) {
    const next = new Map<number, number>();
    for (const [sum, count] of ways) {
      for (let value = lower; value <= upper; value += 1) {
        next.set(sum + value, (next.get(sum + value) ?? 0) + count);
      }
    }
    ways = next;
  }
  let consistentTables = 0;
  for (const [sum, count] of ways) {
    if (sum >= sumRange.lower && sum <= sumRange.upper) consistentTables += count;
  }
  if (consistentTables === 0) return nothing;

  const least = known.reduce((sum, { lower }) => sum + lower, 0);
  const most = known.reduce((sum, { upper }) => sum + upper, 0);
  const intervals = known.map(
    ({ lower, upper }) =>
      [
        Math.max(lower, sumRange.lower - (most - upper)),
        Math.min(upper, sumRange.upper - (least - lower)),
      ] as const,
  );
  return {
    intervals,
    consistentTables,
    exactlyDisclosed: intervals.flatMap(([lower, upper], position) => (lower === upper ? [position] : [])),
  };
}

export interface PercentLeak {
  /** Every [numerator, denominator] that gives this percentage. */
  readonly consistentPairs: readonly (readonly [number, number])[];
  /** True where all of them have one numerator. */
  readonly numeratorDisclosed: boolean;
}

/**
 * Which counts can be behind a percentage with so many decimals, when the denominator is known to be from `lowest` to
 * `highest`. Halves are rounded up; in whole numbers, so that no floating point decides.
 */
export function countsBehindPercent(
  percent: number,
  decimals: number,
  [lowest, highest]: readonly [number, number],
): PercentLeak {
  const scale = 10 ** decimals;
  const shown = Math.round(percent * scale);
  const consistentPairs: [number, number][] = [];
  for (let denominator = Math.max(1, lowest); denominator <= highest; denominator += 1) {
    for (let numerator = 0; numerator <= denominator; numerator += 1) {
      const rounded = Math.floor((200 * scale * numerator + denominator) / (2 * denominator));
      if (rounded === shown) consistentPairs.push([numerator, denominator]);
    }
  }
  return {
    consistentPairs,
    numeratorDisclosed: new Set(consistentPairs.map(([numerator]) => numerator)).size === 1,
  };
}
