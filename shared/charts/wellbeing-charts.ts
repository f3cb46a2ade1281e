/** Wellbeing rounds → ChartSpec. What may be shown is decided in shared/wellbeing; a hidden round is a gap. */
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { Instrument } from '@shared/instruments/instrument';
import {
  baselineOf,
  changeSince,
  readScaleIds,
  shownScale,
  type RoundView,
  type ShownChange,
  type ShownScale,
} from '@shared/wellbeing/round-results';
import { formatValue, type ChartPoint, type ChartSpec, type ValueFormat } from './chart-spec';

const bandTexts: Readonly<Record<string, string>> = {
  urgent: 'Urgent action needed',
  'clear-need': 'Clear need to improve',
  good: 'Good, not yet best',
  keep: 'Doing well: keep it up',
};

/** Words for the benchmark band of a group's mean. */
export function groupBandText(band: string | null): string {
  return band === null ? '' : (bandTexts[band] ?? band);
}

/** Nothing of a hidden round, not even how few replied. */
export function repliesText(view: RoundView): string {
  if (view.state.kind !== 'shown') return 'Nothing is shown for this round';
  return `${view.wave.answerSets.length} of ${view.wave.invited} replied`;
}

function roundPoint(view: RoundView): ChartPoint {
  return {
    key: view.id,
    label: `${view.wave.label}, ${formatMonth(monthOf(view.wave.opensOn))}`,
    shortLabel: view.wave.label,
    detail: repliesText(view),
  };
}

/** "8.0 higher" is said by the caller; this is the size with its likely range. */
export function changeText(change: ShownChange, format: ValueFormat): string {
  const sign = change.difference > 0 ? '+' : '';
  return `${sign}${formatValue(change.difference, format)}`;
}

export function changeRangeText(change: ShownChange, format: ValueFormat): string {
  if (change.interval === null) return '';
  const signed = (value: number): string => `${value > 0 ? '+' : ''}${formatValue(value, format)}`;
  return `${signed(change.interval.lower)} to ${signed(change.interval.upper)}`;
}

/** One sentence about the newest shown round beside the baseline. No cause, and no change that could be chance. */
function trendHeadline(
  rounds: readonly RoundView[],
  scaleId: string,
  measure: string,
  format: ValueFormat,
): string {
  const last = rounds.findLast((view) => shownScale(view, scaleId) !== null);
  const now = last === undefined ? undefined : shownScale(last, scaleId)?.mean;
  if (last === undefined || now === undefined) return 'It is too early to say: no round can be shown yet';
  const baseline = baselineOf(rounds, last);
  const before = baseline === null ? null : shownScale(baseline, scaleId);
  if (last.wave.isBaseline) {
    return `The baseline is ${formatValue(now, format)}. It is too early to say more: the next round will show whether it changes`;
  }
  const change = changeSince(baseline, last, scaleId);
  if (before === null || change === null) {
    return `It is ${formatValue(now, format)} in “${last.wave.label}”. There is no baseline that can be shown beside it`;
  }
  const pair = `${formatValue(now, format)} now, ${formatValue(before.mean, format)} then`;
  if (change.verdict === 'no-clear-change') return `No clear change since the baseline: ${pair}`;
  return `${measure} is ${change.verdict} than at the baseline: ${pair}`;
}

function smallSampleNotes(rounds: readonly RoundView[]): string[] {
  const isSmall = rounds.some((view) => view.state.kind === 'shown' && view.state.summary.isSmallSample);
  return isSmall ? ['Fewer than 30 replies: only a large change would show.'] : [];
}

/** Mean with its likely range, round by round, against the locked baseline. `rounds` share measure and group. */
export function wellbeingTrendChart(instrument: Instrument, rounds: readonly RoundView[]): ChartSpec {
  const closed = rounds.filter((view) => view.state.kind !== 'open');
  const scaleId = readScaleIds(instrument).at(-1) ?? '';
  const scales = closed.map((view) => shownScale(view, scaleId));
  const format: ValueFormat = 'one-decimal';
  const baselineAt = closed.findIndex((view) => view.wave.isBaseline);
  const baseline = baselineAt === -1 ? null : (scales[baselineAt] ?? null);
  const group = closed[0]?.wave.group ?? '';
  const first = closed[0];
  const last = closed.at(-1);
  const period =
    first === undefined || last === undefined
      ? ''
      : `${formatDate(first.wave.opensOn)} to ${formatDate(last.wave.closesOn)}`;
  return {
    id: `trend-${instrument.id}`,
    title: `${group === '' ? 'Whole service' : group}: WHO-5 average, 0 to 100, with its likely range`,
    subtitle: `${period}. Higher is better. Range: 95% interval of the average. Change: Welch’s test.`,
    headline: trendHeadline(closed, scaleId, 'Wellbeing', format),
    layout: closed.length <= 3 ? 'rows' : 'columns',
    x: { kind: 'rounds', label: 'Round', detailLabel: 'Replies', points: closed.map(roundPoint) },
    y: { label: 'Average, 0 to 100', format, ticks: [0, 20, 40, 60, 80, 100] },
    series: [
      {
        id: 'mean',
        label: 'Average',
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: scales.map((scale) => scale?.mean ?? null),
        intervals: scales.map((scale) => clipped(scale, 0, 100)),
      },
    ],
    references:
      baseline === null
        ? []
        : [{ kind: 'baseline', label: 'Baseline average', value: baseline.mean, ...bandOf(baseline) }],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [
      'The rounds may be different people, so a change is a guide. It does not show what caused it.',
      ...smallSampleNotes(closed),
    ],
    hidden: scales.some((scale) => scale !== null)
      ? null
      : 'No closed round has 5 replies yet, so nothing is shown.',
  };
}

