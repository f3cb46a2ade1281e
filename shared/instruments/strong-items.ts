/**
 * Which items of a wave stand out, by number alone. No mean is given: blanks make the people behind an item differ
 * from those behind a scale, so a team's item mean beside the whole service's could tell about the few in between.
 */
import { sum } from '../statistics/descriptive';
import type { Instrument } from './instrument';

export const minimumForItems = 10;
const mostNamed = 3;

export type StrongItems =
  | { readonly hidden: true; readonly reason: 'GroupTooSmall' | 'TooFewItems' }
  /** item numbers, the strongest and the weakest first */
  | { readonly hidden: false; readonly strong: readonly number[]; readonly weak: readonly number[] };

/** How far the mean of an item is on the way from its worst to its best answer; null below ten answers or all alike. */
function standingOf(
  instrument: Instrument,
  item: number,
  answerSets: readonly (readonly (number | null)[])[],
): number | null {
  const scale = instrument.scales.find(({ items }) => items.includes(item));
  const answers = answerSets
    .map((answerSet) => answerSet[item - 1] ?? null)
    .filter((answer) => answer !== null && answer !== instrument.notApplicable);
  if (scale === undefined || answers.length < minimumForItems) return null;
  // Where everybody answers alike, the item's place tells each person's answer.
  if (answers.every((answer) => answer === answers[0])) return null;
  const values = instrument.responseOptions.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = (sum(answers.map((answer) => answer ?? low)) / answers.length - low) / (high - low);
  return instrument.reverseScored.includes(item) === (scale.better === 'higher') ? 1 - share : share;
}

/** Of valid answer sets. Up to three each way, never the same item in both. */
export function strongItems(
  instrument: Instrument,
  answerSets: readonly (readonly (number | null)[])[],
): StrongItems {
  if (answerSets.length < minimumForItems) return { hidden: true, reason: 'GroupTooSmall' };
  const standings = Array.from({ length: instrument.itemCount }, (_, index) => index + 1)
    .flatMap((item) => {
      const standing = standingOf(instrument, item, answerSets);
      return standing === null ? [] : [{ item, standing }];
    })
    .sort((left, right) => right.standing - left.standing || left.item - right.item)
    .map(({ item }) => item);
  const named = Math.min(mostNamed, Math.floor(standings.length / 2));
  if (named === 0) return { hidden: true, reason: 'TooFewItems' };
  return { hidden: false, strong: standings.slice(0, named), weak: standings.slice(-named).reverse() };
}
