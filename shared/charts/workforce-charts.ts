/** Workforce figures → ChartSpec. Judgement of a series is shared/statistics' (runChartStory, Newcombe). */
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import type { WorkforceMonth } from '@shared/statistics/monthly-workforce';
import {
  runChartMinimumPoints,
  runChartStory,
  type RunChartStory,
  type StorySignal,
} from '@shared/statistics/run-chart-story';
import { newcombeDifference } from '@shared/statistics/wilson';
import type { CaseloadMonth } from '@shared/workforce/caseload';
import type { ChartSpec, FlaggedPoint, ReferenceLine } from './chart-spec';
import { formatAverage, monthPoint, monthSpan } from './month-points';
import { niceTicks, rateTicks } from './nice-scale';

function signalReason(signal: StorySignal): string {
  return signal.rule === 'shift'
    ? `One of ${signal.length} months in a row ${signal.side} the middle value`
    : `One of ${signal.length} months in a row ${signal.side}`;
}

function flagsOf(story: RunChartStory): FlaggedPoint[] {
  return story.points.flatMap(({ month }, at) =>
    story.signals
      .filter((signal) => month >= signal.from && month <= signal.to)
      .map((signal) => ({ at, reason: signalReason(signal), tone: signal.meaning })),
  );
}

function medianLine(story: RunChartStory): ReferenceLine[] {
  return story.median === null ? [] : [{ kind: 'median', label: 'Middle value', value: story.median }];
}

function runSubtitle(story: RunChartStory, months: readonly LocalMonth[]): string {
  const period = monthSpan(months);
  if (story.baseline === null) return `${period}. Too few months for run chart rules.`;
  return `${period}. Middle value (median) of ${monthSpan([story.baseline.from, story.baseline.to])}. Public Health Scotland run chart rules.`;
}

/**
 * Sickness by month as a run chart. Months before `knownFrom` have no figure, so they are gaps at the start and
 * are left out of the axis.
 */
export function sicknessRateChart(
  months: readonly WorkforceMonth[],
  knownFrom: LocalMonth | null,
): ChartSpec {
  const shown = knownFrom === null ? [] : months.filter((row) => row.month >= knownFrom);
  const story = runChartStory({
    measure: 'Sickness',
    series: shown.map((row) => ({ month: row.month, value: row.sicknessRate })),
    improvement: 'lower',
  });
  const values = shown.map((row) => row.sicknessRate);
  return {
    id: 'sickness-rate',
    title: 'Sickness: share of working time lost, by month',
    subtitle: runSubtitle(
      story,
      shown.map((row) => row.month),
    ),
    headline: story.headline,
    layout: 'columns',
    x: {
      kind: 'months',
      label: 'Month',
      detailLabel: 'WTE days lost of days available',
      points: shown.map((row) =>
        monthPoint(
          row.month,
          `${row.fteDaysLost.toFixed(1)} of ${row.fteDaysAvailable.toFixed(1)}`,
          row.headcount,
        ),
      ),
    },
    y: { label: 'Share of WTE days', format: 'percent', ticks: rateTicks(values) },
    series: [{ id: 'sickness', label: 'Sickness', dash: 'solid', marker: 'circle', isJoined: true, values }],
    references: medianLine(story),
    ranges: [],
    flags: flagsOf(story),
    annotations: [],
    notes:
      story.baseline === null ? [] : [`${story.ruleSet}. A marked point is a reason to look, not a cause.`],
    hidden: knownFrom === null ? 'No absences are recorded yet, so there is no rate to draw.' : null,
  };
}

/** The mean of headcount at the two ends of the 12 months that end with this one. */
export function averageHeadcount12(row: WorkforceMonth): number {
  return (row.openingHeadcount12 + row.headcount) / 2;
}

/** Null where nobody was in post 12 months earlier: the window is not filled yet. */
function turnoverOf(row: WorkforceMonth): number | null {
  return row.openingHeadcount12 === 0 ? null : row.turnoverAverage12;
}

