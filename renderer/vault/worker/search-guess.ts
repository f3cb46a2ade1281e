/** Words that stand nowhere, and the nearest ones that do: over the different words, never over the documents' texts. */
import type { SearchGuess } from '@shared/vault/vault-api';
import { isMarker } from './search-facets';
import { editsAllowed, notNear, spellingRank } from './search-spelling';
import type { Query, QueryWord } from './search-text';
import type { WordIndex } from './search-words';

/** Of one word; those in most records. */
const maxGuesses = 12;

interface Guessed {
  readonly query: Query;
  readonly guesses: readonly SearchGuess[];
}

/** Null when every word is somewhere, or one is nowhere and there is none like it. */
export function guessed(query: Query, words: WordIndex, isThere: (doc: number) => boolean): Guessed | null {
  const guesses: SearchGuess[] = [];
  const others: QueryWord[] = [];
  for (const [step, word] of query.entries()) {
    const isLast = step === query.length - 1;
    if (isKnown(word, isLast, words, isThere)) {
      others.push(word);
      continue;
    }
    const nearest = nearestOf(word.units, isLast, words, isThere);
    if (nearest.length === 0) return null;
    others.push({ ...word, guesses: nearest });
    guesses.push({ typed: textOf(word.units), words: nearest.map(textOf) });
  }
  return guesses.length === 0 ? null : { query: others, guesses };
}

function isKnown(
  { units, hash }: QueryWord,
  isLast: boolean,
  words: WordIndex,
  isThere: (doc: number) => boolean,
): boolean {
  const whole = words.find(units, hash);
  const known = isLast ? words.startingWith(units) : whole < 0 ? [] : [whole];
  return known.some((word) => isLive(word, words, isThere));
}

function isLive(word: number, words: WordIndex, isThere: (doc: number) => boolean): boolean {
  let isFound = false;
  words.walk(word, (doc) => !(isFound = isThere(doc)));
  return isFound;
}

function nearestOf(
  typed: Uint16Array,
  isLast: boolean,
  words: WordIndex,
  isThere: (doc: number) => boolean,
): readonly Uint16Array[] {
  const most = editsAllowed(typed);
  if (most === 0) return [];
  let best = notNear - 1;
  let found: { readonly units: Uint16Array; readonly word: number }[] = [];
  words.eachKnown(
    0,
    (word, units, start, length) => {
      if (isMarker(units[start])) return;
      const rank = spellingRank(typed, units, start, length, Math.min(most, best >> 1), isLast);
      if (rank > best || !isLive(word, words, isThere)) return;
      if (rank < best) found = [];
      best = rank;
      found.push({ units: units.slice(start, start + length), word });
    },
    () => true,
  );
  const counted = found.map(({ units, word }) => ({ units, count: liveCount(word, words, isThere) }));
  counted.sort((left, right) => right.count - left.count || compareUnits(left.units, right.units));
  return counted.slice(0, maxGuesses).map(({ units }) => units);
}

function liveCount(word: number, words: WordIndex, isThere: (doc: number) => boolean): number {
  let count = 0;
  words.walk(word, (doc) => {
    if (isThere(doc)) count += 1;
    return true;
  });
  return count;
}

function compareUnits(left: Uint16Array, right: Uint16Array): number {
  return textOf(left) < textOf(right) ? -1 : 1;
}

function textOf(units: Uint16Array): string {
  return String.fromCharCode(...units);
}
