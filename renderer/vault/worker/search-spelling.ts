/**
 * How near a word that was typed is to one that is there: letters put in, left out, changed, or two neighbours swapped,
 * each as one edit. Only words of some length are taken for others, and none with a digit: a number is no spelling.
 */

/** No more edits than `editsAllowed` are ever counted. */
const far = 9;
export const notNear = 99;

export function editsAllowed(typed: Uint16Array): number {
  if (typed.length < 4 || typed.some(isDigit)) return 0;
  return typed.length < 8 ? 1 : 2;
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Made once, as long as the longest word and what the band needs beside it: words are compared one at a time. */
const rowUnits = 72;
let before = new Uint8Array(rowUnits);
let above = new Uint8Array(rowUnits);
let row = new Uint8Array(rowUnits);

/**
 * Twice the edits, and one more when only a start of the word is so near, which counts when `isBegun`; `notNear` when
 * there are more edits than `most`. The word is `length` of `units` from `start`.
 */
export function spellingRank(
  typed: Uint16Array,
  units: Uint16Array,
  start: number,
  length: number,
  most: number,
  isBegun: boolean,
): number {
  const { length: typedLength } = typed;
  if (length < typedLength - most || (!isBegun && length > typedLength + most)) return notNear;
  const width = Math.min(length, typedLength + most);
  for (let at = 0; at <= width; at += 1) above[at] = Math.min(at, far);
  let leastAbove = 0;
  for (let index = 1; index <= typedLength; index += 1) {
    const from = Math.max(1, index - most);
    const to = Math.min(width, index + most);
    const unit = typed[index - 1];
    // Only the band is read: what stands beside it is far.
    row[to + 1] = far;
    row[from - 1] = index <= most ? index : far;
    let least = row[from - 1] ?? far;
    for (let at = from; at <= to; at += 1) {
      const known = units[start + at - 1];
      let edits = (above[at - 1] ?? far) + (unit === known ? 0 : 1);
      edits = Math.min(edits, (above[at] ?? far) + 1, (row[at - 1] ?? far) + 1);
      if (at > 1 && index > 1 && unit === units[start + at - 2] && typed[index - 2] === known)
        edits = Math.min(edits, (before[at - 2] ?? far) + 1);
      row[at] = Math.min(edits, far);
      if (edits < least) least = edits;
    }
    // A swap reaches over one row, so one row too far away is not enough.
    if (least > most && leastAbove + 1 > most) return notNear;
    leastAbove = least;
    [before, above, row] = [above, row, before];
  }
  const whole = width === length ? (above[length] ?? far) : far;
  let begun = far;
  if (isBegun)
    for (let at = typedLength - most; at <= width; at += 1) begun = Math.min(begun, above[at] ?? far);
  if (Math.min(whole, begun) > most) return notNear;
  return whole <= begun ? whole * 2 : begun * 2 + 1;
}
