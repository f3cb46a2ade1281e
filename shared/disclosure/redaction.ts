/**
 * Free text does not leave the vault by default. Where it must, this takes out what can be found: names of the roster
 * and what looks like an identifier. No pattern finds "the only night nurse on the island", so the result is always
 * shown to a person, who confirms it; `doubts` says where to look.
 */
import { createNameIndex, type NameIndex } from './name-words';
import { redactionPatterns, type RedactionKind } from './redaction-patterns';

export interface RedactionSegment {
  readonly text: string;
  /** What was taken out; null for text that was kept. */
  readonly removed: RedactionKind | null;
}

export interface RedactionDoubt {
  /** 'only-one': words that may point at one person. 'initials': letters that are somebody's initials. */
  readonly kind: 'only-one' | 'initials';
  readonly text: string;
}

export interface Redaction {
  readonly text: string;
  /** The same in pieces, for a preview that marks what was taken out. */
  readonly segments: readonly RedactionSegment[];
  readonly removedCount: number;
  readonly doubts: readonly RedactionDoubt[];
}

/** One private character stands for each kind while the work goes on, so that no later step reads a marker. */
const kinds = [
  'e-mail',
  'web address',
  'user name',
  'number',
  'telephone',
  'postcode',
  'address',
  'date',
  'age',
  'name',
] as const satisfies readonly RedactionKind[];
const firstPrivate = 0xe000;
const placeholder = (kind: RedactionKind): string => String.fromCharCode(firstPrivate + kinds.indexOf(kind));
const name = placeholder('name');

/** One spelling for what looks alike: compatibility forms, invisible characters, quotes, spaces. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Co}|\u115F|\u1160|\u3164|\uFFA0|\u034F/gu, '')
    .replace(/[‘’‚‛ʼʹ′`´]/gu, "'")
    .replace(/[“”„‟″]/gu, '"')
    .replace(/[^\S\r\n]/gu, ' ');
}

/** Dashes of all lengths as hyphens, in place: for finding only, the text that is kept has its own. */
function withHyphens(text: string): string {
  return text.replace(/[‐‑‒–—―−]/gu, '-');
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Puts the placeholder of this kind for each range, in order. */
function takeOut(text: string, ranges: readonly Range[], kind: RedactionKind): string {
  let result = '';
  let done = 0;
  for (const { from, to } of ranges) {
    result += text.slice(done, from) + placeholder(kind);
    done = to;
  }
  return result + text.slice(done);
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const monthNames = /^(?:April|May|June|July|August)$/u;

/** "12 May", "May 2026": the month, though somebody is called May. */
function isMonthInDate(text: string, word: Word): boolean {
  if (!monthNames.test(word.text)) return false;
  const isAfterDay = /(?<!\d)[0-3]?\d(?:st|nd|rd|th)? (?:of )?$/u.test(text.slice(0, word.from));
  return isAfterDay || /^,? (?:\d{1,2}, )?(?:19|20)\d{2}(?!\d)/u.test(text.slice(word.to));
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
function redactTitled(text: string): string {
  return text.replace(
    /(?<![\p{L}\p{N}])(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Sir|Dame)(\.? )(?:\p{Lu}\.? )?\p{Lu}(?:[\p{L}\p{M}]|['-](?=\p{L}))+/gu,
    `$1$2${name}`,
  );
}

/** "M. Kerr", "Moira K.": the letter goes with the name beside it. "A" and "I" without a stop are words. */
function redactInitials(text: string, index: NameIndex): string {
  const isInitial = (letter: string, stop: string): boolean =>
    index.isInitial(letter) && (stop !== '' || !/^[AI]$/u.test(letter));
  return text
    .replace(
      new RegExp(`(?<![\\p{L}\\p{N}'])(\\p{Lu})(\\.?) ?(?=${name})`, 'gu'),
      (found, letter: string, stop: string) => (isInitial(letter, stop) ? '' : found),
    )
    .replace(
      new RegExp(`${name} (\\p{Lu})(\\.?)(?![\\p{L}\\p{N}'])`, 'gu'),
      (found, letter: string, stop: string) => (isInitial(letter, stop) ? name : found),
    )
    .replace(/(?<![\p{L}\p{N}])\p{Lu}(?:\. ?\p{Lu}){1,3}\.?(?![\p{L}\p{N}])/gu, (found) =>
      index.areInitials(found.replace(/[. ]/gu, '')) ? name : found,
    );
}

function findDoubts(text: string, index: NameIndex): RedactionDoubt[] {
  const onlyOne = text.match(
    /(?<!\p{L})(?:(?:the|our|their|my|his|her)\s(?:\p{L}+\s){0,3}?)?(?:only|sole|lone|single-handed|youngest|oldest|eldest|first|newest|longest-serving)(?:\s[\p{L}-]+){0,4}/giu,
  );
  const capitals = text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,4}(?![\p{L}\p{N}])/gu) ?? [];
  return [
    ...(onlyOne ?? []).map((found) => ({ kind: 'only-one' as const, text: found })),
    ...capitals
      .filter((letters) => index.areInitials(letters))
      .map((found) => ({ kind: 'initials' as const, text: found })),
  ];
}

function toSegments(text: string): RedactionSegment[] {
  return text
    .split(/([\uE000-\uE0FF])/u)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const code = piece.charCodeAt(0) - firstPrivate;
      const kind = piece.length === 1 ? kinds[code] : undefined;
      return kind === undefined ? { text: piece, removed: null } : { text: `[${kind}]`, removed: kind };
    });
}

export function redact(original: string, roster: readonly string[]): Redaction {
  const index = createNameIndex(roster);
  let text = normaliseText(original);
  for (const { kind, pattern, accepts } of redactionPatterns) {
    const ranges = [...withHyphens(text).matchAll(pattern)]
      .filter(([found]) => accepts === undefined || accepts(found))
      .map((match) => ({ from: match.index, to: match.index + match[0].length }));
    text = takeOut(text, ranges, kind);
  }
  text = takeOut(text, findNames(withHyphens(text), index), 'name');
  text = redactInitials(redactTitled(text), index);
  // First name and surname are one: how many names somebody has is nobody's business.
  text = text.replace(new RegExp(`${name}(?:[ '‐‑-]${name})+`, 'gu'), name);
  const segments = toSegments(text);
  return {
    text: segments.map((segment) => segment.text).join(''),
    segments,
    removedCount: segments.filter(({ removed }) => removed !== null).length,
    doubts: findDoubts(text, index),
  };
}
