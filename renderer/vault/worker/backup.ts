/**
 * Backups: a checkpoint of this moment as one sealed stream, with the header that its own secrets open and the keyring
 * beside it. A backup counts only after it was read back from where it was written and opened to its end.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { kindOfTable, recordKinds, type KindName } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { backupsToKeep } from '@shared/vault/backup-policy';
import { format } from '@shared/vault/format';
import type { BackupProof, BackupSecret, BackupSource } from '@shared/vault/vault-care';
import type { VaultFilesDep } from '@shared/vault/vault-files';
import { backupHeadBytes, isOfOtherVault, readBackupHead } from './backup-owner';
import { readBackupRing } from './backup-ring';
import { createProof, planOf, surveyOps, writeOut, type CompactPlan } from './compact';
import {
  createBackupReader,
  createBackupWriter,
  encodeBackupRing,
  type BackupMeta,
} from './crypto/v1/backup';
import { createCheckpointReader, type CheckpointInfo } from './crypto/v1/checkpoint';
import { openEnvelope } from './crypto/v1/envelope';
import type { FrameOp } from './crypto/v1/frame';
import { decodeHeader, encodeHeader } from './crypto/v1/header';
import { deriveKeys, wipeKeys, type VaultKeys } from './crypto/v1/keys';
import { decodeEntries, type ManifestEntry } from './crypto/v1/manifest';
import { openRing, type Ring } from './crypto/v1/ring';
import { fileToVaultError } from './file-errors';
import { readThrough, type ReadSpan } from './file-window';
import { rootKeyBySecret } from './key-slots';
import { placeOf, type OpenVault } from './load';
import type { VaultParts } from './vault-parts';

/** In a backup the checkpoint is the first one, and the journal begins anew behind it. */
const ownNumber = 1;

export interface BackupPlan {
  readonly plan: CompactPlan;
  readonly header: Uint8Array;
  readonly ring: Uint8Array;
  readonly ringRevision: number;
  readonly hasDamage: boolean;
}

/** Without a pause: what goes into the backup is one moment's state. */
export function planBackup({ sodium }: VaultParts, current: OpenVault, at: number): BackupPlan {
  return {
    plan: planOf(current, ownNumber, at, 1, false),
    header: encodeHeader(sodium, current.header),
    ring: current.keyring.sealed(),
    ringRevision: current.keyring.revision(),
    hasDamage: current.mustCompact && current.report.findings.some((finding) => !finding.isMended),
  };
}

export async function writeBackup(
  parts: VaultParts,
  current: OpenVault,
  { plan, header, ring, ringRevision, hasDamage }: BackupPlan,
): Promise<Result<BackupProof, VaultError>> {
  const { sodium, files } = parts;
  const survey = await surveyOps(parts, current, plan, false);
  if (!survey.ok) return survey;
  const backupId = sodium.randomBytes(format.backupIdBytes);
  const name = backupName(plan.at, backupId);
  const info: CheckpointInfo = {
    number: ownNumber,
    seq: plan.seq,
    prevHash: plan.prevHash,
    firstSegment: 1,
    madeAt: plan.at,
    root: plan.root,
    ringRevision,
    auditCount: plan.auditCount,
    auditHead: plan.auditHead,
    recordCount: plan.entries.length,
  };
  const meta: BackupMeta = {
    backupId,
    madeAt: plan.at,
    seq: plan.seq,
    checkpoint: ownNumber,
    hasDamage,
    header,
  };
  const writer = createBackupWriter(sodium, current.keys, meta);
  let offset = 0;
  const put = async (bytes: Uint8Array): Promise<Result<void, VaultError>> => {
    const { length } = bytes;
    const written = await files.writeBackupPart(name, 'body', offset, bytes);
    offset += length;
    return written.ok ? ok() : err(fileToVaultError(written.error));
  };
  const write = async (): Promise<Result<void, VaultError>> => {
    const begun = await put(writer.head);
    if (!begun.ok) return begun;
    const written = await writeOut(
      parts,
      current,
      plan,
      info,
      plan.entries,
      survey.value,
      async (_at, bytes) => {
        const sealed = writer.push(bytes);
        return sealed.length === 0 ? ok() : put(joinAll(sealed));
      },
    );
    if (!written.ok) return written;
    const ended = await put(writer.finish());
    if (!ended.ok) return ended;
    const keyFile = encodeBackupRing(sodium, { backupId, ring });
    const keysWritten = await files.writeBackupPart(name, 'keys', 0, keyFile);
    return keysWritten.ok ? ok() : err(fileToVaultError(keysWritten.error));
  };
  const prove = async (): Promise<Result<void, VaultError>> => {
    const proof = createProof(sodium, current, info, plan.entries);
    const opened = await openBody(
      sodium,
      (at, maxBytes) => files.readBackupPart(name, 'body', at, maxBytes),
      () => Promise.resolve(ok(current.keys)),
      proof.take,
    );
    if (!opened.ok) return opened;
    const keyFile = await files.readBackupPart(
      name,
      'keys',
      0,
      4 + format.backupIdBytes + 4 + ring.length + 64,
    );
    if (!keyFile.ok) return err(fileToVaultError(keyFile.error));
    const isKeyFile = areBytesEqual(keyFile.value.bytes, encodeBackupRing(sodium, { backupId, ring }));
    return isKeyFile ? proof.finish() : err({ tag: 'BackupUnreadable', reason: 'altered' });
  };
  const written = await write();
  const proved = written.ok ? await prove() : written;
  const finished = proved.ok ? await files.finishBackup(name) : proved;
  if (!finished.ok) {
    await files.dropBackup(name);
    return proved.ok
      ? err(fileToVaultError(finished.error as Parameters<typeof fileToVaultError>[0]))
      : proved;
  }
  const counts = countEntries(plan.entries);
  return ok({ name, madeAt: plan.at, ...counts, bytes: offset, hasDamage, isOtherVault: false });
}

