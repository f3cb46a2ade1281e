/** What the codecs say of later versions, re-wrapped keys, chains and the plain fields inside frames. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes } from '@shared/vault/bytes';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import { loadSodium, type Sodium } from '../../../renderer/vault/worker/crypto/sodium';
import { anchorName, openAnchor, sealAnchor } from '../../../renderer/vault/worker/crypto/v1/anchor';
import { auditHash, openAudit, sealAudit } from '../../../renderer/vault/worker/crypto/v1/audit';
import { decodeBackupRing, encodeBackupRing } from '../../../renderer/vault/worker/crypto/v1/backup';
import { createSegmentSeal } from '../../../renderer/vault/worker/crypto/segment-seal';
import { openCacheRow, sealCacheRow } from '../../../renderer/vault/worker/crypto/v1/cache-row';
import { openCacheSegment, sealCacheSegment } from '../../../renderer/vault/worker/crypto/v1/cache-segment';
import {
  envelopeKeyId,
  openEnvelope,
  rewrapEnvelope,
  sealEnvelope,
} from '../../../renderer/vault/worker/crypto/v1/envelope';
import {
  genesisHash,
  openFrame,
  sealFrame,
  wholeFrameAt,
} from '../../../renderer/vault/worker/crypto/v1/frame';
import { decodeHead, encodeHead, headOp } from '../../../renderer/vault/worker/crypto/v1/head';
import { deriveKeys, wipeKeys } from '../../../renderer/vault/worker/crypto/v1/keys';
import { encodeEntries } from '../../../renderer/vault/worker/crypto/v1/manifest';
import { openRing, sealRing, type Ring } from '../../../renderer/vault/worker/crypto/v1/ring';
import { bitFlips, extensions, truncations } from '../../support/damage';
import { must, testId } from '../../support/vault-kit';

const sodium = await loadSodium();
const key = sodium.randomBytes(32);
const otherKey = sodium.randomBytes(32);
const vaultId = sodium.randomBytes(16);
const otherVault = sodium.randomBytes(16);
const backupId = sodium.randomBytes(16);
const personKeyId = sodium.randomBytes(16);
const place = { vaultId, tableId: 3, recordId: testId(1), revision: 4, schema: 1 };
const audit = { index: 3, prev: sodium.randomBytes(32) };
const frameAt = {
  vaultId,
  seq: 4,
  prevHash: sodium.randomBytes(32),
  context: 'checkpoint',
  segment: 7,
} as const;
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const u64 = fc.maxSafeNat();

const ring: Ring = {
  revision: 1,
  cacheKey: key,
  entries: [{ keyId: backupId, keys: [key, otherKey], owners: [testId(2), testId(1)] }],
};

/** Seals something else than it is told to: what only a defect, or somebody with the keys, could write. */
function sealing(change: (plain: Uint8Array) => Uint8Array): Sodium {
  return { ...sodium, seal: (plain, ...rest) => sodium.seal(change(plain), ...rest) };
}

