/** A person's own scores in words: calm, and never more certain than the source. */
import type { EvidenceMark, Instrument, Norm } from '@shared/instruments/instrument';
import { ownChangeText } from '@shared/instruments/reliability';
import type { NotScored, Score } from '@shared/instruments/score';
import { formatValue } from '@shared/charts/chart-spec';
import { formatDate } from '@shared/kernel/local-date';
import type { ChangeSince, OwnScaleView } from '@shared/wellbeing/own-scores';

type Aggregation = OwnScaleView['aggregation'];

/** A mean of answers needs its decimals to be told apart; a sum is whole unless it was converted or blanks filled in. */
export function scoreText(value: number, aggregation: Aggregation): string {
  const isWhole = aggregation !== 'mean' && Number.isInteger(value);
  return formatValue(value, isWhole ? 'whole' : 'two-decimals');
}

export function aggregationOf(instrument: Instrument, scaleId: string): Aggregation {
  const derived = instrument.derivedScales.find(({ id }) => id === scaleId);
  return instrument.scales.find(({ id }) => id === (derived?.from ?? scaleId))?.aggregation ?? 'sum';
}

/** "16 higher than on 3 March 2026, when it was 36. No clear change: …" */
export function changeText(
  { since, before, difference, change }: ChangeSince,
  aggregation: Aggregation,
): string {
  const day = formatDate(since);
  const was = scoreText(before, aggregation);
  const size = scoreText(Math.abs(difference), aggregation);
  if (Number.parseFloat(size) === 0) return `The same as on ${day}: ${was}.`;
  const words =
    change === null ? 'No source here says how much of a difference is chance.' : ownChangeText(change);
  return `${size} ${difference > 0 ? 'higher' : 'lower'} than on ${day}, when it was ${was}. ${words}`;
}

/** Null where no source gives a measure of error. */
export function criterionText({ changes, aggregation }: OwnScaleView): string | null {
  const criterion = changes.find(({ change }) => change !== null)?.change?.criterion95;
  if (criterion === undefined) return null;
  const size = formatValue(criterion, aggregation === 'mean' ? 'two-decimals' : 'one-decimal');
  return `Only a difference of more than ${size} counts as clear.`;
}

const evidenceTexts: Readonly<Record<EvidenceMark, string>> = {
  V: 'read at the source',
  V2: 'read in a secondary source',
  R: 'recalled: check it at the source',
};

export function normText({ population, country, n, source, year, evidence }: Norm): string {
  const people = n === null ? '' : `, ${n.toLocaleString('en-GB')} people`;
  const when = year === null ? '' : ` (${String(year)})`;
  return `${population}, ${country}${people}. ${source}${when}; ${evidenceTexts[evidence]}.`;
}

export function bandText({ band }: OwnScaleView): string | null {
  if (band === null) return null;
  const { source, evidence } = band.bands;
  return `“${band.name.replaceAll('-', ' ')}” in the bands of the source: ${source}; ${evidenceTexts[evidence]}.`;
}

export function flagText({ flag }: Instrument, { flag: isRaised }: Score): string | null {
  if (flag === null || isRaised !== true) return null;
  return `This score is in a range that the source points to: ${flag.source}; ${evidenceTexts[flag.evidence]}.`;
}

export function notScoredText(instrument: Instrument, missed: readonly NotScored[]): string | null {
  if (missed.length === 0) return null;
  const names = missed.map(({ scale, answered, items }) => {
    const title = instrument.scales.find(({ id }) => id === scale)?.title ?? scale;
    return `${title} (${String(answered)} of ${String(items)} answered)`;
  });
  return `Not scored, too many blanks: ${names.join(', ')}.`;
}
