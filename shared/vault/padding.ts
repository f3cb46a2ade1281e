/**
 * Padding hides how long a note is: one byte 0x80, then zeros, up to a step. Steps are 256 bytes to 4 KiB and
 * from there a sixteenth of the power of two below, so at most 6.25 % is added.
 */
export function paddedLength(contentLength: number): number {
  const needed = contentLength + 1;
  const step = needed <= 4096 ? 256 : 2 ** (Math.floor(Math.log2(needed)) - 4);
  return Math.ceil(needed / step) * step;
}

export function padBytes(content: Uint8Array): Uint8Array {
  const padded = new Uint8Array(paddedLength(content.length));
  padded.set(content);
  padded[content.length] = 0x80;
  return padded;
}

/** Null when the padding is not exactly what `padBytes` writes. The result is a view. */
export function unpadBytes(padded: Uint8Array): Uint8Array | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end -= 1;
  if (end < 0 || padded[end] !== 0x80 || paddedLength(end) !== padded.length) return null;
  return padded.subarray(0, end);
}
