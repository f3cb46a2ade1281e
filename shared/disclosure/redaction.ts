/**
 * Free text does not leave the vault by default. Where it must, this finds what can be found: names of the roster and
 * what looks like an identifier. No pattern finds "the only night nurse on the island", so the result is always shown
 * to a person, who confirms it (reviewed-words.ts); `doubts` says where to look.
 */
import { clientNames } from '@shared/supervision/note-check';
import { createNameIndex, type NameIndex } from './name-words';
import { findDoubts, isPlainCapital, type RedactionDoubt } from './redaction-doubts';
import { redactionKinds, redactionPatterns, removedWords, type RedactionKind } from './redaction-patterns';
import { findPhrases, type Range, type Roster } from './redaction-roster';

export interface RedactionSpan extends Range {
  readonly kind: RedactionKind;
}

export interface Redaction {
  /** The text with one spelling for what looks alike: the places of spans and doubts are places in this one. */
  readonly normalised: string;
  /** In order; none touches another of its kind. */
  readonly spans: readonly RedactionSpan[];
  readonly text: string;
  readonly doubts: readonly RedactionDoubt[];
}

/** One private character stands for each kind while the work goes on, so that no later step reads a marker. */
const firstPrivate = 0xe000;
const placeholder = (kind: RedactionKind): string =>
  String.fromCharCode(firstPrivate + redactionKinds.indexOf(kind));
const name = placeholder('name');

