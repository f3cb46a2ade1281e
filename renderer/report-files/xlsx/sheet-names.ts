/** Names of sheets from titles of tables: what Excel takes, each once. */
import { oneLine } from '../inert-text';

const longest = 31;

/** Without signs that Excel refuses, and without an apostrophe at either end. */
function allowed(title: string): string {
  const words = oneLine(title)
    .replace(/[[\]/\\:*?]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '');
  // Excel keeps "History" for itself.
  return words === '' || words.toLowerCase() === 'history' ? 'Table' : words;
}

/** By characters, not by halves of one; Excel counts the halves. */
function cut(words: string, length: number): string {
  let kept = '';
  for (const sign of words) {
    if (kept.length + sign.length > length) break;
    kept += sign;
  }
  return kept.trim().replace(/'+$/, '');
}

export function sheetNames(titles: readonly string[], taken: readonly string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return titles.map((title) => {
    const words = allowed(title);
    for (let count = 1; ; count += 1) {
      const ending = count === 1 ? '' : ` (${count})`;
      const name = `${cut(words, longest - ending.length)}${ending}`;
      if (used.has(name.toLowerCase())) continue;
      used.add(name.toLowerCase());
      return name;
    }
  });
}
