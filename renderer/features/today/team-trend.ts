/** One sentence about the whole service's rounds: no score, no cause, and no change that could be chance. */
import type { Instrument } from '@shared/instruments/instrument';
import type { StoredRecord } from '@shared/vault/vault-api';
import { builtInMeasures, type Measures } from '@shared/wellbeing/measures';
import { scaleSubject } from '@shared/wellbeing/result-words';
import {
  baselineOf,
  changeSince,
  readScaleIds,
  roundViews,
  shownScale,
  type RoundView,
} from '@shared/wellbeing/round-results';

/** The measure of general wellbeing speaks first; others stand in where it was never used. */
const preferredMeasure = 'who5';

export function teamTrend(
  waves: readonly StoredRecord<'wellbeing-wave'>[],
  measures: Measures = builtInMeasures,
): string {
  const views = roundViews(waves, measures);
  const shown = views.filter(
    (view) => view.wave.group === '' && view.instrument !== null && scaleOf(view) !== undefined,
  );
  const newest = shown.findLast((view) => view.wave.instrumentId === preferredMeasure) ?? shown.at(-1);
  if (newest === undefined) return 'Too early to say. The first wellbeing round sets the baseline.';
  const scaleId = scaleOf(newest);
  const change = scaleId === undefined ? null : changeSince(baselineOf(views, newest), newest, scaleId);
  if (change === null) return 'The baseline is set. One more round will show whether it changes.';
  const subject =
    newest.instrument === null || scaleId === undefined ? 'Wellbeing' : subjectOf(newest.instrument, scaleId);
  if (change.meaning === 'no-clear-change')
    return `${subject} is steady. There is no clear change since the baseline.`;
  return `${subject} is ${change.meaning} than at the baseline. The chart shows by how much.`;
}

function scaleOf(view: RoundView): string | undefined {
  return view.instrument === null
    ? undefined
    : readScaleIds(view.instrument).find((id) => shownScale(view, id) !== null);
}

/** "Work" alone says nothing where a measure has several scales: then it is a name. */
function subjectOf(instrument: Instrument, scaleId: string): string {
  const subject = scaleSubject(instrument, scaleId);
  return readScaleIds(instrument).length === 1 ? subject : `“${subject}”`;
}
