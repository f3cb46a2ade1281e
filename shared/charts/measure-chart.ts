/** One measure of Workforce as the chart that somebody chose: run, XmR, p, u or c. */
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { ChartNote } from '@shared/workforce/chart-notes';
import type { FigureRow } from '@shared/workforce/figure-row';
import { smallestGroup, type Measure, type MeasureId } from '@shared/workforce/measures';
import type { ChartAnnotation, ChartSpec } from './chart-spec';
import { measureLimits, type LimitsKind } from './measure-limits';
import { runParts } from './measure-run-chart';
import { measureSeries, type MeasureSeries } from './measure-series';
import { monthPoint, monthSpan } from './month-points';
import { niceTicks } from './nice-scale';
import { lastPoints, shownValues } from './spec-window';
import { limitsChartSpec } from './limits-chart';
import { xmrChartSpec } from './xmr-chart';

export type MeasureChartKind = Measure['charts'][number];
export const chartKindLabels = {
  run: 'Run chart',
  xmr: 'XmR chart',
  p: 'p-chart',
  u: 'u-chart',
  c: 'c-chart',
} as const satisfies Record<MeasureChartKind, string>;

export interface MeasureChartInput {
  readonly measure: Measure;
  readonly kind: MeasureChartKind;
  /** Every full month that there is, oldest first. */
  readonly rows: readonly FigureRow[];
  /** How many of the newest months are drawn. All of them make the lines. */
  readonly shown: number;
  readonly setting: ChartSetting | null;
  readonly notes: readonly ChartNote[];
  /** Whose figures they are, where they are not the whole service's. */
  readonly team?: string | null;
}

/** Beside the line there is room for two or three words. */
const lineNames: Readonly<Partial<Record<MeasureId, string>>> = {
  wte: 'WTE',
  'turnover-average': 'Turnover',
  'turnover-opening': 'Turnover',
  'turnover-voluntary': 'Voluntary',
  stability: 'Stability',
  'sickness-days': 'Sickness',
  'sickness-hours': 'Sickness',
  'sickness-long': 'Long-term',
  'sickness-short': 'Short-term',
  caseload: 'Cases per WTE',
  'training-missed': 'For workload',
  'protected-time': 'Time kept',
  'sessions-cut': 'Sessions cut',
  'supervision-coverage': 'Coverage',
};

/** A measure that starts at 0 is drawn from 0. */
function ticksFor({ possible }: Measure): (values: readonly number[]) => number[] {
  return (values) => {
    const known = values.length === 0 ? [0, 1] : values;
    const lowest = known.reduce((low, value) => Math.min(low, value));
    const highest = known.reduce((high, value) => Math.max(high, value));
    return niceTicks(possible.low === 0 ? Math.min(0, lowest) : lowest, highest);
  };
}

/** Notes on a chart that was made without them. They stand at the month that they began in. */
export function annotated(spec: ChartSpec, notes: readonly ChartNote[]): ChartSpec {
  const placeOf = new Map(spec.x.points.map(({ key }, at) => [key, at]));
  const added = notes.flatMap(({ month, label, day }): ChartAnnotation[] => {
    const at = placeOf.get(month);
    return at === undefined ? [] : [{ at, label, day, kind: 'note' }];
  });
  return added.length === 0 ? spec : { ...spec, annotations: [...spec.annotations, ...added] };
}

function noteAnnotations(series: MeasureSeries, notes: readonly ChartNote[]): ChartAnnotation[] {
  return notes.flatMap(({ month, label, day }) => {
    const at = series.points.findIndex((point) => point.month === month);
    return at < 0 ? [] : [{ at, label, day, kind: 'note' as const }];
  });
}

function phaseAnnotations(series: MeasureSeries): ChartAnnotation[] {
  return series.phases.flatMap(({ from, reason }) => {
    const at = series.points.findIndex((point) => point.month === from);
    return at < 1 ? [] : [{ at, label: `New phase: ${reason}`, kind: 'phase' as const }];
  });
}

function axisPoints(series: MeasureSeries): ChartSpec['x']['points'] {
  const rowByMonth = new Map(series.rows.map((row) => [row.month, row]));
  return series.points.map(({ month }) => {
    const row = rowByMonth.get(month);
    return monthPoint(
      month,
      series.detailOf(month),
      row === undefined ? undefined : Math.floor(series.measure.peopleBehind(row)),
      row === undefined ? undefined : series.measure.peopleCounted?.(row),
    );
  });
}

