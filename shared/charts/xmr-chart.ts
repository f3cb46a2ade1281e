/**
 * A monthly measure as an XmR chart → ChartSpec. Judgement is shared/statistics' (xmrStory); here it is put
 * into a drawing.
 */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { XmrPhase } from '@shared/statistics/xmr';
import { assuranceWords, ruleWords, variationWords } from '@shared/statistics/xmr-reading';
import { xmrRunLength } from '@shared/statistics/xmr';
import { xmrStory, type XmrStory, type XmrStoryInput } from '@shared/statistics/xmr-story';
import type { ChartAnnotation, ChartSpec, FlaggedPoint, LimitBand, ValueFormat } from './chart-spec';
import { monthPoint, monthSpan } from './month-points';
import { niceTicks } from './nice-scale';

export interface ChosenPhase {
  readonly month: LocalMonth;
  /** in the words of the person who set it, such as "Second site opened" */
  readonly reason: string;
}

export interface XmrChartInput extends Omit<XmrStoryInput, 'phaseMonths'> {
  readonly id: string;
  readonly title: string;
  readonly valueLabel: string;
  readonly format: ValueFormat;
  /** what the measure can be; limits are drawn no further, though the rules use them whole */
  readonly possible: { readonly low: number; readonly high: number };
  readonly phases: readonly ChosenPhase[];
  /** numerator and denominator of a month */
  readonly detailOf?: (month: LocalMonth) => string | undefined;
  readonly detailLabel?: string;
}

function limitsShown(story: XmrStory, phase: XmrPhase, index: number): XmrPhase['limits'] {
  const verdict = story.reading.verdicts[index];
  return verdict === 'limits' || verdict === 'trial-limits' ? phase.limits : null;
}

function bandOf(story: XmrStory, possible: XmrChartInput['possible']): LimitBand {
  const cut = (value: number): number => Math.min(possible.high, Math.max(possible.low, value));
  const limitsByPhase = story.chart.phases.map((phase, index) => limitsShown(story, phase, index));
  return {
    label: 'Usual range',
    columns: ['Lower limit', 'Average', 'Upper limit'],
    phaseStarts: story.chart.phases.map(({ start }) => start),
    spans: story.chart.points.map(({ phase }) => {
      const limits = limitsByPhase[phase] ?? null;
      return limits === null ? null : { low: cut(limits.lpl), middle: limits.mean, high: cut(limits.upl) };
    }),
  };
}

function notesOf(story: XmrStory, band: LimitBand): string[] {
  const { chart, reading } = story;
  const notes: string[] = [];
  if (reading.showsIcons && chart.variationIcon !== null) {
    const { name, meaning } = variationWords[chart.variationIcon];
    notes.push(`${name}. ${meaning}`);
    if (chart.assurance !== null) {
      const target = assuranceWords[chart.assurance];
      notes.push(`${target.name}. ${target.meaning}`);
    }
  }
  if (band.spans.some((span) => span !== null)) {
    notes.push(`${story.ruleSet}. A marked point is a reason to look, not a cause.`);
  }
  const isCut = chart.points.some(({ phase }, at) => {
    const span = band.spans[at] ?? null;
    const limits = chart.phases[phase]?.limits ?? null;
    return span !== null && limits !== null && (span.low !== limits.lpl || span.high !== limits.upl);
  });
  if (isCut) notes.push('Limits are drawn no further than a figure can go. The rules use them whole.');
  return notes;
}

function flagsOf(story: XmrStory): FlaggedPoint[] {
  return story.reading.marks.flatMap((rule, at) => {
    const reason = ruleWords(rule, xmrRunLength);
    return reason === null ? [] : [{ at, reason }];
  });
}

function phaseNotes(story: XmrStory, phases: readonly ChosenPhase[]): ChartAnnotation[] {
  return phases.flatMap(({ month, reason }) => {
    const at = story.points.findIndex((point) => point.month === month);
    return at < 1 ? [] : [{ at, label: `New phase: ${reason}` }];
  });
}

function subtitleOf(story: XmrStory, target: number | null): string {
  const period = monthSpan(story.points.map(({ month }) => month));
  const rules = story.reading.showsLimits
    ? 'Average and limits of an XmR chart, Making Data Count rules.'
    : 'Too few figures for limits.';
  return [period === '' ? '' : `${period}.`, rules, target === null ? '' : 'With a target.']
    .filter((part) => part !== '')
    .join(' ');
}

/** Figures, limits and target all fit; a measure that starts at 0 is drawn from 0. */
function ticksOf(story: XmrStory, band: LimitBand, input: XmrChartInput): number[] {
  const shown = [
    ...story.points.map(({ value }) => value),
    ...band.spans.flatMap((span) => (span === null ? [] : [span.low, span.high])),
    input.target ?? null,
  ].filter((value) => value !== null);
  if (shown.length === 0) return niceTicks(0, 1);
  const lowest = shown.reduce((low, value) => Math.min(low, value));
  const highest = shown.reduce((high, value) => Math.max(high, value));
  return niceTicks(input.possible.low === 0 ? 0 : lowest, highest);
}

export function xmrChartSpec(input: XmrChartInput): ChartSpec {
  const story = xmrStory({ ...input, phaseMonths: input.phases.map(({ month }) => month) });
  const band = bandOf(story, input.possible);
  const target = input.target ?? null;
  const hasFigure = story.points.some(({ value }) => value !== null);
  return {
    id: input.id,
    title: input.title,
    subtitle: subtitleOf(story, target),
    headline: story.headline,
    layout: 'columns',
    x: {
      kind: 'months',
      label: 'Month',
      ...(input.detailLabel === undefined ? {} : { detailLabel: input.detailLabel }),
      points: story.points.map(({ month }) => monthPoint(month, input.detailOf?.(month))),
    },
    y: { label: input.valueLabel, format: input.format, ticks: ticksOf(story, band, input) },
    series: [
      {
        id: input.id,
        label: input.measure,
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: story.points.map(({ value }) => value),
      },
    ],
    references: target === null ? [] : [{ kind: 'limit', label: 'Target', value: target }],
    ranges: [],
    bands: band.spans.some((span) => span !== null) ? [band] : [],
    flags: flagsOf(story),
    annotations: phaseNotes(story, input.phases),
    notes: notesOf(story, band),
    hidden: hasFigure ? null : 'No figures are recorded yet, so there is nothing to draw.',
  };
}
