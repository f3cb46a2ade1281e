/** Every kind of chart that the app draws, by its own builders, on made-up figures. */
import type { ChartSpec } from '@shared/charts/chart-spec';
import { funnelChartSpec } from '@shared/charts/funnel-chart';
import { limitsChartSpec, type LimitsChartKind } from '@shared/charts/limits-chart';
import { monthPoint, monthSpan } from '@shared/charts/month-points';
import { niceTicks } from '@shared/charts/nice-scale';
import { retentionChartSpec } from '@shared/charts/retention-chart';
import { xmrChartSpec } from '@shared/charts/xmr-chart';
import { cChart, pChart, uChart, type AttributeLimits } from '@shared/statistics/attribute-charts';
import { gChart, tChart } from '@shared/statistics/rare-events';
import { runChartStory } from '@shared/statistics/run-chart-story';
import { counts, fixedDraws, months, rates, spells } from './made-up.js';
import type { SingleName } from './names.js';

const longPeriod = months(36);

export function runChart(
  seed: number,
  levels: Parameters<typeof rates>[1],
  title: string,
  id: string,
): ChartSpec {
  const values = rates(seed, levels);
  const shown = months(values.length);
  const story = runChartStory({
    measure: 'Sickness',
    series: values.map((value, at) => ({ month: shown[at]!, value })),
    improvement: 'lower',
  });
  return {
    id,
    title,
    subtitle: `${monthSpan(shown)}. Middle value (median) of the first 12 months. Public Health Scotland run chart rules.`,
    headline: story.headline,
    layout: 'columns',
    x: { kind: 'months', label: 'Month', points: shown.map((month) => monthPoint(month, undefined, 42)) },
    y: { label: 'Share of WTE days', format: 'percent', ticks: niceTicks(0, Math.max(...values)) },
    series: [{ id: 'sickness', label: 'Sickness', dash: 'solid', marker: 'circle', isJoined: true, values }],
    references: story.median === null ? [] : [{ kind: 'median', label: 'Middle value', value: story.median }],
    ranges: [],
    flags: story.signals.flatMap((signal) =>
      story.points.flatMap(({ month }, at) =>
        month >= signal.from && month <= signal.to
          ? [
              {
                at,
                reason: `One of ${signal.length} months in a row ${signal.side} the middle value`,
                tone: signal.meaning,
              },
            ]
          : [],
      ),
    ),
    annotations: [],
    notes: [`${story.ruleSet}. A marked point is a reason to look, not a cause.`],
    hidden: null,
  };
}

const xmrValues = [
  ...rates(11, [
    [15, 0.062],
    [14, 0.047],
  ]),
  0.049,
  0.058,
  0.061,
  0.063,
  0.06,
  0.066,
  0.078,
];

function xmr(): ChartSpec {
  return xmrChartSpec({
    id: 'xmr',
    title: 'Sickness: share of working time lost, by month',
    measure: 'Sickness',
    valueLabel: 'Share of WTE days',
    format: 'percent',
    possible: { low: 0, high: 1 },
    improvement: 'lower',
    target: 0.04,
    phases: [{ month: longPeriod[15]!, reason: 'second site opened' }],
    notes: [
      { month: longPeriod[6]!, label: 'Flu season began early', day: '9 October 2023' },
      { month: longPeriod[7]!, label: 'Critical event: threat', day: '14 November 2023' },
      { month: longPeriod[28]!, label: 'Team manager’s post empty', day: 'From 4 August 2025' },
    ],
    series: xmrValues.map((value, at) => ({ month: longPeriod[at]!, value })),
    detailOf: () => '52.3 of 1,042.0',
    detailLabel: 'WTE days lost of days available',
    peopleOf: () => 42,
  });
}

function xmrTrial(): ChartSpec {
  const values = rates(5, [[9, 21]]);
  const shown = months(9);
  return xmrChartSpec({
    id: 'xmr-trial',
    title: 'Open cases for each whole-time worker',
    measure: 'Caseload',
    valueLabel: 'Open cases per WTE',
    format: 'one-decimal',
    possible: { low: 0, high: 200 },
    improvement: 'neutral',
    phases: [],
    series: values.map((value, at) => ({ month: shown[at]!, value })),
  });
}

