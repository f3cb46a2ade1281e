/**
 * A measure as a run chart: a middle value and Public Health Scotland's rules for each phase. Windows of 12 months
 * overlap, so long runs on one side come by themselves: such measures get the line and no rule.
 */
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import { anhoejRules } from '@shared/statistics/run-chart';
import {
  lowerFirst,
  runChartMinimumPoints,
  runChartStory,
  type RunChartStory,
} from '@shared/statistics/run-chart-story';
import type { FlaggedPoint, ReferenceLine } from './chart-spec';
import { formatValue } from './chart-spec';
import type { MeasureSeries } from './measure-series';

interface Segment {
  readonly start: number;
  readonly end: number;
  readonly story: RunChartStory;
}

function segmentsOf(input: MeasureSeries): Segment[] {
  const { points, phaseStarts } = input;
  return phaseStarts.map((start, index) => {
    const end = (phaseStarts[index + 1] ?? points.length) - 1;
    const story = runChartStory({
      measure: input.measure.sentenceName,
      series: points.slice(start, end + 1),
      improvement: input.improvement,
    });
    return { start, end, story };
  });
}

function ruleFlags({ start, story }: Segment): FlaggedPoint[] {
  return story.points.flatMap(({ month }, at) =>
    story.signals
      .filter((signal) => month >= signal.from && month <= signal.to)
      .map((signal) => ({
        at: start + at,
        tone: signal.meaning,
        reason:
          signal.rule === 'shift'
            ? `One of ${signal.length} months in a row ${signal.side} the middle value`
            : `One of ${signal.length} months in a row ${signal.side}`,
      })),
  );
}

/** A point that a person has marked: their judgement, so it says who and why. */
export function markFlags(input: MeasureSeries): FlaggedPoint[] {
  return input.marks.flatMap(({ month, reason, author }) => {
    const at = input.points.findIndex((point) => point.month === month);
    return at < 0 || input.points[at]?.value == null
      ? []
      : [{ at, tone: 'neutral' as const, reason: `Marked by ${author}: ${reason}` }];
  });
}

/** How often the line crosses its middle value, beside what chance would give: the fourth rule of a run chart. */
function runsNote({ start, end, story }: Segment, input: MeasureSeries): string[] {
  if (story.median === null) return [];
  const { crossings, crossingsMin } = anhoejRules(
    input.points.slice(start, end + 1).map(({ value }) => value),
    null,
  );
  if (crossings === null || crossingsMin === null) return [];
  const verdict =
    crossings < crossingsMin ? 'That is fewer than chance would give' : 'That is no sign of a change';
  return [
    `Runs: the line crosses the middle of all its figures ${crossings === 1 ? 'once' : `${crossings} times`}. ${verdict}; fewer than ${crossingsMin} would be too few (Anhøj).`,
  ];
}

/** The newest figure beside the one a year before, which shares no month with it. */
function rollingHeadline(input: MeasureSeries): string {
  const { points, measure } = input;
  const at = points.findLastIndex(({ value }) => value !== null);
  const last = points[at];
  const known = points.filter(({ value }) => value !== null).length;
  if (last === undefined || last.value === null)
    return `There is no figure of ${lowerFirst(measure.sentenceName)} yet`;
  const words = (month: LocalMonth, value: number): string => {
    const detail = input.detailOf(month);
    return `${formatValue(value, measure.format)}${detail === undefined ? '' : ` (${detail})`}`;
  };
  const now = `${measure.sentenceName} was ${words(last.month, last.value)} in the 12 months to ${formatMonth(last.month)}`;
  const before = points[at - 12];
  if (before === undefined || before.value === null) {
    return known < runChartMinimumPoints ? `${now}. It is too early to say how it is moving` : now;
  }
  return `${now}; a year before it was ${words(before.month, before.value)}`;
}

export interface RunParts {
  readonly headline: string;
  readonly rules: string;
  readonly references: readonly ReferenceLine[];
  readonly flags: readonly FlaggedPoint[];
  readonly notes: readonly string[];
}

export function runParts(input: MeasureSeries): RunParts {
  const segments = segmentsOf(input);
  const current = segments.at(-1);
  const references = segments.flatMap(({ start, end, story }): ReferenceLine[] =>
    story.median === null
      ? []
      : [
          {
            kind: 'median',
            label: start === current?.start ? 'Middle value' : 'Middle value before',
            value: story.median,
            span: { from: start, to: end },
          },
        ],
  );
  const { measure } = input;
  const baseline = current?.story.baseline ?? null;
  const middle =
    baseline === null
      ? 'Too few months for a middle value.'
      : `Middle value (median) of ${formatMonth(baseline.from)} to ${formatMonth(baseline.to)}.`;
  if (measure.isRolling) {
    return {
      headline: rollingHeadline(input),
      rules: `${middle} Run rules are not used: the windows overlap.`,
      references,
      flags: markFlags(input),
      notes: ['Each point shares 11 months with the next, so it moves slowly and long runs are expected.'],
    };
  }
  return {
    headline: current?.story.headline ?? `There is no figure of ${lowerFirst(measure.sentenceName)} yet`,
    rules:
      baseline === null
        ? `Too few months for run chart rules: ${runChartMinimumPoints} are needed.`
        : `${middle} Public Health Scotland run chart rules.`,
    references,
    flags: [...segments.flatMap(ruleFlags), ...markFlags(input)],
    notes:
      current === undefined || baseline === null
        ? []
        : [
            `${current.story.ruleSet}. A marked point is a reason to look, not a cause.`,
            ...runsNote(current, input),
          ],
  };
}