function leaversPhrase(row: WorkforceMonth): string {
  return `${row.leavers12} of ${formatAverage(averageHeadcount12(row))}`;
}

/**
 * The sentence sets the newest 12 months beside the 12 before them, which share no day. Run rules would be wrong
 * here: neighbouring points share 11 months, so long runs on one side appear by themselves.
 */
function turnoverHeadline(rows: readonly WorkforceMonth[], earlier: readonly WorkforceMonth[]): string {
  const recorded = rows.filter((row) => turnoverOf(row) !== null);
  const last = recorded.at(-1);
  if (last === undefined || recorded.length < runChartMinimumPoints) {
    const count = recorded.length === 1 ? '1 monthly figure' : `${recorded.length || 'no'} monthly figures`;
    return `It is too early to say how turnover is moving: ${count} so far, and ${runChartMinimumPoints} are needed`;
  }
  const all = [...earlier, ...rows];
  const before = all[all.indexOf(last) - 12];
  const period = `the 12 months to ${formatMonth(last.month)}`;
  const people = `${leaversPhrase(last)} people left in ${period}`;
  if (before === undefined || turnoverOf(before) === null) return people;
  const difference = newcombeDifference(
    { successes: last.leavers12, n: averageHeadcount12(last) },
    { successes: before.leavers12, n: averageHeadcount12(before) },
  );
  const pair = `${leaversPhrase(last)} people, and ${leaversPhrase(before)} in the 12 months before`;
  if (difference === null || (difference.lower <= 0 && difference.upper >= 0)) {
    return `No clear change in people leaving: ${pair}`;
  }
  const more = difference.estimate > 0 ? 'More' : 'Fewer';
  return `${more} people left in ${period} than in the 12 months before: ${leaversPhrase(last)}, then it was ${leaversPhrase(before)}`;
}

/** Rolling 12-month turnover: leavers of the window over its average headcount, with the median of the first 12 points. */
export function turnoverChart(
  rows: readonly WorkforceMonth[],
  earlier: readonly WorkforceMonth[],
): ChartSpec {
  const firstFilled = rows.findIndex((row) => turnoverOf(row) !== null);
  const shown = firstFilled === -1 ? [] : rows.slice(firstFilled);
  const values = shown.map(turnoverOf);
  const story = runChartStory({
    measure: 'Turnover',
    series: shown.map((row) => ({ month: row.month, value: turnoverOf(row) })),
    improvement: 'lower',
  });
  const period = monthSpan(shown.map((row) => row.month));
  return {
    id: 'turnover-12',
    title: 'People leaving: turnover over 12 months, ending each month',
    subtitle:
      story.baseline === null
        ? `${period}. Leavers over average headcount. Too few months for a middle value.`
        : `${period}. Leavers over average headcount. Middle value (median) of ${monthSpan([story.baseline.from, story.baseline.to])}. Run rules are not used: the windows overlap.`,
    headline: turnoverHeadline(rows, earlier),
    layout: 'columns',
    x: {
      kind: 'months',
      label: '12 months to',
      detailLabel: 'Leavers of average headcount',
      points: shown.map((row) =>
        monthPoint(row.month, leaversPhrase(row), Math.floor(averageHeadcount12(row)), [
          row.leavers12,
          averageHeadcount12(row) - row.leavers12,
        ]),
      ),
    },
    y: { label: 'Leavers over average headcount', format: 'percent', ticks: rateTicks(values, 0.2) },
    series: [{ id: 'turnover', label: 'Turnover', dash: 'solid', marker: 'circle', isJoined: true, values }],
    references: medianLine(story),
    ranges: [],
    flags: [],
    annotations: [],
    notes: [
      'Each point shares 11 months with the next, so it moves slowly and long runs are expected. The sentence compares the newest 12 months with the 12 before them (Newcombe interval, 95%).',
    ],
    hidden:
      shown.length === 0
        ? 'Nobody was in post 12 months before any month shown, so there is no 12-month figure yet.'
        : null,
  };
}

