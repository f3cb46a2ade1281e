/**
 * Every sealed piece of the vault: what goes in comes out; any flipped bit, cut or added byte is refused, and so is
 * the same piece in another place or under another key. Nothing of it throws. Envelope, frame and header are also in
 * tamper.test.ts; checkpoint and backup, which are read as streams, in tests/unit/vault/.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordIdFromBytes } from '@shared/kernel/ids';
import type { Result } from '@shared/kernel/result';
import { loadSodium } from '../../renderer/vault/worker/crypto/sodium';
import { openAnchor, sealAnchor, type Anchor } from '../../renderer/vault/worker/crypto/v1/anchor';
import { openAudit, sealAudit } from '../../renderer/vault/worker/crypto/v1/audit';
import {
  decodeBackupRing,
  encodeBackupRing,
  type BackupRing,
} from '../../renderer/vault/worker/crypto/v1/backup';
import { openCacheRow, sealCacheRow } from '../../renderer/vault/worker/crypto/v1/cache-row';
import {
  openCacheSegment,
  sealCacheSegment,
  type CacheSegmentRow,
} from '../../renderer/vault/worker/crypto/v1/cache-segment';
import { openEnvelope, sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import {
  openFrame,
  openFrameAlone,
  sealFrame,
  type FrameOp,
} from '../../renderer/vault/worker/crypto/v1/frame';
import {
  openOutlineSegment,
  sealOutlineSegment,
  type OutlineHead,
  type OutlinePlace,
} from '../../renderer/vault/worker/crypto/v1/outline-segment';
import { createSegmentSeal, type SegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import type { ManifestEntry } from '../../renderer/vault/worker/crypto/v1/manifest';
import { openRing, sealRing, type Ring } from '../../renderer/vault/worker/crypto/v1/ring';
import { bitFlips, extensions, flipBit, truncations } from '../support/damage';
import { testId } from '../support/vault-kit';

const sodium = await loadSodium();
const key = sodium.randomBytes(32);
const otherKey = sodium.randomBytes(32);
const vaultId = sodium.randomBytes(16);
const otherVault = sodium.randomBytes(16);

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const idArb = bytesOf(16).map((bytes) => recordIdFromBytes(bytes));
const u16 = fc.integer({ min: 0, max: 0xffff });
const u64 = fc.maxSafeNat();

function valueOf<T>(result: Result<T, unknown>): T | null {
  return result.ok ? result.value : null;
}

const ringArb: fc.Arbitrary<Ring> = fc.record({
  revision: u64,
  cacheKey: bytesOf(32),
  entries: fc.array(
    fc.record({
      keyId: bytesOf(16),
      keys: fc.array(bytesOf(32), { minLength: 1, maxLength: 4 }),
      owners: fc.array(idArb, { minLength: 1, maxLength: 5 }).map((owners) => owners.sort()),
    }),
    { maxLength: 8 },
  ),
});
const anchorArb = fc.record({ seq: u64, headHash: bytesOf(32), root: bytesOf(32), at: u64 });
const rowArb: fc.Arbitrary<CacheSegmentRow> = fc.record({
  tableId: u16,
  recordId: idArb,
  revision: u64,
  schema: u16,
  savedAt: u64,
  hash: bytesOf(32),
  json: fc.uint8Array({ maxLength: 400 }),
});
const entryArb: fc.Arbitrary<ManifestEntry> = fc.record({
  type: fc.constantFrom('put', 'remove', 'purge'),
  tableId: u16,
  recordId: idArb,
  revision: u64,
  schema: u16,
  savedAt: u64,
  hash: bytesOf(32),
});
const opArb: fc.Arbitrary<FrameOp> = fc.record({
  type: fc.constantFrom('put', 'remove', 'head', 'audit', 'purge', 'checkpoint', 'catalogue', 'end'),
  tableId: u16,
  recordId: idArb,
  revision: u64,
  schema: u16,
  savedAt: u64,
  envelope: fc.uint8Array({ maxLength: 300 }),
});
const audit = { index: 3, prev: sodium.randomBytes(32) };
const segment = { vaultId, checkpoint: 2, segment: 5 };
const frameAt = {
  vaultId,
  seq: 4,
  prevHash: sodium.randomBytes(32),
  context: 'checkpoint',
  segment: 7,
} as const;
const place = { vaultId, tableId: 3, recordId: testId(1), revision: 4, schema: 1 };
const person = { keyId: sodium.randomBytes(16), keys: [key, otherKey] };
const rowEntry: ManifestEntry = { ...place, type: 'put', savedAt: 9, hash: sodium.randomBytes(32) };

interface Piece<T> {
  readonly values: fc.Arbitrary<T>;
  readonly seal: (value: T) => Uint8Array | Promise<Uint8Array>;
  /** Null when refused. */
  readonly open: (bytes: Uint8Array) => T | null | Promise<T | null>;
  readonly elsewhere: readonly ((bytes: Uint8Array) => unknown)[];
}

