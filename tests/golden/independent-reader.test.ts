/**
 * A reader written from docs/format.md alone: none of our codecs, no libsodium. If it fails, either the page or the
 * code is wrong.
 */
import { createDecipheriv } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { blake2b } from '@noble/hashes/blake2.js';
import { expect, it } from 'vitest';
import { goldenRecords, goldenRecoveryCode } from './golden-vault';

const read = (...names: string[]): Buffer => readFileSync(resolve(import.meta.dirname, ...names));
const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** HChaCha20, then ChaCha20-Poly1305 with the last eight bytes of the nonce (draft-irtf-cfrg-xchacha-03, 2.2, 2.3). */
function open(sealed: Buffer, associatedData: Buffer, nonce: Buffer, key: Uint8Array): Buffer {
  const state = new Uint32Array(16);
  [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574].forEach((word, index) => (state[index] = word));
  for (let word = 0; word < 8; word += 1) state[4 + word] = Buffer.from(key).readUInt32LE(word * 4);
  for (let word = 0; word < 4; word += 1) state[12 + word] = nonce.readUInt32LE(word * 4);
  const turn = (a: number, b: number, c: number, d: number): void => {
    const step = (into: number, from: number, mixed: number, by: number): void => {
      state[into] = (state[into] ?? 0) + (state[from] ?? 0);
      const word = (state[mixed] ?? 0) ^ (state[into] ?? 0);
      state[mixed] = (word << by) | (word >>> (32 - by));
    };
    step(a, b, d, 16);
    step(c, d, b, 12);
    step(a, b, d, 8);
    step(c, d, b, 7);
  };
  for (let round = 0; round < 10; round += 1) {
    for (let column = 0; column < 4; column += 1) turn(column, 4 + column, 8 + column, 12 + column);
    for (let column = 0; column < 4; column += 1) {
      turn(column, 4 + ((column + 1) % 4), 8 + ((column + 2) % 4), 12 + ((column + 3) % 4));
    }
  }
  const subkey = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((word, index) => subkey.writeUInt32LE(state[word] ?? 0, index * 4));
  const iv = Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]);
  const decipher = createDecipheriv('chacha20-poly1305', subkey, iv, { authTagLength: 16 });
  decipher.setAAD(associatedData, { plaintextLength: sealed.length - 16 });
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - 16)), decipher.final()]);
}

function subkey(rootKey: Uint8Array, number: number): Uint8Array {
  const salt = Buffer.alloc(16);
  salt.writeBigUInt64LE(BigInt(number));
  const personalization = Buffer.concat([ascii('STEADVLT'), Buffer.alloc(8)]);
  return blake2b(new Uint8Array(0), { key: rootKey, salt, personalization, dkLen: 32 });
}

function codeBits(code: string): Buffer {
  const digits = Array.from(code.replaceAll('-', ''), (letter) =>
    '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter),
  );
  const number = digits.slice(0, 32).reduce((sum, digit) => sum * 32n + BigInt(digit), 0n);
  expect(Number(number % 1021n)).toBe((digits[32] ?? 0) * 32 + (digits[33] ?? 0));
  return Buffer.from(number.toString(16).padStart(40, '0'), 'hex');
}

/** All segments in the order of their numbers, one behind the other; a gap is a lost file. */
function joinSegments(folder: string): Buffer {
  const names = readdirSync(folder)
    .filter((name) => /^seg-\d{6}\.stj$/.test(name))
    .sort();
  names.forEach((name, index) => expect(Number(name.slice(4, 10))).toBe(index + 1));
  return Buffer.concat(names.map((name) => readFileSync(join(folder, name))));
}