describe('what is sealed well and not as it should be', () => {
  const changes: ((plain: Uint8Array) => Uint8Array)[] = [
    (plain) => concatBytes(plain, Uint8Array.of(0)),
    (plain) => plain.subarray(0, plain.length - 1),
    () => new Uint8Array(0),
  ];
  const padded = (change: (plain: Uint8Array) => Uint8Array) =>
    sealing((plain) => padBytes(change(unpadBytes(plain) ?? plain)));

  it.each(changes)('is refused all the same (%#)', async (change) => {
    expect(openRing(sodium, key, vaultId, sealRing(padded(change), key, vaultId, ring)).ok).toBe(false);
    expect(openRing(sodium, key, vaultId, sealRing(sealing(change), key, vaultId, ring)).ok).toBe(false);
    const row = { ...place, savedAt: 1, hash: key, json: key };
    const segment = { vaultId, checkpoint: 1, segment: 1 };
    const other = createSegmentSeal(sealing(change), null);
    const rows = await sealCacheSegment(other, key, segment, [row, row]);
    const segmentSeal = createSegmentSeal(sodium, crypto.subtle);
    expect(await openCacheSegment(segmentSeal, key, segment, rows)).toBeNull();
    const op = { ...place, type: 'put' as const, savedAt: 1, envelope: key };
    expect(openFrame(sodium, key, frameAt, sealFrame(sealing(change), key, frameAt, [op, op])).ok).toBe(
      false,
    );
    const anchor = { seq: 1, headHash: key, root: key, at: 1 };
    expect(openAnchor(sodium, key, vaultId, sealAnchor(sealing(change), key, vaultId, anchor))).toBeNull();
    const entry = sealAudit(sealing(change), key, vaultId, audit, key);
    expect(openAudit(sodium, key, vaultId, audit, entry)).toBeNull();
    const nobody = { keyId: nobodyKeyId, keys: [key] };
    const envelope = sealEnvelope(sealing(change), nobody, place, key);
    expect(openEnvelope(sodium, () => [key], place, envelope).ok).toBe(false);
    const cacheRow = sealCacheRow(sealing(change), key, vaultId, { ...row, type: 'put' }, key);
    expect(openCacheRow(sodium, key, vaultId, row.recordId, cacheRow)).toBeNull();
  });

  it('in a keyring: no keys, or more than four', () => {
    for (const count of [0, 5]) {
      // The number of keys stands behind layout, cache key, count and key id.
      const other = sealing((plain) => plain.with(1 + 32 + 4 + 16, count));
      expect(openRing(sodium, key, vaultId, sealRing(other, key, vaultId, ring)).ok).toBe(false);
    }
  });

  it('in a row of the cache: another record than the row is of', () => {
    const entry = { ...place, type: 'put' as const, savedAt: 1, hash: key };
    const other = sealing(() => encodeEntries([{ ...entry, recordId: testId(9) }]));
    const row = sealCacheRow(other, key, vaultId, entry, key);
    expect(openCacheRow(sodium, key, vaultId, entry.recordId, row)).toBeNull();
  });
});

it('has the owners of a key in the order of their ids', () => {
  const opened = must(openRing(sodium, key, vaultId, sealRing(sodium, key, vaultId, ring)));
  expect(opened.entries[0]?.owners).toEqual([testId(1), testId(2)]);
});

describe('what a later version wrote', () => {
  const tooNew = (version: number) => ({ ok: false, error: { tag: 'EnvelopeTooNew', version } });
  const frameOf = (number: number, layout = 1): Uint8Array => {
    const plain = new Uint8Array(5 + 41);
    plain.set([layout, 0, 0, 0, 1, number]);
    const real = {
      ...sodium,
      seal: (_: Uint8Array, ...rest: [Uint8Array, Uint8Array, Uint8Array]) => sodium.seal(plain, ...rest),
    };
    return sealFrame(real, key, frameAt, []);
  };

  it('in a frame: another layout, or an operation above 8', () => {
    expect(must(openFrame(sodium, key, frameAt, frameOf(8)))[0]?.type).toBe('end');
    expect(openFrame(sodium, key, frameAt, frameOf(9))).toEqual(tooNew(2));
    expect(openFrame(sodium, key, frameAt, frameOf(1, 2))).toEqual(tooNew(2));
    const zero = { ok: false, error: { tag: 'EnvelopeCorrupt', where: 'checkpoint 7 frame 4' } };
    expect(openFrame(sodium, key, frameAt, frameOf(0))).toEqual(zero);
  });

  it('in a keyring: another magic or layout, told from damage by the hash', () => {
    const sealed = sealRing(sodium, key, vaultId, ring);
    const body = sealed.slice(0, sealed.length - 32);
    body[3] = '2'.charCodeAt(0);
    const later = Uint8Array.from([...body, ...sodium.hash(32, body)]);
    expect(openRing(sodium, key, vaultId, later)).toEqual(tooNew(2));
    const damaged = { ok: false, error: { tag: 'EnvelopeCorrupt', where: 'keyring' } };
    expect(openRing(sodium, key, vaultId, Uint8Array.from([...body, ...sealed.slice(-32)]))).toEqual(damaged);
    expect(openRing(sodium, key, otherVault, sealed)).toEqual(damaged);
    const layout2 = sealing((plain) => plain.with(0, 2));
    expect(openRing(sodium, key, vaultId, sealRing(layout2, key, vaultId, ring))).toEqual(tooNew(2));
  });

  it('in the keyring beside a backup', () => {
    const sealed = encodeBackupRing(sodium, { backupId, ring: key });
    const reasonOf = (bytes: Uint8Array) => {
      const decoded = decodeBackupRing(sodium, bytes);
      return decoded.ok ? null : decoded.error.reason;
    };
    expect(reasonOf(sealed.with(3, '2'.charCodeAt(0)))).toBe('newer');
    expect(reasonOf(sealed.with(0, 0))).toBe('foreign');
    expect(reasonOf(sealed.subarray(0, 40))).toBe('truncated');
    expect(reasonOf(sealed.subarray(0, sealed.length - 1))).toBe('truncated');
    expect(reasonOf(new Uint8Array(0))).toBe('truncated');
    expect(reasonOf(sealed.with(30, (sealed[30] ?? 0) ^ 1))).toBe('altered');
    expect(reasonOf(Uint8Array.from([...sealed, 0]))).toBe('altered');
  });
});

