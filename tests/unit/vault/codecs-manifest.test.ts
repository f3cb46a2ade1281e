/** The manifest's root is a function of what stands in it, of nothing else, and of every bit of that. */
import { blake2b } from '@noble/hashes/blake2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordIdFromBytes, recordIdToBytes } from '@shared/kernel/ids';
import { concatBytes, uintBytes } from '@shared/vault/bytes';
import { loadSodium } from '../../../renderer/vault/worker/crypto/sodium';
import { nobodyId, type FrameOp } from '../../../renderer/vault/worker/crypto/v1/frame';
import {
  createManifest,
  decodeEntries,
  encodeEntries,
  entryOf,
  type Manifest,
  type ManifestEntry,
} from '../../../renderer/vault/worker/crypto/v1/manifest';
import { extensions, flipBit, truncations } from '../../support/damage';
import { testId } from '../../support/vault-kit';

const sodium = await loadSodium();
const vaultId = sodium.randomBytes(16);
const manifestKey = sodium.randomBytes(32);

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const entryArb: fc.Arbitrary<ManifestEntry> = fc.record({
  type: fc.constantFrom('put', 'remove', 'purge'),
  tableId: fc.integer({ min: 0, max: 0xffff }),
  recordId: bytesOf(16).map((bytes) => recordIdFromBytes(bytes)),
  revision: fc.maxSafeNat(),
  schema: fc.integer({ min: 0, max: 0xffff }),
  savedAt: fc.maxSafeNat(),
  hash: bytesOf(32),
});
const entriesArb = fc.uniqueArray(entryArb, { selector: (entry) => entry.recordId, maxLength: 40 });

function manifestOf(entries: readonly ManifestEntry[]): Manifest {
  const manifest = createManifest(sodium, { vaultId, manifestKey });
  for (const entry of entries) manifest.set(entry);
  return manifest;
}

/** From the format page, without our codecs. */
function independentRoot(entries: readonly ManifestEntry[]): Uint8Array {
  const ascii = (text: string) => new TextEncoder().encode(text);
  const hash = (message: Uint8Array) => blake2b(message, { key: manifestKey, dkLen: 32 });
  const sorted = [...entries].sort((left, right) => (left.recordId < right.recordId ? -1 : 1));
  const buckets = Array.from({ length: 256 }, (_, bucket) => {
    const rows = sorted.filter((entry) => Number.parseInt(entry.recordId.slice(0, 2), 16) === bucket);
    const joined = rows.map((entry) =>
      concatBytes(
        Uint8Array.of({ put: 1, remove: 2, purge: 5 }[entry.type]),
        uintBytes(entry.tableId, 2),
        recordIdToBytes(entry.recordId),
        uintBytes(entry.revision, 8),
        uintBytes(entry.schema, 2),
        uintBytes(entry.savedAt, 8),
        entry.hash,
      ),
    );
    return hash(concatBytes(ascii('steading1/bucket'), vaultId, Uint8Array.of(bucket), ...joined));
  });
  return hash(concatBytes(ascii('steading1/root'), vaultId, ...buckets));
}

describe('manifest entries', () => {
  it('come out as they went in, 69 bytes each', () => {
    fc.assert(
      fc.property(fc.array(entryArb, { maxLength: 20 }), (entries) => {
        const bytes = encodeEntries(entries);
        expect(bytes.length).toBe(entries.length * 69);
        expect(decodeEntries(bytes)).toEqual(entries);
      }),
    );
  });

  it('are none when cut, longer, or of an unknown type, and with a flipped bit are others', () => {
    const [entry] = fc.sample(entryArb, { numRuns: 1, seed: 3 }) as [ManifestEntry];
    const bytes = encodeEntries([entry]);
    for (const cut of truncations(bytes)) expect(decodeEntries(cut)).toEqual(cut.length === 0 ? [] : null);
    for (const longer of extensions(bytes).slice(0, 3)) expect(decodeEntries(longer)).toBeNull();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      expect(decodeEntries(flipBit(bytes, bit))).not.toEqual([entry]);
    }
    expect(decodeEntries(bytes.with(0, 3))).toBeNull();
  });

  it('are what an operation leaves', () => {
    const op: FrameOp = {
      type: 'put',
      tableId: 3,
      recordId: testId(1),
      revision: 2,
      schema: 1,
      savedAt: 5,
      envelope: sodium.randomBytes(300),
    };
    const { envelope, ...rest } = op;
    expect(entryOf(sodium, op)).toEqual({ ...rest, hash: blake2b(envelope, { dkLen: 32 }) });
    const removed = { ...op, schema: 0, envelope: new Uint8Array(0) };
    for (const type of ['remove', 'purge'] as const) {
      expect(entryOf(sodium, { ...removed, type })).toMatchObject({ type, hash: new Uint8Array(32) });
    }
    expect(() => entryOf(sodium, { ...removed, type: 'head' })).toThrow();
  });
});

