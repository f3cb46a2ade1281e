/** What can happen to bytes that nobody asked: flipped, cut, grown, changed places. All from a seed. */
import type { Seeded } from '@shared/demo/seeded';
import { joinBytes } from '@shared/vault/bytes';

/** Null: these bytes are too few for it. */
export type Damage = (bytes: Uint8Array, random: Seeded) => Uint8Array | null;

export function flipBit(bytes: Uint8Array, random: Seeded): Uint8Array | null {
  if (bytes.length === 0) return null;
  const flipped = bytes.slice();
  const at = random.whole(0, bytes.length - 1);
  flipped[at] = flipped[at]! ^ (1 << random.whole(0, 7));
  return flipped;
}

function overwrite(bytes: Uint8Array, random: Seeded): Uint8Array | null {
  if (bytes.length === 0) return null;
  const changed = bytes.slice();
  const at = random.whole(0, bytes.length - 1);
  const until = Math.min(bytes.length, at + random.whole(1, 64));
  for (let index = at; index < until; index += 1) changed[index] = changed[index]! ^ random.whole(1, 255);
  return changed;
}

function cut(bytes: Uint8Array, random: Seeded): Uint8Array | null {
  return bytes.length === 0 ? null : bytes.slice(0, random.whole(0, bytes.length - 1));
}

function insert(bytes: Uint8Array, random: Seeded): Uint8Array {
  const at = random.whole(0, bytes.length);
  const more = Uint8Array.from({ length: random.whole(1, 40) }, () => random.whole(0, 255));
  return joinBytes([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

function takeOut(bytes: Uint8Array, random: Seeded): Uint8Array | null {
  if (bytes.length < 2) return null;
  const at = random.whole(0, bytes.length - 2);
  const until = random.whole(at + 1, Math.min(bytes.length - 1, at + 40));
  return joinBytes([bytes.subarray(0, at), bytes.subarray(until)]);
}

/** 512 bytes of zeros, as a disk gives back a sector that it lost. */
function zeroSector(bytes: Uint8Array, random: Seeded): Uint8Array | null {
  if (bytes.length === 0) return null;
  const at = 512 * random.whole(0, Math.floor((bytes.length - 1) / 512));
  const zeroed = bytes.slice();
  zeroed.fill(0, at, at + 512);
  return Buffer.compare(zeroed, bytes) === 0 ? null : zeroed;
}

export const damages = {
  'one bit': flipBit,
  'some bytes': overwrite,
  'a sector of zeros': zeroSector,
  'cut short': cut,
  'bytes put in': insert,
  'bytes taken out': takeOut,
} as const satisfies Record<string, Damage>;

/** Frames, as their lengths say. */
export function framesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length;) {
    const length = view.getUint32(at);
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return frames;
}

/** Two different places of `count`, the lower one first; `count` is at least two. */
export function twoOf(count: number, random: Seeded): readonly [number, number] {
  const first = random.whole(0, count - 1);
  const other = (first + random.whole(1, count - 1)) % count;
  return first < other ? [first, other] : [other, first];
}

export function swapped<T>(items: readonly T[], random: Seeded): T[] | null {
  if (items.length < 2) return null;
  const [one, other] = twoOf(items.length, random);
  const next = [...items];
  [next[one], next[other]] = [next[other]!, next[one]!];
  return next;
}
