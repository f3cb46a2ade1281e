/** libsodium against published vectors and against an independent implementation. */
import { createCipheriv } from 'node:crypto';
import { argon2id } from '@noble/hashes/argon2.js';
import { blake2b } from '@noble/hashes/blake2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinBytes } from '@shared/vault/bytes';
import { format } from '@shared/vault/format';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { bitFlips } from '../support/damage';

const sodium = await loadSodium();
const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const range = (from: number, length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => from + index);
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
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

  it('of RFC 9106, 5.3 is what @noble/hashes makes: it takes the secret and the lanes that libsodium does not', () => {
    const tag = argon2id(new Uint8Array(32).fill(1), new Uint8Array(16).fill(2), {
      t: 3,
      m: 32,
      p: 4,
      dkLen: 32,
      key: new Uint8Array(8).fill(3),
      personalization: new Uint8Array(12).fill(4),
      version: 0x13,
    });
    expect(toHex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  // echo -n 123 | argon2 ABCDEFGHIJKLMNOP -id -v 13 -k 1024 -t 5
  it('is the same as the reference command line tool makes', () => {
    const [passphrase, salt] = [ascii('123'), ascii('ABCDEFGHIJKLMNOP')];
    expect(toHex(sodium.argon2id(32, passphrase, salt, 5, 1024 * 1024) ?? new Uint8Array(0))).toBe(
      '3c5d010180ba0cf5b6b858cba23b318e42d33088983c404598599c3b029ecac6',
    );
  });

  it('says null where the memory is refused', () => {
    expect(sodium.argon2id(32, range(0, 4), range(0, 16), 1, 2 ** 42)).toBeNull();
  });
});

describe('BLAKE2b', () => {
  it('of RFC 7693, and of every length that the format uses', () => {
    const abc = ascii('abc');
    expect(toHex(sodium.hash(64, abc))).toBe(
      'ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1' +
        '7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923',
    );
    for (const dkLen of [16, 32]) expect(sodium.hash(dkLen, abc)).toEqual(blake2b(abc, { dkLen }));
  });

  // blake2b-kat.txt of the authors of BLAKE2: key 00..3f, input 00, 01 .. of that length
  it.each([
    [0, '10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786'],
    [1, '961f6dd1e4dd30f63901690c512e78e4b45e4742ed197c3c5e45c549fd25f2e4'],
    [255, '142709d62e28fcccd0af97fad0f8465b971e82201dc51070faa0372aa43e9248'],
  ])('with a key, of %i bytes', (length, start) => {
    expect(toHex(sodium.keyedHash(64, range(0, length), range(0, 64))).slice(0, 64)).toBe(start);
  });

  it('with a key, of the lengths that the manifest uses', () => {
    const [key, message] = [range(9, 32), range(0, 200)];
    expect(sodium.keyedHash(32, message, key)).toEqual(blake2b(message, { key, dkLen: 32 }));
    expect(sodium.keyedHash(32, message, key)).not.toEqual(sodium.hash(32, message));
  });

  it('in pieces is the same as in one', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 6 }), (pieces) => {
        const state = sodium.hashInit(32);
        for (const piece of pieces) sodium.hashUpdate(state, piece);
        expect(sodium.hashFinal(state, 32)).toEqual(sodium.hash(32, joinBytes(pieces)));
      }),
    );
  });

  it('of two messages at once keeps them apart', () => {
    const [left, right] = [sodium.hashInit(32), sodium.hashInit(32)];
    sodium.hashUpdate(left, ascii('left'));
    sodium.hashUpdate(right, ascii('right'));
    expect(sodium.hashFinal(left, 32)).toEqual(sodium.hash(32, ascii('left')));
    expect(sodium.hashFinal(right, 32)).toEqual(sodium.hash(32, ascii('right')));
  });

  // libsodium, test/default/kdf.exp: master key 00..1f, context "KDF test"
  it.each([
    [0, 'a0c724404728c8bb95e5433eb6a9716171144d61efb23e74b873fcbeda51d807'],
    [1, '02507f144fa9bf19010bf7c70b235b4c2663cc00e074f929602a5e2c10a78075'],
    [9, '70f9b83e463fb441e7a4c43275125cd5b19d8e2e4a5d179a39f5db10bbce745a'],
  ])("makes libsodium's own subkey %i", (number, start) => {
    expect(toHex(sodium.deriveSubkey(64, number, 'KDF test', range(0, 32))).slice(0, 64)).toBe(start);
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

describe('Ed25519', () => {
  // RFC 8032, 7.1, tests 1 to 3
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
        '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac' +
        '18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('with the seed %s', (seed, publicKey, message, signature) => {
    const pair = sodium.signKeypair(hex(seed));
    expect(toHex(pair.publicKey)).toBe(publicKey);
    expect(toHex(sodium.sign(hex(message), pair.privateKey))).toBe(signature);
    expect(sodium.verify(hex(signature), hex(message), pair.publicKey)).toBe(true);
    for (const flipped of bitFlips(hex(signature))) {
      expect(sodium.verify(flipped, hex(message), pair.publicKey)).toBe(false);
    }
    expect(sodium.verify(hex(signature), hex(`${message}00`), pair.publicKey)).toBe(false);
    expect(sodium.verify(hex(signature).subarray(1), hex(message), pair.publicKey)).toBe(false);
    expect(sodium.verify(hex(signature), hex(message), pair.publicKey.subarray(1))).toBe(false);
  });
});

