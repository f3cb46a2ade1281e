/** Where a new phase could start. A suggestion: only a person who knows of a cause sets one. */
import type { LocalMonth } from '@shared/kernel/local-date';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import { suggestPhase } from '@shared/statistics/xmr-phases';
import { xmrStory } from '@shared/statistics/xmr-story';
import type { FigureRow } from '@shared/workforce/figure-row';
import type { Measure } from '@shared/workforce/measures';
import { measureSeries } from './measure-series';

export interface ShownSuggestion {
  readonly from: LocalMonth;
  readonly side: 'above' | 'below';
  readonly length: number;
  /** Months still to come before its limits are more than a first attempt. */
  readonly missing: number;
}

/** Null without a run that is long enough, and for measures whose windows overlap. */
export function phaseSuggestion(
  measure: Measure,
  rows: readonly FigureRow[],
  setting: ChartSetting | null,
): ShownSuggestion | null {
  if (measure.isRolling || !measure.charts.includes('xmr')) return null;
  const series = measureSeries(measure, rows, setting);
  const story = xmrStory({
    measure: measure.sentenceName,
    series: series.points,
    improvement: series.improvement,
    phaseMonths: series.phases.map(({ from }) => from),
    screenOutliers: setting?.isScreened ?? true,
  });
  if (!story.reading.showsLimits) return null;
  const found = suggestPhase(
    story.points.map(({ value }) => value),
    story.chart,
  );
  const from = found === null ? undefined : story.points[found.start]?.month;
  if (found === null || from === undefined) return null;
  // The whole phase on one side of its own mean cannot be; a run that is nearly all of it tells of no change.
  const phase = story.chart.phases.at(-1);
  return phase !== undefined && found.start === phase.start
    ? null
    : { from, side: found.side, length: found.length, missing: found.missing };
}
