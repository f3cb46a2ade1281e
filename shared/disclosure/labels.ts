/**
 * Labels that somebody typed (team, role) may hold a person's name ("Ailsa's team"). On its way out such a
 * label is replaced: nothing that matches a word of the roster leaves.
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

/** Words that names and ordinary labels share; a lone match on one of these is not a name. */
const ordinaryWords = new Set([
  'team',
  'hub',
  'grant',
  'hope',
  'may',
  'rose',
  'young',
  'price',
  'day',
  'north',
  'south',
  'west',
  'east',
  'service',
  'street',
  'house',
]);

export function createLabelGuard(roster: readonly string[]): (label: string, replacement: string) => string {
  const fullNames = roster.map(words).filter((parts) => parts.length > 0);
  const nameWords = new Set(fullNames.flat().filter((word) => word.length > 2 && !ordinaryWords.has(word)));
  return (label, replacement) => {
    const parts = words(label);
    const holdsName =
      parts.some((part) => nameWords.has(part)) ||
      fullNames.some((name) => name.length > 1 && name.every((word) => parts.includes(word)));
    return holdsName ? replacement : label;
  };
}