function expectGoldenRecords(header: Buffer, journal: Buffer): void {
  expect(header.length).toBe(263);
  expect(header.subarray(0, 4)).toEqual(ascii('STH1'));
  expect(header.readUInt16BE(4)).toBe(1);
  expect(header.subarray(-32)).toEqual(Buffer.from(blake2b(header.subarray(0, -32), { dkLen: 32 })));
  const vaultId = header.subarray(6, 22);
  expect(header.readUInt8(26)).toBe(2);
  const slot = header.subarray(27 + 102, 27 + 204);
  expect(slot.readUInt8(0)).toBe(2);
  const keyEncryptionKey = blake2b(codeBits(goldenRecoveryCode), { dkLen: 32 });
  // type 1, revision 4, kdf 1, opsLimit 4, memLimitKiB 4, salt 16 = 30 bytes
  const slotData = Buffer.concat([ascii('steading1/slot'), vaultId, slot.subarray(0, 30)]);
  const rootKey = open(slot.subarray(54), slotData, slot.subarray(30, 54), keyEncryptionKey);
  const journalKey = subkey(rootKey, 2);
  const recordsKey = subkey(rootKey, 8);

  const segment = Buffer.from([0, 0, 0, 1]);
  let prevHash = Buffer.from(
    blake2b(Buffer.concat([ascii('steading1/frame'), vaultId, segment]), { dkLen: 32 }),
  );
  const last = new Map<
    string,
    { readonly type: number; readonly place: Buffer; readonly envelope: Buffer }
  >();
  for (let at = 0, seq = 1; at < journal.length; seq += 1) {
    const frame = journal.subarray(at, at + journal.readUInt32BE(at));
    at += frame.length;
    expect(frame.subarray(-16)).toEqual(Buffer.from(blake2b(frame.subarray(0, -16), { dkLen: 16 })));
    expect(frame.readBigUInt64BE(4)).toBe(BigInt(seq));
    expect(frame.subarray(12, 44)).toEqual(prevHash);
    const frameData = Buffer.concat([
      ascii('steading1/frame'),
      vaultId,
      segment,
      frame.subarray(4, 12),
      prevHash,
    ]);
    const ops = open(frame.subarray(68, -16), frameData, frame.subarray(44, 68), journalKey);
    prevHash = Buffer.from(blake2b(frame, { dkLen: 32 }));
    expect(ops.readUInt8(0)).toBe(1);
    let op = 5;
    for (let index = 0; index < ops.readUInt32BE(1); index += 1) {
      const length = ops.readUInt32BE(op + 37);
      const id = ops.subarray(op + 3, op + 19).toString('hex');
      // tableId 2, recordId 16, revision 8, schema 2
      const place = Buffer.concat([vaultId, ops.subarray(op + 1, op + 29)]);
      last.set(id, { type: ops.readUInt8(op), place, envelope: ops.subarray(op + 41, op + 41 + length) });
      op += 41 + length;
    }
    expect(op).toBe(ops.length);
  }

  const values = new Map<string, unknown>();
  for (const [id, { type, place, envelope }] of last) {
    if (type === 2) continue;
    expect(envelope.subarray(0, 6)).toEqual(Buffer.concat([ascii('STE1'), Buffer.from([1, 0])]));
    const bound = Buffer.concat([place, envelope.subarray(6, 22), Buffer.from([1])]);
    const recordKey = open(
      envelope.subarray(70, 118),
      Buffer.concat([ascii('steading1/key'), bound]),
      envelope.subarray(46, 70),
      recordsKey,
    );
    const padded = open(
      envelope.subarray(118),
      Buffer.concat([ascii('steading1/rec'), bound]),
      envelope.subarray(22, 46),
      recordKey,
    );
    values.set(id, JSON.parse(padded.subarray(0, padded.lastIndexOf(0x80)).toString('utf8')));
  }
  expect(values.size).toBe(4);
  for (const { id, value } of goldenRecords) expect(values.get(id)).toEqual(value);
}

it('reads the golden vault from the format page alone', () => {
  expectGoldenRecords(read('vault-1', 'header.bin'), read('vault-1', 'journal.bin'));
});

it('reads it as it lies on a disk, its journal in two segments', () => {
  const folder = resolve(import.meta.dirname, 'vault-1-on-disk/vault');
  expect(readdirSync(join(folder, 'journal'))).toHaveLength(2);
  expectGoldenRecords(readFileSync(join(folder, 'keys.stk')), joinSegments(join(folder, 'journal')));
});
