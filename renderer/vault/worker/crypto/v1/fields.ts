/** Fields one behind the other, for codecs that handle tens of thousands of rows: no view or array for each field. */
import type { RecordId } from '@shared/kernel/ids';
import { format } from '@shared/vault/format';

export interface FieldWriter {
  /** Numbers beyond 2^53 would not survive in memory: a defect. */
  uint(value: number, length: 1 | 2 | 4 | 8): void;
  bytes(bytes: Uint8Array): void;
  id(id: RecordId): void;
}

/** Exactly `length` bytes; a codec that miscounts is a defect. */
export function writeFields(length: number, write: (to: FieldWriter) => void): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  write({
    uint: (value, size) => {
      if (!Number.isSafeInteger(value) || value < 0 || (size < 8 && value >= 2 ** (8 * size))) {
        throw new Error('Number does not fit its field');
      }
      if (size === 1) view.setUint8(at, value);
      else if (size === 2) view.setUint16(at, value);
      else if (size === 4) view.setUint32(at, value);
      else {
        view.setUint32(at, Math.floor(value / 2 ** 32));
        view.setUint32(at + 4, value % 2 ** 32);
      }
      at += size;
    },
    bytes: (part) => {
      bytes.set(part, at);
      at += part.length;
    },
    id: (id) => {
      for (let index = 0; index < format.recordIdBytes; index += 1) {
        bytes[at + index] = hexDigit(id, index * 2) * 16 + hexDigit(id, index * 2 + 1);
      }
      at += format.recordIdBytes;
    },
  });
  if (at !== length) throw new Error('Fields do not fill their buffer');
  return bytes;
}

export interface FieldReader {
  /** Null when too short, or when the number is past 2^53. */
  uint(length: 1 | 2 | 4 | 8): number | null;
  /** Null when fewer bytes are left. The result is a view, not a copy. */
  take(length: number): Uint8Array | null;
  id(): RecordId | null;
  left(): number;
}

export function readFields(bytes: Uint8Array): FieldReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length;
  let at = 0;
  return {
    uint: (size) => {
      if (at + size > end) return null;
      const from = at;
      at += size;
      if (size === 1) return view.getUint8(from);
      if (size === 2) return view.getUint16(from);
      if (size === 4) return view.getUint32(from);
      const high = view.getUint32(from);
      return high < 2 ** 21 ? high * 2 ** 32 + view.getUint32(from + 4) : null;
    },
    take: (length) => {
      if (at + length > end) return null;
      at += length;
      return bytes.subarray(at - length, at);
    },
    id: () => {
      if (at + format.recordIdBytes > end) return null;
      at += format.recordIdBytes;
      return hexOf(view, at - format.recordIdBytes) as RecordId;
    },
    left: () => end - at,
  };
}

/** The first byte of an id, without the other fifteen. */
export function firstByteOf(id: RecordId): number {
  return hexDigit(id, 0) * 16 + hexDigit(id, 1);
}

/** One flat text at once: pieces joined one by one cost six times as much, and again in every map. */
function hexOf(view: DataView, at: number): string {
  for (let index = 0; index < format.recordIdBytes; index += 1) {
    const byte = view.getUint8(at + index);
    digits[index * 2] = hexCode(byte >> 4);
    digits[index * 2 + 1] = hexCode(byte & 15);
  }
  return String.fromCharCode(...digits);
}

const digits: number[] = Array.from({ length: format.recordIdBytes * 2 }, () => 0);

function hexCode(digit: number): number {
  return digit < 10 ? digit + 48 : digit + 87;
}

/** Digits and lower-case letters only: what an id is made of. */
function hexDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : code - 87;
}