function limits(
  kind: LimitsChartKind,
  measure: string,
  title: string,
  computed: AttributeLimits,
  over: { readonly format?: ChartSpec['y']['format']; readonly valueLabel: string },
): ChartSpec {
  const isGap = kind === 't' || kind === 'g';
  const count = computed.value.length;
  const shown = months(count);
  return limitsChartSpec({
    id: kind,
    kind,
    title,
    period: monthSpan(shown),
    measure,
    valueLabel: over.valueLabel,
    format: over.format ?? 'percent',
    improvement: isGap ? 'higher' : 'lower',
    limits: computed,
    axis: {
      label: isGap ? 'Event' : 'Month',
      points: isGap
        ? computed.value.map((_, at) => ({
            key: String(at),
            label: `gap ${at + 1}`,
            shortLabel: String(at + 1),
          }))
        : shown.map((month) => monthPoint(month, undefined, 40)),
    },
  });
}

function gaps(seed: number, count: number, mean: number): number[] {
  const draw = fixedDraws(seed);
  return Array.from({ length: count }, (_, at) =>
    Math.max(1, Math.round(-Math.log(1 - draw() * 0.99) * mean * (at > count - 4 ? 0.35 : 1))),
  );
}

const places = counts(
  3,
  longPeriod.slice(0, 24).map(() => 62),
  () => 0.85,
);
const missed = counts(4, places, (at) => (at > 19 ? 0.33 : 0.12));

function timeBetween(): AttributeLimits {
  const computed = tChart({ timeBetween: [...gaps(8, 21, 30), 241] });
  if (!computed.ok) throw new Error('A gap of nothing');
  return computed.value;
}

const teamNames = [
  'Children and families',
  'Advocacy',
  'Counselling',
  'Helpline',
  'Outreach',
  'Housing support',
  'Night team',
  'Court support',
  'Groups',
];
/** Two of one size: both have to be reached. */
const teamSizes = [46, 31, 27, 22, 22, 64, 9, 12, 7];

function funnel(): ChartSpec {
  const left = counts(12, teamSizes, (at) => (at === 5 ? 0.42 : at === 1 ? 0.1 : 0.2));
  return funnelChartSpec({
    id: 'funnel',
    title: 'Leavers by team, by size of team',
    period: '12 months to March 2026',
    valueLabel: 'Share of people who left',
    verb: 'left',
    improvement: 'lower',
    teams: teamNames.map((name, at) => ({ id: String(at), name, events: left[at]!, n: teamSizes[at]! })),
  });
}

function rows(): ChartSpec {
  const means = [62, 54, 47, 68, 57, 73, 49];
  const names = [
    'Demands',
    'Control',
    'Managers’ support',
    'Peer support',
    'Relationships',
    'Role',
    'Change',
  ];
  return {
    id: 'rows',
    title: 'HSE Management Standards, average of each scale',
    subtitle: 'Spring round 2026. 34 replies. Likely range of each average (95%).',
    headline: 'Change and managers’ support are the lowest of the seven scales',
    layout: 'rows',
    x: {
      kind: 'scales',
      label: 'Scale',
      detailLabel: 'Replies',
      points: names.map((name) => ({ key: name, label: name, shortLabel: name, detail: '34 replies' })),
    },
    y: { label: 'Average, 0 to 100', format: 'whole', ticks: [0, 25, 50, 75, 100] },
    series: [
      {
        id: 'now',
        label: 'Spring 2026',
        dash: 'solid',
        marker: 'circle',
        isJoined: false,
        values: means,
        intervals: means.map((mean) => ({ lower: mean - 6, upper: mean + 6 })),
      },
    ],
    references: [{ kind: 'baseline', label: 'Middle', value: 50 }],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [],
    hidden: null,
  };
}