function runSpec(series: MeasureSeries, input: MeasureChartInput, title: string): ChartSpec {
  const { measure } = series;
  const parts = runParts(series);
  const target = input.setting?.target ?? null;
  const detail = series.rows.some((row) => measure.fractionOf(row) !== null);
  return {
    id: `${measure.id}-run`,
    title,
    subtitle: `${monthSpan(series.points.map(({ month }) => month))}. ${parts.rules}`,
    headline: parts.headline,
    layout: 'columns',
    x: {
      kind: 'months',
      label: measure.isRolling ? '12 months to' : 'Month',
      ...(detail ? { detailLabel: 'Made of' } : {}),
      points: axisPoints(series),
    },
    y: { label: measure.valueLabel, format: measure.format, ticks: [] },
    series: [
      {
        id: measure.id,
        label: measure.label,
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: series.points.map(({ value }) => value),
      },
    ],
    references: [
      ...parts.references,
      ...(target === null ? [] : [{ kind: 'limit' as const, label: 'Target', value: target }]),
    ],
    ranges: [],
    flags: parts.flags,
    annotations: [...phaseAnnotations(series), ...noteAnnotations(series, input.notes)],
    notes: parts.notes,
    hidden: null,
  };
}

function xmrSpec(series: MeasureSeries, input: MeasureChartInput, title: string): ChartSpec {
  const { measure } = series;
  const spec = xmrChartSpec({
    id: `${measure.id}-xmr`,
    title,
    valueLabel: measure.valueLabel,
    format: measure.format,
    possible: {
      low: measure.possible.low ?? Number.NEGATIVE_INFINITY,
      high: measure.possible.high ?? Number.POSITIVE_INFINITY,
    },
    measure: measure.sentenceName,
    series: series.points,
    improvement: series.improvement,
    target: input.setting?.target ?? null,
    screenOutliers: input.setting?.isScreened ?? true,
    phases: series.phases.map(({ from, reason }) => ({ month: from, reason })),
    detailLabel: 'Made of',
    notes: input.notes,
  });
  return { ...spec, x: { ...spec.x, points: axisPoints(series) } };
}

function limitsSpec(
  series: MeasureSeries,
  input: MeasureChartInput,
  kind: LimitsKind,
  title: string,
): ChartSpec {
  const { measure } = series;
  const { limits, rule } = measureLimits(series, kind);
  // A count over the people that it could have come from is a rate.
  const isRate = kind !== 'c' && measure.format !== 'percent';
  const spec = limitsChartSpec({
    id: `${measure.id}-${kind}`,
    kind: rule,
    title,
    period: monthSpan(series.points.map(({ month }) => month)),
    measure: measure.sentenceName,
    valueLabel: isRate ? `${measure.valueLabel}, of people in post` : measure.valueLabel,
    format: isRate ? 'percent' : measure.format,
    limits,
    improvement: series.improvement,
    axis: { label: 'Month', detailLabel: 'Made of', points: axisPoints(series) },
  });
  const target = isRate ? null : (input.setting?.target ?? null);
  return {
    ...spec,
    references: target === null ? [] : [{ kind: 'limit', label: 'Target', value: target }],
    ...(spec.bands === undefined
      ? {}
      : { bands: spec.bands.map((band) => ({ ...band, phaseStarts: series.phaseStarts })) }),
    annotations: [...phaseAnnotations(series), ...noteAnnotations(series, input.notes)],
  };
}

export function measureChart(input: MeasureChartInput): ChartSpec {
  const { measure, kind } = input;
  const series = measureSeries(measure, input.rows, input.setting);
  const whose = input.team == null ? '' : `${input.team}: `;
  const title = `${whose}${measure.label}, by month`;
  const spec =
    kind === 'run'
      ? runSpec(series, input, title)
      : kind === 'xmr'
        ? xmrSpec(series, input, title)
        : limitsSpec(series, input, kind, title);
  if (series.points.length === 0) {
    const isSmall = input.rows.some((row) => measure.valueOf(row) !== null);
    return {
      ...spec,
      hidden: isSmall ? hiddenWords : 'No figures are recorded yet, so there is nothing to draw.',
    };
  }
  const ticks = ticksFor(measure);
  const named = spec.series.map((each) => ({ ...each, label: lineNames[measure.id] ?? measure.label }));
  return lastPoints(
    { ...spec, series: named, y: { ...spec.y, ticks: ticks(shownValues(spec)) } },
    input.shown,
    ticks,
  );
}

/** In place of anything about a group that is too small to be shown. */
export const hiddenWords = `Hidden: fewer than ${smallestGroup}`;
