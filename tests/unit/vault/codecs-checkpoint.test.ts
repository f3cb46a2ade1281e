/** A checkpoint file: read in pieces of any size, and refused by the frame when anything in it is not as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, uintBytes } from '@shared/vault/bytes';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import {
  createCheckpointReader,
  createCheckpointWriter,
  decodeCheckpointInfo,
  encodeCheckpointInfo,
  openingOps,
  type CheckpointInfo,
} from '../../../renderer/vault/worker/crypto/v1/checkpoint';
import type { FrameOp } from '../../../renderer/vault/worker/crypto/v1/frame';
import { decodeEntries, type ManifestEntry } from '../../../renderer/vault/worker/crypto/v1/manifest';
import { bitFlips, extensions, truncations } from '../../support/damage';
import { must, testId } from '../../support/vault-kit';

const sodium = await loadSodium();
const vaultId = sodium.randomBytes(16);
const journalKey = sodium.randomBytes(32);
const place = { vaultId, journalKey, number: 3 };
const info: CheckpointInfo = {
  number: 3,
  seq: 1234,
  prevHash: sodium.randomBytes(32),
  firstSegment: 5,
  madeAt: 1_795_511_234_567,
  root: sodium.randomBytes(32),
  ringRevision: 9,
  auditCount: 77,
  auditHead: sodium.randomBytes(32),
  recordCount: 2,
};

function putOp(number: number, length = 40): FrameOp {
  const envelope = new Uint8Array(length).fill(number);
  return { type: 'put', tableId: 3, recordId: testId(number), revision: 1, schema: 1, savedAt: 5, envelope };
}

function entry(number: number): ManifestEntry {
  const { envelope, ...rest } = putOp(number);
  return { ...rest, type: 'put', hash: sodium.hash(32, envelope) };
}

const entries = [entry(1), entry(2)];
const data = [[putOp(1), putOp(2)], [putOp(2)]];

function framesOf(
  opening: readonly FrameOp[] = openingOps(info, entries),
  middle: readonly (readonly FrameOp[])[] = data,
  at = place,
): Uint8Array[] {
  const writer = createCheckpointWriter(sodium, at);
  return [writer.frame(opening), ...middle.map((ops) => writer.frame(ops)), writer.finish(info, entries)];
}

function read(bytes: Uint8Array, at = place, pieceLength = bytes.length) {
  const reader = createCheckpointReader(sodium, at);
  const frames: (readonly FrameOp[])[] = [];
  for (let from = 0; from < bytes.length; from += Math.max(1, pieceLength)) {
    const pushed = reader.push(bytes.subarray(from, from + Math.max(1, pieceLength)));
    if (!pushed.ok) {
      expect(reader.finish()).toEqual(pushed);
      expect(reader.push(new Uint8Array(0))).toEqual(pushed);
      return pushed;
    }
    frames.push(...pushed.value);
  }
  const finished = reader.finish();
  return finished.ok ? { ok: true as const, value: { info: finished.value, frames } } : finished;
}

const corruptAt = (frame: number, number = 3) => ({
  ok: false,
  error: { tag: 'EnvelopeCorrupt', where: `checkpoint ${String(number)} frame ${String(frame)}` },
});
const frames = framesOf();
const file = concatBytes(...frames);

describe('a checkpoint', () => {
  it('says what it covers in 140 bytes', () => {
    const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const u64 = fc.maxSafeNat();
    const infoArb = fc.record({
      number: u32,
      seq: u64,
      prevHash: hash,
      firstSegment: u32,
      madeAt: u64,
      root: hash,
      ringRevision: u64,
      auditCount: u64,
      auditHead: hash,
      recordCount: u32,
    });
    fc.assert(
      fc.property(infoArb, (made) => {
        const bytes = encodeCheckpointInfo(made);
        expect(bytes.length).toBe(140);
        expect(decodeCheckpointInfo(bytes)).toEqual(made);
      }),
    );
    const bytes = encodeCheckpointInfo(info);
    for (const changed of [...truncations(bytes), ...extensions(bytes)]) {
      expect(decodeCheckpointInfo(changed)).toBeNull();
    }
  });

  it('is read in pieces of any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: file.length + 5 }), (pieceLength) => {
        const { info: found, frames: opened } = must(read(file, place, pieceLength));
        expect(found).toEqual(info);
        expect(opened.slice(1, 3)).toEqual(data);
        expect(opened[0]?.map((op) => op.type)).toEqual(['checkpoint', 'catalogue']);
        expect(decodeEntries(opened[0]?.[1]?.envelope ?? new Uint8Array(1))).toEqual(entries);
        // The opening once more, so that damage at the beginning costs nothing.
        expect(opened[3]?.slice(0, -1)).toEqual(opened[0]);
        expect(opened[3]?.at(-1)?.type).toBe('end');
      }),
      { numRuns: 40 },
    );
  });

  it('holds any operations in any frames', () => {
    const opArb = fc.record({
      number: fc.integer({ min: 1, max: 50 }),
      length: fc.integer({ min: 0, max: 3000 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(opArb, { maxLength: 5 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 5000 }),
        (made, pieceLength) => {
          const middle = made.map((ops) => ops.map(({ number, length }) => putOp(number, length)));
          const bytes = concatBytes(...framesOf(openingOps(info, entries), middle));
          expect(must(read(bytes, place, pieceLength)).frames.slice(1, -1)).toEqual(middle);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('knows its first frame before the others have come', () => {
    const reader = createCheckpointReader(sodium, place);
    expect(reader.info()).toBeNull();
    must(reader.push(frames[0] ?? file));
    expect(reader.info()).toEqual(info);
  });

  it('has its catalogue in pieces of 4,096 entries', () => {
    const many = Array.from({ length: 9000 }, (_, index) => entry(index));
    const ops = openingOps(info, many);
    expect(ops.map((op) => op.envelope.length)).toEqual([140, 4096 * 69, 4096 * 69, 808 * 69]);
    expect(openingOps(info, [])).toHaveLength(1);
    expect(read(concatBytes(...framesOf(openingOps(info, []), []))).ok).toBe(true);
  });
});

describe('a checkpoint that is not as it was made', () => {
  it('is refused with any bit flipped, by the frame that the bit is in', () => {
    const ends = frames.map((_, index) => concatBytes(...frames.slice(0, index + 1)).length);
    const wrong: number[] = [];
    let bit = 0;
    for (const flipped of bitFlips(file)) {
      const frame = ends.findIndex((end) => bit >> 3 < end) + 1;
      const reader = createCheckpointReader(sodium, place);
      const pushed = reader.push(flipped);
      const refused = pushed.ok ? reader.finish() : pushed;
      const told = refused.ok || refused.error.tag !== 'EnvelopeCorrupt' ? '' : refused.error.where;
      if (told !== `checkpoint 3 frame ${String(frame)}`) wrong.push(bit);
      bit += 1;
    }
    expect(wrong).toEqual([]);
  });

  it('is refused cut at any byte, or longer, naming the frame that is missing or too much', () => {
    for (const cut of truncations(file)) expect(read(cut).ok).toBe(false);
    expect(read(new Uint8Array(0))).toEqual(corruptAt(1));
    expect(read(concatBytes(...frames.slice(0, 3)))).toEqual(corruptAt(4));
    for (const longer of extensions(file)) expect(read(longer)).toEqual(corruptAt(5));
  });

  it('is refused with a frame left out, doubled, swapped, or from another one', () => {
    const [first, second, third, last] = frames as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    const [, foreign] = framesOf();
    expect(read(concatBytes(first, third, last))).toEqual(corruptAt(2));
    expect(read(concatBytes(first, second, second, third, last))).toEqual(corruptAt(3));
    expect(read(concatBytes(first, third, second, last))).toEqual(corruptAt(2));
    expect(read(concatBytes(first, foreign ?? first, third, last))).toEqual(corruptAt(2));
    expect(read(concatBytes(second, third, last))).toEqual(corruptAt(1));
  });

  it('is refused under another number, key or vault', () => {
    expect(read(file, { ...place, number: 4 })).toEqual(corruptAt(1, 4));
    expect(read(file, { ...place, journalKey: sodium.randomBytes(32) })).toEqual(corruptAt(1));
    expect(read(file, { ...place, vaultId: sodium.randomBytes(16) })).toEqual(corruptAt(1));
  });

  it('is refused when its frames are sealed well and do not say what they must', () => {
    const opening = openingOps(info, entries);
    const [start] = opening;
    const end: FrameOp = { ...putOp(1), type: 'end', envelope: new Uint8Array(8) };
    const refused: [readonly FrameOp[], readonly (readonly FrameOp[])[], number][] = [
      [[], data, 1],
      [[putOp(1)], data, 1],
      [openingOps({ ...info, number: 4 }, entries), data, 1],
      [[...opening, putOp(1)], data, 1],
      [opening, [opening], 2],
      [opening, [[putOp(1), end]], 2],
      [opening, [[...opening, putOp(1), end]], 2],
      [opening, [[end, ...opening]], 2],
      [opening, [[...(start === undefined ? [] : [start]), end]], 2],
      [openingOps({ ...info, recordCount: 3 }, entries), data, 4],
    ];
    for (const [first, middle, frame] of refused) {
      expect(read(concatBytes(...framesOf(first, middle)))).toEqual(corruptAt(frame));
    }
  });

  it('is refused with a frame behind its end, even one that is sealed well and in its place', () => {
    const writer = createCheckpointWriter(sodium, place);
    const whole = [writer.frame(openingOps(info, entries)), writer.finish(info, entries)];
    expect(read(concatBytes(...whole)).ok).toBe(true);
    expect(read(concatBytes(...whole, writer.frame([putOp(1)])))).toEqual(corruptAt(3));
  });

  it('is refused with a record in its last frame', () => {
    const opening = openingOps(info, entries);
    const end: FrameOp = { ...putOp(1), type: 'end', envelope: uintBytes(opening.length, 8) };
    const fileOf = (last: readonly FrameOp[]) => {
      const writer = createCheckpointWriter(sodium, place);
      return concatBytes(writer.frame(opening), writer.frame(last));
    };
    expect(read(fileOf([...opening, end])).ok).toBe(true);
    expect(read(fileOf([...opening, putOp(1), end]))).toEqual(corruptAt(2));
  });
});
