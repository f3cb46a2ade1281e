/** How long people stay → ChartSpec: the Kaplan-Meier curve, with its shares after set lengths of service to walk. */
import type { TenureSpell } from '@shared/statistics/kaplan-meier';
import {
  retentionAt,
  retentionCurve,
  retentionMinimumAtRisk,
  type RetentionCurve,
  type RetentionPoint,
} from '@shared/statistics/retention';
import { formatValue, type ChartCurve, type ChartRegion, type ChartSpec } from './chart-spec';
import { formatAverage } from './month-points';
import { niceTicks } from './nice-scale';

const yearDays = 365.25;

interface ServiceLength {
  readonly days: number;
  readonly words: string;
}

const lengths: readonly ServiceLength[] = [
  { days: yearDays / 4, words: '3 months' },
  { days: yearDays / 2, words: '6 months' },
  ...[1, 2, 3, 4, 5, 7, 10, 15, 20].map((years) => ({
    days: years * yearDays,
    words: years === 1 ? '1 year' : `${years} years`,
  })),
];

/** "10 months" or "2.5 years": days as service is talked of. */
export function serviceText(days: number): string {
  const months = Math.round(days / (yearDays / 12));
  if (months < 24) return months === 1 ? '1 month' : `${months} months`;
  const halves = Math.round((days / yearDays) * 2) / 2;
  return `${formatAverage(halves)} years`;
}

type Shown = ServiceLength & { readonly point: RetentionPoint };

/** Lengths of service that enough people have reached. */
function shownLengths(spells: readonly TenureSpell[], retention: RetentionCurve): Shown[] {
  const points = retentionAt(
    spells,
    retention,
    lengths.map(({ days }) => days),
  );
  return lengths.flatMap((length, at) => {
    const point = points[at] ?? null;
    return point === null || point.atRisk < retentionMinimumAtRisk ? [] : [{ ...length, point }];
  });
}

function headlineOf(retention: RetentionCurve, shown: readonly Shown[]): string {
  const first = shown.find(({ days }) => days === yearDays) ?? shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) {
    return 'It is too early to say how long people stay';
  }
  const who =
    retention.from === 0 ? 'people who start' : `people here for ${serviceText(retention.from)} or longer`;
  const stay = ({ point, words }: Shown): string =>
    `${formatValue(point.share, 'percent')} are still here after ${words}`;
  return first === last
    ? `Of ${who}, ${stay(first)}`
    : `Of ${who}, ${stay(first)} and ${formatValue(last.point.share, 'percent')} after ${last.words}`;
}

function notesOf(retention: RetentionCurve): string[] {
  const { median } = retention.curve;
  return [
    median === null
      ? `Fewer than half had left by ${serviceText(retention.until)}, the longest service that can be seen.`
      : `Half had left by ${serviceText(median)}.`,
    'People still here count for as long as they have been here.',
    `Nothing rests on fewer than ${retentionMinimumAtRisk} people.`,
  ];
}

const seriesId = 'retention';

function curveOf({ from, until, curve }: RetentionCurve): ChartCurve {
  const steps = curve.steps.filter(({ time }) => time <= until);
  return {
    seriesId,
    isStepped: true,
    points: [
      { x: from, value: 1 },
      ...steps.map(({ time, survival }) => ({ x: time, value: survival })),
      { x: until, value: steps.at(-1)?.survival ?? 1 },
    ],
  };
}

function intervalOf({ until, curve }: RetentionCurve): ChartRegion {
  const points = curve.steps.flatMap(({ time, logLog }) =>
    time > until || logLog === null ? [] : [{ x: time, low: logLog.lower, high: logLog.upper }],
  );
  const last = points.at(-1);
  return {
    label: 'Likely range (95%)',
    kind: 'interval',
    seriesId,
    isStepped: true,
    points: last === undefined ? [] : [...points, { ...last, x: until }],
  };
}

export function retentionChartSpec(input: {
  readonly spells: readonly TenureSpell[];
  /** "Staff list as of 31 March 2026" */
  readonly source: string;
}): ChartSpec {
  const retention = retentionCurve(input.spells);
  const shown = retention === null ? [] : shownLengths(input.spells, retention);
  return {
    id: 'retention',
    title: 'How long people stay: share still here, by length of service',
    subtitle: `${input.source}. Kaplan-Meier estimate with 95% intervals (log-log).`,
    headline:
      retention === null ? 'It is too early to say how long people stay' : headlineOf(retention, shown),
    layout: 'steps',
    x: {
      kind: 'rounds',
      label: 'Length of service',
      detailLabel: 'Longer service so far',
      points: shown.map(({ days, words, point }) => ({
        key: String(days),
        label: `After ${words}`,
        shortLabel: words,
        detail: `${point.atRisk} people`,
        people: point.atRisk,
        under: String(point.atRisk),
      })),
      underLabel: 'People at risk',
      scale: {
        label: 'Length of service',
        positions: shown.map(({ days }) => days),
        low: 0,
        high: retention?.until ?? yearDays,
        ticks: shown.map(({ days, words }) => ({ at: days, label: words })),
      },
    },
    y: { label: 'Share still here', format: 'percent', ticks: niceTicks(0, 1) },
    series: [
      {
        id: seriesId,
        label: 'Still here',
        dash: 'solid',
        marker: 'circle',
        // The curve itself falls in steps; a slope between these points would draw leavers where there were none.
        isJoined: false,
        values: shown.map(({ point }) => point.share),
        intervals: shown.map(({ point }) => point.interval),
        intervalLabel: 'Likely range (95%)',
      },
    ],
    references: [],
    ranges: [],
    curves: retention === null ? [] : [curveOf(retention)],
    regions: retention === null ? [] : [intervalOf(retention)],
    flags: [],
    annotations: [],
    notes: retention === null || shown.length === 0 ? [] : notesOf(retention),
    hidden:
      shown.length === 0
        ? `Too few people have been here long enough: ${retentionMinimumAtRisk} are needed, so nothing is drawn.`
        : null,
  };
}
