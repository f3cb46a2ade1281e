/**
 * One of each piece of format 1, made from fixed inputs through the codecs. Their bytes stand in
 * tests/fixtures/vault-vectors.json: they are added to, never changed.
 */
import { recordIdFromBytes } from '@shared/kernel/ids';
import { concatBytes } from '@shared/vault/bytes';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import type { Sodium } from '../../renderer/vault/worker/crypto/sodium';
import { anchorName, openAnchor, sealAnchor } from '../../renderer/vault/worker/crypto/v1/anchor';
import {
  auditHash,
  openAudit,
  sealAudit,
  type AuditPlace,
} from '../../renderer/vault/worker/crypto/v1/audit';
import {
  createBackupReader,
  createBackupWriter,
  decodeBackupRing,
  encodeBackupRing,
} from '../../renderer/vault/worker/crypto/v1/backup';
import { createSegmentSeal } from '../../renderer/vault/worker/crypto/segment-seal';
import { openCacheRow, sealCacheRow } from '../../renderer/vault/worker/crypto/v1/cache-row';
import { openCacheSegment, sealCacheSegment } from '../../renderer/vault/worker/crypto/v1/cache-segment';
import {
  createCheckpointReader,
  createCheckpointWriter,
  openingOps,
  type CheckpointInfo,
} from '../../renderer/vault/worker/crypto/v1/checkpoint';
import { openEnvelope, rewrapEnvelope, sealEnvelope } from '../../renderer/vault/worker/crypto/v1/envelope';
import {
  chainHash,
  genesisHash,
  openFrame,
  sealFrame,
  type FrameOp,
} from '../../renderer/vault/worker/crypto/v1/frame';
import { decodeHead, encodeHead, headOp, type Head } from '../../renderer/vault/worker/crypto/v1/head';
import { decodeHeader, encodeHeader, openSlot, sealSlot } from '../../renderer/vault/worker/crypto/v1/header';
import { deriveKeys } from '../../renderer/vault/worker/crypto/v1/keys';
import {
  createManifest,
  decodeEntries,
  encodeEntries,
  entryOf,
} from '../../renderer/vault/worker/crypto/v1/manifest';
import {
  openOutlineSegment,
  sealOutlineSegment,
} from '../../renderer/vault/worker/crypto/v1/outline-segment';
import { openRing, sealRing, type Ring } from '../../renderer/vault/worker/crypto/v1/ring';
import { must } from '../support/vault-kit';

export interface Vector {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Through the real library; gives `value` again, or a promise of it. */
  readonly reopen: (bytes: Uint8Array) => unknown;
  readonly value: unknown;
}

const text = new TextEncoder().encode('{"note":"half a thought"}');
const long = new Uint8Array(5000).fill(0x78);
const at = Date.UTC(2026, 10, 24, 9, 30, 0);

