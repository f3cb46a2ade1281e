/** What a round found, scale by scale: what presses first. What a service might do about it: shared/actions. */
import type { Instrument } from '@shared/instruments/instrument';
import { formatValue } from '@shared/charts/chart-spec';
import { changeSince, readScaleIds, shownScale, type RoundView } from './round-results';
import { formatOf, groupBandText, roundWords, scaleSubject } from './result-words';

export interface Finding {
  readonly scaleId: string;
  readonly title: string;
  readonly detail: string;
  /** Below the middle of the benchmark, or worse than before. */
  readonly isPressing: boolean;
}

const bandRanks: Readonly<Record<string, number>> = { urgent: 0, 'clear-need': 1, good: 3, keep: 4 };
const changeWords = { better: 'better', worse: 'worse', 'no-clear-change': 'no clear change' } as const;

/** Shown scales alone, the most pressing first; of equals in the order of the measure. */
export function findingsOf(
  instrument: Instrument,
  view: RoundView,
  compared: RoundView | null,
): readonly Finding[] {
  return readScaleIds(instrument)
    .flatMap((scaleId) => {
      const scale = shownScale(view, scaleId);
      if (scale === null) return [];
      const change = changeSince(compared, view, scaleId);
      const isWorse = change?.meaning === 'worse';
      const bandRank = scale.groupBand === null ? 2 : (bandRanks[scale.groupBand] ?? 2);
      const details = [
        formatValue(scale.mean, formatOf(instrument, scaleId)),
        groupBandText(scale.groupBand),
        change === null || compared === null
          ? ''
          : `${changeWords[change.meaning]} since ${roundWords(compared)}`,
      ];
      const finding: Finding = {
        scaleId,
        title: scaleSubject(instrument, scaleId),
        detail: details.filter((text) => text !== '').join(' · '),
        isPressing: bandRank < 2 || isWorse,
      };
      return [{ finding, rank: bandRank * 2 + (isWorse ? -1 : 0) }];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ finding }) => finding);
}