describe('secretstream', () => {
  const key = range(0x20, 32);
  const data = [range(0, 13), new Uint8Array(0), range(5, 36)];
  const messages = [range(0, 100), new Uint8Array(0), range(7, 200), range(1, 16)];
  const adOf = (index: number): Uint8Array => data[index % data.length] ?? new Uint8Array(0);

  it('is the construction of its documentation, byte for byte', () => {
    const { state, header } = sodium.secretstreamInitPush(key);
    const theirs = createIndependentStream(key, header);
    const sealed = messages.map((message, index) => {
      const isFinal = index === messages.length - 1;
      const ours = sodium.secretstreamPush(state, message, adOf(index), isFinal);
      expect(toHex(ours)).toBe(toHex(theirs(message, adOf(index), isFinal ? 3 : 0)));
      expect(ours.length).toBe(message.length + format.streamTagBytes);
      return ours;
    });
    const pull = sodium.secretstreamInitPull(header, key);
    if (pull === null) throw new Error('The header was refused');
    sealed.forEach((ciphertext, index) => {
      // What does not open leaves the stream where it was.
      for (const wrong of [ciphertext.subarray(1), ciphertext.map((byte) => byte ^ 1), new Uint8Array(3)]) {
        expect(sodium.secretstreamPull(pull, wrong, adOf(index))).toBeNull();
      }
      expect(sodium.secretstreamPull(pull, ciphertext, range(0, 9))).toBeNull();
      const isFinal = index === messages.length - 1;
      expect(sodium.secretstreamPull(pull, ciphertext, adOf(index))).toEqual({
        message: messages[index],
        isFinal,
      });
    });
  });

  it('does not open out of order, nor under another key or header', () => {
    const { state, header } = sodium.secretstreamInitPush(key);
    const [first, second] = [1, 2].map(() => sodium.secretstreamPush(state, range(0, 50), adOf(0), false));
    const opened = (with_: Uint8Array, under: Uint8Array, bytes = first): unknown => {
      const pull = sodium.secretstreamInitPull(with_, under);
      return pull === null ? null : sodium.secretstreamPull(pull, bytes ?? new Uint8Array(0), adOf(0));
    };
    expect(opened(header, key)).not.toBeNull();
    expect(opened(header, key, second)).toBeNull();
    expect(opened(header, range(0x21, 32))).toBeNull();
    expect(
      opened(
        header.map((byte) => byte ^ 1),
        key,
      ),
    ).toBeNull();
    expect(opened(header.subarray(1), key)).toBeNull();
  });
});

/**
 * Written from the construction's description (libsodium's documentation, "Encrypted streams"), with Node's ChaCha20:
 * what a reader in another language has to do for a backup.
 */
function createIndependentStream(
  key: Uint8Array,
  header: Uint8Array,
): (message: Uint8Array, associatedData: Uint8Array, tag: number) => Uint8Array {
  const subkey = hchacha20(key, header.subarray(0, 16));
  let counter = 1;
  const inner = Buffer.from(header.subarray(16));
  return (message, associatedData, tag) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32LE(counter);
    nonce.set(inner, 4);
    const chacha = (block: number, bytes: Uint8Array): Buffer => {
      const iv = Buffer.alloc(16);
      iv.writeUInt32LE(block);
      iv.set(nonce, 4);
      return createCipheriv('chacha20', subkey, iv).update(bytes);
    };
    const tagBlock = chacha(1, Uint8Array.of(tag, ...new Uint8Array(63)));
    const ciphertext = chacha(2, message);
    const lengths = Buffer.alloc(16);
    lengths.writeUInt32LE(associatedData.length);
    lengths.writeUInt32LE(64 + message.length, 8);
    // The second padding is what the library has always written, not what fills the block.
    const authenticated = [
      associatedData,
      new Uint8Array((16 - (associatedData.length % 16)) % 16),
      tagBlock,
      ciphertext,
      new Uint8Array(message.length % 16),
      lengths,
    ];
    const mac = poly1305(chacha(0, new Uint8Array(32)), joinBytes(authenticated));
    inner.forEach((byte, index) => (inner[index] = byte ^ (mac[index] ?? 0)));
    counter += 1;
    return joinBytes([tagBlock.subarray(0, 1), ciphertext, mac]);
  };
}

/** RFC 8439, 2.5. */
function poly1305(key: Uint8Array, message: Uint8Array): Uint8Array {
  const number = (bytes: Uint8Array): bigint => BigInt(`0x${toHex(bytes.toReversed()) || '0'}`);
  const r = number(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let sum = 0n;
  for (let at = 0; at < message.length; at += 16) {
    const block = Uint8Array.of(...message.subarray(at, at + 16), 1);
    sum = ((sum + number(block)) * r) % (2n ** 130n - 5n);
  }
  const mac = (sum + number(key.subarray(16))) % 2n ** 128n;
  return hex(mac.toString(16).padStart(32, '0')).toReversed();
}

/** draft-irtf-cfrg-xchacha-03, 2.2: the ChaCha20 block's rows 0 and 3, with the input words taken off again. */
function hchacha20(key: Uint8Array, input: Uint8Array): Uint8Array {
  const block = createCipheriv('chacha20', key, input).update(new Uint8Array(64));
  const output = Buffer.alloc(32);
  [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574].forEach((word, index) => {
    output.writeUInt32LE((block.readUInt32LE(index * 4) - word) >>> 0, index * 4);
    const word3 = Buffer.from(input).readUInt32LE(index * 4);
    output.writeUInt32LE((block.readUInt32LE(48 + index * 4) - word3) >>> 0, 16 + index * 4);
  });
  return output;
}