/** People and whole-time equivalents at each month's end: two different numbers on one axis of the same unit. */
export function headcountChart(rows: readonly WorkforceMonth[]): ChartSpec {
  const last = rows.at(-1);
  const first = rows[0];
  const headcounts = rows.map((row) => row.headcount);
  const headline =
    last === undefined || first === undefined
      ? 'Nobody is in post yet'
      : `${last.headcount} people in post at the end of ${formatMonth(last.month)}, ${last.wte.toFixed(1)} WTE` +
        (first === last
          ? ''
          : `; it was ${first.headcount} and ${first.wte.toFixed(1)} at the end of ${formatMonth(first.month)}`);
  return {
    id: 'headcount',
    title: 'People in post and whole-time equivalents, at each month’s end',
    subtitle: `${monthSpan(rows.map((row) => row.month))}. Paid people; volunteers are counted apart. No rule is applied.`,
    headline,
    layout: 'columns',
    x: {
      kind: 'months',
      label: 'Month',
      detailLabel: 'Volunteers, apart',
      points: rows.map((row) => monthPoint(row.month, String(row.volunteers), row.headcount)),
    },
    y: { label: 'People, or WTE', format: 'one-decimal', ticks: niceTicks(0, Math.max(1, ...headcounts)) },
    series: [
      {
        id: 'headcount',
        label: 'People',
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values: headcounts,
      },
      {
        id: 'wte',
        label: 'WTE',
        dash: 'long',
        marker: 'square',
        isJoined: true,
        values: rows.map((row) => row.wte),
      },
    ],
    references: [],
    ranges: [],
    flags: [],
    annotations: [],
    notes: [],
    hidden: rows.length === 0 ? 'There is no full month to show yet.' : null,
  };
}

/** Median open cases for each whole-time equivalent. Few staff are a gap, with the reason in the table. */
export function caseloadChart(rows: readonly CaseloadMonth[]): ChartSpec {
  const story = runChartStory({
    measure: 'Caseload',
    series: rows.map((row) => ({ month: row.month, value: row.medianPerWte })),
    improvement: 'neutral',
  });
  const rowByMonth = new Map(rows.map((row) => [row.month, row]));
  const months = story.points.map(({ month }) => month);
  const values = story.points.map(({ value }) => value);
  const intervals = months.map((month) => rowByMonth.get(month)?.range ?? null);
  const highest = Math.max(1, ...values.map((value, at) => Math.max(value ?? 0, intervals[at]?.upper ?? 0)));
  return {
    id: 'caseload',
    title: 'Open cases for each whole-time worker, middle of the team',
    subtitle: runSubtitle(story, months),
    headline: story.headline,
    layout: 'columns',
    x: {
      kind: 'months',
      label: 'Month',
      detailLabel: 'Workers with a figure',
      points: months.map((month) =>
        monthPoint(month, String(rowByMonth.get(month)?.workers ?? 0), rowByMonth.get(month)?.workers ?? 0),
      ),
    },
    y: { label: 'Open cases per WTE', format: 'one-decimal', ticks: niceTicks(0, highest) },
    series: [
      {
        id: 'caseload',
        label: 'Team’s middle',
        dash: 'solid',
        marker: 'circle',
        isJoined: true,
        values,
        intervals,
        intervalLabel: 'Lowest to highest',
      },
    ],
    references: medianLine(story),
    ranges: [],
    flags: flagsOf(story),
    annotations: [],
    notes: [
      'The middle value and range are of people’s own figures, each over their own hours. With fewer than 8 workers there is no range, with fewer than 5 nothing.',
      ...(story.baseline === null ? [] : [`${story.ruleSet}.`]),
    ],
    hidden: values.some((value) => value !== null)
      ? null
      : 'No month has figures for 5 workers, so nothing is shown.',
  };
}
