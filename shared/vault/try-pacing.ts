/**
 * How long to wait before the next try after wrong passphrases. Nobody is ever locked out: the wait stops growing
 * at half a minute, and a right passphrase after it opens as always.
 */
const freeTries = 2;
const firstWaitMs = 2_000;
const longestWaitMs = 30_000;

/** The whole wait after so many wrong tries in a row. */
export function waitAfter(wrongTries: number): number {
  const doublings = wrongTries - freeTries - 1;
  // Past a few doublings the answer is the longest wait; the power is not worked out for its own sake.
  if (!(doublings >= 0)) return 0;
  return doublings > 10 ? longestWaitMs : Math.min(longestWaitMs, firstWaitMs * 2 ** doublings);
}

/** What is left of it, `sinceMs` after the last wrong try. A clock that went back costs one whole wait at most. */
export function waitLeft(wrongTries: number, sinceMs: number): number {
  const whole = waitAfter(wrongTries);
  return Math.min(whole, Math.max(0, whole - sinceMs));
}
