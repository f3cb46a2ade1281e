/** The numbers under the drawing: rounds of one scale, or the scales of one round. */
import type { ReactNode } from 'react';
import { formatInterval, formatValue } from '@shared/charts/chart-spec';
import type { Instrument } from '@shared/instruments/instrument';
import { changeSince, readScaleIds, shownScale, type RoundView } from '@shared/wellbeing/round-results';
import { scaleTitle } from '@shared/wellbeing/round-details';
import { bandMoveText, changeRangeText, changeText, formatOf } from '@shared/wellbeing/result-words';
import { DataTable, HiddenCell } from '../../../ui';
import { guardedText, hiddenScaleReason, oneLine } from './HiddenGroup';

export interface ScoreTableProps {
  readonly view: RoundView;
  readonly instrument: Instrument;
  /** The earlier round that was chosen. */
  readonly compared: RoundView | null;
}

const changeWords = { better: 'Better', worse: 'Worse', 'no-clear-change': 'No clear change' } as const;

/** WHO-5 is read in percent, so its prompt is said in percent. */
function flagLabel(instrument: Instrument): string {
  return instrument.id === 'who5' ? '50 or under' : (instrument.flag?.title ?? '');
}

function scaleCells(view: RoundView, instrument: Instrument, scaleId: string): ReactNode[] {
  const scale = shownScale(view, scaleId);
  const format = formatOf(instrument, scaleId);
  if (scale === null) return [<HiddenCell key="hidden" reason={hiddenScaleReason} />, '', '', ''];
  return [
    formatValue(scale.mean, format),
    scale.sd === null ? '' : formatValue(scale.sd, format),
    formatValue(scale.median, format),
    scale.interval === null ? '' : oneLine(formatInterval(scale.interval, format)),
  ];
}

const numberColumns = [
  { key: 'mean', label: 'Average', align: 'right' },
  { key: 'sd', label: 'Spread (SD)', align: 'right' },
  { key: 'median', label: 'Middle', align: 'right' },
  { key: 'range', label: 'Likely range', align: 'right' },
] as const;

export function RoundsTable(props: ScoreTableProps) {
  const { view, instrument, compared } = props;
  const scaleId = readScaleIds(instrument)[0] ?? '';
  const hasFlag = [compared, view].some(
    (round) => round?.state.kind === 'shown' && round.state.summary.flagged !== null,
  );
  const change = changeSince(compared, view, scaleId);
  const format = formatOf(instrument, scaleId);
  const rows = (compared === null ? [view] : [compared, view]).map((round) => {
    const isShown = round.state.kind === 'shown';
    const flagged = round.state.kind === 'shown' ? round.state.summary.flagged : null;
    return {
      key: round.id,
      cells: [
        round.wave.label,
        isShown ? oneLine(`${round.wave.answerSets.length} of ${round.wave.invited}`) : '',
        ...scaleCells(round, instrument, scaleId),
        ...(hasFlag ? [guardedText(flagged)] : []),
      ],
    };
  });
  const changeRow =
    change === null
      ? []
      : [
          {
            key: 'change',
            isTotal: true,
            cells: [
              changeWords[change.meaning],
              '',
              changeText(change, format),
              '',
              '',
              oneLine(changeRangeText(change, format)),
              ...(hasFlag ? [''] : []),
            ],
          },
        ];
  return (
    <DataTable
      caption="The numbers"
      columns={[
        { key: 'round', label: 'Round' },
        { key: 'replied', label: 'Replied', align: 'right' },
        ...numberColumns,
        ...(hasFlag ? ([{ key: 'flag', label: flagLabel(instrument), align: 'right' }] as const) : []),
      ]}
      rows={[...rows, ...changeRow]}
    />
  );
}

export function ScalesTable(props: ScoreTableProps) {
  const { view, instrument, compared } = props;
  const ids = readScaleIds(instrument);
  const hasBand = ids.some((id) => shownScale(view, id)?.groupBand != null);
  const isComparing = compared?.state.kind === 'shown';
  return (
    <DataTable
      caption="Each scale"
      columns={[
        { key: 'scale', label: 'Scale' },
        { key: 'n', label: 'Scored', align: 'right' },
        ...numberColumns,
        ...(hasBand ? ([{ key: 'band', label: 'Beside the benchmark' }] as const) : []),
        ...(isComparing
          ? ([
              { key: 'change', label: compared.wave.isBaseline ? 'Since the baseline' : 'Since then' },
              { key: 'difference', label: 'Difference', align: 'right' },
            ] as const)
          : []),
      ]}
      rows={ids.map((id) => {
        const scale = shownScale(view, id);
        const change = changeSince(compared, view, id);
        const format = formatOf(instrument, id);
        return {
          key: id,
          cells: [
            scaleTitle(instrument, id),
            scale === null ? '' : String(scale.n),
            ...scaleCells(view, instrument, id),
            ...(hasBand ? [bandMoveText(scale, compared === null ? null : shownScale(compared, id))] : []),
            ...(isComparing
              ? change === null
                ? ['', '']
                : [
                    changeWords[change.meaning],
                    oneLine(`${changeText(change, format)} (${changeRangeText(change, format)})`),
                  ]
              : []),
          ],
        };
      })}
    />
  );
}