/** The charts that stand alone, by the name of their picture. */
export const single: Readonly<Record<SingleName, () => ChartSpec>> = {
  run: () =>
    runChart(
      21,
      [
        [20, 0.058],
        [9, 0.041],
      ],
      'Sickness: share of working time lost, by month',
      'run',
    ),
  xmr,
  'xmr-trial': xmrTrial,
  p: () =>
    limits(
      'p',
      'Training missed',
      'Training missed because of workload',
      pChart({ numerator: missed, denominator: places }),
      { valueLabel: 'Share of places' },
    ),
  u: () =>
    limits(
      'u',
      'Sessions cut short',
      'Supervision sessions cut short, for each 100 held',
      uChart({ numerator: counts(6, places, () => 0.09), denominator: places }),
      { valueLabel: 'Sessions cut short' },
    ),
  c: () =>
    limits(
      'c',
      'Leavers',
      'People who left, by month',
      cChart({
        count: counts(
          7,
          longPeriod.map(() => 46),
          () => 0.045,
        ),
      }),
      { valueLabel: 'People', format: 'whole' },
    ),
  t: () =>
    limits('t', 'Time between events', 'Days between critical events', timeBetween(), {
      valueLabel: 'Days',
      format: 'whole',
    }),
  g: () =>
    limits(
      'g',
      'Count between events',
      'Shifts between two calls for help',
      gChart({ opportunitiesBetween: gaps(9, 24, 28) }),
      { valueLabel: 'Shifts', format: 'whole' },
    ),
  funnel,
  'kaplan-meier': () =>
    retentionChartSpec({ spells: spells(15, 140), source: 'Staff list as of 31 March 2026' }),
  rows,
};

export function smallCharts() {
  return teamNames.slice(0, 6).map((name, at) => {
    const isFew = at === 3;
    const spec = runChart(30 + at, [[24, 0.04 + at * 0.006]], 'Sickness', `small-${at}`);
    return {
      key: name,
      name,
      spec: {
        ...spec,
        references: [{ kind: 'limit' as const, label: 'Target', value: 0.05 }],
        hidden: isFew ? 'Hidden: fewer than 5' : null,
      },
    };
  });
}

export function stackedCharts(): ChartSpec[] {
  const notes = [
    { at: 9, label: 'Two posts frozen', day: '8 January 2024', kind: 'note' as const },
    { at: 20, label: 'Duty rota changed', day: '2 December 2024', kind: 'note' as const },
  ];
  const sickness = runChart(
    41,
    [
      [16, 0.044],
      [14, 0.061],
    ],
    'Sickness: share of working time lost',
    'stack-sickness',
  );
  const caseload = runChart(
    42,
    [
      [12, 0.19],
      [18, 0.24],
    ],
    'Open cases for each whole-time worker',
    'stack-caseload',
  );
  const values = caseload.series[0]!.values.map((value) => (value ?? 0) * 100);
  return [
    {
      ...caseload,
      headline: `Caseload was above the local limit in ${values.filter((value) => value > 22).length} of ${values.length} months`,
      y: { label: 'Open cases per WTE', format: 'one-decimal', ticks: niceTicks(0, Math.max(...values)) },
      series: [{ ...caseload.series[0]!, label: 'Caseload', values }],
      references: [{ kind: 'limit', label: 'Local limit', value: 22 }],
      flags: [],
      annotations: notes,
    },
    sickness,
  ];
}

/** Ten years of weeks. */
export function tenYears(seed: number): ChartSpec {
  const values = rates(seed, [
    [260, 0.052],
    [260, 0.046],
  ]);
  const points = values.map((_, at) => {
    const day = new Date(Date.UTC(2016, 0, 4 + at * 7));
    const label = day.toISOString().slice(0, 10);
    return {
      key: label,
      label: `Week of ${day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}`,
      shortLabel: day.toLocaleDateString('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }),
      people: 42,
    };
  });
  const spec = runChart(seed, [[24, 0.05]], 'Sickness by week, ten years', 'ten-years');
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const high = (at: number): number => (at < 260 ? 0.089 : 0.08);
  const beyond = values.flatMap((value, at) =>
    value > high(at) ? [{ at, reason: 'Above the upper limit', tone: 'concern' as const }] : [],
  );
  return {
    ...spec,
    subtitle: 'January 2016 to December 2025, by week. Average and limits.',
    headline: `Sickness was above its usual range in ${beyond.length} of ${values.length} weeks`,
    x: { kind: 'weeks', label: 'Week', points },
    y: { ...spec.y, ticks: niceTicks(0, Math.max(...values)) },
    series: [{ ...spec.series[0]!, values }],
    references: [],
    bands: [
      {
        label: 'Usual range',
        columns: ['Lower limit', 'Average', 'Upper limit'],
        phaseStarts: [0, 260],
        spans: values.map((_, at) => ({
          low: at < 260 ? 0.015 : 0.012,
          middle: at < 260 ? 0.052 : mean,
          high: high(at),
        })),
      },
    ],
    flags: beyond,
    notes: [],
  };
}
