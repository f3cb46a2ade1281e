/** Ways to spoil bytes, each of which something sealed has to notice. */

export function flipBit(bytes: Uint8Array, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return flipped;
}

export function* bitFlips(bytes: Uint8Array): Generator<Uint8Array> {
  for (let bit = 0; bit < bytes.length * 8; bit += 1) yield flipBit(bytes, bit);
}

export function* truncations(bytes: Uint8Array): Generator<Uint8Array> {
  for (let length = 0; length < bytes.length; length += 1) yield bytes.slice(0, length);
}

/** A byte more, a few more, and the whole thing once again. */
export function extensions(bytes: Uint8Array): readonly Uint8Array[] {
  return [[0], [255], new Array<number>(40).fill(0), [...bytes]].map((more) =>
    Uint8Array.from([...bytes, ...more]),
  );
}
