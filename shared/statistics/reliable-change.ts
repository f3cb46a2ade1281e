import { normalCritical } from './student-t';

export type ReliableChangeClass = 'reliable-improvement' | 'reliable-deterioration' | 'no-reliable-change';

export type ReliableChangeBasis = {
  /** of a published or baseline sample, never of the change scores */
  readonly sd: number;
  /** reliability (alpha) of the same sample, 0 to 1 */
  readonly reliability: number;
  readonly higherIsBetter: boolean;
};

export type ReliableChangeLimits = {
  /** standard error of the difference of two scores: sd x sqrt(2) x sqrt(1 - reliability) */
  readonly seDiff: number;
  /** a change has to be larger than this to be more than noise (95%) */
  readonly criterion95: number;
};

/** Null without a positive sd, or where the reliability is not a proportion from 0 to less than 1. */
export function reliableChangeLimits(sd: number, reliability: number): ReliableChangeLimits | null {
  if (!(sd > 0) || !(reliability >= 0 && reliability < 1)) return null;
  const seDiff = sd * Math.SQRT2 * Math.sqrt(1 - reliability);
  return { seDiff, criterion95: normalCritical(0.95) * seDiff };
}

export type ReliableChange = {
  /** (after - before) / seDiff */
  readonly rci: number;
  readonly classification: ReliableChangeClass;
};

/**
 * Jacobson and Truax 1991: is a change of ONE person larger than the measure's own error? For that person's eyes
 * only; it says nothing about a group. A change of exactly the criterion is not yet reliable.
 */
export function reliableChange(
  before: number,
  after: number,
  basis: ReliableChangeBasis,
): ReliableChange | null {
  const limits = reliableChangeLimits(basis.sd, basis.reliability);
  const change = after - before;
  if (limits === null || !Number.isFinite(change)) return null;
  const isReliable = Math.abs(change) > limits.criterion95;
  const isBetter = change > 0 === basis.higherIsBetter;
  return {
    rci: change / limits.seDiff,
    classification: isReliable
      ? isBetter
        ? 'reliable-improvement'
        : 'reliable-deterioration'
      : 'no-reliable-change',
  };
}
