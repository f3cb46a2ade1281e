/**
 * Whether what an action works on has moved since it began: rounds by the change of their averages, monthly figures by
 * the rules of an XmR chart, judged by how they moved before. Neither says why.
 */
import { formatValue } from '@shared/charts/chart-spec';
import { measureSeries } from '@shared/charts/measure-series';
import { formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import type { Action, Effect } from '@shared/records/action/action';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import { xmrChart, xmrRunLength } from '@shared/statistics/xmr';
import { phaseVerdict, xmrMinimumPoints } from '@shared/statistics/xmr-reading';
import { ruleDirection, xmrRules } from '@shared/statistics/xmr-rules';
import {
  bandMoveText,
  changeRangeText,
  changeText,
  formatOf,
  groupBandText,
  scaleSubject,
} from '@shared/wellbeing/result-words';
import { changeSince, roundsLike, shownScale, type RoundView } from '@shared/wellbeing/round-results';
import type { FigureRow } from '@shared/workforce/figure-row';
import { lowerFirst } from '@shared/statistics/run-chart-story';
import type { Measure } from '@shared/workforce/measures';

export const notProof = 'This does not prove why.';

/** Fewer months since it began say nothing about a level. */
export const fewestMonthsAfter = 3;

export interface MeasuredEffect {
  readonly effect: Effect;
  /** Sentences, the finding first. */
  readonly words: readonly string[];
}

const effectWords = {
  better: 'Better',
  worse: 'Worse',
  'no-clear-change': 'No clear change',
} as const;

export interface RoundPair {
  readonly before: RoundView | null;
  readonly after: RoundView | null;
}

/**
 * The round that an action answers, or the last one that closed before it began; and the newest of the same measure and
 * group that opened after.
 */
export function roundPair(
  views: readonly RoundView[],
  instrumentId: string,
  scaleId: string,
  { source, openedOn }: Pick<Action, 'source' | 'openedOn'>,
): RoundPair {
  const isShown = (view: RoundView): boolean =>
    view.wave.instrumentId === instrumentId && shownScale(view, scaleId) !== null;
  const named = source?.from === 'round' ? views.find(({ id }) => id === source.waveId) : undefined;
  const before =
    named !== undefined && isShown(named)
      ? named
      : (views.findLast(
          (view) => view.wave.group === '' && view.wave.closesOn <= openedOn && isShown(view),
        ) ?? null);
  const alike = before === null ? views.filter(({ wave }) => wave.group === '') : roundsLike(views, before);
  const after =
    alike.findLast((view) => view.id !== before?.id && view.wave.opensOn > openedOn && isShown(view)) ?? null;
  return { before, after };
}

export function roundEffect({ before, after }: RoundPair, scaleId: string): MeasuredEffect {
  const instrument = before?.instrument ?? after?.instrument ?? null;
  if (instrument === null) {
    return { effect: 'not-measured', words: ['No round of this measure can be shown yet.'] };
  }
  const subject = scaleSubject(instrument, scaleId);
  const format = formatOf(instrument, scaleId);
  const then = before === null ? null : shownScale(before, scaleId);
  const now = after === null ? null : shownScale(after, scaleId);
  if (now === null) {
    const was =
      then === null || before === null
        ? ''
        : `${subject} was ${formatValue(then.mean, format)} in “${before.wave.label}”. `;
    return {
      effect: 'not-measured',
      words: [`${was}No round that can be shown has opened since it began.`],
    };
  }
  const value = `${subject} is ${formatValue(now.mean, format)} in “${after?.wave.label ?? ''}”`;
  const change = after === null ? null : changeSince(before, after, scaleId);
  if (then === null || before === null || change === null) {
    const band = groupBandText(now.groupBand);
    return {
      effect: 'not-measured',
      words: [
        `${value}${band === '' ? '' : `: ${lowerFirst(band)}`}. There is no earlier round to compare it with.`,
      ],
    };
  }
  const moved = bandMoveText(now, then);
  const range = changeRangeText(change, format);
  return {
    effect: change.meaning,
    words: [
      `${value}; it was ${formatValue(then.mean, format)} in “${before.wave.label}”.`,
      ...(moved === '' ? [] : [`${moved}.`]),
      `${effectWords[change.meaning]}: ${changeText(change, format)}${range === '' ? '' : `, likely between ${range}`}.`,
      notProof,
    ],
  };
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function figureEffect(
  measure: Measure,
  rows: readonly FigureRow[],
  setting: ChartSetting | null,
  openedOn: LocalDate,
): MeasuredEffect {
  const series = measureSeries(measure, rows, setting);
  const began = monthOf(openedOn);
  const known = series.points.filter(({ value }) => value !== null);
  const before = series.points.filter(({ month }) => month <= began).map(({ value }) => value);
  const after = series.points.filter(({ month }) => month > began).map(({ value }) => value);
  const knownBefore = before.filter((value) => value !== null);
  const knownAfter = after.filter((value) => value !== null);
  const text = (value: number): string => formatValue(value, measure.format);
  const last = known.at(-1);
  const lastBefore = known.findLast(({ month }) => month <= began);
  const pair =
    last?.value == null
      ? `There is no figure of ${lowerFirst(measure.sentenceName)} yet.`
      : lastBefore?.value == null || lastBefore.month === last.month
        ? `${measure.sentenceName} was ${text(last.value)} in ${formatMonth(last.month)}.`
        : `${measure.sentenceName} was ${text(last.value)} in ${formatMonth(last.month)}; before, in ${formatMonth(lastBefore.month)}, ${text(lastBefore.value)}.`;
  const early = (words: string): MeasuredEffect => ({ effect: 'not-measured', words: [pair, words] });
  if (measure.isRolling) {
    return early('Each month shares eleven months with the next, so it cannot say what changed.');
  }
  if (knownAfter.length < fewestMonthsAfter) {
    return early(
      `It is too early to say: ${months(knownAfter.length)} since, and ${fewestMonthsAfter} are needed.`,
    );
  }
  if (knownBefore.length < xmrMinimumPoints) {
    return early(
      `There is no usual range to judge by: ${months(knownBefore.length)} before, and ${xmrMinimumPoints} are needed.`,
    );
  }
  const [phase] = xmrChart({ values: before, improvement: series.improvement }).phases;
  const verdict = phase === undefined ? 'too-few-points' : phaseVerdict(phase);
  if (phase === undefined || (verdict !== 'limits' && verdict !== 'trial-limits')) {
    return early('There is no usual range to judge by: the months before hardly moved, or have gaps.');
  }
  const directions = xmrRules(after, phase.mean, phase.limits, xmrRunLength)
    .map(ruleDirection)
    .filter((direction) => direction !== null);
  const [meanBefore, meanAfter] = [meanOf(knownBefore), meanOf(knownAfter)];
  const averages =
    meanBefore === null || meanAfter === null
      ? []
      : [`The average was ${text(meanBefore)} before and is ${text(meanAfter)} since.`];
  const effect = effectOf(directions, series.improvement);
  return {
    effect,
    words: [
      pair,
      ...averages,
      effect === 'no-clear-change'
        ? 'No clear change: the months since lie within what was usual before, or go both ways.'
        : `${effectWords[effect]}: the months since lie outside what was usual before.`,
      ...(verdict === 'trial-limits' ? [`The usual range is a first one, from ${months(phase.n)}.`] : []),
      notProof,
    ],
  };
}

const months = (count: number): string => (count === 1 ? '1 month' : `${count === 0 ? 'no' : count} months`);

/** Every signal has to point the same way: a figure that went up and down has no direction. */
function effectOf(
  directions: readonly ('high' | 'low')[],
  improvement: Measure['improvement'],
): Exclude<Effect, 'not-measured'> {
  const [first] = directions;
  if (first === undefined || improvement === 'neutral' || directions.some((each) => each !== first)) {
    return 'no-clear-change';
  }
  return (first === 'high') === (improvement === 'higher') ? 'better' : 'worse';
}
