import { formatMonth, monthsBetween, type LocalMonth } from '../kernel/local-date';
import { phsRules, type RunSignal } from './run-chart';

export type MonthlyValue = { readonly month: LocalMonth; readonly value: number | null };
export type ImprovementDirection = 'higher' | 'lower' | 'neutral';
export type SignalMeaning = 'improvement' | 'concern' | 'neutral';

export type StorySignal = {
  readonly rule: RunSignal['rule'];
  readonly side: RunSignal['side'];
  readonly from: LocalMonth;
  readonly to: LocalMonth;
  /** months in the run */
  readonly length: number;
  /** still going at the last figure */
  readonly isCurrent: boolean;
  readonly meaning: SignalMeaning;
};

export type RunChartStory = {
  /** one per month, a month missing from the input filled in with null */
  readonly points: readonly MonthlyValue[];
  readonly recorded: number;
  /** null until there are enough points */
  readonly median: number | null;
  /** the months the middle value was taken from; null until there are enough points */
  readonly baseline: { readonly from: LocalMonth; readonly to: LocalMonth } | null;
  readonly shift: readonly boolean[];
  readonly trend: readonly boolean[];
  readonly signals: readonly StorySignal[];
  readonly state: 'too-early' | 'usual-pattern' | SignalMeaning;
  readonly headline: string;
  /** the rule set, to be named beside every chart */
  readonly ruleSet: string;
};

export const runChartMinimumPoints = 10;
export const runChartBaselinePoints = 12;
export const phsRuleSetName =
  'Public Health Scotland run chart rules: 6 or more months in a row on one side of the middle value, or 5 or more rising or falling';

function meaningOf(side: RunSignal['side'], improvement: ImprovementDirection): SignalMeaning {
  if (improvement === 'neutral') return 'neutral';
  const isUp = side === 'above' || side === 'rising';
  return isUp === (improvement === 'higher') ? 'improvement' : 'concern';
}

export function filledByMonth(series: readonly MonthlyValue[]): MonthlyValue[] {
  const ordered = [...series].sort((left, right) => (left.month < right.month ? -1 : 1));
  const first = ordered[0]?.month;
  const last = ordered.at(-1)?.month;
  if (first === undefined || last === undefined) return [];
  const valueByMonth = new Map(ordered.map(({ month, value }) => [month, value]));
  return monthsBetween(first, last).map((month) => ({ month, value: valueByMonth.get(month) ?? null }));
}

function currentSentence(measure: string, signal: StorySignal): string {
  return signal.rule === 'shift'
    ? `${measure} has been ${signal.side} its middle value for ${signal.length} months in a row`
    : `${measure} has ${signal.side === 'rising' ? 'gone up' : 'gone down'} every month from ${formatMonth(signal.from)} to ${formatMonth(signal.to)}`;
}

function pastSentence(measure: string, signal: StorySignal): string {
  const when = `from ${formatMonth(signal.from)} to ${formatMonth(signal.to)}`;
  const what =
    signal.rule === 'shift'
      ? `was ${signal.side} its middle value ${when}`
      : `${signal.side === 'rising' ? 'went up' : 'went down'} every month ${when}`;
  return `${measure} ${what}, and has been within its usual pattern since`;
}

/**
 * What a monthly series says, by Public Health Scotland's rules against the median of its first 12 figures
 * (fewer when there are fewer), in one sentence that names what was seen and no cause.
 * Below 10 figures nothing is judged. When several signals run at once, a shift is told before a trend.
 * `measure` starts the sentence, such as "Sickness".
 */
export function runChartStory(input: {
  readonly measure: string;
  readonly series: readonly MonthlyValue[];
  readonly improvement: ImprovementDirection;
  readonly baselinePoints?: number;
}): RunChartStory {
  const { measure } = input;
  const points = filledByMonth(input.series);
  const recordedAt = points.flatMap(({ value }, place) => (value === null ? [] : [place]));
  const recorded = recordedAt.length;
  if (recorded < runChartMinimumPoints) {
    const figures = recorded === 1 ? '1 monthly figure' : `${recorded || 'no'} monthly figures`;
    return {
      points,
      recorded,
      median: null,
      baseline: null,
      shift: points.map(() => false),
      trend: points.map(() => false),
      signals: [],
      state: 'too-early',
      headline: `It is too early to say how ${lowerFirst(measure)} is moving: ${figures} so far, and ${runChartMinimumPoints} are needed`,
      ruleSet: phsRuleSetName,
    };
  }

  const baselineCount = Math.max(1, Math.min(input.baselinePoints ?? runChartBaselinePoints, recorded));
  const baselineEnd = recordedAt[baselineCount - 1]!;
  const {
    median,
    shift,
    trend,
    signals: runs,
  } = phsRules(
    points.map(({ value }) => value),
    baselineEnd + 1,
  );
  const lastRecorded = recordedAt.at(-1)!;
  const signals = runs
    .map((run): StorySignal => ({
      rule: run.rule,
      side: run.side,
      from: points[run.start]!.month,
      to: points[run.end]!.month,
      length: run.end - run.start + 1,
      isCurrent: run.end === lastRecorded,
      meaning: meaningOf(run.side, input.improvement),
    }))
    .sort((left, right) =>
      left.to === right.to ? (left.rule === 'shift' ? 1 : -1) : left.to < right.to ? -1 : 1,
    );
  const latest = signals.at(-1);
  const first = points[recordedAt[0]!]!.month;
  const headline =
    latest === undefined
      ? `${measure} has stayed within its usual pattern since ${formatMonth(first)}`
      : latest.isCurrent
        ? currentSentence(measure, latest)
        : pastSentence(measure, latest);
  return {
    points,
    recorded,
    median,
    baseline: { from: points[0]!.month, to: points[baselineEnd]!.month },
    shift,
    trend,
    signals,
    state: latest?.isCurrent === true ? latest.meaning : 'usual-pattern',
    headline,
    ruleSet: phsRuleSetName,
  };
}

/** "Sickness" inside a sentence, leaving abbreviations such as "WTE" alone. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1);
  return second !== second.toLowerCase() ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
