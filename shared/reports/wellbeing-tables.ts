/**
 * The newest closed round of each measure in the period, for the whole service. What may be shown inside the app
 * (shared/wellbeing) is the most that can leave; on its way out an average needs more people behind it.
 */
import { suppressMean } from '@shared/disclosure/statistic';
import type { SummaryCell, SummaryRow, SummaryTable } from '@shared/disclosure/summary-model';
import { disclosureThresholds, type HiddenReason } from '@shared/disclosure/thresholds';
import type { Instrument } from '@shared/instruments/instrument';
import { formatMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { builtInMeasures } from '@shared/wellbeing/measures';
import {
  baselineOf,
  changeSince,
  readScaleIds,
  roundViews,
  shownScale,
  type RoundView,
} from '@shared/wellbeing/round-results';
import type { BoardSummaryInput } from './board-summary';
import { cell, shown } from './cells';
import { repliesCell } from './round-table';

const verdictWords = {
  higher: 'Higher than the baseline',
  lower: 'Lower than the baseline',
  'no-clear-change': 'No clear change',
} as const;

export function wellbeingTables(input: BoardSummaryInput, periodStart: LocalDate): SummaryTable[] {
  const { measures = builtInMeasures } = input;
  const views = roundViews(input.waves, measures).filter(
    ({ wave, state }) => wave.group === '' && state.kind !== 'open',
  );
  const inPeriod = views.filter(
    ({ wave }) => wave.closesOn >= periodStart && wave.closesOn <= input.periodEnd,
  );
  const measureIds = [...new Set(inPeriod.map(({ wave }) => wave.instrumentId))].sort();
  return measureIds.flatMap((measure) => {
    const newest = inPeriod.findLast(({ wave }) => wave.instrumentId === measure);
    // A round of a version that is not here is a table of hidden figures: which rows it would have is no secret.
    const instrument = newest?.instrument ?? measures.find(measure);
    return newest === undefined || instrument === null
      ? []
      : [wellbeingTable(newest, instrument, baselineOf(views, newest))];
  });
}

function averageReason(view: RoundView | null, scaleId: string): HiddenReason | null {
  const scale = view === null ? null : shownScale(view, scaleId);
  return scale === null ? 'too-few-people' : suppressMean(scale.n);
}

function wellbeingTable(view: RoundView, instrument: Instrument, baseline: RoundView | null): SummaryTable {
  const decimals = instrument.derivedScales.length > 0 ? 0 : 1;
  const scaleRows = readScaleIds(instrument).map((scaleId): SummaryRow => {
    const title = [...instrument.scales, ...instrument.derivedScales].find(({ id }) => id === scaleId)?.title;
    const reason = averageReason(view, scaleId);
    return {
      key: scaleId,
      label: title ?? scaleId,
      cells: [
        cell(reason, shownScale(view, scaleId)?.mean.toFixed(decimals) ?? ''),
        changeCell(view, baseline, scaleId, reason),
      ],
    };
  });
  return {
    id: `wellbeing-${instrument.id}`,
    title: `Wellbeing: ${instrument.title}`,
    note: `Round that closed in ${formatMonth(monthOf(view.wave.closesOn))}. Averages of groups of ${disclosureThresholds.minimumForStatistic} or more. Other people may have answered the baseline.`,
    columns: ['', 'Average', 'Against the baseline'],
    rows: [...scaleRows, { key: 'replies', label: 'Replies', cells: [repliesCell(view), shown('')] }],
  };
}

function changeCell(
  view: RoundView,
  baseline: RoundView | null,
  scaleId: string,
  reason: HiddenReason | null,
): SummaryCell {
  if (view.wave.isBaseline) return shown('This is the baseline');
  const change = changeSince(baseline, view, scaleId);
  return cell(
    reason ?? averageReason(baseline, scaleId) ?? (change === null ? 'not-enough-data' : null),
    change === null ? '' : verdictWords[change.verdict],
  );
}