export async function buildVectors(real: Sodium): Promise<readonly Vector[]> {
  const fixed = createFixedSodium(real);
  const vaultId = filled(16, 0x10);
  const rootKey = filled(32, 0x20);
  const kek = filled(32, 0x30);
  const keys = deriveKeys(real, rootKey.slice());
  const vectors: Vector[] = [];
  const add = (name: string, bytes: Uint8Array, reopen: Vector['reopen'], value: unknown): Uint8Array => {
    vectors.push({ name, bytes, reopen, value });
    return bytes;
  };
  const same = (bytes: Uint8Array): Uint8Array => bytes;

  for (const [name, key] of Object.entries(keys) as [string, Uint8Array][])
    add(`keys ${name}`, key, same, key);

  const slots = (['passphrase', 'recovery'] as const).map((type) =>
    sealSlot(
      fixed,
      vaultId,
      { type, revision: 2, params: { opsLimit: 3, memLimitKib: 65_536 } },
      kek,
      rootKey,
    ),
  );
  const header = add(
    'header',
    encodeHeader(fixed, { vaultId, revision: 5, slots }),
    (bytes) => must(decodeHeader(real, bytes)).slots.map((slot) => openSlot(real, vaultId, slot, kek)),
    [rootKey, rootKey],
  );

  const place = { vaultId, tableId: 3, recordId: idOf(1), revision: 4, schema: 1 };
  const person = { keyId: filled(16, 0x40), keys: [filled(32, 0x50), filled(32, 0x60)] };
  const nobody = { keyId: nobodyKeyId, keys: [keys.recordsKey] };
  const opened = (keyList: readonly Uint8Array[]) => (bytes: Uint8Array) =>
    must(openEnvelope(real, () => keyList, place, bytes));
  const envelope = add(
    'envelope of nobody',
    sealEnvelope(fixed, nobody, place, text),
    opened(nobody.keys),
    text,
  );
  const own = add(
    'envelope of a person',
    sealEnvelope(fixed, person, place, text),
    opened(person.keys),
    text,
  );
  add('envelope, long', sealEnvelope(fixed, person, place, long), opened(person.keys), long);
  const rewrapped = rewrapEnvelope(fixed, person.keys, filled(32, 0x70), place, own) ?? own;
  add('envelope, re-wrapped', rewrapped, opened([filled(32, 0x70)]), text);

  const ring: Ring = {
    revision: 9,
    cacheKey: filled(32, 0x80),
    entries: [
      { ...person, owners: [idOf(2)] },
      { keyId: filled(16, 0x41), keys: [filled(32, 0x51)], owners: [idOf(2), idOf(3)] },
    ],
  };
  const reopenRing = (bytes: Uint8Array) => must(openRing(real, keys.ringKey, vaultId, bytes));
  const ringBytes = add('keyring', sealRing(fixed, keys.ringKey, vaultId, ring), reopenRing, ring);
  const emptyRing: Ring = { ...ring, revision: 1, entries: [] };
  add('keyring, empty', sealRing(fixed, keys.ringKey, vaultId, emptyRing), reopenRing, emptyRing);

  const first = { index: 1, prev: new Uint8Array(32) };
  const reopenAudit = (entry: AuditPlace) => (bytes: Uint8Array) =>
    openAudit(real, keys.auditKey, vaultId, entry, bytes);
  const firstEntry = sealAudit(fixed, keys.auditKey, vaultId, first, text);
  add('audit entry 1', firstEntry, reopenAudit(first), text);
  const second = { index: 2, prev: auditHash(real, vaultId, 1, first.prev, firstEntry) };
  const secondEntry = sealAudit(fixed, keys.auditKey, vaultId, second, text);
  add('audit entry 2', secondEntry, reopenAudit(second), text);
  const auditHead = auditHash(real, vaultId, 2, second.prev, secondEntry);
  add('audit head', auditHead, same, auditHead);

  const { tableId, recordId, revision, schema } = place;
  const put: FrameOp = { type: 'put', tableId, recordId, revision, schema, savedAt: at, envelope };
  const remove: FrameOp = {
    ...put,
    type: 'remove',
    recordId: idOf(2),
    schema: 0,
    envelope: new Uint8Array(0),
  };
  const purge: FrameOp = { ...remove, type: 'purge', recordId: idOf(0xff03) };
  const entries = [put, remove, purge].map((op) => entryOf(real, op));
  const manifest = createManifest(real, { vaultId, manifestKey: keys.manifestKey });
  const emptyRoot = manifest.root();
  add('root of nothing', emptyRoot, same, emptyRoot);
  for (const entry of entries) manifest.set(entry);
  add('manifest entries', encodeEntries(entries), decodeEntries, entries);
  const root = add('root', manifest.root(), same, manifest.root());

  const head: Head = { root, ringRevision: 9, auditCount: 2, auditHead, liveCount: 1 };
  add('head', encodeHead(head), decodeHead, head);
  const audit: FrameOp = { ...headOp(1, at, head), type: 'audit', envelope: firstEntry };
  const commits = [
    [put, remove, headOp(1, at, head)],
    [purge, audit, { ...audit, revision: 2, envelope: secondEntry }, headOp(2, at, head)],
  ];
  let prevHash = genesisHash(real, vaultId);
  commits.forEach((ops, index) => {
    const frameAt = { vaultId, seq: index + 1, prevHash };
    const frame = sealFrame(fixed, keys.journalKey, frameAt, ops);
    add(
      `journal frame ${String(index + 1)}`,
      frame,
      (bytes) => must(openFrame(real, keys.journalKey, frameAt, bytes)),
      ops,
    );
    prevHash = chainHash(real, frame);
  });

  const anchor = { seq: 2, headHash: prevHash, root, at };
  add(
    'anchor',
    sealAnchor(fixed, keys.manifestKey, vaultId, anchor),
    (bytes) => openAnchor(real, keys.manifestKey, vaultId, bytes),
    anchor,
  );
  const name = new TextEncoder().encode(anchorName(real, vaultId));
  add('anchor name', name, same, name);

  const segment = { vaultId, checkpoint: 1, segment: 2 };
  const hash = real.hash(32, envelope);
  const rows = [{ tableId, recordId, revision, schema, savedAt: at, hash, json: text }];
  add(
    'cache segment',
    // As where there is no WebCrypto; with it they open all the same.
    await sealCacheSegment(createSegmentSeal(fixed, null), ring.cacheKey, segment, rows),
    (bytes) => openCacheSegment(createSegmentSeal(real, crypto.subtle), ring.cacheKey, segment, bytes),
    rows,
  );
  entries.slice(0, 2).forEach((entry, index) => {
    const body = index === 0 ? envelope : new Uint8Array(0);
    add(
      `cache row of a ${entry.type}`,
      sealCacheRow(fixed, ring.cacheKey, vaultId, entry, body),
      (bytes) => openCacheRow(real, ring.cacheKey, vaultId, entry.recordId, bytes),
      { entry, envelope: body },
    );
  });

  const info: CheckpointInfo = {
    number: 1,
    seq: 2,
    prevHash,
    firstSegment: 2,
    madeAt: at,
    root,
    ringRevision: 9,
    auditCount: 2,
    auditHead,
    recordCount: entries.length,
  };
  const checkpointAt = { vaultId, journalKey: keys.journalKey, number: 1 };
  const writer = createCheckpointWriter(fixed, checkpointAt);
  const data = [put, remove, audit, { ...audit, revision: 2, envelope: secondEntry }];
  const checkpoint = add(
    'checkpoint',
    concatBytes(writer.frame(openingOps(info, entries)), writer.frame(data), writer.finish(info, entries)),
    (bytes) => {
      const reader = createCheckpointReader(real, checkpointAt);
      const frames = must(reader.push(bytes));
      return { info: must(reader.finish()), data: frames[1] };
    },
    { info, data },
  );

  const meta = { backupId: filled(16, 0x90), madeAt: at, seq: 2, checkpoint: 1, hasDamage: false, header };
  const backup = createBackupWriter(fixed, keys, meta);
  add(
    'backup',
    concatBytes(backup.head, ...backup.push(checkpoint), backup.finish()),
    (bytes) => {
      const reader = createBackupReader(real);
      must(reader.push(bytes));
      const plain = [...must(reader.unlock(keys)), ...must(reader.finish())];
      return { meta: reader.info(), plain: concatBytes(...plain) };
    },
    { meta, plain: checkpoint },
  );
  const beside = { backupId: meta.backupId, ring: ringBytes };
  add(
    "backup's keyring",
    encodeBackupRing(fixed, beside),
    (bytes) => must(decodeBackupRing(real, bytes)),
    beside,
  );

  const fixedSeal = createSegmentSeal(fixed, crypto.subtle);
  const realSeal = createSegmentSeal(real, crypto.subtle);
  add(
    'cache segment, AES-GCM',
    await sealCacheSegment(fixedSeal, ring.cacheKey, segment, rows),
    (bytes) => openCacheSegment(realSeal, ring.cacheKey, segment, bytes),
    rows,
  );
  const outlineAt = { vaultId, root, kinds: filled(32, 0xa0), segment: 1, segments: 3 };
  const heads = [
    { recordId, revision },
    { recordId: idOf(2), revision: 7 },
  ];
  const json = new TextEncoder().encode('[]');
  add(
    'outline segment',
    await sealOutlineSegment(fixedSeal, ring.cacheKey, outlineAt, { heads, json }),
    async (bytes) => {
      const opened = await openOutlineSegment(realSeal, ring.cacheKey, outlineAt, bytes);
      return opened === null ? null : { ...opened, heads: opened.heads(), json: opened.json.slice() };
    },
    { segments: 3, heads, json },
  );
  return vectors;
}

/** Not random at all: BLAKE2b of a counter. For frozen bytes only. */
function createFixedSodium(real: Sodium): Sodium {
  let counter = 0;
  const randomBytes: Sodium['randomBytes'] = (length) => {
    counter += 1;
    return real.hash(length, new TextEncoder().encode(`steading vector ${String(counter)}`));
  };
  return {
    ...real,
    randomBytes,
    // A stream begins with a random header and is otherwise the same for both ends.
    secretstreamInitPush: (key) => {
      const header = randomBytes(24);
      const state = real.secretstreamInitPull(header, key);
      if (state === null) throw new Error('No stream begins with this header');
      return { state, header };
    },
  };
}

function filled(length: number, from: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (from + index) & 255);
}

function idOf(number: number) {
  const bytes = new Uint8Array(16);
  new DataView(bytes.buffer).setUint16(0, number);
  bytes[15] = 0xa0;
  return recordIdFromBytes(bytes);
}
