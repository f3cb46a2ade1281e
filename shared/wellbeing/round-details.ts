/** What stands beside a round's averages: how many are in each band, how well items hang together, published figures. */
import { bandShares, type BandShare } from '@shared/instruments/band-shares';
import { isBandConfirmed, isKeyConfirmed, marksToConfirm } from '@shared/instruments/evidence';
import type { Instrument, Norm, ScaleBands } from '@shared/instruments/instrument';
import { scaleAlpha } from '@shared/instruments/reliability';
import { score } from '@shared/instruments/score';
import { strongItems, type StrongItems } from '@shared/instruments/strong-items';
import type { Measures } from './measures';
import { minimumReplies, readScaleIds, shownScale, wholesAround, type RoundView } from './round-results';

export interface ShownBands {
  readonly scaleId: string;
  readonly title: string;
  readonly bands: ScaleBands;
  /** Null: a band holds fewer than 5, or the team stands beside the whole service. */
  readonly shares: readonly BandShare[] | null;
}

export function scaleTitle(instrument: Instrument, scaleId: string): string {
  const all = [...instrument.scales, ...instrument.derivedScales];
  return all.find(({ id }) => id === scaleId)?.title ?? scaleId;
}

/** Bands of persons that count: confirmed ones. All bands of a scale or none (band-shares.ts). */
export function bandsOf(
  view: RoundView,
  rounds: readonly RoundView[],
  { confirmed }: Measures,
): readonly ShownBands[] {
  const { instrument, wave } = view;
  if (instrument === null || view.state.kind !== 'shown') return [];
  // Bands of a team could be taken from those of the whole: a rest of 1 to 4 may follow from two large numbers.
  const isBesideWhole = wholesAround(rounds, view).length > 0;
  const scores = wave.answerSets.flatMap((answers) => {
    const result = score(instrument, answers, confirmed);
    return result.ok ? [result.value] : [];
  });
  return instrument.bands.flatMap((bands): ShownBands[] => {
    const { scale: scaleId, scope, names } = bands;
    if (scope !== 'person' || !isBandConfirmed(instrument, bands, confirmed)) return [];
    if (shownScale(view, scaleId) === null) return [];
    const found = bandShares(scores, scaleId, names, minimumReplies);
    const shares = isBesideWhole || found.hidden ? null : found.shares;
    return [{ scaleId, title: scaleTitle(instrument, scaleId), bands, shares }];
  });
}

/** Alpha of each scale that is shown and can have one. A score that is computed from another has that one's. */
export function alphasOf(view: RoundView): readonly { readonly title: string; readonly alpha: number }[] {
  const { instrument, wave } = view;
  if (instrument === null) return [];
  return readScaleIds(instrument).flatMap((id) => {
    if (shownScale(view, id) === null) return [];
    const source = instrument.derivedScales.find((derived) => derived.id === id)?.from ?? id;
    const alpha = scaleAlpha(instrument, source, wave.answerSets);
    return alpha === null ? [] : [{ title: scaleTitle(instrument, id), alpha }];
  });
}

/** By number alone, and only of the whole that stands by itself: a team's order beside the whole's could tell. */
export function itemsOf(view: RoundView, rounds: readonly RoundView[]): StrongItems {
  const { instrument, wave, state } = view;
  if (instrument === null || state.kind !== 'shown' || wholesAround(rounds, view).length > 0)
    return { hidden: true, reason: 'GroupTooSmall' };
  const valid = wave.answerSets.filter((answers) => {
    const result = score(instrument, answers);
    return result.ok && Object.keys(result.value.scales).length > 0;
  });
  return strongItems(instrument, valid);
}

export interface NormBeside {
  readonly scaleId: string;
  readonly title: string;
  readonly norm: Norm;
}

/** Published averages of the scales that are shown. */
export function normsBeside(view: RoundView): readonly NormBeside[] {
  const { instrument } = view;
  if (instrument === null) return [];
  return readScaleIds(instrument).flatMap((scaleId) =>
    shownScale(view, scaleId) === null
      ? []
      : instrument.norms.flatMap((norm) =>
          norm.scale === scaleId && norm.mean !== null
            ? [{ scaleId, title: scaleTitle(instrument, scaleId), norm }]
            : [],
        ),
  );
}

export type KeyNotice = 'check-key' | 'check-bands' | null;

/** What somebody has to look up in the manual before this measure's results count in full. */
export function keyNotice(instrument: Instrument, { confirmed }: Measures): KeyNotice {
  if (!isKeyConfirmed(instrument, confirmed)) return 'check-key';
  return marksToConfirm(instrument).some(({ mark }) => !confirmed.has(mark)) ? 'check-bands' : null;
}
