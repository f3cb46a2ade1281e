/** Byte plumbing for the codecs: big-endian, bounds-checked, no Node and no DOM. */

/** The bytes of a plain ASCII text, such as a magic or a context. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export function concatBytes(...parts: readonly Uint8Array[]): Uint8Array {
  return joinBytes(parts);
}

/** For any number of parts: as arguments, hundreds of thousands of them would not fit on the stack. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** For comparing public bytes (hashes, ciphertext). Secrets are only ever compared by the AEAD tag. */
export function areBytesEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) if (left[index] !== right[index]) return false;
  return true;
}

/** Numbers beyond 2^53 would not survive in memory: a defect to write, damage to read. */
export function uintBytes(value: number, length: 1 | 2 | 4 | 8): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0 || (length < 8 && value >= 2 ** (8 * length))) {
    throw new Error('Number does not fit its field');
  }
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let index = length - 1; index >= 0; index -= 1) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

export interface ByteReader {
  /** Null when fewer bytes are left. The result is a view, not a copy. */
  take(length: number): Uint8Array | null;
  /** Null when too short, or when the number is past 2^53. */
  uint(length: 1 | 2 | 4 | 8): number | null;
  left(): number;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (length: number): Uint8Array | null => {
    if (at + length > bytes.length) return null;
    at += length;
    return bytes.subarray(at - length, at);
  };
  return {
    take,
    uint: (length) => {
      const field = take(length);
      if (field === null) return null;
      let value = 0;
      for (const byte of field) value = value * 256 + byte;
      return Number.isSafeInteger(value) ? value : null;
    },
    left: () => bytes.length - at,
  };
}