describe('the root', () => {
  it('is what the format page says', () => {
    fc.assert(
      fc.property(entriesArb, (entries) => {
        expect(manifestOf(entries).root()).toEqual(independentRoot(entries));
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on the order, nor on when it was asked for', () => {
    fc.assert(
      fc.property(
        entriesArb.chain((entries) =>
          fc.record({
            entries: fc.constant(entries),
            order: fc.shuffledSubarray(entries, { minLength: entries.length }),
            asked: fc.infiniteStream(fc.boolean()),
          }),
        ),
        ({ entries, order, asked }) => {
          const manifest = manifestOf([]);
          for (const entry of order) {
            manifest.set({ ...entry, revision: 0, type: 'put' });
            if (asked.next().value === true) manifest.root();
            manifest.set(entry);
            if (asked.next().value === true) manifest.root();
          }
          expect(manifest.root()).toEqual(manifestOf(entries).root());
          expect([...manifest.entries()]).toEqual(
            [...entries].sort((left, right) => (left.recordId < right.recordId ? -1 : 1)),
          );
          expect(manifest.size).toBe(entries.length);
          expect(manifest.liveCount()).toBe(entries.filter((entry) => entry.type === 'put').length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('changes with every field of every entry', () => {
    const other = { type: ['put', 'remove', 'purge'] } as const;
    fc.assert(
      fc.property(entriesArb, fc.nat(), entryArb, (entries, at, fresh) => {
        fc.pre(entries.length > 0);
        const index = at % entries.length;
        const entry = entries[index] ?? fresh;
        const root = manifestOf(entries).root();
        const changes: Partial<ManifestEntry>[] = [
          ...other.type.filter((type) => type !== entry.type).map((type) => ({ type })),
          { tableId: entry.tableId ^ 1 },
          { recordId: recordIdFromBytes(flipBit(recordIdToBytes(entry.recordId), at % 128)) },
          { revision: entry.revision === 0 ? 1 : entry.revision - 1 },
          { schema: entry.schema ^ 1 },
          { savedAt: entry.savedAt === 0 ? 1 : entry.savedAt - 1 },
          { hash: flipBit(entry.hash, at % 256) },
        ];
        for (const change of changes) {
          expect(manifestOf(entries.with(index, { ...entry, ...change })).root()).not.toEqual(root);
        }
        expect(manifestOf(entries.toSpliced(index, 1)).root()).not.toEqual(root);
        if (!entries.some((known) => known.recordId === fresh.recordId)) {
          expect(manifestOf([...entries, fresh]).root()).not.toEqual(root);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is another in another vault and under another key', () => {
    const root = manifestOf([]).root();
    expect(createManifest(sodium, { vaultId: sodium.randomBytes(16), manifestKey }).root()).not.toEqual(root);
    const otherKey = sodium.randomBytes(32);
    expect(createManifest(sodium, { vaultId, manifestKey: otherKey }).root()).not.toEqual(root);
  });

  it('is as it was once an entry is taken out again', () => {
    fc.assert(
      fc.property(entriesArb, entryArb, (entries, fresh) => {
        fc.pre(!entries.some((known) => known.recordId === fresh.recordId));
        const manifest = manifestOf(entries);
        const root = manifest.root();
        const [size, live] = [manifest.size, manifest.liveCount()];
        manifest.delete(fresh.recordId);
        expect(manifest.root()).toEqual(root);
        manifest.set(fresh);
        expect(manifest.get(fresh.recordId)).toBe(fresh);
        expect(manifest.root()).not.toEqual(root);
        manifest.delete(fresh.recordId);
        expect(manifest.get(fresh.recordId)).toBeUndefined();
        expect(manifest.root()).toEqual(root);
        expect([manifest.size, manifest.liveCount()]).toEqual([size, live]);
      }),
      { numRuns: 30 },
    );
  });

  it('knows the id of nobody too', () => {
    const [entry] = fc.sample(entryArb, { numRuns: 1, seed: 4 }) as [ManifestEntry];
    const manifest = manifestOf([{ ...entry, recordId: nobodyId }]);
    expect(manifest.get(nobodyId)?.hash).toEqual(entry.hash);
    expect(manifest.get(testId(1))).toBeUndefined();
  });
});
