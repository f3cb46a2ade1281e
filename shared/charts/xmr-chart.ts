/**
 * A monthly measure as an XmR chart → ChartSpec. Judgement is shared/statistics' (xmrStory); here it is put
 * into a drawing.
 */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { XmrPhase, XmrPointType } from '@shared/statistics/xmr';
import { assuranceWords, ruleWords, variationWords } from '@shared/statistics/xmr-reading';
import { xmrRunLength } from '@shared/statistics/xmr';
import { xmrStory, type XmrStory, type XmrStoryInput } from '@shared/statistics/xmr-story';
import type {
  ChartAnnotation,
  ChartReading,
  ChartSpec,
  FlaggedPoint,
  FlagTone,
  LimitBand,
  ValueFormat,
} from './chart-spec';
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
  /** people a month's figure is about */
  readonly peopleOf?: (month: LocalMonth) => number | undefined;
  /** what happened, by the month it fell in */
  readonly notes?: readonly DatedNote[];
}

export interface DatedNote {
  readonly month: LocalMonth;
  readonly label: string;
  /** "3 June 2025" */
  readonly day?: string;
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
    trialPhases: story.reading.verdicts.flatMap((verdict, index) =>
      verdict === 'trial-limits' ? [index] : [],
    ),
    spans: story.chart.points.map(({ phase }) => {
      const limits = limitsByPhase[phase] ?? null;
      return limits === null ? null : { low: cut(limits.lpl), middle: limits.mean, high: cut(limits.upl) };
    }),
  };
}

function readingOf({ chart, reading }: XmrStory): ChartReading | null {
  if (!reading.showsIcons || chart.variationIcon === null) return null;
  return {
    variation: { icon: chart.variationIcon, ...variationWords[chart.variationIcon] },
    assurance:
      chart.assurance === null ? null : { icon: chart.assurance, ...assuranceWords[chart.assurance] },
  };
}

function notesOf(story: XmrStory, band: LimitBand): string[] {
  const { chart } = story;
  const notes: string[] = [];
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

function toneOf(type: XmrPointType | undefined): FlagTone {
  return type === 'improvement' || type === 'concern' ? type : 'neutral';
}

function flagsOf(story: XmrStory): FlaggedPoint[] {
  return story.reading.marks.flatMap((rule, at) => {
    const reason = ruleWords(rule, xmrRunLength);
    return reason === null ? [] : [{ at, reason, tone: toneOf(story.chart.points[at]?.type) }];
  });
}

function annotationsOf(story: XmrStory, input: XmrChartInput): ChartAnnotation[] {
  const place = (month: LocalMonth): number => story.points.findIndex((point) => point.month === month);
  const phases = input.phases.flatMap(({ month, reason }): ChartAnnotation[] => {
    const at = place(month);
    return at < 1 ? [] : [{ at, label: `New phase: ${reason}`, kind: 'phase' }];
  });
  const notes = (input.notes ?? []).flatMap(({ month, label, day }): ChartAnnotation[] => {
    const at = place(month);
    return at < 0 ? [] : [{ at, label, kind: 'note', ...(day === undefined ? {} : { day }) }];
  });
  return [...phases, ...notes];
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
      points: story.points.map(({ month }) =>
        monthPoint(month, input.detailOf?.(month), input.peopleOf?.(month)),
      ),
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
    reading: readingOf(story),
    annotations: annotationsOf(story, input),
    notes: notesOf(story, band),
    hidden: hasFigure ? null : 'No figures are recorded yet, so there is nothing to draw.',
  };
}
