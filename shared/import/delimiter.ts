/** Which character parts the columns: comma, semicolon, tab or pipe. */
export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const sampleCharacters = 64 * 1024;
const sampleLines = 40;

/** Counts of each delimiter per row, leaving out what stands in quotes (a quoted cell may hold line ends). */
function countsPerRow(text: string): Map<Delimiter, number>[] {
  const rows: Map<Delimiter, number>[] = [];
  let counts = new Map<Delimiter, number>();
  let isQuoted = false;
  let hasContent = false;
  const endRow = (): void => {
    if (hasContent) rows.push(counts);
    counts = new Map();
    hasContent = false;
  };
  for (const character of text.slice(0, sampleCharacters)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) endRow();
    else if (!isQuoted) {
      const delimiter = delimiters.find((candidate) => candidate === character);
      if (delimiter !== undefined) counts.set(delimiter, (counts.get(delimiter) ?? 0) + 1);
      else if (character.trim() !== '') hasContent = true;
    } else hasContent = true;
    if (rows.length >= sampleLines) return rows;
  }
  endRow();
  return rows;
}

/**
 * The one found in most rows and equally often in each of them. Decimal commas in a semicolon file lose
 * because they stand in fewer rows or in changing numbers; commas win a tie.
 */
export function detectDelimiter(text: string): Delimiter {
  const rows = countsPerRow(text.replace(/^sep=.\r?\n/i, ''));
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const found = rows.map((counts) => counts.get(delimiter) ?? 0);
    const inRows = found.filter((count) => count > 0);
    if (inRows.length === 0) continue;
    const usual = [...inRows].sort((left, right) => left - right)[Math.floor(inRows.length / 2)] ?? 0;
    const steady = found.filter((count) => count === usual).length / rows.length;
    const score = steady * 10 + Math.min(usual, 20) / 20 + ((found[0] ?? 0) > 0 ? 3 : 0);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}