describe('a keyring that could not be read back', () => {
  it.each([
    { keys: [], owners: [testId(1)] },
    { keys: [key, key, key, key, key], owners: [testId(1)] },
    { keys: [key], owners: [] },
  ])('is never written', (entry) => {
    const made: Ring = { ...ring, entries: [{ keyId: backupId, ...entry }] };
    expect(() => sealRing(sodium, key, vaultId, made)).toThrow();
  });
});

describe('a re-wrapped envelope', () => {
  const sealed = sealEnvelope(sodium, { keyId: personKeyId, keys: [otherKey] }, place, key);

  it('opens under the new key alone, and is otherwise as before', () => {
    const newKey = sodium.randomBytes(32);
    const wrapped = rewrapEnvelope(sodium, [key, otherKey], newKey, place, sealed);
    if (wrapped === null) throw new Error('Not re-wrapped');
    expect(must(openEnvelope(sodium, () => [newKey], place, wrapped))).toEqual(key);
    expect(openEnvelope(sodium, () => [otherKey], place, wrapped).ok).toBe(false);
    expect(envelopeKeyId(wrapped)).toEqual(personKeyId);
    expect(wrapped.length).toBe(sealed.length);
    expect(wrapped.subarray(118)).toEqual(sealed.subarray(118));
    expect(wrapped.subarray(46, 118)).not.toEqual(sealed.subarray(46, 118));
  });

  it('is not made from one that does not open', () => {
    expect(rewrapEnvelope(sodium, [key], key, place, sealed)).toBeNull();
    expect(rewrapEnvelope(sodium, [otherKey], key, { ...place, revision: 5 }, sealed)).toBeNull();
    expect(rewrapEnvelope(sodium, [otherKey], key, place, sealed.subarray(0, 130))).toBeNull();
    expect(envelopeKeyId(sealed.subarray(0, 130))).toBeNull();
    expect(envelopeKeyId(sealEnvelope(sodium, { keyId: nobodyKeyId, keys: [key] }, place, key))).toEqual(
      nobodyKeyId,
    );
  });

  it('says that its key is missing, not that it is damaged', () => {
    expect(openEnvelope(sodium, () => [], place, sealed)).toEqual({
      ok: false,
      error: { tag: 'RecordKeyMissing', where: `record ${place.recordId}` },
    });
  });
});

