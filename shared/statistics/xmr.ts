/**
 * XmR chart (individual values and moving ranges) in the Making Data Count style. Source: NHSRplotthedots
 * 0.2.2, retold, with the agreed behaviour where it misbehaves: gaps, constant series. Pure arithmetic and
 * rules; how much of it may be shown is xmr-reading.ts.
 */
import { averageMovingRange, movingRangeLimitFactor, movingRanges, preciseMean } from './moving-range';
import type { RunSeries } from './run-chart';
import type { ImprovementDirection } from './run-chart-story';
import { ruleDirection, xmrRules, type ProcessLimits, type XmrRule } from './xmr-rules';

export type XmrInput = {
  /** in the order of time; null keeps the place of a period without a figure */
  readonly values: RunSeries;
  /** first place of each phase; the first phase starts at 0 whether named or not */
  readonly phaseStarts?: readonly number[];
  /** mean and limits from the first so many places of each phase; null = from all of it */
  readonly baselineN?: number | null;
  /** drop outlying moving ranges before the limits are made; the Excel tools do not */
  readonly screenOutliers?: boolean;
  readonly improvement: ImprovementDirection;
  readonly target?: number | null;
  /** points in a row for a shift or a trend: 7, or 6 as some sites have it */
  readonly runLength?: number;
};

export type XmrPhase = {
  /** both ends included */
  readonly start: number;
  readonly end: number;
  /** figures that mean and limits are made from */
  readonly n: number;
  readonly mean: number | null;
  /**
   * null below two neighbouring figures; not clipped to possible values: rules and assurance need them whole
   */
  readonly limits: ProcessLimits | null;
  /** what the limits are made from, after screening */
  readonly averageMovingRange: number | null;
  /** a moving range above it is out of the ordinary */
  readonly movingRangeLimit: number | null;
};

export type XmrPointType = 'common' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low';

export type XmrPoint = {
  readonly value: number | null;
  /** place in `phases` */
  readonly phase: number;
  readonly movingRange: number | null;
  readonly rule: XmrRule;
  readonly type: XmrPointType;
  /** a fifth signal of XmR practice that Making Data Count gives no colour; also outside the rules' order */
  readonly isLargeMove: boolean;
};

export type VariationIcon =
  | 'common-cause'
  | 'improvement-high'
  | 'improvement-low'
  | 'concern-high'
  | 'concern-low'
  | 'neutral-high'
  | 'neutral-low';

export type Assurance = 'pass' | 'fail' | 'hit-or-miss';

export type XmrChart = {
  readonly phases: readonly XmrPhase[];
  readonly points: readonly XmrPoint[];
  /** of the last point that has a figure; null without any */
  readonly variationIcon: VariationIcon | null;
  readonly assurance: Assurance | null;
};

export const xmrRunLength = 7;

/** 3 / 1.128, to the two decimals that every tool uses. */
const limitFactor = 2.66;
const nearFactor = (2 * limitFactor) / 3;

/** Starts of the phases in order: whole places of the series, 0 always among them. */
export function phaseStartsOf(count: number, starts: readonly number[]): number[] {
  const inside = starts.filter((start) => Number.isInteger(start) && start > 0 && start < count);
  return count === 0 ? [] : [...new Set([0, ...inside])].sort((left, right) => left - right);
}

function processLimits(mean: number | null, amr: number | null): ProcessLimits | null {
  if (mean === null || amr === null) return null;
  return {
    mean,
    lpl: mean - limitFactor * amr,
    upl: mean + limitFactor * amr,
    nearLower: mean - nearFactor * amr,
    nearUpper: mean + nearFactor * amr,
  };
}

function phaseOf(
  values: RunSeries,
  start: number,
  end: number,
  options: { baselineN: number | null; screen: boolean },
): XmrPhase {
  const own = values.slice(start, end + 1);
  const baseline = options.baselineN === null ? own : own.slice(0, Math.max(1, options.baselineN));
  const known = baseline.filter((value) => value !== null);
  const mean = preciseMean(known);
  // Ranges are taken inside the phase, so its first point has none.
  const amr = averageMovingRange(movingRanges(baseline), options.screen);
  return {
    start,
    end,
    n: known.length,
    mean,
    limits: processLimits(mean, amr.used),
    averageMovingRange: amr.used,
    movingRangeLimit: amr.unscreened === null ? null : movingRangeLimitFactor * amr.unscreened,
  };
}

function pointTypeOf(rule: XmrRule, improvement: ImprovementDirection): XmrPointType {
  const direction = ruleDirection(rule);
  if (direction === null) return 'common';
  if (improvement === 'neutral') return direction === 'high' ? 'neutral-high' : 'neutral-low';
  return (direction === 'high') === (improvement === 'higher') ? 'improvement' : 'concern';
}

function iconOf(point: XmrPoint | undefined): VariationIcon | null {
  if (point === undefined) return null;
  const direction = ruleDirection(point.rule);
  if (direction === null || point.type === 'common') return 'common-cause';
  if (point.type === 'improvement' || point.type === 'concern') return `${point.type}-${direction}`;
  return point.type;
}

/**
 * Whether the process as it runs meets the target. Whole band on the good side of the target: pass; on the
 * other: fail; a target between the limits or on one is hit or miss. Null without a target or limits, or when
 * neither direction is better.
 */
export function assuranceOf(
  limits: { readonly lpl: number; readonly upl: number } | null,
  target: number | null,
  improvement: ImprovementDirection,
): Assurance | null {
  if (limits === null || target === null || improvement === 'neutral') return null;
  if (target > limits.upl) return improvement === 'higher' ? 'fail' : 'pass';
  if (target < limits.lpl) return improvement === 'higher' ? 'pass' : 'fail';
  return 'hit-or-miss';
}

/**
 * Per phase: mean of its figures, and limits at mean +/- 2.66 x the average moving range. Rules and ranges
 * start anew with each phase. Equal figures throughout have limits on the mean. Units are those of the
 * values; limits may be impossible values (below 0, above 100%), which a drawing clips and nothing else does.
 */
export function xmrChart(input: XmrInput): XmrChart {
  const { values, improvement, baselineN = null, screenOutliers = true, runLength = xmrRunLength } = input;
  const starts = phaseStartsOf(values.length, input.phaseStarts ?? []);
  const phases = starts.map((start, index) =>
    phaseOf(values, start, (starts[index + 1] ?? values.length) - 1, { baselineN, screen: screenOutliers }),
  );
  const points = phases.flatMap((phase, index): XmrPoint[] => {
    const own = values.slice(phase.start, phase.end + 1);
    const ranges = movingRanges(own);
    const rules = xmrRules(own, phase.mean, phase.limits, runLength);
    return own.map((value, place) => {
      const movingRange = ranges[place] ?? null;
      const rule = rules[place] ?? 'none';
      return {
        value,
        phase: index,
        movingRange,
        rule,
        type: pointTypeOf(rule, improvement),
        isLargeMove:
          movingRange !== null && phase.movingRangeLimit !== null && movingRange > phase.movingRangeLimit,
      };
    });
  });
  return {
    phases,
    points,
    variationIcon: iconOf(points.findLast((point) => point.value !== null)),
    assurance: assuranceOf(phases.at(-1)?.limits ?? null, input.target ?? null, improvement),
  };
}
