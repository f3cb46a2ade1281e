import { err, ok, type Result } from '../kernel/result';
import { median } from '../statistics/descriptive';
import { responseRate, type ResponseRateBand } from '../statistics/response-rate';
import { meanInterval, welchDifference, type GroupMoments, type Interval } from '../statistics/student-t';
import { isFlagConfirmed, noneConfirmed, type ConfirmedMarks } from './evidence';
import type { BetterDirection, Instrument } from './instrument';
import { bandForGroupMean, score, type Score } from './score';

export const defaultMinimumGroup = 5;
/** Group tests want about 30 people (advice of the WEMWBS team); below it the screen says so. */
export const smallSampleBelow = 30;

/** Nothing but the reason: any number here would be about a handful of people. */
export type HiddenGroup = { readonly hidden: true; readonly reason: 'GroupTooSmall' };

const hiddenGroup: HiddenGroup = { hidden: true, reason: 'GroupTooSmall' };

/** A count shown only when it and the rest of the group are both large enough to hide in. */
export type GuardedCount = { readonly shown: true; readonly count: number } | { readonly shown: false };

export type ScaleSummary =
  | ({ readonly scale: string; readonly title: string } & HiddenGroup)
  | {
      readonly scale: string;
      readonly title: string;
      readonly hidden: false;
      readonly better: BetterDirection;
      readonly n: number;
      readonly mean: number;
      /** n - 1 in the denominator */
      readonly sd: number | null;
      readonly median: number;
      /** 95% t interval of the mean */
      readonly interval: Interval | null;
      /** benchmark band of the group mean, where the instrument has one */
      readonly groupBand: string | null;
    };

export type ShownWave = {
  readonly hidden: false;
  readonly instrument: string;
  readonly version: number;
  readonly invited: number;
  readonly returned: number;
  /** answer sets that are valid and have at least one scale scored */
  readonly usable: number;
  /** answer sets the engine refuses */
  readonly refused: number;
  /** usable / invited, a proportion; null when it makes no sense */
  readonly responseRate: number | null;
  readonly responseRateBand: ResponseRateBand | null;
  readonly isSmallSample: boolean;
  readonly scales: readonly ScaleSummary[];
  /** how many are beyond the instrument's flag; null when it has none */
  readonly flagged: GuardedCount | null;
  readonly straightLined: GuardedCount | null;
};

export type WaveSummary = HiddenGroup | ShownWave;

function guardedCount(count: number, total: number, minimumGroup: number): GuardedCount {
  // The complement tells as much as the count: 6 of 7 names the one who is not.
  return count >= minimumGroup && total - count >= minimumGroup ? { shown: true, count } : { shown: false };
}

/**
 * Summary of one wave of unlinked answer sets. Fewer than `minimumGroup` usable sets: hidden, without numbers.
 * A scale that fewer people could be scored on is hidden by itself. Scores are in the units of each scale.
 */
