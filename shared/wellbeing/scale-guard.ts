/**
 * Which scales of a shown group are shown. Two things hide one although enough people could be scored on it:
 *
 * - Everybody comes out the same. Then the average is each person's score.
 * - It is a total, or a part of one. A total less its parts is nothing, except for people who left items blank: their
 *   part is missing, or something stands in for a blank. If only 1 to 4 people did, the difference is about them. One
 *   unknown in that sum is enough to make it about everybody: the total is left out, or, where it is the score that has
 *   bands or a norm, the part with the most blanks.
 */
import type { Instrument, Scale } from '../instruments/instrument';
import { score } from '../instruments/score';
import { defaultMinimumGroup, type ScaleSummary } from '../instruments/wave-summary';

type AnswerSets = readonly (readonly (number | null)[])[];

/** Scales that hold some of the items of this one, and no others. */
function partsOf(instrument: Instrument, total: Scale): readonly Scale[] {
  return instrument.scales.filter(
    (part) =>
      part.items.length < total.items.length && part.items.every((item) => total.items.includes(item)),
  );
}

function hasBlank({ notApplicable }: Instrument, scale: Scale, answers: AnswerSets[number]): boolean {
  return scale.items.some((item) => {
    const answer = answers[item - 1] ?? null;
    return answer === null || answer === notApplicable;
  });
}

/** Of those who are scored on anything, how many left something of this scale blank. */
function peopleWithBlanks(instrument: Instrument, scale: Scale, answerSets: AnswerSets): number {
  return answerSets.filter((answers) => {
    if (!hasBlank(instrument, scale, answers)) return false;
    const scored = score(instrument, answers);
    return scored.ok && Object.keys(scored.value.scales).length > 0;
  }).length;
}

function isMainScore(instrument: Instrument, total: Scale): boolean {
  return (
    instrument.bands.some((bands) => bands.scale === total.id) ||
    instrument.norms.some((norm) => norm.scale === total.id && norm.mean !== null)
  );
}

/** What has to go so that this total and its parts tell nothing of a few. */
function hiddenOfFamily(
  instrument: Instrument,
  total: Scale,
  answerSets: AnswerSets,
  stateOf: (id: string) => 'shown' | 'alike' | 'few',
  isPart: boolean,
): string | null {
  const parts = partsOf(instrument, total);
  if (parts.length === 0 || stateOf(total.id) !== 'shown') return null;
  // A part where all are alike must not come out of the total either.
  if (parts.some(({ id }) => stateOf(id) === 'alike')) return total.id;
  if (parts.some(({ id }) => stateOf(id) === 'few')) return null;
  const blanks = peopleWithBlanks(instrument, total, answerSets);
  if (blanks === 0 || (!isPart && blanks >= defaultMinimumGroup)) return null;
  if (isPart || !isMainScore(instrument, total)) return total.id;
  const byBlanks = parts
    .map((part) => ({ id: part.id, blanks: peopleWithBlanks(instrument, part, answerSets) }))
    .sort((left, right) => right.blanks - left.blanks);
  return byBlanks[0]?.id ?? total.id;
}

/**
 * `isPart`: these people are also shown as part of a larger group, whose own difference could be set against theirs. So
 * a total needs everybody to be without a blank; and the caller leaves out what is hidden of the larger group.
 */
export function guardedScales(
  instrument: Instrument,
  answerSets: AnswerSets,
  scales: readonly ScaleSummary[],
  isPart: boolean,
): readonly ScaleSummary[] {
  const stateOf = (id: string): 'shown' | 'alike' | 'few' => {
    const summary = scales.find(({ scale }) => scale === id);
    if (summary === undefined || summary.hidden) return 'few';
    return summary.sd === 0 ? 'alike' : 'shown';
  };
  const hidden = new Set(
    instrument.scales.flatMap(
      (total) => hiddenOfFamily(instrument, total, answerSets, stateOf, isPart) ?? [],
    ),
  );
  return scales.map((summary): ScaleSummary =>
    stateOf(summary.scale) === 'shown' && !hidden.has(summary.scale)
      ? summary
      : { scale: summary.scale, title: summary.title, hidden: true, reason: 'GroupTooSmall' },
  );
}
