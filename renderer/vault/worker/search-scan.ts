/**
 * Whether a sealed body's JSON may hold a word, without reading it: a few hundred bytes are looked at of 2 KB. It errs
 * on one side only: where a byte is not ASCII it says yes, so that accents and other writings are read in full.
 */
import type { Query } from './search-text';

export interface Needle {
  readonly word: Uint8Array;
  /** By the byte under the word's end: how far on the next place is where the word could stand. */
  readonly shifts: Uint8Array;
}

/** The longest word that is plain ASCII; null when there is none, and every body has to be read. */
export function needleOf(query: Query): Needle | null {
  let longest: Uint16Array | null = null;
  for (const { units } of query) {
    if (units.some((unit) => unit >= 0x80)) continue;
    if (longest === null || units.length > longest.length) longest = units;
  }
  if (longest === null) return null;
  const word = Uint8Array.from(longest);
  const shifts = new Uint8Array(256).fill(word.length);
  for (let index = 0; index < word.length - 1; index += 1) {
    const byte = word[index] ?? 0;
    shifts[byte] = word.length - 1 - index;
    shifts[capitalOf(byte)] = word.length - 1 - index;
  }
  return { word, shifts };
}

/*
 * Why nothing is missed: a non-ASCII character takes at least as many bytes as the letters that it is folded to, so a
 * folded match covers at least as many bytes as the word has letters, and a window end falls into it. From there the
 * shifts never lead past its last byte without standing on a byte that is not ASCII, or comparing up to one.
 */
export function mayHold(bytes: Uint8Array, { word, shifts }: Needle): boolean {
  const last = word.length - 1;
  let end = last;
  while (end < bytes.length) {
    const under = bytes[end] ?? 0;
    if (under >= 0x80) return true;
    let index = last;
    while (index >= 0) {
      const byte = bytes[end - last + index] ?? 0;
      if (byte >= 0x80) return true;
      if (byte !== word[index] && byte !== capitalOf(word[index] ?? 0)) break;
      index -= 1;
    }
    if (index < 0) return true;
    end += shifts[under] ?? 1;
  }
  return false;
}

function capitalOf(byte: number): number {
  return byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte;
}
