/** A backup file: read in pieces of any size, and what is wrong with it said in one of four words. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areBytesEqual, concatBytes } from '@shared/vault/bytes';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import {
  createBackupReader,
  createBackupWriter,
  type BackupMeta,
} from '../../../renderer/vault/worker/crypto/v1/backup';
import { deriveKeys } from '../../../renderer/vault/worker/crypto/v1/keys';
import { bitFlips, flipBit } from '../../support/damage';

const sodium = await loadSodium();
const keys = deriveKeys(sodium, sodium.randomBytes(32));
const meta: BackupMeta = {
  backupId: sodium.randomBytes(16),
  madeAt: 1_795_511_234_567,
  seq: 1234,
  checkpoint: 7,
  hasDamage: false,
  header: sodium.randomBytes(30),
};
const headLength = 47 + meta.header.length + 32 + 24;
const chunk = 65_536;
const sealedChunk = chunk + 17;

function write(plain: Uint8Array, pieceLength = plain.length, about: BackupMeta = meta): Uint8Array {
  const writer = createBackupWriter(sodium, keys, about);
  const parts = [writer.head];
  for (const piece of cut(plain, pieceLength)) parts.push(...writer.push(piece));
  return concatBytes(...parts, writer.finish());
}

interface Read {
  readonly plain: Uint8Array | null;
  readonly reason: string | null;
  readonly meta: BackupMeta | null;
}

function read(bytes: Uint8Array, pieceLength = bytes.length, withKeys = keys): Read {
  const reader = createBackupReader(sodium);
  const plain: Uint8Array[] = [];
  let isUnlocked = false;
  const steps = function* () {
    for (const piece of cut(bytes, pieceLength)) {
      yield reader.push(piece);
      if (isUnlocked || reader.info() === null) continue;
      isUnlocked = true;
      yield reader.unlock(withKeys);
    }
    yield reader.finish();
  };
  for (const step of steps()) {
    if (!step.ok) {
      if (reader.finish() !== step) throw new Error('It was refused and then it was not');
      return { plain: null, reason: step.error.reason, meta: reader.info() };
    }
    plain.push(...step.value);
  }
  return { plain: concatBytes(...plain), reason: null, meta: reader.info() };
}

function cut(bytes: Uint8Array, pieceLength: number): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) pieces.push(bytes.subarray(at, at + pieceLength));
  return pieces;
}

/** Not random, so that a failure says the same each time; no two blocks alike. */
function plainOf(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) bytes[at] = (at * 7 + (at >> 8) * 13) & 255;
  return bytes;
}

