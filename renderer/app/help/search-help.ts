/** Looks through the words of every help page. Pure. */
import type { HelpPage } from './help-page';

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Every word that was typed begins a word of the page. Those that say it in their heading come first. */
export function searchHelp(pages: readonly HelpPage[], typed: string): readonly HelpPage[] {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return pages;
  const begins = (words: readonly string[], part: string): boolean =>
    words.some((word) => word.startsWith(part));
  const found = pages.flatMap((page) => {
    const heading = wordsOf(`${page.title} ${page.lede}`);
    const all = [...heading, ...wordsOf([...page.steps, ...(page.more ?? [])].join(' '))];
    if (!wanted.every((part) => begins(all, part))) return [];
    return [{ page, inHeading: wanted.filter((part) => begins(heading, part)).length }];
  });
  return found.toSorted((left, right) => right.inHeading - left.inHeading).map(({ page }) => page);
}
