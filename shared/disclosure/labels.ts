/**
 * Labels that somebody typed (team names) may hold a person's name ("Ailsa's team"). Teams leave as numbers unless
 * the person who makes the report has said otherwise; even then a label with any word of the roster's names is
 * replaced. Names that are words (Grant, Hope, May) are not excused: a hidden label costs little.
 */
function words(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);
}

/** True for a label that shares a word with any name of the roster, folded for case, accents and possessives. */
export function createNameFinder(roster: readonly string[]): (label: string) => boolean {
  const nameWords = new Set(roster.flatMap(words));
  return (label) =>
    words(label).some((word) => nameWords.has(word) || nameWords.has(word.replace(/s$/u, '')));
}
