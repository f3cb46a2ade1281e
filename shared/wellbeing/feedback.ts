/**
 * What people are told after a round. The national staff survey asks for it within eight weeks; people stop answering
 * when nothing follows.
 */
import { formatValue } from '@shared/charts/chart-spec';
import { addDays, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { suppressPartition } from '@shared/disclosure/partition';
import { suppressMean } from '@shared/disclosure/statistic';
import type { RoundFeedback } from '@shared/records/round-feedback/round-feedback';
import type { WellbeingWave } from '@shared/records/wellbeing-wave/wellbeing-wave';
import { findingsOf } from './findings';
import { minimumReplies, readScaleIds, shownScale, type RoundView } from './round-results';
import { formatOf, scaleHeadline, scalesHeadline } from './result-words';

export const feedbackDays = 56;
/** Told two weeks ahead: a sheet has to be written and read by somebody else first. */
const aheadDays = 14;
/** After that it is a round of the past, and the next one is the place to make good. */
const pastDays = 56;

export interface FeedbackDue {
  readonly waveId: string;
  readonly label: string;
  readonly on: LocalDate;
  /** Negative while it is still ahead. */
  readonly daysLate: number;
}

/** Closed rounds of which people have not been told, near the day by which they should be; the latest first. */
export function feedbackDue(
  waves: readonly { readonly id: string; readonly value: WellbeingWave }[],
  feedback: readonly { readonly value: RoundFeedback }[],
  today: LocalDate,
): readonly FeedbackDue[] {
  const told = new Set<string>(
    feedback.flatMap(({ value }) => (value.toldOn === null ? [] : [value.waveId])),
  );
  return waves
    .flatMap(({ id, value }): FeedbackDue[] => {
      if (value.lockedOn === null || told.has(id)) return [];
      const on = addDays(value.lockedOn, feedbackDays);
      const daysLate = daysBetween(on, today);
      const isNear = daysLate >= -aheadDays && daysLate <= pastDays;
      return isNear ? [{ waveId: id, label: value.label, on, daysLate }] : [];
    })
    .sort((left, right) => right.daysLate - left.daysLate);
}

/**
 * What was heard, as a start for the service's own words: shown figures only. The sheet leaves the vault, so an average
 * on it needs as many people as one in a report.
 */
export function heardSentences(view: RoundView, compared: RoundView | null): readonly string[] {
  const { instrument, state } = view;
  if (state.kind !== 'shown' || instrument === null) return [];
  const { usable, invited } = state.summary;
  const mayLeave = (round: RoundView | null, id: string): boolean => {
    const scale = round === null ? null : shownScale(round, id);
    return scale === null || suppressMean(scale.n) === null;
  };
  const ids = readScaleIds(instrument);
  const isCountFree = suppressPartition([usable, Math.max(0, invited - usable)], minimumReplies);
  const replied =
    isCountFree.totalHidden === null && isCountFree.hidden[0] === null
      ? `${usable} of ${invited} people replied.`
      : 'Thank you to everybody who replied.';
  const [only] = ids;
  if (ids.length === 1 && only !== undefined) {
    const isFree = mayLeave(view, only) && mayLeave(compared, only);
    const sentence = scaleHeadline(instrument, only, view, compared);
    return [replied, isFree ? `${sentence}.` : withoutFigures(sentence)];
  }
  const pressing = findingsOf(instrument, view, compared).filter(({ isPressing }) => isPressing);
  return [
    replied,
    `${scalesHeadline(instrument, view, compared)}.`,
    ...pressing.slice(0, 3).map(({ title, scaleId }) => {
      const scale = shownScale(view, scaleId);
      return scale !== null && mayLeave(view, scaleId)
        ? `${title}: ${formatValue(scale.mean, formatOf(instrument, scaleId))} on average.`
        : `${title}.`;
    }),
  ];
}

/** The same sentence without its averages: they are of too few people to leave. */
function withoutFigures(sentence: string): string {
  if (sentence.startsWith('The baseline is'))
    return 'This is the baseline. The next round will show whether it changes.';
  if (sentence.startsWith('It is ')) return 'There is no earlier round to set this one beside.';
  return `${sentence.replace(/: .*$/u, '')}.`;
}
