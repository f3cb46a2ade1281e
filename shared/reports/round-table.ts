/**
 * One closed round as a table that may leave: what is shown of it, and of that only what enough people stand behind. No
 * row is a person's, and nothing that was written by hand is in it.
 */
import { suppressPartition } from '@shared/disclosure/partition';
import { suppressMean } from '@shared/disclosure/statistic';
import type { SummaryCell, SummaryRow, SummaryTable } from '@shared/disclosure/summary-model';
import { disclosureThresholds, type HiddenReason } from '@shared/disclosure/thresholds';
import type { Instrument } from '@shared/instruments/instrument';
import { formatMonth, monthOf } from '@shared/kernel/local-date';
import { formatValue } from '@shared/charts/chart-spec';
import { scaleTitle } from '@shared/wellbeing/round-details';
import {
  changeSince,
  readScaleIds,
  shownScale,
  type RoundView,
  type ShownChange,
} from '@shared/wellbeing/round-results';
import { changeRangeText, changeText, formatOf, bandMoveText } from '@shared/wellbeing/result-words';
import { cell, minimum, shown } from './cells';

const verdictWords = { better: 'Better', worse: 'Worse', 'no-clear-change': 'No clear change' } as const;

function reasonFor(view: RoundView, scaleId: string): HiddenReason | null {
  const scale = shownScale(view, scaleId);
  return scale === null ? 'too-few-people' : suppressMean(scale.n);
}

function scaleRow(
  instrument: Instrument,
  view: RoundView,
  compared: RoundView | null,
  scaleId: string,
): SummaryRow {
  const scale = shownScale(view, scaleId);
  const format = formatOf(instrument, scaleId);
  const own = reasonFor(view, scaleId);
  const change: ShownChange | null = changeSince(compared, view, scaleId);
  const both =
    compared === null
      ? 'not-enough-data'
      : (own ?? reasonFor(compared, scaleId) ?? (change === null ? 'not-enough-data' : null));
  const figure = (value: number | null | undefined): SummaryCell =>
    cell(own, value == null ? '' : formatValue(value, format));
  const beside = (text: string): SummaryCell => (compared === null ? shown('') : cell(both, text));
  return {
    key: scaleId,
    label: scaleTitle(instrument, scaleId),
    cells: [
      cell(own, String(scale?.n ?? '')),
      figure(scale?.mean),
      figure(scale?.sd),
      figure(scale?.median),
      figure(scale?.interval?.lower),
      figure(scale?.interval?.upper),
      cell(own, bandMoveText(scale, compared === null ? null : shownScale(compared, scaleId))),
      beside(change === null ? '' : verdictWords[change.meaning]),
      beside(change === null ? '' : changeText(change, format)),
      beside(change === null ? '' : changeRangeText(change, format)),
    ],
  };
}

/** "Replied, 14 of 18": hidden when few replied, or few did not. */
export function repliesCell(view: RoundView): SummaryCell {
  if (view.state.kind !== 'shown') return cell('too-few-people', '');
  const { usable, invited } = view.state.summary;
  const split = suppressPartition([usable, Math.max(0, invited - usable)], minimum);
  return cell(split.totalHidden ?? split.hidden[0] ?? null, `${usable} of ${invited}`);
}

const monthWords = ({ wave }: RoundView): string => formatMonth(monthOf(wave.closesOn));

export function roundTable(
  instrument: Instrument,
  view: RoundView,
  compared: RoundView | null,
): SummaryTable {
  const since = compared === null ? 'Change' : `Since ${monthWords(compared)}`;
  const columns = [
    '',
    'Scored',
    'Average',
    'Spread (SD)',
    'Middle',
    'Likely range from',
    'Likely range to',
    'Beside the benchmark',
    since,
    'Difference',
    'Difference, likely range',
  ];
  const empty = columns.slice(2).map(() => shown(''));
  return {
    id: `round-${instrument.id}`,
    title: `${instrument.title}: ${view.wave.group === '' ? 'whole service' : 'one team'}`,
    note: `Round that closed in ${monthWords(view)}. Averages of groups of ${disclosureThresholds.minimumForStatistic} or more. Likely range: 95% interval. Change: Welch’s test, as of different people; not proof of a cause.`,
    columns,
    rows: [
      ...readScaleIds(instrument).map((id) => scaleRow(instrument, view, compared, id)),
      { key: 'replies', label: 'Replies', cells: [repliesCell(view), ...empty] },
    ],
  };
}