function joinAll(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** `steading-YYYYMMDD-HHMMSS-xxxxxxxx.stb`, in UTC: the name says when, and nothing else. */
export function backupName(at: number, backupId: Uint8Array): string {
  const stamp = new Date(at)
    .toISOString()
    .replaceAll(/[-:]|\.\d+Z/g, '')
    .replace('T', '-');
  const id = Array.from(backupId.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `steading-${stamp}-${id}.stb`;
}

function countEntries(
  entries: readonly ManifestEntry[],
): Pick<BackupProof, 'records' | 'recordsByKind' | 'people'> {
  const recordsByKind: Partial<Record<KindName, number>> = {};
  let records = 0;
  let people = 0;
  for (const { type, tableId } of entries) {
    if (type !== 'put') continue;
    records += 1;
    if (tableId === recordKinds.person.tableId) people += 1;
    const kind = kindOfTable(tableId);
    if (kind !== null) recordsByKind[kind] = (recordsByKind[kind] ?? 0) + 1;
  }
  return { records, recordsByKind, people };
}

/** Reads the whole body: its head, then, with the keys that `keysOf` makes of it, every plain byte. */
async function openBody(
  sodium: VaultParts['sodium'],
  read: ReadSpan,
  keysOf: (meta: BackupMeta) => Promise<Result<VaultKeys, VaultError>>,
  take: (bytes: Uint8Array) => Result<void, VaultError>,
): Promise<Result<BackupMeta & { readonly bytes: number }, VaultError>> {
  const reader = createBackupReader(sodium);
  const takeAll = (plain: readonly Uint8Array[]): Result<void, VaultError> => {
    for (const bytes of plain) {
      const taken = take(bytes);
      if (!taken.ok) return taken;
    }
    return ok();
  };
  const start = await read(0, backupHeadBytes);
  if (!start.ok) return err(fileToVaultError(start.error));
  const pushed = reader.push(start.value.bytes);
  if (!pushed.ok) return pushed;
  const meta = reader.info();
  if (meta === null) return err({ tag: 'BackupUnreadable', reason: 'truncated' });
  const keys = await keysOf(meta);
  if (!keys.ok) return keys;
  const first = reader.unlock(keys.value);
  const begun = first.ok ? takeAll(first.value) : first;
  if (!begun.ok) return begun;
  const from = start.value.bytes.length;
  const rest = await readThrough(
    async (offset, maxBytes) => {
      if (from + offset >= start.value.end) return ok({ bytes: new Uint8Array(0), end: offset });
      const span = await read(from + offset, maxBytes);
      return span.ok ? ok({ bytes: span.value.bytes, end: span.value.end - from }) : span;
    },
    (bytes) => {
      const plain = reader.push(bytes);
      return plain.ok ? takeAll(plain.value) : plain;
    },
  );
  if (!rest.ok) return rest;
  const last = reader.finish();
  const ended = last.ok ? takeAll(last.value) : last;
  return ended.ok ? ok({ ...meta, bytes: start.value.end }) : ended;
}

export interface OpenedBackup {
  readonly proof: BackupProof;
  readonly meta: BackupMeta;
  readonly ring: Uint8Array;
  readonly info: CheckpointInfo;
}

/** Opens a backup with its own secret and everything in it with its own keys; `onBytes` gets the checkpoint's bytes. */
export async function openBackup(
  parts: VaultParts,
  source: BackupSource,
  secret: BackupSecret,
  onBytes: (bytes: Uint8Array) => Promise<Result<void, VaultError>>,
): Promise<Result<OpenedBackup, VaultError>> {
  const { sodium, files } = parts;
  const name = source.from === 'folder' ? source.name : null;
  const backupRing = await readBackupRing(parts, name);
  if (!backupRing.ok) return keysProblem(parts, name, backupRing.error);
  // In one object, because the callback below sets them.
  const held: { keys: VaultKeys | null; reading: ReturnType<typeof createReading> | null } = {
    keys: null,
    reading: null,
  };
  const pending: Uint8Array[] = [];
  try {
    const opened = await openBody(
      sodium,
      async (offset, maxBytes) => {
        // What came out so far goes on its way before more is read.
        for (const bytes of pending.splice(0)) {
          const passed = await onBytes(bytes);
          if (!passed.ok) return err({ tag: 'WriteFailed', code: 'RESTORE' });
        }
        return files.readBackup(name, 'body', offset, maxBytes);
      },
      async (meta) => {
        // One backup under another's name would pass for newer than it is.
        if (name !== null && backupName(meta.madeAt, meta.backupId) !== name) return damaged;
        const header = decodeHeader(sodium, meta.header);
        if (!header.ok) return header.error.tag === 'HeaderCorrupt' ? damaged : header;
        const rootKey = await rootKeyBySecret(parts, header.value, secret);
        if (!rootKey.ok) return rootKey;
        const keys = deriveKeys(sodium, rootKey.value);
        held.keys = keys;
        const { vaultId } = header.value;
        const ring = openRing(sodium, keys.ringKey, vaultId, backupRing.value.ring);
        if (!ring.ok) return damaged;
        if (!areBytesEqual(backupRing.value.backupId, meta.backupId)) return damaged;
        held.reading = createReading(sodium, vaultId, keys, ring.value, meta.checkpoint);
        return ok(keys);
      },
      (bytes) => {
        pending.push(bytes);
        return held.reading?.take(bytes) ?? damaged;
      },
    );
    if (!opened.ok) return opened;
    for (const bytes of pending.splice(0)) {
      const passed = await onBytes(bytes);
      if (!passed.ok) return passed;
    }
    const counted = held.reading?.finish() ?? damaged;
    if (!counted.ok) return counted;
    const { madeAt, hasDamage, bytes } = opened.value;
    const isOtherVault = await isOfOtherVault(parts, opened.value.header);
    const proof = {
      name: name ?? '',
      madeAt,
      ...countEntries(counted.value.entries),
      bytes,
      hasDamage,
      isOtherVault,
    };
    return ok({ proof, meta: opened.value, ring: backupRing.value.ring, info: counted.value.info });
  } finally {
    if (held.keys !== null) wipeKeys(sodium, held.keys);
  }
}

const damaged = err({ tag: 'BackupUnreadable', reason: 'altered' } as const);

/** What to say of a file whose keys cannot be read: a foreign one has none to miss, of a backup the half is gone. */
async function keysProblem(
  { sodium, files }: VaultParts,
  name: string | null,
  error: VaultError,
): Promise<Result<never, VaultError>> {
  const start = await files.readBackup(name, 'body', 0, backupHeadBytes);
  if (!start.ok) return err(fileToVaultError(start.error));
  const reader = createBackupReader(sodium);
  const pushed = reader.push(start.value.bytes);
  if (!pushed.ok) return pushed;
  const isGone = error.tag === 'BackupFolder' && error.problem === 'missing';
  const isCutShort = reader.info() === null || isGone;
  return err(isCutShort ? { tag: 'BackupUnreadable', reason: 'truncated' } : error);
}

/** Opens every record in the stream that has a key, and holds the catalogue against what was there. */
function createReading(
  sodium: VaultParts['sodium'],
  vaultId: Uint8Array,
  keys: VaultKeys,
  ring: Ring,
  number: number,
): {
  take(bytes: Uint8Array): Result<void, VaultError>;
  finish(): Result<{ readonly entries: readonly ManifestEntry[]; readonly info: CheckpointInfo }, VaultError>;
} {
  const reader = createCheckpointReader(sodium, { vaultId, journalKey: keys.journalKey, number });
  const entries = new Map<string, ManifestEntry>();
  const seen = new Set<string>();
  const keyOf = (keyId: Uint8Array): readonly Uint8Array[] =>
    keyId.every((byte) => byte === 0)
      ? [keys.recordsKey]
      : (ring.entries.find((entry) => areBytesEqual(entry.keyId, keyId))?.keys ?? []);
  const takeOp = (op: FrameOp): boolean => {
    if (op.type === 'catalogue') {
      const decoded = decodeEntries(op.envelope);
      for (const entry of decoded ?? []) entries.set(entry.recordId, entry);
      return decoded !== null;
    }
    if (op.type !== 'put') return true;
    const opened = openEnvelope(sodium, keyOf, placeOf(vaultId, op), op.envelope);
    if (opened.ok) sodium.wipe(opened.value);
    if (entries.get(op.recordId)?.revision === op.revision) seen.add(op.recordId);
    return opened.ok || opened.error.tag !== 'EnvelopeCorrupt';
  };
  return {
    take: (bytes) => {
      const frames = reader.push(bytes);
      if (!frames.ok) return damaged;
      return frames.value.flat().every(takeOp) ? ok() : damaged;
    },
    finish: () => {
      const info = reader.finish();
      if (!info.ok) return damaged;
      const all = [...entries.values()];
      const isComplete = all.every((entry) => entry.type !== 'put' || seen.has(entry.recordId));
      return isComplete ? ok({ entries: all, info: info.value }) : damaged;
    },
  };
}

/** Puts the backup together beside the vault, reads it back, and only then puts it in the vault's place. */
export async function restoreFrom(
  parts: VaultParts,
  source: BackupSource,
  secret: BackupSecret,
): Promise<Result<BackupProof, VaultError>> {
  const { files, sodium, store } = parts;
  const begun = await files.beginRestore();
  if (!begun.ok) return err(fileToVaultError(begun.error));
  let offset = 0;
  const hash = sodium.hashInit(format.headerHashBytes);
  const opened = await openBackup(parts, source, secret, async (bytes) => {
    const { length } = bytes;
    sodium.hashUpdate(hash, bytes);
    const written = await files.writeRestore('checkpoint', ownNumber, offset, bytes);
    offset += length;
    return written.ok ? ok() : err(fileToVaultError(written.error));
  });
  if (!opened.ok) return opened;
  const { meta, ring, proof } = opened.value;
  for (const [piece, bytes] of [
    ['ring', ring],
    ['header', meta.header],
  ] as const) {
    const written = await files.writeRestore(piece, ownNumber, 0, bytes.slice());
    if (!written.ok) return err(fileToVaultError(written.error));
  }
  const again = sodium.hashInit(format.headerHashBytes);
  const readBack = await readThrough(
    (at, maxBytes) => files.readRestore('checkpoint', ownNumber, at, maxBytes),
    (bytes) => {
      sodium.hashUpdate(again, bytes);
      return ok();
    },
  );
  if (!readBack.ok) return readBack;
  const isSame = areBytesEqual(
    sodium.hashFinal(hash, format.headerHashBytes),
    sodium.hashFinal(again, format.headerHashBytes),
  );
  const pieces = await readPieces(files);
  if (!pieces.ok) return pieces;
  const { header: headerBack, ring: ringBack } = pieces.value;
  if (!isSame || !areBytesEqual(headerBack, meta.header) || !areBytesEqual(ringBack, ring)) {
    return err({ tag: 'StorageUnavailable', code: 'READ_BACK' });
  }
  // First the cache goes: newer rows in it would be taken for saves whose frames the journal lost, and put back.
  await store.reset();
  const finished = await files.finishRestore();
  return finished.ok ? ok(proof) : err(fileToVaultError(finished.error));
}

async function readPieces(
  files: Pick<VaultFilesDep, 'readRestore'>,
): Promise<Result<{ readonly header: Uint8Array; readonly ring: Uint8Array }, VaultError>> {
  const header = await files.readRestore('header', ownNumber, 0, 1024 * 1024);
  if (!header.ok) return err(fileToVaultError(header.error));
  const ring = await files.readRestore('ring', ownNumber, 0, 32 * 1024 * 1024);
  if (!ring.ok) return err(fileToVaultError(ring.error));
  return ok({ header: header.value.bytes, ring: ring.value.bytes });
}

/**
 * Takes away what the policy no longer keeps. Backups of another vault in the same folder are not looked at, and when
 * one cannot be read now nothing is taken away: a failure leaves more than it should, never less.
 */
export async function rotateBackups(parts: VaultParts, at: number): Promise<void> {
  const { files } = parts;
  const listed = await files.listBackups();
  const policy = await files.backupPolicy();
  if (!listed.ok || !policy.ok) return;
  const names: string[] = [];
  const damagedNames = new Set<string>();
  for (const file of listed.value) {
    const head = await readBackupHead(parts, file);
    if (!head.ok) return;
    if (head.value.isOtherVault) continue;
    names.push(file.name);
    if (!head.value.isWhole) damagedNames.add(file.name);
  }
  const kept = backupsToKeep(names, policy.value, at, damagedNames);
  for (const name of names) if (!kept.has(name)) await files.dropBackup(name);
}