describe('a backup', () => {
  it.each([0, 1, 100, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 5])(
    'of %i bytes comes out as it went in',
    (length) => {
      const plain = plainOf(length);
      const file = write(plain);
      const chunks = Math.max(1, Math.ceil(length / chunk));
      expect(file.length).toBe(headLength + length + chunks * 17 + 96);
      const opened = read(file);
      expect(opened).toMatchObject({ reason: null, meta });
      expect(areBytesEqual(opened.plain ?? file, plain)).toBe(true);
    },
  );

  it('does not depend on the pieces that it is written or read in', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * chunk }),
        fc.integer({ min: 500, max: 2 * chunk }),
        fc.integer({ min: 500, max: 2 * chunk }),
        (length, written, taken) => {
          const plain = plainOf(length);
          expect(areBytesEqual(read(write(plain, written), taken).plain ?? meta.header, plain)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('gives its head before anything is unlocked, and plain bytes only afterwards', () => {
    const file = write(plainOf(3 * chunk), chunk, { ...meta, hasDamage: true });
    const reader = createBackupReader(sodium);
    expect(reader.push(file.subarray(0, headLength - 1))).toEqual({ ok: true, value: [] });
    expect(reader.info()).toBeNull();
    expect(reader.push(file.subarray(headLength - 1))).toEqual({ ok: true, value: [] });
    expect(reader.info()).toEqual({ ...meta, hasDamage: true });
    const unlocked = reader.unlock(keys);
    expect(unlocked.ok ? unlocked.value.length : null).toBe(2);
    const finished = reader.finish();
    expect(finished.ok ? finished.value.map((piece) => piece.length) : null).toEqual([chunk]);
  });

  it('is never the same twice', () => {
    expect(write(plainOf(10))).not.toEqual(write(plainOf(10)));
  });
});

describe('what is not a backup', () => {
  it('is foreign, or of a later version, or has nothing in it', () => {
    const file = write(plainOf(10));
    expect(read(new Uint8Array(0)).reason).toBe('truncated');
    expect(read(new Uint8Array(4096)).reason).toBe('foreign');
    expect(read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)).reason).toBe('foreign');
    expect(read(Uint8Array.of(0x50)).reason).toBe('foreign');
    expect(read(new TextEncoder().encode('STK1 is the keyring beside it')).reason).toBe('foreign');
    for (const digit of '23456789') expect(read(file.with(3, digit.charCodeAt(0))).reason).toBe('newer');
    expect(read(file.with(3, '0'.charCodeAt(0))).reason).toBe('foreign');
    expect(read(file.with(5, 2)).reason).toBe('newer');
    expect(read(file.with(4, 1)).reason).toBe('newer');
    expect(read(file.with(5, 0)).reason).toBe('altered');
    expect(read(file.with(5, 2).subarray(0, 6)).reason).toBe('newer');
  });

  it('never throws, whatever it is', () => {
    const start = fc
      .constantFrom('', 'S', 'STB', 'STB1\u0000\u0001', 'STB9')
      .map((text) => new TextEncoder().encode(text));
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (first, rest) => {
        expect(read(concatBytes(first, rest)).reason).not.toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a backup that is not as it was made', () => {
  const small = write(plainOf(40));

  it('is refused with any bit flipped: as altered, once it is known to be ours', () => {
    const lengthField = { from: 43 * 8, to: 47 * 8 };
    const wrong: number[] = [];
    let bit = 0;
    for (const flipped of bitFlips(small)) {
      const { reason } = read(flipped);
      // A longer header is waited for, a shorter one puts all behind it out of its place.
      const isTold = bit >= 48 && (bit < lengthField.from || bit >= lengthField.to);
      if (isTold ? reason !== 'altered' : reason === null) wrong.push(bit);
      bit += 1;
    }
    expect(wrong).toEqual([]);
  });

  it('is refused as cut short, wherever it was cut', () => {
    for (let length = 0; length < small.length; length += 1) {
      expect(read(small.subarray(0, length)).reason).toBe('truncated');
    }
    const large = write(plainOf(3 * chunk - 400));
    const bounds = [1, 2, 3].map((count) => headLength + count * sealedChunk);
    const cuts = [...bounds, ...bounds.map((at) => at + 97), large.length - 1, large.length - 97]
      .flatMap((at) => [at - 1, at, at + 1, at + 50])
      .filter((at) => at < large.length);
    for (const at of [...cuts, ...Array.from({ length: 30 }, (_, index) => index * 6007)]) {
      expect(read(large.subarray(0, at)).reason).toBe('truncated');
      expect(read(large.subarray(0, at), 10_000).reason).toBe('truncated');
    }
  });

  it('is refused with bytes behind its end', () => {
    for (const more of [1, 17, 96, 113, chunk, 2 * chunk]) {
      expect(read(concatBytes(small, new Uint8Array(more))).reason).not.toBeNull();
      expect(read(concatBytes(small, small)).reason).not.toBeNull();
    }
  });

  it('is refused as altered when what ends it is not its last chunk', () => {
    const full = write(plainOf(chunk));
    expect(read(concatBytes(full, new Uint8Array(200))).reason).toBe('altered');
  });

  it('is refused as soon as it can be known', () => {
    const reader = createBackupReader(sodium);
    expect(reader.push(small.subarray(0, 42)).ok && reader.push(Uint8Array.of(2, 0, 0, 0, 30)).ok).toBe(
      false,
    );
    const other = createBackupReader(sodium);
    other.push(flipBit(small, (headLength - 40) * 8));
    expect(other.unlock(keys)).toEqual({ ok: false, error: { tag: 'BackupUnreadable', reason: 'altered' } });
  });

  it('is refused with a bit flipped anywhere in a large one', () => {
    const large = write(plainOf(2 * chunk + 900));
    fc.assert(
      fc.property(fc.integer({ min: headLength * 8, max: large.length * 8 - 1 }), (bit) => {
        expect(read(flipBit(large, bit)).reason).toBe('altered');
      }),
      { numRuns: 60 },
    );
  });

  it('is refused with chunks left out, doubled, swapped, or of another backup', () => {
    const large = write(plainOf(3 * chunk + 10));
    const other = write(plainOf(3 * chunk + 10));
    const chunkOf = (file: Uint8Array, index: number) => {
      const from = headLength + index * sealedChunk;
      return file.subarray(from, index === 3 ? file.length : from + sealedChunk);
    };
    const head = large.subarray(0, headLength);
    const [a, b, c, end] = [0, 1, 2, 3].map((index) => chunkOf(large, index)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    expect(read(concatBytes(head, a, b, c, end)).reason).toBeNull();
    for (const parts of [
      [b, c, end],
      [a, b, end],
      [end],
      [a, a, b, c, end],
      [b, a, c, end],
      [a, b, c, end, end],
    ]) {
      expect(read(concatBytes(head, ...parts)).reason).toBe('altered');
    }
    expect(read(concatBytes(head, a, chunkOf(other, 1), c, end)).reason).toBe('altered');
    expect(read(concatBytes(head, a, b, c, chunkOf(other, 3))).reason).toBe('altered');
    expect(read(concatBytes(other.subarray(0, headLength), a, b, c, end)).reason).toBe('altered');
  });

  it('is refused when somebody without the keys made hash and head fit', () => {
    const body = flipBit(small.subarray(0, small.length - 96), (headLength - 60) * 8);
    const forged = concatBytes(body, sodium.hash(32, body), small.subarray(small.length - 64));
    expect(read(forged).reason).not.toBeNull();
    const damaged = small.with(42, 1).subarray(0, small.length - 96);
    const told = concatBytes(damaged, sodium.hash(32, damaged), small.subarray(small.length - 64));
    expect(read(told)).toMatchObject({ reason: 'altered', meta: { hasDamage: true } });
  });

  it('is refused under the keys of another vault', () => {
    const others = deriveKeys(sodium, sodium.randomBytes(32));
    expect(read(small, small.length, others).reason).toBe('altered');
    expect(read(small, small.length, { ...keys, backupKey: others.backupKey }).reason).toBe('altered');
  });
});
