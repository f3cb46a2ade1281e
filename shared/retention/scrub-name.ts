/**
 * Takes a person's name out of free text. The whole name goes in any spelling of its spaces and capitals, and so do its
 * parts; one that is an ordinary word as well ("Will", "Hope") only where it has a capital. A part that somebody else
 * here bears too stays, and is reported: it may mean the other one.
 */
export interface NameScrub {
  /** The text without the name, cut to `max` characters. Where nothing is found it stays exactly as it was typed. */
  scrub(text: string, max: number): string;
  /** Whether a part that others bear as well stands in it. */
  leavesShared(text: string): boolean;
}

export const nameMark = '(name removed)';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const titles = words('dr mr mrs ms miss mx prof rev sir dame');
const joiners = words('of the de da di del van von der den al el bin and');
const ordinary = words(
  'abbot angel april art august autumn baker ball banks baron barber bell best bill bird bishop black blue bond book ' +
    'bright brown carol carter case cash castle chambers chance chase christian church clark cliff cloud constable ' +
    'cook cooper crane cross daisy dale dawn day deacon dean destiny dot drake drew duke earl east faith fern field ' +
    'fields finch fisher foot forest fox frank frost gale gate gay gene glen gold good grace grant gray green grey ' +
    'guy hall hand hare harmony harry hazel head heath heather hill hills holly hope house hunter iris ivy jack jasmine ' +
    'jay job joy june justice key king knight lake lamb lance lane large little lily lock long lord love low major ' +
    'mark marsh marshall martin mason max may melody mercy miles minor moon moor moss nick noble north olive page park ' +
    'parks pat patience pearl peg penny poppy pope porter post potter power price pride prince ray read reed rich ' +
    'rivers rob robin rose rosemary ruby rush rusty sage sandy sharp shepherd short silver sky small smith snow south ' +
    'spring star sterling steward stone storm street strong sue summer sunny swan swift taylor temple turner victor ' +
    'violet wade walker wall ward warren weaver west white will winter wise wolf wood woods wren young',
);

/** `name` null: nobody knows it any more, so only ids can go. `others`: the names of everybody else. */
export function createNameScrub(name: string | null, others: readonly string[]): NameScrub {
  const parts = name === null ? [] : partsOf(name);
  const taken = new Set(others.flatMap((other) => withPieces(partsOf(other)).map(fold)));
  const isWholeShared = others.some((other) => sameParts(partsOf(other), parts));
  const single = withPieces(parts);
  const patterns: RegExp[] = [];
  if (!isWholeShared) {
    if (parts.length > 1) {
      // A middle initial may stand between.
      const gap = '[\\s,.]+(?:\\p{L}\\.?\\s+)?';
      patterns.push(bounded(parts.map(spelling).join(gap), 'giu'));
      patterns.push(bounded(parts.toReversed().map(spelling).join(gap), 'giu'));
    }
    const initial = escaped(parts[0]?.slice(0, 1) ?? '');
    for (const part of single.filter((each) => !taken.has(fold(each)))) {
      // "A. Munro" goes as a whole.
      const before = part === parts[0] ? '' : `(?:${initial}\\.?\\s+)?`;
      patterns.push(
        ordinary.has(fold(part))
          ? bounded(before + asName(part), 'gu')
          : bounded(before + spelling(part), 'giu'),
      );
    }
  }
  const left = single
    .filter((part) => isWholeShared || taken.has(fold(part)))
    .map((part) => bounded(asName(part), 'u'));
  return {
    scrub: (text, max) => {
      const plain = text.normalize('NFD');
      const clean = patterns.reduce((now, pattern) => now.replace(pattern, nameMark), plain);
      return clean === plain ? text : clean.normalize('NFC').slice(0, max);
    },
    leavesShared: (text) => left.some((pattern) => pattern.test(text.normalize('NFD'))),
  };
}

function partsOf(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[\s,;()"“”/]+/u)
    .map((part) => part.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter((part) => part.length > 1 && !titles.has(fold(part)) && !joiners.has(fold(part)));
}

/** Parts, and the pieces of those with a hyphen; the longest first. */
function withPieces(parts: readonly string[]): string[] {
  const pieces = parts.flatMap((part) => part.split(/[-‐]/u)).filter((piece) => piece.length > 2);
  return [...new Set([...parts, ...pieces])].sort((left, right) => right.length - left.length);
}

function sameParts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((part, index) => fold(part) === fold(right[index] ?? ''));
}

function fold(text: string): string {
  return text.toLocaleLowerCase('en-GB').replaceAll('’', "'");
}

/** Not inside a longer word; what stands before and behind it stays. */
function bounded(pattern: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${pattern})(?![\\p{L}\\p{N}\\p{M}])`, flags);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** With or without accents, either apostrophe, either hyphen. The text is taken apart into letters and accents. */
function spelling(part: string): string {
  return escaped(part).replace(/\p{L}/gu, '$&\\p{M}*').replace(/['’]/g, "['’]").replace(/[-‐]/g, '[-‐]');
}

/** As it is written, with a capital, or all in capitals: "Will" and "WILL", not "will". */
function asName(part: string): string {
  const first = part.slice(0, 1).toLocaleUpperCase('en-GB');
  const rest = part.slice(1);
  const spellings = new Set([
    first + rest,
    first + rest.toLocaleLowerCase('en-GB'),
    part.toLocaleUpperCase('en-GB'),
  ]);
  return `(?:${[...spellings].map(spelling).join('|')})`;
}
