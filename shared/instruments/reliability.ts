/**
 * How far a score can be trusted: alpha of a wave for the group's view, reliable change for a person's own view.
 * The second takes one person's two scores: it is for that person alone, behind their own passphrase.
 */
import { cronbachAlpha } from '../statistics/cronbach-alpha';
import {
  reliableChange,
  reliableChangeLimits,
  type ReliableChange,
  type ReliableChangeLimits,
} from '../statistics/reliable-change';
import type { Instrument, Norm } from './instrument';

/** Below about 20 people alpha says more about the sample than about the measure. */
export const minimumForAlpha = 20;

/**
 * Cronbach's alpha of one scale in a wave of valid answer sets; null below 20 complete sets, for scales of one
 * item, or where "does not apply" makes rows unequal.
 */
export function scaleAlpha(
  instrument: Instrument,
  scaleId: string,
  answerSets: readonly (readonly (number | null)[])[],
): number | null {
  const scale = instrument.scales.find(({ id }) => id === scaleId);
  if (scale === undefined) return null;
  const values = instrument.responseOptions.map(({ value }) => value);
  const rows = answerSets.map((answers) =>
    scale.items.map((item) => {
      const answer = answers[item - 1] ?? null;
      return answer === instrument.notApplicable ? null : answer;
    }),
  );
  const reverse = scale.items.flatMap((item, at) => (instrument.reverseScored.includes(item) ? [at] : []));
  const ends = { lowest: Math.min(...values), highest: Math.max(...values) };
  const result = cronbachAlpha(rows, reverse, ends);
  return result.n < minimumForAlpha ? null : result.alpha;
}

export type OwnChange = ReliableChange &
  ReliableChangeLimits & {
    /** the sample that the error was taken from: shown with its country, year and evidence mark */
    readonly norm: Norm;
  };

/** The first norm of a scale that knows both spread and reliability. */
function basisOf(instrument: Instrument, scaleId: string): { norm: Norm; sd: number; alpha: number } | null {
  for (const norm of instrument.norms) {
    if (norm.scale === scaleId && norm.sd !== null && norm.alpha !== null) {
      return { norm, sd: norm.sd, alpha: norm.alpha };
    }
  }
  return null;
}

/** Null where no source gives what it needs, and for measures that mean something for a group only. */
export function ownChange(
  instrument: Instrument,
  scaleId: string,
  before: number,
  after: number,
): OwnChange | null {
  const scale = [...instrument.scales, ...instrument.derivedScales].find(({ id }) => id === scaleId);
  const basis = basisOf(instrument, scaleId);
  if (instrument.groupOnly || scale === undefined || basis === null) return null;
  const { norm, sd, alpha } = basis;
  const limits = reliableChangeLimits(sd, alpha);
  const change = reliableChange(before, after, {
    sd,
    reliability: alpha,
    higherIsBetter: scale.better === 'higher',
  });
  return limits === null || change === null ? null : { ...limits, ...change, norm };
}

const changeSentences = {
  'reliable-improvement': 'This is better than before, by more than the measure’s own error.',
  'reliable-deterioration': 'This is worse than before, by more than the measure’s own error.',
  'no-reliable-change': 'No clear change: a difference of this size can be chance.',
} as const;

export function ownChangeText({ classification }: ReliableChange): string {
  return changeSentences[classification];
}
