/** libsodium against published vectors and against an independent implementation. */
import { argon2id } from '@noble/hashes/argon2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { describe, expect, it } from 'vitest';
import { format } from '@shared/vault/format';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';

const sodium = await loadSodium();
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const range = (from: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => from + index);
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('XChaCha20-Poly1305', () => {
  // draft-irtf-cfrg-xchacha-03, A.3.1
  const plaintext = new TextEncoder().encode(
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
  );
  const associatedData = hex('50515253c0c1c2c3c4c5c6c7');
  const expected =
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
    '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
    '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
    '21f9664c97637da9768812f615c68b13b52e' +
    'c0875924c1c7987947deafd8780acf49';

  it('seals and opens the vector of the draft', () => {
    const ciphertext = sodium.seal(plaintext, associatedData, range(0x40, 24), range(0x80, 32));
    expect(toHex(ciphertext)).toBe(expected);
    expect(sodium.open(ciphertext, associatedData, range(0x40, 24), range(0x80, 32))).toEqual(plaintext);
  });

  it('refuses other associated data, another key, a cut text', () => {
    const ciphertext = hex(expected);
    expect(sodium.open(ciphertext, hex('50'), range(0x40, 24), range(0x80, 32))).toBeNull();
    expect(sodium.open(ciphertext, associatedData, range(0x40, 24), range(0x81, 32))).toBeNull();
    expect(sodium.open(ciphertext.subarray(1), associatedData, range(0x40, 24), range(0x80, 32))).toBeNull();
    expect(sodium.open(new Uint8Array(3), associatedData, range(0x40, 24), range(0x80, 32))).toBeNull();
  });
});

describe('Argon2id', () => {
  it.each([
    [1, 8, 'a'],
    [2, 64, 'harbour lantern thistle'],
    [3, 256, 'café'],
    [4, 100, 'x'.repeat(1000)],
    [3, 1024, ''],
    [5, 33, '\u0000\u0001'],
    [1, 4096, 'one pass'],
    [3, 8192, 'eight MiB'],
  ])('of %i passes over %i KiB is the same as in @noble/hashes', (opsLimit, memLimitKib, text) => {
    const passphrase = new TextEncoder().encode(text);
    const salt = range(7, format.saltBytes);
    const ours = sodium.argon2id(32, passphrase, salt, opsLimit, memLimitKib * 1024) ?? new Uint8Array(0);
    const theirs = argon2id(passphrase, salt, {
      t: opsLimit,
      m: memLimitKib,
      p: 1,
      dkLen: 32,
      version: 0x13,
    });
    expect(toHex(ours)).toBe(toHex(theirs));
  });

  it('says null where the memory is refused', () => {
    expect(sodium.argon2id(32, range(0, 4), range(0, 16), 1, 2 ** 42)).toBeNull();
  });
});

describe('BLAKE2b', () => {
  it('of RFC 7693, and of every length that the format uses', () => {
    const abc = new TextEncoder().encode('abc');
    expect(toHex(sodium.hash(64, abc)).slice(0, 32)).toBe('ba80a53f981c4d0d6a2797b69f12f6e9');
    for (const dkLen of [16, 32]) expect(sodium.hash(dkLen, abc)).toEqual(blake2b(abc, { dkLen }));
  });

  it('makes subkeys as the format page says: keyed, salted with the number, personalised with the context', () => {
    const rootKey = range(1, 32);
    for (const number of Object.values(format.subkey)) {
      const salt = new Uint8Array(16);
      salt[0] = number;
      const personalization = new Uint8Array(16);
      personalization.set(new TextEncoder().encode(format.kdfContext));
      const theirs = blake2b(new Uint8Array(0), { key: rootKey, salt, personalization, dkLen: 32 });
      expect(sodium.deriveSubkey(32, number, format.kdfContext, rootKey)).toEqual(theirs);
    }
  });
});
