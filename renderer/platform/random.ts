/** Randomness from the browser's own source, without favouring any outcome. */

/** A whole number from 0 to `below` - 1, each as likely: values past the last full round are thrown again. */
export function randomBelow(below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > 0x1_0000_0000)
    throw new Error('randomBelow: out of range');
  const limit = Math.floor(0x1_0000_0000 / below) * below;
  const draw = new Uint32Array(1);
  let value: number;
  do {
    crypto.getRandomValues(draw);
    value = draw[0] ?? 0;
  } while (value >= limit);
  return value % below;
}

/** `count` words of the list, each drawn on its own (a word may come twice, as the strength sum assumes). */
export function pickWords(words: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => words[randomBelow(words.length)] ?? '');
}