const piece = <T>(made: Piece<T>): Piece<unknown> => made as unknown as Piece<unknown>;

const cacheSegment = (seal: SegmentSeal) =>
  piece<readonly CacheSegmentRow[]>({
    values: fc.array(rowArb, { maxLength: 6 }),
    seal: (rows) => sealCacheSegment(seal, key, segment, rows),
    open: (bytes) => openCacheSegment(seal, key, segment, bytes),
    elsewhere: [
      (bytes) => openCacheSegment(seal, otherKey, segment, bytes),
      (bytes) => openCacheSegment(seal, key, { ...segment, vaultId: otherVault }, bytes),
      (bytes) => openCacheSegment(seal, key, { ...segment, checkpoint: 3 }, bytes),
      (bytes) => openCacheSegment(seal, key, { ...segment, segment: 4 }, bytes),
    ],
  });

const segmentSeal = createSegmentSeal(sodium, crypto.subtle);
const outlineAt: OutlinePlace = { vaultId, root: key, kinds: key, segment: 1, segments: 4 };
interface OutlineParts {
  readonly heads: readonly OutlineHead[];
  readonly json: Uint8Array;
}
async function openOutline(
  cacheKey: Uint8Array,
  place: OutlinePlace,
  bytes: Uint8Array,
): Promise<OutlineParts | null> {
  const opened = await openOutlineSegment(segmentSeal, cacheKey, place, bytes);
  const heads = opened?.heads() ?? null;
  return opened === null || heads === null ? null : { heads, json: opened.json.slice() };
}

const pieces: Readonly<Record<string, Piece<unknown>>> = {
  'a keyring': piece<Ring>({
    values: ringArb,
    seal: (ring) => sealRing(sodium, key, vaultId, ring),
    open: (bytes) => valueOf(openRing(sodium, key, vaultId, bytes)),
    elsewhere: [
      (bytes) => valueOf(openRing(sodium, otherKey, vaultId, bytes)),
      (bytes) => valueOf(openRing(sodium, key, otherVault, bytes)),
    ],
  }),
  'an audit entry': piece<Uint8Array>({
    values: fc.uint8Array({ maxLength: 600 }),
    seal: (plain) => sealAudit(sodium, key, vaultId, audit, plain),
    open: (bytes) => openAudit(sodium, key, vaultId, audit, bytes),
    elsewhere: [
      (bytes) => openAudit(sodium, otherKey, vaultId, audit, bytes),
      (bytes) => openAudit(sodium, key, otherVault, audit, bytes),
      (bytes) => openAudit(sodium, key, vaultId, { ...audit, index: 4 }, bytes),
      (bytes) => openAudit(sodium, key, vaultId, { ...audit, prev: otherKey }, bytes),
    ],
  }),
  'an anchor': piece<Anchor>({
    values: anchorArb,
    seal: (anchor) => sealAnchor(sodium, key, vaultId, anchor),
    open: (bytes) => openAnchor(sodium, key, vaultId, bytes),
    elsewhere: [
      (bytes) => openAnchor(sodium, otherKey, vaultId, bytes),
      (bytes) => openAnchor(sodium, key, otherVault, bytes),
    ],
  }),
  'a cache segment': cacheSegment(createSegmentSeal(sodium, crypto.subtle)),
  'a cache segment, without WebCrypto': cacheSegment(createSegmentSeal(sodium, null)),
  'an outline segment': piece<OutlineParts>({
    values: fc.record({
      heads: fc.array(fc.record({ recordId: idArb, revision: u64 }), { maxLength: 4 }),
      json: fc.uint8Array({ maxLength: 300 }),
    }),
    seal: (parts) => sealOutlineSegment(segmentSeal, key, outlineAt, parts),
    open: (bytes) => openOutline(key, outlineAt, bytes),
    elsewhere: [
      (bytes) => openOutline(otherKey, outlineAt, bytes),
      (bytes) => openOutline(key, { ...outlineAt, vaultId: otherVault }, bytes),
      (bytes) => openOutline(key, { ...outlineAt, root: otherKey }, bytes),
      (bytes) => openOutline(key, { ...outlineAt, kinds: otherKey }, bytes),
      (bytes) => openOutline(key, { ...outlineAt, segment: 2 }, bytes),
    ],
  }),
  'a frame of a checkpoint': piece<readonly FrameOp[]>({
    values: fc.array(opArb, { maxLength: 5 }),
    seal: (ops) => sealFrame(sodium, key, frameAt, ops),
    open: (bytes) => valueOf(openFrame(sodium, key, frameAt, bytes)),
    elsewhere: [
      (bytes) => valueOf(openFrame(sodium, otherKey, frameAt, bytes)),
      (bytes) => valueOf(openFrame(sodium, key, { ...frameAt, vaultId: otherVault }, bytes)),
      (bytes) => valueOf(openFrame(sodium, key, { ...frameAt, context: 'frame' }, bytes)),
      (bytes) => valueOf(openFrame(sodium, key, { ...frameAt, segment: 8 }, bytes)),
      (bytes) => valueOf(openFrame(sodium, key, { ...frameAt, seq: 5 }, bytes)),
      (bytes) => valueOf(openFrame(sodium, key, { ...frameAt, prevHash: otherKey }, bytes)),
    ],
  }),
  'a frame read by itself': piece<readonly FrameOp[]>({
    values: fc.array(opArb, { maxLength: 5 }),
    seal: (ops) => sealFrame(sodium, key, frameAt, ops),
    open: (bytes) => valueOf(openFrameAlone(sodium, key, vaultId, bytes, 'checkpoint', 7)),
    elsewhere: [
      (bytes) => valueOf(openFrameAlone(sodium, otherKey, vaultId, bytes, 'checkpoint', 7)),
      (bytes) => valueOf(openFrameAlone(sodium, key, otherVault, bytes, 'checkpoint', 7)),
      (bytes) => valueOf(openFrameAlone(sodium, key, vaultId, bytes, 'checkpoint', 8)),
      (bytes) => valueOf(openFrameAlone(sodium, key, vaultId, bytes, 'frame', 7)),
      (bytes) => valueOf(openFrameAlone(sodium, key, vaultId, bytes)),
    ],
  }),
  "a person's envelope": piece<Uint8Array>({
    values: fc.uint8Array({ maxLength: 3000 }),
    seal: (plain) => sealEnvelope(sodium, person, place, plain),
    open: (bytes) => valueOf(openEnvelope(sodium, () => person.keys, place, bytes)),
    elsewhere: [
      (bytes) => valueOf(openEnvelope(sodium, () => [otherKey], place, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => [], place, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => person.keys, { ...place, vaultId: otherVault }, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => person.keys, { ...place, tableId: 4 }, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => person.keys, { ...place, recordId: testId(2) }, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => person.keys, { ...place, revision: 3 }, bytes)),
      (bytes) => valueOf(openEnvelope(sodium, () => person.keys, { ...place, schema: 2 }, bytes)),
    ],
  }),
  "a backup's keyring": piece<BackupRing>({
    values: fc.record({ backupId: bytesOf(16), ring: fc.uint8Array({ maxLength: 500 }) }),
    seal: (made) => encodeBackupRing(sodium, made),
    open: (bytes) => valueOf(decodeBackupRing(sodium, bytes)),
    elsewhere: [],
  }),
};

