/** What is known of a service that would tell who somebody is. It never leaves the vault. */
export interface Roster {
  /** Of everybody: people of now and before, supervisors from outside. As written, titles and all. */
  readonly names: readonly string[];
  /** Payroll and volunteer numbers. */
  readonly numbers: readonly string[];
  /** The service's own name, while the report is not to carry it. */
  readonly services: readonly string[];
  /** Teams and sites: they stay, and a reader is told that they stand there. */
  readonly places: readonly string[];
  /** Roles that fewer than five people hold. */
  readonly rareRoles: readonly string[];
}

export function rosterOf(known: Partial<Roster>): Roster {
  return { names: [], numbers: [], services: [], places: [], rareRoles: [], ...known };
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where any of these phrases stands in the text as whole words, whatever the case and the spaces between. */
export function findPhrases(text: string, phrases: readonly string[]): Range[] {
  // The longest first: "Harbour Steps North" before "Harbour Steps".
  const sources = phrases
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .toSorted((left, right) => right.length - left.length)
    .map((phrase) =>
      phrase.replace(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`).replace(/\s+/gu, String.raw`\s+`),
    );
  if (sources.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/**
 * Somebody from outside, out of a line in free words ("Grace, outside supervisor", "Grace Adeyemi"). Null for a role
 * ("Line manager", "Manager"): its words would be taken out of every sentence.
 */
export function outsiderName(line: string, roles: readonly string[]): string | null {
  const [first = '', ...rest] = line.split(/[,;(]/u);
  const words = first.trim().split(/\s+/u);
  const roleWords = new Set(roles.flatMap((role) => role.toLowerCase().split(/\s+/u)));
  const areNames = words.every((word) => /^\p{Lu}/u.test(word) && !roleWords.has(word.toLowerCase()));
  return areNames && (words.length > 1 || rest.length > 0) ? first.trim() : null;
}
