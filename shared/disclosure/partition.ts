/**
 * Disclosure control of one list of counts that add up to a total (people by contract, replies in and not in).
 *
 * Primary: a count from 1 to minimum - 1, and a count whose complement in the total is that small (14 of 15
 * discloses one). Secondary: more cells are hidden until no reader who knows the total, the shown cells and this
 * rule can narrow a hidden cell to fewer than `minimum` values. Zeros that stay shown tell that a hidden cell is
 * at least 1, so the audit uses 1 as the lower bound; where a zero is hidden too it uses 0.
 */
import type { HiddenReason } from './thresholds';

export interface PartitionResult {
  /** One per count: null = may be shown. */
  readonly hidden: readonly (HiddenReason | null)[];
  readonly totalHidden: HiddenReason | null;
}

/** The values that a reader can still think possible for each hidden cell, given all that is shown. */
export function hiddenRange(input: {
  readonly hiddenCount: number;
  readonly hiddenSum: number;
  readonly lowest: number;
}): { readonly smallest: number; readonly largest: number } {
  const { hiddenCount, hiddenSum, lowest } = input;
  if (hiddenCount === 1) return { smallest: hiddenSum, largest: hiddenSum };
  return { smallest: lowest, largest: hiddenSum - (hiddenCount - 1) * lowest };
}

export function suppressPartition(counts: readonly number[], minimum: number): PartitionResult {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isSmall = (count: number): boolean => count > 0 && count < minimum;
  const all = (reason: HiddenReason): (HiddenReason | null)[] => counts.map(() => reason);
  if (total < minimum) {
    // A total of 0 says that nobody was there, which is not about anybody.
    if (total === 0) return { hidden: counts.map(() => null), totalHidden: null };
    return { hidden: all('small-count'), totalHidden: 'small-count' };
  }

  const hidden: (HiddenReason | null)[] = counts.map((count) => {
    if (isSmall(count)) return 'small-count';
    return isSmall(total - count) ? 'small-complement' : null;
  });
  if (hidden.every((reason) => reason === null)) return { hidden, totalHidden: null };

  // Hide the next lowest count until the hidden ones protect each other; zeros last, since they say least.
  const candidates = counts
    .map((count, index) => ({ count, index }))
    .filter(({ index }) => hidden[index] === null)
    .sort(
      (left, right) => (left.count === 0 ? 1 : 0) - (right.count === 0 ? 1 : 0) || left.count - right.count,
    );
  while (!isProtected(counts, hidden, minimum)) {
    const next = candidates.shift();
    // Everything is hidden and the total alone still tells too much: the total goes as well.
    if (next === undefined) return { hidden, totalHidden: 'protects-another' };
    hidden[next.index] = 'protects-another';
  }
  return { hidden, totalHidden: null };
}

function isProtected(
  counts: readonly number[],
  hidden: readonly (HiddenReason | null)[],
  minimum: number,
): boolean {
  const hiddenCounts = counts.filter((_count, index) => hidden[index] !== null);
  const hiddenSum = hiddenCounts.reduce((sum, count) => sum + count, 0);
  const { smallest, largest } = hiddenRange({
    hiddenCount: hiddenCounts.length,
    hiddenSum,
    lowest: hiddenCounts.some((count) => count === 0) ? 0 : 1,
  });
  return largest - smallest >= minimum - 1;
}

/** A single count with no parts: shown when it is 0 or at least the minimum. */
export function suppressCount(count: number, minimum: number): HiddenReason | null {
  return count > 0 && count < minimum ? 'small-count' : null;
}