describe.each(Object.entries(pieces))('%s', (_name, { values, seal, open, elsewhere }) => {
  const [sample] = fc.sample(values, { numRuns: 1, seed: 20_261_124 });
  let sealed: Uint8Array;
  beforeAll(async () => {
    sealed = await seal(sample);
  });

  it('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        expect(await open(await seal(value))).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused with any bit flipped, cut at any byte, or longer', async () => {
    const changes = [...bitFlips(sealed), ...truncations(sealed), ...extensions(sealed)];
    const opened = await Promise.all(changes.map((changed) => open(changed)));
    expect(changes.filter((_changed, index) => opened[index] !== null)).toEqual([]);
  });

  it('is refused with one bit flipped, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.nat(), async (value, at) => {
        const bytes = await seal(value);
        expect(await open(flipBit(bytes, at % (bytes.length * 8)))).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  it('is refused as anything else, and bytes that are not ours are', async () => {
    for (const openElsewhere of elsewhere) expect(await openElsewhere(sealed)).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        expect(await open(bytes)).toBeNull();
      }),
    );
  });
});

describe('a row of the cache', () => {
  const envelope = sodium.randomBytes(50);
  const sealed = sealCacheRow(sodium, key, vaultId, rowEntry, envelope);
  const open = (bytes: Uint8Array) => openCacheRow(sodium, key, vaultId, rowEntry.recordId, bytes);

  it('comes out as it went in', () => {
    fc.assert(
      fc.property(entryArb, fc.uint8Array({ maxLength: 300 }), (entry, bytes) => {
        const row = sealCacheRow(sodium, key, vaultId, entry, bytes);
        expect(openCacheRow(sodium, key, vaultId, entry.recordId, row)).toEqual({ entry, envelope: bytes });
      }),
    );
  });

  it('is refused with a bit of its own part flipped; the envelope behind it is for its hash to judge', () => {
    const own = sealed.length - envelope.length;
    for (let bit = 0; bit < own * 8; bit += 1) expect(open(flipBit(sealed, bit))).toBeNull();
    for (let length = 0; length < own; length += 1) expect(open(sealed.subarray(0, length))).toBeNull();
  });

  it('is refused as another record, in another vault, under another key', () => {
    expect(openCacheRow(sodium, key, vaultId, testId(2), sealed)).toBeNull();
    expect(openCacheRow(sodium, key, otherVault, rowEntry.recordId, sealed)).toBeNull();
    expect(openCacheRow(sodium, otherKey, vaultId, rowEntry.recordId, sealed)).toBeNull();
  });
});