/** A likely range may reach past the ends of the scale, where no score can be: it is cut there. */
function clipped(scale: ShownScale | null, low: number, high: number): ShownScale['interval'] {
  if (scale?.interval == null) return null;
  return { lower: Math.max(low, scale.interval.lower), upper: Math.min(high, scale.interval.upper) };
}

function bandOf(scale: ShownScale): { readonly band?: NonNullable<ShownScale['interval']> } {
  const band = clipped(scale, 0, 100);
  return band === null ? {} : { band };
}

function hseHeadline(view: RoundView, instrument: Instrument, baseline: RoundView | null): string {
  const scales = readScaleIds(instrument).map((id) => shownScale(view, id));
  const shown = scales.filter((scale) => scale !== null);
  if (shown.length === 0) return 'Nothing can be shown from this round';
  const titles = (band: string): string[] =>
    shown.filter((scale) => scale.groupBand === band).map((scale) => scale.title);
  const urgent = titles('urgent');
  const need = titles('clear-need');
  const listed = (names: readonly string[]): string =>
    names.length <= 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const now =
    urgent.length > 3
      ? `${urgent.length} of ${shown.length} scales need urgent action against the benchmark`
      : urgent.length > 0
        ? `Most pressing against the benchmark: ${listed(urgent)}`
        : need.length > 0
          ? `Clear need to improve against the benchmark: ${listed(need)}`
          : 'No scale is below the middle of the benchmark';
  if (baseline === null) return now;
  const changed = shown.flatMap((scale) => {
    const change = changeSince(baseline, view, scale.scale);
    return change === null || change.verdict === 'no-clear-change'
      ? []
      : [`${scale.title} ${change.verdict}`];
  });
  return changed.length === 0
    ? `${now}. No clear change since the baseline`
    : `${now}. Since the baseline: ${listed(changed)}`;
}

/** The seven scales of one round beside the benchmark and the baseline. Scales are not joined: they are different things. */
export function hseScalesChart(
  instrument: Instrument,
  view: RoundView,
  baseline: RoundView | null,
): ChartSpec {
  const ids = readScaleIds(instrument);
  const format: ValueFormat = 'two-decimals';
  const scales = ids.map((id) => shownScale(view, id));
  const titles = ids.map((id) => instrument.scales.find((scale) => scale.id === id)?.title ?? id);
  const spans = ids.flatMap((id) => {
    const [low, middle, high] =
      instrument.bands.find((bands) => bands.scale === id)?.edges.map((edge) => edge.at) ?? [];
    return low === undefined || middle === undefined || high === undefined ? [] : [{ low, middle, high }];
  });
  const hasBenchmark = spans.length === ids.length;
  const isComparing = baseline !== null && ids.some((id) => shownScale(baseline, id) !== null);
  return {
    id: `scales-${view.id}`,
    title: `${view.wave.group === '' ? 'Whole service' : view.wave.group}: HSE scales, average 1 to 5, beside the benchmark`,
    subtitle: `${view.wave.label}, ${formatDate(view.wave.opensOn)} to ${formatDate(view.wave.closesOn)}. Higher is better. Benchmark: HSE, 136 organisations, 20th to 80th percentile.`,
    headline: hseHeadline(view, instrument, baseline),
    layout: 'rows',
    x: {
      kind: 'scales',
      label: 'Scale',
      detailLabel: 'Beside the benchmark',
      points: ids.map((id, at) => ({
        key: id,
        label: titles[at] ?? id,
        shortLabel: titles[at] ?? id,
        detail: scales[at] === null ? 'Hidden' : groupBandText(scales[at]?.groupBand ?? null),
      })),
    },
    y: { label: 'Average, 1 to 5', format, ticks: [1, 2, 3, 4, 5] },
    series: [
      {
        id: 'now',
        label: view.wave.label,
        dash: 'solid',
        marker: 'circle',
        isJoined: false,
        values: scales.map((scale) => scale?.mean ?? null),
        intervals: scales.map((scale) => clipped(scale, 1, 5)),
      },
      ...(isComparing
        ? [
            {
              id: 'baseline',
              label: baseline.wave.label,
              dash: 'short' as const,
              marker: 'square' as const,
              isJoined: false,
              values: ids.map((id) => shownScale(baseline, id)?.mean ?? null),
            },
          ]
        : []),
    ],
    references: [],
    ranges: hasBenchmark
      ? [
          {
            label: 'Benchmark',
            columns: ['Benchmark, 20th percentile', 'Benchmark, middle', 'Benchmark, 80th percentile'],
            spans,
          },
        ]
      : [],
    flags: [],
    annotations: [],
    notes: [
      'The benchmark is of whole organisations. A band is a pointer for talking, not a finding about anyone.',
      ...smallSampleNotes([view]),
    ],
    hidden: scales.some((scale) => scale !== null) ? null : 'Nothing can be shown from this round.',
  };
}
