/**
 * Charts with limits from a formula → ChartSpec: p, u and c charts month by month, t and g charts event by event. One
 * rule only, a figure beyond its limit: the run rules assume limits that do not move from point to point.
 */
import { beyondLimits, type AttributeLimits } from '@shared/statistics/attribute-charts';
import type { ImprovementDirection } from '@shared/statistics/run-chart-story';
import type { ChartPoint, ChartSpec, FlaggedPoint, FlagTone, LimitBand, ValueFormat } from './chart-spec';
import { niceTicks } from './nice-scale';

/** Fewer figures make no limits that anybody should act on. */
export const limitsMinimumPoints = 5;

export const limitRuleNames = {
  p: 'Limits: p-chart, 3 sigma, each month from its own number',
  u: 'Limits: u-chart, 3 sigma, each from its own size',
  c: 'Limits: c-chart, 3 sigma',
  'p-prime': 'Limits: Laney p-prime chart, 3 sigma',
  'u-prime': 'Limits: Laney u-prime chart, 3 sigma',
  t: 'Limits: t-chart of the time between events, 3 sigma on the power 1/3.6',
  g: 'Limits: g-chart of the count between events, 3 sigma',
} as const;
export type LimitsChartKind = keyof typeof limitRuleNames;

export interface LimitsChartInput {
  readonly id: string;
  readonly kind: LimitsChartKind;
  readonly title: string;
  /** "April 2024 to March 2026" */
  readonly period: string;
  /** starts the sentence, such as "Training missed" */
  readonly measure: string;
  readonly valueLabel: string;
  readonly format: ValueFormat;
  readonly limits: AttributeLimits;
  /** Which direction is better; without it a mark has no tone. */
  readonly improvement?: ImprovementDirection;
  readonly axis: {
    readonly label: string;
    readonly detailLabel?: string;
    readonly points: readonly ChartPoint[];
  };
}

function bandOf({ limits }: LimitsChartInput): LimitBand {
  return {
    label: 'Usual range',
    columns: ['Lower limit', 'Centre', 'Upper limit'],
    phaseStarts: [0],
    spans: limits.value.map((value, at) => {
      const [low, middle, high] = [
        limits.lower[at] ?? null,
        limits.centre[at] ?? null,
        limits.upper[at] ?? null,
      ];
      return value === null || low === null || middle === null || high === null
        ? null
        : { low, middle, high };
    }),
  };
}

/** Between rare events a long gap is the good news, so "above" is told as what it means for the events. */
function sideWords(kind: LimitsChartKind, side: 'high' | 'low'): string {
  if (kind !== 't' && kind !== 'g')
    return side === 'high' ? 'above its upper limit' : 'below its lower limit';
  return side === 'high' ? 'longer than its usual range' : 'shorter than its usual range';
}

function toneOf({ improvement = 'neutral' }: LimitsChartInput, side: 'high' | 'low'): FlagTone {
  if (improvement === 'neutral') return 'neutral';
  return (side === 'high') === (improvement === 'higher') ? 'improvement' : 'concern';
}

function headlineOf(input: LimitsChartInput, sides: readonly ('high' | 'low' | null)[]): string {
  const { measure, kind, axis } = input;
  const beyond = sides.flatMap((side, at) => (side === null ? [] : [{ side, at }]));
  const last = beyond.at(-1);
  if (last === undefined) return `${measure} has stayed within its usual range throughout`;
  const label = axis.points[last.at]?.label ?? '';
  const where = `${measure} was ${sideWords(kind, last.side)} in ${label}`;
  if (beyond.length === 1) return where;
  const others = beyond.length - 1;
  return `${where}, and beyond its range ${others === 1 ? 'once' : `${others} times`} before`;
}

export function limitsChartSpec(input: LimitsChartInput): ChartSpec {
  const { limits, axis } = input;
  const known = limits.value.filter((value) => value !== null);
  const isEnough = known.length >= limitsMinimumPoints;
  const band = bandOf(input);
  const hasLimits = isEnough && band.spans.some((span) => span !== null);
  const sides = hasLimits ? beyondLimits(limits) : [];
  const highest = [...known, ...(hasLimits ? band.spans.map((span) => span?.high ?? 0) : [])].reduce(
    (top, value) => Math.max(top, value),
    0,
  );
  return {
    id: input.id,
    title: input.title,
    subtitle: `${input.period}. ${hasLimits ? `${limitRuleNames[input.kind]}.` : 'Too few figures for limits.'}`,
    headline: hasLimits
      ? headlineOf(input, sides)
      : `It is too early for a usual range: ${known.length === 1 ? '1 figure' : `${known.length || 'no'} figures`}, and ${limitsMinimumPoints} are needed`,
    layout: 'columns',
    x: {
      kind: input.kind === 't' || input.kind === 'g' ? 'rounds' : 'months',
      label: axis.label,
      ...(axis.detailLabel === undefined ? {} : { detailLabel: axis.detailLabel }),
      points: axis.points,
    },
    y: { label: input.valueLabel, format: input.format, ticks: niceTicks(0, highest) },
    series: [
      {
        id: input.id,
        label: input.measure,
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: limits.value,
      },
    ],
    references: [],
    ranges: [],
    bands: hasLimits ? [band] : [],
    flags: sides.flatMap((side, at): FlaggedPoint[] =>
      side === null
        ? []
        : [
            {
              at,
              reason: side === 'high' ? 'Above the upper limit' : 'Below the lower limit',
              tone: toneOf(input, side),
            },
          ],
    ),
    annotations: [],
    notes: hasLimits ? ['A marked point is a reason to look, not a cause.'] : [],
    hidden: known.length === 0 ? 'No figures are recorded yet, so there is nothing to draw.' : null,
  };
}
