/**
 * Takes the outer cipher off bytes whose seal does not fit any more. XChaCha20 is a stream: a damaged byte stays one
 * byte, and every record inside has a seal of its own that is checked afterwards. Nothing that comes out of here is
 * believed before that.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { areBytesEqual } from '@shared/vault/bytes';

const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** draft-irtf-cfrg-xchacha-03, 2.2. */
export function hchacha20(key: Uint8Array, input: Uint8Array): Uint8Array {
  const state = Uint32Array.from([...constants, ...words(key), ...words(input)]);
  const word = (index: number): number => state[index] ?? 0;
  const step = (into: number, from: number, mixed: number, by: number): void => {
    state[into] = word(into) + word(from);
    const value = word(mixed) ^ word(into);
    state[mixed] = (value << by) | (value >>> (32 - by));
  };
  const quarter = (a: number, b: number, c: number, d: number): void => {
    step(a, b, d, 16);
    step(c, d, b, 12);
    step(a, b, d, 8);
    step(c, d, b, 7);
  };
  for (let round = 0; round < 10; round += 1) {
    for (let column = 0; column < 4; column += 1) quarter(column, 4 + column, 8 + column, 12 + column);
    for (let column = 0; column < 4; column += 1) {
      quarter(column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
    }
  }
  const derived = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((from, index) => derived.writeUInt32LE(word(from), index * 4));
  return derived;
}

function words(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, index) => view.getUint32(index * 4, true));
}

function chacha20(key: Uint8Array, nonce12: Uint8Array, counter: number, bytes: Uint8Array): Uint8Array {
  const iv = Buffer.alloc(16);
  iv.writeUInt32LE(counter, 0);
  iv.set(nonce12, 4);
  return createDecipheriv('chacha20', key, iv).update(bytes);
}

/** The bytes under an XChaCha20-Poly1305 seal, without their tag, unproven. */
export function unsealRaw(key: Uint8Array, nonce24: Uint8Array, ciphertext: Uint8Array): Uint8Array {
  const nonce12 = Buffer.concat([Buffer.alloc(4), nonce24.subarray(16)]);
  return chacha20(hchacha20(key, nonce24.subarray(0, 16)), nonce12, 1, ciphertext);
}

export interface RawChunk {
  readonly isProven: boolean;
  /** The plain bytes: made when they are asked for, because a backup may be larger than memory. */
  readonly open: (sealed: Uint8Array) => Uint8Array;
}

/** One chunk behind the other of a sealed stream, going on behind damaged ones. */
export interface RawStream {
  next(sealed: Uint8Array, associatedData: Uint8Array): RawChunk;
}

const tagByte = 1;
const macBytes = 16;
const blockBytes = 64;
const innerNonceBytes = 8;
const mostDamagedBits = 24;

/**
 * crypto_secretstream_xchacha20poly1305 without its refusal. The next chunk's nonce depends on this one's tag. For a
 * full chunk that tag is the one that ChaCha20-Poly1305 makes of a block (first byte: the chunk's kind, then zeros) and
 * the content; so a tag that was damaged itself can be made again.
 */
export function createRawStream(streamKey: Uint8Array, header24: Uint8Array): RawStream {
  const key = hchacha20(streamKey, header24.subarray(0, 16));
  let inner: Uint8Array = header24.slice(16);
  let counter = 1;
  const nonceOf = (count: number, innerNonce: Uint8Array): Uint8Array => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32LE(count, 0);
    nonce.set(innerNonce, 4);
    return nonce;
  };
  const openWith = (
    nonce: Uint8Array,
    sealed: Uint8Array,
  ): { readonly kind: number; readonly bytes: Uint8Array; readonly mac: Uint8Array } => {
    const end = Math.max(tagByte, sealed.length - macBytes);
    const block = new Uint8Array(blockBytes);
    block[0] = sealed[0] ?? 0;
    const kind = chacha20(key, nonce, 1, block)[0] ?? 0;
    return { kind, bytes: chacha20(key, nonce, 2, sealed.subarray(tagByte, end)), mac: sealed.subarray(end) };
  };
  const macOf = (
    nonce: Uint8Array,
    associatedData: Uint8Array,
    kind: number,
    bytes: Uint8Array,
  ): Uint8Array => {
    const block = new Uint8Array(blockBytes);
    block[0] = kind;
    const cipher = createCipheriv('chacha20-poly1305', key, nonce, { authTagLength: macBytes });
    cipher.setAAD(associatedData, { plaintextLength: blockBytes + bytes.length });
    cipher.update(block);
    cipher.update(bytes);
    cipher.final();
    return cipher.getAuthTag();
  };
  const mixed = (mac: Uint8Array): Uint8Array =>
    Uint8Array.from({ length: innerNonceBytes }, (_, index) => (inner[index] ?? 0) ^ (mac[index] ?? 0));

  return {
    next: (sealed, associatedData) => {
      const nonce = nonceOf(counter, inner);
      const { kind, bytes, mac } = openWith(nonce, sealed);
      const made = macOf(nonce, associatedData, kind, bytes);
      // Of another content every second bit is another one; few other bits are a damaged tag.
      inner = mixed(differingBits(made, mac) <= mostDamagedBits ? made : mac);
      counter += 1;
      return { isProven: areBytesEqual(made, mac), open: (again) => openWith(nonce, again).bytes };
    },
  };
}

function differingBits(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, byte, index) => {
    let rest = byte ^ (b[index] ?? 0);
    let bits = 0;
    for (; rest > 0; rest >>= 1) bits += rest & 1;
    return sum + bits;
  }, 0);
}
