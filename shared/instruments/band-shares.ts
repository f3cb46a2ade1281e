/**
 * How many people of a group are in each band. All bands or none: each of them has to hold at least `minimumGroup`
 * people, empty ones too. "Nobody is in the low band" and "all are" would tell every person's band.
 */
import type { Score } from './score';

export type BandShare = { readonly band: string; readonly count: number; readonly share: number };

export type BandShares =
  | { readonly hidden: true; readonly reason: 'GroupTooSmall' | 'BandTooSmall' }
  | { readonly hidden: false; readonly n: number; readonly shares: readonly BandShare[] };

/** `bandNames` from the lowest score up. Scores without a band on this scale are left out. */
export function bandShares(
  scores: readonly Score[],
  scale: string,
  bandNames: readonly string[],
  minimumGroup: number,
): BandShares {
  const bands = scores.map((entry) => entry.bands[scale]).filter((band) => band !== undefined);
  const n = bands.length;
  if (n < minimumGroup) return { hidden: true, reason: 'GroupTooSmall' };
  const shares = bandNames.map((band): BandShare => {
    const count = bands.filter((each) => each === band).length;
    return { band, count, share: count / n };
  });
  return shares.some(({ count }) => count < minimumGroup)
    ? { hidden: true, reason: 'BandTooSmall' }
    : { hidden: false, n, shares };
}
