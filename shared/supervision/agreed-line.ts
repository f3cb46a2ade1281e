/** One line of "What we agreed": words, and behind @ a day or who does it ("Swap the clinic @fri @manager"). */
import type { LocalDate } from '@shared/kernel/local-date';

export interface AgreedLine {
  readonly text: string;
  /** '' when nobody was named. */
  readonly owner: string;
  readonly due: LocalDate | null;
}

const maxWordsInDay = 4;

function ownerName(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/**
 * `readDay` turns typed words into a day. After an @ the longest run of words that is a day counts as one
 * ("@24 nov 2026"); otherwise the one word names who does it. An @ inside a word (an address) stays text.
 */
export function readAgreedLine(line: string, readDay: (text: string) => LocalDate | null): AgreedLine {
  let due: LocalDate | null = null;
  let owner = '';
  const kept: string[] = [];
  const words = line
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (!word.startsWith('@') || word === '@') {
      kept.push(word);
      continue;
    }
    let taken = 0;
    for (let length = Math.min(maxWordsInDay, words.length - index); length > 0 && taken === 0; length -= 1) {
      const day = readDay(
        words
          .slice(index, index + length)
          .join(' ')
          .slice(1)
          .replace(/[.,;]+$/, ''),
      );
      if (day !== null) {
        due = day;
        taken = length;
      }
    }
    if (taken > 0) index += taken - 1;
    else owner = ownerName(word.slice(1).replace(/[.,;]+$/, ''));
  }
  return { text: kept.join(' ').replace(/\s+([.,;])/g, '$1'), owner, due };
}
