/**
 * Record ids are 16 random bytes. In memory and in routes they are 32 lower-case hex digits;
 * on disk the 16 bytes. They carry no meaning: nothing can be read from an id.
 */
declare const idBrand: unique symbol;
export type RecordId = string & { readonly [idBrand]: 'RecordId' };

const pattern = /^[0-9a-f]{32}$/;

export function isRecordId(text: string): text is RecordId {
  return pattern.test(text);
}

/** Bytes come from the caller: the shared core has no randomness of its own. */
export function recordIdFromBytes(bytes: Uint8Array): RecordId {
  if (bytes.length !== 16) throw new Error('A record id has 16 bytes');
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('') as RecordId;
}

export function recordIdToBytes(id: RecordId): Uint8Array {
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 16; index += 1) {
    bytes[index] = Number.parseInt(id.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}
