import { disclosureThresholds, type HiddenReason } from './thresholds';

/** What settings may have raised. */
type StatisticLimits = Partial<
  Pick<
    { readonly [Name in keyof typeof disclosureThresholds]: number },
    'minimumCellSize' | 'minimumForStatistic' | 'maximumShareOfOne'
  >
>;

/**
 * A share "numerator of denominator": both the numerator and its complement have to be 0 or large enough, and
 * the denominator large enough for a rate. 9 of 10 "no" discloses one "yes".
 */
export function suppressProportion(input: {
  readonly numerator: number;
  readonly denominator: number;
  readonly minimum?: number;
  readonly limits?: StatisticLimits;
}): HiddenReason | null {
  const limits = { ...disclosureThresholds, ...input.limits };
  const minimum = input.minimum ?? limits.minimumCellSize;
  if (input.denominator <= 0) return 'not-enough-data';
  if (input.denominator < limits.minimumForStatistic) return 'too-few-people';
  if (input.numerator > 0 && input.numerator < minimum) return 'small-count';
  const complement = input.denominator - input.numerator;
  return complement > 0 && complement < minimum ? 'small-complement' : null;
}

/** A mean or index of n people: no minimum, maximum or range is ever given beside it. */
export function suppressMean(n: number, limits: StatisticLimits = {}): HiddenReason | null {
  if (n === 0) return 'not-enough-data';
  return n < (limits.minimumForStatistic ?? disclosureThresholds.minimumForStatistic)
    ? 'too-few-people'
    : null;
}

/**
 * A sum or rate of hours or days (sickness): enough people in the group, enough people behind the sum, and no
 * one person holding more than the allowed share of it ((n,k) dominance with n = 1).
 */
export function suppressSum(input: {
  readonly people: number;
  /** What each person with any adds to the sum. */
  readonly contributions: readonly number[];
  readonly limits?: StatisticLimits;
}): HiddenReason | null {
  const limits = { ...disclosureThresholds, ...input.limits };
  const contributing = input.contributions.filter((value) => value > 0);
  if (input.people < limits.minimumForStatistic) return 'too-few-people';
  if (contributing.length === 0) return null;
  if (contributing.length < limits.minimumCellSize) return 'small-count';
  const complement = input.people - contributing.length;
  if (complement > 0 && complement < limits.minimumCellSize) return 'small-complement';
  const sum = contributing.reduce((total, value) => total + value, 0);
  return Math.max(...contributing) > sum * limits.maximumShareOfOne ? 'one-person-dominates' : null;
}