export function summariseWave(input: {
  readonly instrument: Instrument;
  readonly answerSets: readonly (readonly unknown[])[];
  readonly invited: number;
  readonly minimumGroup?: number;
  /** marks of recalled bands and flags that somebody has checked (evidence.ts) */
  readonly confirmed?: ConfirmedMarks;
}): WaveSummary {
  const { instrument, answerSets, invited } = input;
  const minimumGroup = input.minimumGroup ?? defaultMinimumGroup;
  const confirmed = input.confirmed ?? noneConfirmed;
  const scored: Score[] = [];
  let refused = 0;
  for (const answers of answerSets) {
    const result = score(instrument, answers, confirmed);
    if (!result.ok) refused += 1;
    else if (Object.keys(result.value.scales).length > 0) scored.push(result.value);
  }
  if (scored.length < minimumGroup) return hiddenGroup;

  const summaries = [...instrument.scales, ...instrument.derivedScales].map((scale): ScaleSummary => {
    const values = scored.map(({ scales }) => scales[scale.id]).filter((value) => value !== undefined);
    const { mean, sd, interval } = meanInterval(values);
    const middle = median(values);
    if (values.length < minimumGroup || mean === null || middle === null) {
      return { scale: scale.id, title: scale.title, ...hiddenGroup };
    }
    return {
      scale: scale.id,
      title: scale.title,
      hidden: false,
      better: scale.better,
      n: values.length,
      mean,
      sd,
      median: middle,
      interval,
      groupBand: bandForGroupMean(instrument, scale.id, mean, confirmed),
    };
  });
  const rate = responseRate({ invited, usable: scored.length });
  const flags = scored.map(({ flag }) => flag).filter((flag) => flag !== null);
  return {
    hidden: false,
    instrument: instrument.id,
    version: instrument.version,
    invited,
    returned: answerSets.length,
    usable: scored.length,
    refused,
    responseRate: rate.rate,
    responseRateBand: rate.band,
    isSmallSample: scored.length < smallSampleBelow,
    scales: summaries,
    flagged:
      instrument.flag === null || !isFlagConfirmed(instrument, confirmed)
        ? null
        : guardedCount(flags.filter(Boolean).length, flags.length, minimumGroup),
    straightLined:
      instrument.reverseScored.length === 0
        ? null
        : guardedCount(scored.filter((set) => set.straightLined).length, scored.length, minimumGroup),
  };
}

export type ChangeVerdict = 'higher' | 'lower' | 'no-clear-change';

export type MeanChange = {
  /** later - baseline, in the scale's units */
  readonly difference: number;
  /** null when neither wave varies, so that no error can be measured */
  readonly standardError: number | null;
  readonly df: number | null;
  readonly interval: Interval | null;
  readonly verdict: ChangeVerdict;
};

/** Change between unlinked groups (Welch). 'no-clear-change' unless the 95% interval lies wholly beside 0. */
export function compareMeans(baseline: GroupMoments, later: GroupMoments): MeanChange {
  const welch = welchDifference(baseline, later);
  if (welch === null) {
    const difference = later.mean - baseline.mean;
    return { difference, standardError: null, df: null, interval: null, verdict: 'no-clear-change' };
  }
  const { difference, standardError, df, interval } = welch;
  const verdict = interval.lower > 0 ? 'higher' : interval.upper < 0 ? 'lower' : 'no-clear-change';
  return { difference, standardError, df, interval, verdict };
}

export type ScaleChange =
  | ({ readonly scale: string; readonly title: string } & HiddenGroup)
  | ({
      readonly scale: string;
      readonly title: string;
      readonly hidden: false;
      /** the verdict in the scale's own direction */
      readonly meaning: 'better' | 'worse' | 'no-clear-change';
    } & MeanChange);

export type WaveComparison =
  HiddenGroup | { readonly hidden: false; readonly scales: readonly ScaleChange[] };

export type ComparisonError = { readonly tag: 'InstrumentMismatch' };

/**
 * Change of every scale from a baseline wave to a later one, as from different people: links are not kept, and
 * people may have answered both, so the interval is a guide. Hidden when either wave, or the scale in either, is.
 * Different instruments, or versions of one, are never compared. A change is no proof of its cause.
 */
export function compareWaves(
  baseline: WaveSummary,
  later: WaveSummary,
): Result<WaveComparison, ComparisonError> {
  if (baseline.hidden || later.hidden) return ok(hiddenGroup);
  if (baseline.instrument !== later.instrument || baseline.version !== later.version) {
    return err({ tag: 'InstrumentMismatch' });
  }
  const scales = later.scales.map((now): ScaleChange => {
    const { scale, title } = now;
    const before = baseline.scales.find((entry) => entry.scale === scale);
    if (before === undefined || before.hidden || now.hidden) return { scale, title, ...hiddenGroup };
    const change = compareMeans(
      { n: before.n, mean: before.mean, sd: before.sd ?? 0 },
      { n: now.n, mean: now.mean, sd: now.sd ?? 0 },
    );
    const meaning =
      change.verdict === 'no-clear-change'
        ? change.verdict
        : change.verdict === now.better
          ? 'better'
          : 'worse';
    return { scale, title, hidden: false, meaning, ...change };
  });
  return ok({ hidden: false, scales });
}
