import { ratio } from './descriptive';
import { wilsonInterval } from './wilson';

export type ResponseRateBand = 'below-adequate' | 'adequate' | 'desirable' | 'good' | 'very-good';

export type ResponseRate = {
  readonly uniqueInvited: number;
  readonly usable: number;
  /** proportion; null when nobody was invited, or fewer people than replied */
  readonly rate: number | null;
  readonly wilsonLower: number | null;
  readonly wilsonUpper: number | null;
  readonly band: ResponseRateBand | null;
};

/** HSE guidance for its indicator tool: more than 50% adequate, 60% desirable, 70% good, 80% very good. */
export function responseRateBand(rate: number): ResponseRateBand {
  if (rate > 0.8) return 'very-good';
  if (rate > 0.7) return 'good';
  if (rate > 0.6) return 'desirable';
  return rate > 0.5 ? 'adequate' : 'below-adequate';
}

/**
 * Usable responses over the different people who were invited: not over the replies, nor over today's
 * headcount. The interval is Wilson's.
 */
export function responseRate(input: {
  readonly invited: number;
  readonly duplicates?: number;
  readonly usable: number;
}): ResponseRate {
  const uniqueInvited = input.invited - (input.duplicates ?? 0);
  const rate = input.usable > uniqueInvited ? null : ratio(input.usable, uniqueInvited);
  const interval = wilsonInterval(input.usable, uniqueInvited);
  return {
    uniqueInvited,
    usable: input.usable,
    rate,
    wilsonLower: interval?.lower ?? null,
    wilsonUpper: interval?.upper ?? null,
    band: rate === null ? null : responseRateBand(rate),
  };
}