/** One spelling for what looks alike: compatibility forms, invisible characters, spaces. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Co}|\u115F|\u1160|\u3164|\uFFA0|\u034F/gu, '')
    .replace(/[^\S\r\n]/gu, ' ');
}

/** Quotes and dashes of all shapes as plain ones, each in its place: for finding only, what is kept has its own. */
function forFinding(text: string): string {
  return text
    .replace(/[‘’‚‛ʼʹ′`´]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-');
}

/** Blanks these ranges out. The length stays, so that a place found later is the same place in the text. */
function takeOut(text: string, ranges: readonly Range[], kind: RedactionKind): string {
  if (ranges.length === 0) return text;
  let result = '';
  let done = 0;
  for (const { from, to } of ranges.toSorted((left, right) => left.from - right.from)) {
    const start = Math.max(from, done);
    if (to <= start) continue;
    result += text.slice(done, start) + placeholder(kind).repeat(to - start);
    done = to;
  }
  return result + text.slice(done);
}

/**
 * All that the pattern finds and `accepts` takes. Two numbers side by side are found as one that is too long: then the
 * first groups that are a number count, and the search goes on behind them.
 */
function rangesOf(text: string, pattern: RegExp, accepts?: (found: string) => boolean): Range[] {
  const ranges: Range[] = [];
  const search = new RegExp(pattern);
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const { 0: all, index: from } = found;
    const lengths = accepts === undefined || accepts(all) ? [all.length] : groupEnds(all);
    const length = accepts === undefined ? all.length : lengths.find((end) => accepts(all.slice(0, end)));
    if (length !== undefined) ranges.push({ from, to: from + length });
    search.lastIndex = from + Math.max(1, length ?? lengths[0] ?? all.length);
  }
  return ranges;
}

/** Where a group of digits ends and another one follows. */
const groupEnds = (found: string): number[] =>
  [...found.matchAll(/\d(?=[ .()-]+\d)/gu)].map(({ index }) => index + 1);

interface Word extends Range {
  readonly text: string;
}

const monthNames = /^(?:April|May|June|July|August)$/u;

/** "12 May", "May 2026": the month, though somebody is called May. */
function isMonthInDate(text: string, word: Word): boolean {
  if (!monthNames.test(word.text)) return false;
  const isAfterDay = /(?<!\d)[0-3]?\d(?:st|nd|rd|th)? (?:of )?$/u.test(
    text.slice(Math.max(0, word.from - 9), word.from),
  );
  return isAfterDay || /^,? (?:\d{1,2}, )?(?:19|20)\d{2}(?!\d)/u.test(text.slice(word.to, word.to + 12));
}

function findNames(text: string, index: NameIndex): Range[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((found): Word => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));
  const isAdjacent = (left: Word | undefined, right: Word | undefined): boolean =>
    left !== undefined && right !== undefined && /^[ '-]$/u.test(text.slice(left.to, right.from));
  const ranges: Range[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place]!;
    // The longest that is a name as a whole: O'Neill and Mac Leod before Neill and Leod.
    let taken = 0;
    for (let count = 3; count > 1 && taken === 0; count -= 1) {
      const group = words.slice(place, place + count);
      const isGroup = group.length === count && group.slice(1).every((next, i) => isAdjacent(group[i], next));
      if (isGroup && index.isNameWhenJoined(group.map((one) => one.text))) taken = count;
    }
    if (taken === 0 && index.isName(word.text) && !isMonthInDate(text, word)) taken = 1;
    if (taken === 0) continue;
    ranges.push({ from: word.from, to: words[place + taken - 1]!.to });
    place += taken - 1;
  }
  return ranges;
}

/** A name after a title is somebody, on the roster or not. The title stays. */
function findTitled(text: string): Range[] {
  const titled =
    /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame)\.? ((?:\p{Lu}\.? )?\p{Lu}(?:[\p{L}\p{M}]|['-](?=\p{L}))+)/gu;
  return [...text.matchAll(titled)].map((found) => {
    const to = found.index + found[0].length;
    return { from: to - (found[1] ?? '').length, to };
  });
}

/** "M. Kerr", "Moira K.": the letter goes with the name beside it. "A" and "I" without a stop are words. */
function takeOutInitials(text: string, index: NameIndex): string {
  const isInitial = (found: string): boolean => {
    const letter = /\p{Lu}/u.exec(found)?.[0] ?? '';
    return index.isInitial(letter) && (found.includes('.') || !/^[AI]$/u.test(letter));
  };
  const before = new RegExp(`(?<![\\p{L}\\p{N}'])\\p{Lu}\\.? ?(?=${name})`, 'gu');
  const after = new RegExp(`(?<=${name}) \\p{Lu}\\.?(?![\\p{L}\\p{N}'])`, 'gu');
  const alone = /(?<![\p{L}\p{N}])\p{Lu}(?:\. ?\p{Lu}){1,3}\.?(?![\p{L}\p{N}])/gu;
  const ofOne = (found: string): boolean => index.areInitials(found.replace(/[. ]/gu, ''));
  const withBefore = takeOut(text, rangesOf(text, before, isInitial), 'name');
  const withAfter = takeOut(withBefore, rangesOf(withBefore, after, isInitial), 'name');
  return takeOut(withAfter, rangesOf(withAfter, alone, ofOne), 'name');
}

/** "Calum Reid", where People knows a Calum and no Reid: both are of somebody, whoever it is. */
const nextToName = new RegExp(`(?<=${name}) \\p{Lu}\\p{Ll}[\\p{L}'-]*`, 'gu');

/** First name and surname are one: how many names somebody has is nobody's business. */
const namesInARow = new RegExp(`${name}(?:[ '-]?${name})+`, 'gu');

function spansOf(blanked: string): RedactionSpan[] {
  return [...blanked.matchAll(/([\uE000-\uE0FF])\1*/gu)].flatMap((found) => {
    const kind = redactionKinds[found[0].charCodeAt(0) - firstPrivate];
    return kind === undefined ? [] : [{ kind, from: found.index, to: found.index + found[0].length }];
  });
}

/** The text with the marker of each span in its place. */
export function withMarkers(normalised: string, spans: readonly RedactionSpan[]): string {
  let result = '';
  let done = 0;
  for (const { kind, from, to } of spans) {
    result += `${normalised.slice(done, from)}[${removedWords[kind]}]`;
    done = to;
  }
  return result + normalised.slice(done);
}

/** A roster is asked at every pause of typing, and its index takes longer than the text. */
const indexes = new WeakMap<Roster, NameIndex>();

function indexOf(roster: Roster): NameIndex {
  const known = indexes.get(roster);
  if (known !== undefined) return known;
  const made = createNameIndex(roster.names);
  indexes.set(roster, made);
  return made;
}

export function redact(original: string, roster: Roster): Redaction {
  const index = indexOf(roster);
  const normalised = normaliseText(original);
  let text = forFinding(normalised);
  text = takeOut(text, findPhrases(text, roster.services), 'service');
  text = takeOut(text, findPhrases(text, roster.numbers), 'number');
  for (const { kind, pattern, accepts } of redactionPatterns)
    text = takeOut(text, rangesOf(text, pattern, accepts), kind);
  text = takeOut(text, findNames(text, index), 'name');
  text = takeOut(text, findTitled(text), 'name');
  text = takeOut(text, clientNames(text), 'name');
  text = takeOutInitials(text, index);
  text = takeOut(
    text,
    rangesOf(text, nextToName).filter(({ from, to }) => !isPlainCapital(text.slice(from + 1, to))),
    'name',
  );
  text = takeOut(text, rangesOf(text, namesInARow), 'name');
  const spans = spansOf(text);
  return {
    normalised,
    spans,
    text: withMarkers(normalised, spans),
    doubts: findDoubts(text, index, roster).map((doubt) => ({
      ...doubt,
      text: normalised.slice(doubt.from, doubt.to),
    })),
  };
}
