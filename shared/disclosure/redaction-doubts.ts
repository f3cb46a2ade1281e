/**
 * What no pattern can decide: words that may point at somebody, in this place or among these people. They stay in the
 * text, and the reader is shown each of them.
 */
import { personalWords } from '@shared/supervision/note-check';
import type { NameIndex } from './name-words';
import { findPhrases, type Range, type Roster } from './redaction-roster';

export const doubtKinds = [
  'only-one',
  'rare-role',
  'initials',
  'short-form',
  'unknown-name',
  'personal',
  'quotation',
  'one-person',
  'place',
] as const;

export interface RedactionDoubt extends Range {
  readonly kind: (typeof doubtKinds)[number];
  readonly text: string;
}

const onlyOne =
  /(?<!\p{L})(?:(?:the|our|their|my|his|her)\s(?:\p{L}+\s){0,3}?)?(?:only|sole|lone|single-handed|youngest|oldest|eldest|first|newest|longest-serving)(?:\s[\p{L}-]+){0,5}/giu;
/** A phrase that was cut after so many words does not end with one of these. */
const looseEnd = /(?:\s(?:the|a|an|at|in|on|of|and|or|to|for|by|with|from|who|that))+$/iu;
/** MK, M K: with stops between them they are taken out. */
const capitals = /(?<![\p{L}\p{N}])(?:\p{Lu}{2,4}|\p{Lu}(?: \p{Lu}){1,3})(?![\p{L}\p{N}])/gu;
/** In the middle of a sentence a capital is a name, of somebody or something. At its start it tells nothing. */
const capitalWithin = /(?<=[\p{Ll}\p{N},;)'] )\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*(?![\p{L}\p{N}])/gu;
const pronouns = /(?<![\p{L}\p{N}])(?:he|she|him|her|his|hers|himself|herself)(?![\p{L}\p{N}])/giu;
const quotations = /"[^"\n]{12,400}"/gu;

/** Capitals that are no names of people: with one of them a phrase is a body, a day, a law or the name of a scale. */
const plainCapitals = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december scotland scottish england english wales welsh ireland irish britain british uk
  europe european gaelic christmas easter hogmanay nhs board health social care council government act police court
  committee partnership trust service services team unit centre hospital clinic department university college school
  street road house north south east west covid excel word teams outlook microsoft zoom windows executive commission
  inspectorate foundation association union alliance network programme framework standard standards regulations
  strategy plan group office agency public national mr mrs ms miss mx dr prof professor rev sir dame demands control
  manager peer relationships role change volunteer paid`
    .trim()
    .split(/\s+/u),
);

export function isPlainCapital(words: string): boolean {
  return words.split(/[ -]/u).some((word) => plainCapitals.has(word.toLowerCase()));
}

/** `text` with what was taken out of it blanked: what is gone needs no second look. */
export function findDoubts(text: string, index: NameIndex, roster: Roster): RedactionDoubt[] {
  const matches = (kind: RedactionDoubt['kind'], pattern: RegExp): RedactionDoubt[] =>
    [...text.matchAll(pattern)].map((found) => ({
      kind,
      text: found[0],
      from: found.index,
      to: found.index + found[0].length,
    }));
  const phrases = (kind: RedactionDoubt['kind'], of: readonly string[]): RedactionDoubt[] =>
    findPhrases(text, of).map((range) => ({ kind, text: text.slice(range.from, range.to), ...range }));
  const places = phrases('place', roster.places).filter((found) => /^\p{Lu}/u.test(found.text));
  const found: readonly RedactionDoubt[] = [
    ...matches('only-one', onlyOne).map((doubt) => {
      const words = doubt.text.replace(looseEnd, '');
      return { ...doubt, text: words, to: doubt.from + words.length };
    }),
    ...phrases('rare-role', roster.rareRoles),
    ...matches('initials', capitals).filter(({ text: letters }) =>
      index.areInitials(letters.replace(/ /gu, '')),
    ),
    ...matches('short-form', /(?<![\p{L}\p{N}])\p{Lu}\p{L}+(?![\p{L}\p{N}])/gu).filter(({ text: word }) =>
      index.isDoubtful(word),
    ),
    ...places,
    ...matches('unknown-name', capitalWithin).filter(
      ({ from, to, text: words }) =>
        !isPlainCapital(words) &&
        !index.isDoubtful(words) &&
        !places.some((place) => place.from < to && from < place.to),
    ),
    ...personalWords(text).map((words) => ({ kind: 'personal' as const, ...words })),
    ...matches('quotation', quotations),
    ...matches('one-person', pronouns),
  ];
  return found.toSorted((left, right) => left.from - right.from || right.to - left.to);
}
