/** Words of a paper that may be names of people here. A person reads it all the same: this only helps them to look. */

export interface NamedPart {
  /** Of the part of the paper: "What it is". */
  readonly part: string;
  readonly words: readonly string[];
}

/** Parts of names with three letters or more, written with a capital; an ending as in "Ailsa’s" does not hide one. */
export function namesOnPaper(
  parts: readonly { readonly part: string; readonly text: string }[],
  names: readonly string[],
): readonly NamedPart[] {
  const known = new Set(names.flatMap((name) => wordsOf(name)).filter((word) => word.length > 2));
  return parts.flatMap(({ part, text }) => {
    const found = [...new Set(wordsOf(text).filter((word) => known.has(word) && isCapital(word)))];
    return found.length === 0 ? [] : [{ part, words: found }];
  });
}

function isCapital(word: string): boolean {
  const first = word.slice(0, 1);
  return first !== first.toLowerCase();
}

function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/[^\p{L}-]+/u);
}
