/** What an XmR chart of monthly figures says, in one sentence that names what was seen and no cause. */
import { formatMonth, type LocalMonth } from '../kernel/local-date';
import { filledByMonth, lowerFirst, type ImprovementDirection, type MonthlyValue } from './run-chart-story';
import { xmrChart, xmrRunLength, type XmrChart } from './xmr';
import { readXmr, xmrMinimumPoints, xmrRuleSetName, type XmrReading } from './xmr-reading';
import type { XmrRule } from './xmr-rules';

export type XmrStoryInput = {
  /** starts the sentence, such as "Sickness" */
  readonly measure: string;
  readonly series: readonly MonthlyValue[];
  readonly improvement: ImprovementDirection;
  readonly target?: number | null;
  /** first month of each phase that somebody set; months outside the series are passed over */
  readonly phaseMonths?: readonly LocalMonth[];
  readonly baselineN?: number | null;
  readonly screenOutliers?: boolean;
};

export type XmrStory = {
  /** one per month, a missing month filled in with null */
  readonly points: readonly MonthlyValue[];
  readonly chart: XmrChart;
  readonly reading: XmrReading;
  readonly headline: string;
  /** the rule set, to be named beside every chart */
  readonly ruleSet: string;
};

/** What the newest figure does, told as a fact about the figure. */
function ruleSentence(measure: string, rule: XmrRule, month: string): string {
  switch (rule) {
    case 'none':
      return `${measure} in ${month} was within its usual range`;
    case 'outside-high':
      return `${measure} in ${month} was above its usual range`;
    case 'outside-low':
      return `${measure} in ${month} was below its usual range`;
    case 'trend-up':
      return `${measure} has gone up for ${xmrRunLength} months or more, up to ${month}`;
    case 'trend-down':
      return `${measure} has gone down for ${xmrRunLength} months or more, up to ${month}`;
    case 'two-of-three-high':
      return `${measure} has been close to the top of its usual range, up to ${month}`;
    case 'two-of-three-low':
      return `${measure} has been close to the bottom of its usual range, up to ${month}`;
    case 'shift-high':
      return `${measure} has been above its average for ${xmrRunLength} months or more, up to ${month}`;
    case 'shift-low':
      return `${measure} has been below its average for ${xmrRunLength} months or more, up to ${month}`;
  }
}

function assuranceSentence(chart: XmrChart): string {
  switch (chart.assurance) {
    case null:
      return '';
    case 'pass':
      return '. Its whole usual range meets the target';
    case 'fail':
      return '. Its whole usual range misses the target';
    case 'hit-or-miss':
      return '. Some months meet the target and some do not';
  }
}

function headlineOf(
  measure: string,
  points: readonly MonthlyValue[],
  chart: XmrChart,
  reading: XmrReading,
): string {
  const phase = chart.phases.at(-1);
  const latest = chart.points.findLastIndex(({ value }) => value !== null);
  const month = points[latest]?.month;
  if (phase === undefined || month === undefined || reading.verdict === 'too-few-points') {
    const count = phase?.n ?? 0;
    const figures = count === 1 ? '1 monthly figure' : `${count || 'no'} monthly figures`;
    const since = chart.phases.length > 1 ? ' in the new phase' : '';
    return count >= xmrMinimumPoints
      ? `There is no usual range of ${lowerFirst(measure)}${since} yet: no two months in a row have a figure`
      : `It is too early for a usual range of ${lowerFirst(measure)}: ${figures}${since}, and ${xmrMinimumPoints} are needed`;
  }
  if (reading.verdict === 'no-usual-range') {
    return `${measure} is the same in most months, so it has no usual range to judge by`;
  }
  const sentence = ruleSentence(measure, reading.marks[latest] ?? 'none', formatMonth(month));
  // Trial limits move with every new figure: nothing is said about a target from them.
  return reading.verdict === 'trial-limits'
    ? `${sentence}. The range is a first one, from ${phase.n} months`
    : `${sentence}${assuranceSentence(chart)}`;
}

export function xmrStory(input: XmrStoryInput): XmrStory {
  const points = filledByMonth(input.series);
  const places = new Map(points.map(({ month }, place) => [month, place]));
  const screenOutliers = input.screenOutliers ?? true;
  const chart = xmrChart({
    values: points.map(({ value }) => value),
    phaseStarts: (input.phaseMonths ?? []).flatMap((month) => places.get(month) ?? []),
    baselineN: input.baselineN ?? null,
    screenOutliers,
    improvement: input.improvement,
    target: input.target ?? null,
  });
  const reading = readXmr(chart);
  return {
    points,
    chart,
    reading,
    headline: headlineOf(input.measure, points, chart, reading),
    ruleSet: xmrRuleSetName(xmrRunLength, screenOutliers),
  };
}