describe('plain fields', () => {
  const headArb = fc.record({
    root: bytesOf(32),
    ringRevision: u64,
    auditCount: u64,
    auditHead: bytesOf(32),
    liveCount: u32,
  });

  it('of a head read back; another length is none', () => {
    fc.assert(
      fc.property(headArb, u64, (head, seq) => {
        const bytes = encodeHead(head);
        expect(decodeHead(bytes)).toEqual(head);
        for (const cut of [...truncations(bytes), ...extensions(bytes)]) expect(decodeHead(cut)).toBeNull();
        expect(headOp(seq, 5, head)).toMatchObject({
          type: 'head',
          tableId: 0,
          revision: seq,
          schema: 0,
          savedAt: 5,
        });
      }),
      { numRuns: 20 },
    );
  });

  it('of a head are none with a number that memory could not hold', () => {
    const bytes = encodeHead({
      root: key,
      ringRevision: 2 ** 53 - 1,
      auditCount: 0,
      auditHead: key,
      liveCount: 1,
    });
    expect(decodeHead(bytes)?.ringRevision).toBe(2 ** 53 - 1);
    expect(decodeHead(bytes.with(32 + 1, 32))).toBeNull();
    expect(() =>
      encodeHead({ root: key, ringRevision: 2 ** 53, auditCount: 0, auditHead: key, liveCount: 1 }),
    ).toThrow();
    expect(() =>
      encodeHead({ root: key, ringRevision: 0, auditCount: 0, auditHead: key, liveCount: 2 ** 32 }),
    ).toThrow();
    expect(() =>
      encodeHead({ root: key.subarray(1), ringRevision: 0, auditCount: 0, auditHead: key, liveCount: 1 }),
    ).toThrow();
  });

  it('chain the log: each hash depends on all that came before', () => {
    const payload = sealAudit(sodium, key, vaultId, audit, key);
    const hash = auditHash(sodium, vaultId, 3, audit.prev, payload);
    expect(auditHash(sodium, vaultId, 3, audit.prev, payload)).toEqual(hash);
    expect(auditHash(sodium, vaultId, 4, audit.prev, payload)).not.toEqual(hash);
    expect(auditHash(sodium, vaultId, 3, otherKey, payload)).not.toEqual(hash);
    expect(auditHash(sodium, otherVault, 3, audit.prev, payload)).not.toEqual(hash);
    for (const flipped of bitFlips(payload))
      expect(auditHash(sodium, vaultId, 3, audit.prev, flipped)).not.toEqual(hash);
  });

  it('name an anchor by its vault, and begin each chain at its own place', () => {
    expect(anchorName(sodium, vaultId)).toMatch(/^[0-9a-f]{32}$/);
    expect(anchorName(sodium, otherVault)).not.toBe(anchorName(sodium, vaultId));
    const starts = [
      genesisHash(sodium, vaultId),
      genesisHash(sodium, otherVault),
      genesisHash(sodium, vaultId, 'checkpoint', 1),
      genesisHash(sodium, vaultId, 'checkpoint', 2),
    ].map((hash) => hash.join());
    expect(new Set(starts).size).toBe(4);
    expect(genesisHash(sodium, vaultId, 'frame', 1).join()).toBe(starts[0]);
  });

  it('of a frame are there before it is opened', () => {
    const frame = sealFrame(sodium, key, frameAt, []);
    const whole = wholeFrameAt(sodium, Uint8Array.from([...frame, 1, 2, 3]));
    expect(whole).toEqual({ frame, seq: 4, prevHash: frameAt.prevHash });
  });
});

describe('the keys of a vault', () => {
  it('are nine that differ, and none is left when they are wiped', () => {
    const keys = deriveKeys(sodium, sodium.randomBytes(32));
    const all = Object.values(keys) as Uint8Array[];
    expect(new Set(all.map((each) => each.join())).size).toBe(9);
    wipeKeys(sodium, keys);
    for (const each of all) expect(each).toEqual(new Uint8Array(32));
  });
});
