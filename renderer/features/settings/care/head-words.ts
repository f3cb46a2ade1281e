/**
 * Twelve words for the newest entry of the log: its hash, read as one large number, in digits of the word list (155 of
 * its bits). The list is the one that passphrases are drawn from. What is on paper has to mean the same for ever: a
 * test holds the words of a known hash.
 */
const wordCount = 12;

export function headWords(head: string, list: readonly string[]): readonly string[] {
  const base = BigInt(list.length);
  let rest = BigInt(`0x${head}`);
  return Array.from({ length: wordCount }, () => {
    const word = list[Number(rest % base)] ?? '';
    rest /= base;
    return word;
  });
}
