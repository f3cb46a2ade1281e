/**
 * Disclosure control of one list of counts that add up to a total (people by contract, on time and not on time).
 *
 * A count from 1 to minimum - 1 is too small, and so is one whose complement in the total is that small (14 of 15
 * discloses one). Where any part is too small, ALL parts are hidden and the total alone is shown. That hides more
 * than a choice of cells would, and in return the rule tells a reader nothing that depends on the hidden numbers:
 * which cells are hidden, and in which order they were chosen, gives exact counts away as soon as the reader knows
 * how the choosing is done. What a reader can still think possible is every list of counts with this total and
 * this number of parts that holds a small one; where that leaves fewer than `minimum` values for a part, the list
 * of parts itself is left out.
 */
import type { HiddenReason } from './thresholds';

export interface PartitionResult {
  /** One per count: null = may be shown. */
  readonly hidden: readonly (HiddenReason | null)[];
  /** Not null when the total itself is of too few people. */
  readonly totalHidden: HiddenReason | null;
  /** False where even the number of parts would tell too much: the parts are left out, their labels too. */
  readonly mayListParts: boolean;
}

/**
 * How many values a reader can think possible for one of `parts` hidden counts, each at least 1, that add up to
 * `total` and are hidden because at least one of them, or its complement, is from 1 to minimum - 1.
 * Two parts: the small ones and their complements. Three or more: 1 leaves room for every other value.
 */
export function possibleValues(total: number, parts: number, minimum: number): number {
  if (parts < 2 || total < parts) return total >= 1 ? 1 : 0;
  if (parts > 2) return total - parts + 1;
  let count = 0;
  for (let value = 1; value < total; value += 1) if (value < minimum || total - value < minimum) count += 1;
  return count;
}

/** Counts of 0 are no parts: list the parts that somebody is in. A total of 0 is about nobody and is shown. */
export function suppressPartition(counts: readonly number[], minimum: number): PartitionResult {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isSmall = (count: number): boolean => count > 0 && count < minimum;
  if (isSmall(total)) {
    return { hidden: counts.map(() => 'small-count'), totalHidden: 'small-count', mayListParts: false };
  }
  const own = counts.map((count): HiddenReason | null => {
    if (isSmall(count)) return 'small-count';
    return isSmall(total - count) ? 'small-complement' : null;
  });
  if (own.every((reason) => reason === null)) return { hidden: own, totalHidden: null, mayListParts: true };
  const parts = counts.filter((count) => count > 0).length;
  return {
    hidden: own.map((reason) => reason ?? 'protects-another'),
    totalHidden: null,
    mayListParts: possibleValues(total, parts, minimum) >= minimum,
  };
}

/** A single count with no parts: shown when it is 0 or at least the minimum. */
export function suppressCount(count: number, minimum: number): HiddenReason | null {
  return count > 0 && count < minimum ? 'small-count' : null;
}
