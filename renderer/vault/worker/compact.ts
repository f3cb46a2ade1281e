/**
 * Writes a checkpoint: everything live, the earlier versions that are still kept, and the log, from the checkpoint
 * before and the journal behind it. Saves go on meanwhile. It counts only once it was read back whole and renamed, so
 * a stop at any moment leaves the old one or the new one.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import type { RecordId } from '@shared/kernel/ids';
import { kindOfTable } from '@shared/records/registry';
import { areBytesEqual } from '@shared/vault/bytes';
import { nobodyKeyId } from '@shared/vault/envelope-header';
import type { VaultError } from '@shared/vault/errors';
import type { CompactReport } from '@shared/vault/vault-care';
import { scanCheckpoint, type Base } from './base';
import { ownersOf } from './commit';
import {
  createCheckpointReader,
  createCheckpointWriter,
  openingOps,
  type CheckpointInfo,
} from './crypto/v1/checkpoint';
import { envelopeKeyId, openEnvelope, rewrapEnvelope, sealEnvelope } from './crypto/v1/envelope';
import { openFrameAlone, type FrameOp } from './crypto/v1/frame';
import { entryOf, type ManifestEntry } from './crypto/v1/manifest';
import { fileToVaultError } from './file-errors';
import { readThrough } from './file-window';
import { scanFrames } from './frame-scan';
import { placeOf, type OpenVault } from './load';
import { decodePayload, kindByName } from './payload';
import type { VaultParts } from './vault-parts';

export const dayMs = 24 * 60 * 60 * 1000;
/** How long earlier versions and removed records are kept. */
export const keptMs = 30 * dayMs;
/** How long the generation before the newest checkpoint stays. */
const keptGenerationMs = 7 * dayMs;
const dueBytes = 16 * 1024 * 1024;
const dueFrames = 2000;
const frameBytes = 512 * 1024;
/** More than this is not sealed anew in one go: it is held in memory. The next checkpoint goes on with it. */
const maxResealBytes = 64 * 1024 * 1024;
const maxVersions = 50;

export interface CompactPlan {
  readonly number: number;
  readonly at: number;
  readonly base: Base | null;
  readonly fromSegment: number;
  /** Where the covered frames end in the run. */
  readonly end: number;
  readonly seq: number;
  readonly prevHash: Uint8Array;
  readonly firstSegment: number;
  readonly auditCount: number;
  readonly auditHead: Uint8Array;
  readonly entries: readonly ManifestEntry[];
  readonly root: Uint8Array;
  /** Nothing is saved while this one is written, so envelopes may be made anew. */
  readonly isExclusive: boolean;
}

export function isCompactDue(current: OpenVault): boolean {
  return (
    current.mustCompact || current.framesSinceBase >= dueFrames || current.journal.position().end >= dueBytes
  );
}

/** Without a pause: what it takes down has to be one moment's state. */
export function planOf(
  { journal, contents, base }: OpenVault,
  number: number,
  at: number,
  firstSegment: number,
  isExclusive: boolean,
): CompactPlan {
  const { fromSegment, end, seq, prevHash } = journal.position();
  return {
    number,
    at,
    base,
    fromSegment,
    end,
    seq,
    prevHash,
    firstSegment,
    auditCount: contents.audit.count,
    auditHead: contents.audit.head,
    entries: [...contents.manifest.entries()],
    root: contents.manifest.root(),
    isExclusive,
  };
}

/** From here on what is saved goes into a new segment file and is collected for the cache. */
export function beginCompact(current: OpenVault, at: number, isExclusive: boolean): CompactPlan {
  current.saved = new Map();
  const number = (current.base?.info.number ?? 0) + 1;
  return planOf(current, number, at, current.journal.beginSegment(), isExclusive);
}

export interface WrittenCheckpoint {
  readonly info: CheckpointInfo;
  readonly report: CompactReport;
  readonly isAllResealed: boolean;
  /** When it does not take over after all: the manifest names again what journal and checkpoint before hold. */
  readonly undo: () => void;
}

/** `NeedsExclusive`: envelopes have to be made anew, so it has to be begun again with nothing saved meanwhile. */
export type CompactError = VaultError | { readonly tag: 'NeedsExclusive' };

export async function writeCheckpoint(
  parts: VaultParts,
  current: OpenVault,
  plan: CompactPlan,
): Promise<Result<WrittenCheckpoint, CompactError>> {
  const survey = await surveyOps(parts, current, plan);
  if (!survey.ok) return survey;
  const { resealed } = survey.value;
  const replaced: ManifestEntry[] = [];
  // The journal still has the old envelopes: a head that names the new ones would not fit it.
  const undo = (): void => {
    for (const entry of replaced) current.contents.manifest.set(entry);
  };
  let entries: readonly ManifestEntry[] = plan.entries;
  let { root } = plan;
  if (resealed.size > 0) {
    if (!plan.isExclusive) return err({ tag: 'NeedsExclusive' });
    const saved = await current.keyring.save();
    if (!saved.ok) return saved;
    for (const op of resealed.values()) {
      const before = current.contents.manifest.get(op.recordId);
      if (before?.revision !== op.revision) continue;
      replaced.push(before);
      current.contents.manifest.set(entryOf(parts.sodium, op));
    }
    entries = [...current.contents.manifest.entries()];
    root = current.contents.manifest.root();
  }
  const info: CheckpointInfo = {
    number: plan.number,
    seq: plan.seq,
    prevHash: plan.prevHash,
    firstSegment: plan.firstSegment,
    madeAt: plan.at,
    root,
    ringRevision: current.keyring.revision(),
    auditCount: plan.auditCount,
    auditHead: plan.auditHead,
    recordCount: entries.length,
  };
  const { files } = parts;
  const written = await writeOut(parts, current, plan, info, entries, survey.value, async (offset, bytes) => {
    const answer = await files.writeCheckpoint(plan.number, offset, bytes);
    return answer.ok ? ok() : err(fileToVaultError(answer.error));
  });
  if (!written.ok) {
    undo();
    return written;
  }
  const proof = createProof(parts.sodium, current, info, entries);
  const readBack = await readThrough(
    (offset, maxBytes) => files.readCheckpointPart(plan.number, offset, maxBytes),
    proof.take,
  );
  const proved = readBack.ok ? proof.finish() : readBack;
  if (!proved.ok) {
    undo();
    return proved;
  }
  const records = entries.filter((entry) => entry.type === 'put').length;
  return ok({
    info,
    isAllResealed: survey.value.isAllResealed,
    undo,
    report: { records, bytesBefore: plan.end, bytesAfter: written.value },
  });
}

const versionKey = (op: Pick<FrameOp, 'recordId' | 'revision'>): string =>
  `${op.recordId}${String(op.revision)}`;

export interface Survey {
  /** Versions that are written, the newest of each record among them. */
  readonly kept: ReadonlySet<string>;
  readonly resealed: ReadonlyMap<string, FrameOp>;
  /** False when there was more to make anew than fits one go. */
  readonly isAllResealed: boolean;
}

/** Which versions go over, and the envelopes that have to be made anew for it. */
export async function surveyOps(
  parts: VaultParts,
  current: OpenVault,
  plan: CompactPlan,
  mayReseal = true,
): Promise<Result<Survey, VaultError>> {
  const entryById = new Map(plan.entries.map((entry) => [entry.recordId, entry]));
  const horizon = plan.at - keptMs;
  const last = new Map<RecordId, FrameOp>();
  const keptById = new Map<RecordId, string[]>();
  const resealed = new Map<string, FrameOp>();
  let resealBytes = 0;
  const missing = new Set<RecordId>(
    plan.entries.flatMap((entry) => (entry.type === 'put' ? entry.recordId : [])),
  );

  let isAllResealed = true;

  const survey = (op: FrameOp): void => {
    const entry = op.type === 'put' || op.type === 'remove' ? entryById.get(op.recordId) : undefined;
    if (entry === undefined || entry.type === 'purge') return;
    const before = last.get(op.recordId);
    if (before?.type === 'put' && op.savedAt > horizon && hasEarlierVersions(op)) keep(keptById, before);
    // Only what it stands at is remembered; the bytes stay in the file.
    last.set(op.recordId, { ...op, envelope: noBytes });
    const isNewest = op.revision === entry.revision;
    if (op.type === 'remove') {
      if (isNewest && op.savedAt > horizon) keep(keptById, op);
      return;
    }
    if (isNewest) {
      missing.delete(op.recordId);
      keep(keptById, op);
    }
    const anew = mayReseal ? resealOp(parts, current, op) : null;
    if (anew === null) return;
    isAllResealed &&= resealBytes < maxResealBytes;
    if (resealBytes >= maxResealBytes) return;
    resealed.set(versionKey(op), anew);
    resealBytes += anew.envelope.length;
  };
  const read = await eachFrame(parts, current, plan, (ops) => {
    ops.forEach(survey);
    return ok();
  });
  if (!read.ok) return read;
  for (const id of missing) {
    const entry = entryById.get(id);
    const body = current.contents.bodies.get(id);
    // In no file any more, but here: sealed again as the same version.
    if (!mayReseal || entry === undefined || body === undefined) continue;
    const op = sealBody(parts, current, entry, body);
    resealed.set(versionKey(op), op);
    keep(keptById, op);
  }
  const kept = new Set<string>();
  for (const keys of keptById.values()) for (const key of keys.slice(-maxVersions)) kept.add(key);
  for (const key of resealed.keys()) if (!kept.has(key)) resealed.delete(key);
  return ok({ kept, resealed, isAllResealed });
}

const noBytes = new Uint8Array(0);

/**
 * Drafts are typing. Earlier versions of a Wellbeing Plan hold what its owner took back. Of a wellbeing round only a
 * removed one's last version stays: from its earlier ones it could be read in which order the replies came. Of its
 * survey likewise: a closed one has lost its key, and the versions before still had it.
 */
export function hasEarlierVersions(next: Pick<FrameOp, 'type' | 'tableId'>): boolean {
  const kind = kindOfTable(next.tableId);
  if (kind === 'draft' || kind === 'wellbeing-plan') return false;
  return (kind !== 'wellbeing-wave' && kind !== 'wave-survey') || next.type === 'remove';
}

function keep(keptById: Map<RecordId, string[]>, op: FrameOp): void {
  const keys = keptById.get(op.recordId) ?? [];
  const key = versionKey(op);
  if (!keys.includes(key)) keys.push(key);
  keptById.set(op.recordId, keys);
}

/** Null when the envelope may stay as it is. */
function resealOp(parts: VaultParts, current: OpenVault, op: FrameOp): FrameOp | null {
  const { sodium } = parts;
  const { keyring, header } = current;
  const keyId = envelopeKeyId(op.envelope);
  if (keyId === null) return null;
  const place = placeOf(header.vaultId, op);
  const keys = keyring.keysOf(keyId);
  const [newest] = keys;
  if (newest !== undefined && keys.length > 1) {
    const envelope = rewrapEnvelope(sodium, keys, newest, place, op.envelope);
    return envelope === null ? null : { ...op, envelope };
  }
  if (!areBytesEqual(keyId, nobodyKeyId)) return null;
  // From before people had keys of their own.
  const kind = kindOfTable(op.tableId);
  if (kind === null || op.schema > kindByName(kind).schemaVersion) return null;
  const opened = openEnvelope(sodium, keyring.keysOf, place, op.envelope);
  if (!opened.ok) return null;
  const payload = decodePayload(op.tableId, op.schema, opened.value);
  const owners =
    payload === null ? [] : ownersOf(current, kind, kindByName(kind).people(payload.value, op.recordId));
  if (owners.length === 0) return null;
  return { ...op, envelope: sealEnvelope(sodium, keyring.keyFor(owners), place, opened.value) };
}

function sealBody(parts: VaultParts, current: OpenVault, entry: ManifestEntry, body: Uint8Array): FrameOp {
  const { tableId, recordId, revision, schema, savedAt } = entry;
  const payload = decodePayload(tableId, schema, body);
  const owners =
    payload === null
      ? []
      : ownersOf(current, payload.kind, kindByName(payload.kind).people(payload.value, recordId));
  const envelope = sealEnvelope(
    parts.sodium,
    current.keyring.keyFor(owners),
    placeOf(current.header.vaultId, entry),
    body,
  );
  return { type: 'put', tableId, recordId, revision, schema, savedAt, envelope };
}

export type OnOps = (ops: readonly FrameOp[]) => Result<void, VaultError> | Promise<Result<void, VaultError>>;

/** Everything that the checkpoint before and the covered frames hold, in order. Damaged frames are left out. */
export async function eachFrame(
  parts: Pick<VaultParts, 'sodium' | 'files'>,
  current: Pick<OpenVault, 'header' | 'keys' | 'isEnded'>,
  plan: Pick<CompactPlan, 'base' | 'fromSegment' | 'end'>,
  onOps: OnOps,
): Promise<Result<void, VaultError>> {
  const { sodium, files } = parts;
  const { header, keys } = current;
  const { vaultId } = header;
  const take: OnOps = (ops) => (current.isEnded ? err({ tag: 'VaultLocked' }) : onOps(ops));
  if (plan.base !== null) {
    const scanned = await scanCheckpoint(parts, { vaultId, keys }, plan.base.info.number, take);
    if (!scanned.ok) return scanned;
  }
  const scanned = await scanFrames(
    sodium,
    async (offset, maxBytes) => {
      const most = Math.min(maxBytes, plan.end - offset);
      if (most <= 0) return ok({ bytes: noBytes, end: plan.end });
      const read = await files.readJournal(plan.fromSegment, offset, most);
      return read.ok ? ok({ bytes: read.value.bytes, end: Math.min(plan.end, read.value.end) }) : read;
    },
    (plan.base?.info.seq ?? 0) + 1,
    ({ frame }) => {
      const opened = openFrameAlone(sodium, keys.journalKey, vaultId, frame);
      return opened.ok ? take(opened.value) : opened;
    },
  );
  return scanned.ok ? ok() : scanned;
}

/** Where the bytes of a checkpoint go: its own file, or a backup. */
export type CheckpointSink = (offset: number, bytes: Uint8Array) => Promise<Result<void, VaultError>>;

/** Answers with the file's length. */
export async function writeOut(
  parts: Pick<VaultParts, 'sodium' | 'files'>,
  current: OpenVault,
  plan: CompactPlan,
  info: CheckpointInfo,
  entries: readonly ManifestEntry[],
  { kept, resealed }: Pick<Survey, 'kept' | 'resealed'>,
  sink: CheckpointSink,
): Promise<Result<number, VaultError>> {
  const writer = createCheckpointWriter(parts.sodium, {
    vaultId: current.header.vaultId,
    journalKey: current.keys.journalKey,
    number: info.number,
  });
  let offset = 0;
  const write = async (frame: Uint8Array): Promise<Result<void, VaultError>> => {
    if (current.isEnded) return err({ tag: 'VaultLocked' });
    const { length } = frame;
    const written = await sink(offset, frame);
    offset += length;
    return written;
  };
  const sorted = [...entries].sort((a, b) => (a.recordId < b.recordId ? -1 : 1));
  const begun = await write(writer.frame(openingOps(info, sorted)));
  if (!begun.ok) return begun;

  let batch: FrameOp[] = [];
  let batchBytes = 0;
  const add = (op: FrameOp): void => {
    batch.push(op);
    batchBytes += op.envelope.length;
  };
  const flush = async (least: number): Promise<Result<void, VaultError>> => {
    if (batchBytes < least || batch.length === 0) return ok();
    const ops = batch;
    batch = [];
    batchBytes = 0;
    return write(writer.frame(ops));
  };
  const done = new Set<string>();
  const copied = await eachFrame(parts, current, plan, async (ops) => {
    for (const op of ops) {
      if (op.type === 'audit') add(op);
      if (op.type !== 'put' && op.type !== 'remove') continue;
      const key = versionKey(op);
      if (!kept.has(key) || done.has(key)) continue;
      done.add(key);
      add(resealed.get(key) ?? op);
      const flushed = await flush(frameBytes);
      if (!flushed.ok) return flushed;
    }
    return flush(frameBytes);
  });
  if (!copied.ok) return copied;
  for (const [key, op] of resealed) if (!done.has(key)) add(op);
  const flushed = await flush(0);
  if (!flushed.ok) return flushed;
  const ended = await write(writer.finish(info, sorted));
  return ended.ok ? ok(offset) : ended;
}

/** Holds what was written against what should be in it: every live record's newest version, to the byte. */
export function createProof(
  sodium: VaultParts['sodium'],
  current: Pick<OpenVault, 'header' | 'keys' | 'contents'>,
  info: CheckpointInfo,
  entries: readonly ManifestEntry[],
): {
  readonly take: (bytes: Uint8Array) => Result<void, VaultError>;
  readonly finish: () => Result<void, VaultError>;
} {
  const { vaultId } = current.header;
  const reader = createCheckpointReader(sodium, {
    vaultId,
    journalKey: current.keys.journalKey,
    number: info.number,
  });
  const wanted = new Map(
    entries.flatMap((entry): [RecordId, ManifestEntry][] =>
      entry.type === 'put' ? [[entry.recordId, entry]] : [],
    ),
  );
  return {
    take: (bytes) => {
      const frames = reader.push(bytes);
      if (!frames.ok) return frames;
      for (const op of frames.value.flat()) {
        const entry = op.type === 'put' ? wanted.get(op.recordId) : undefined;
        if (entry?.revision !== op.revision) continue;
        if (areBytesEqual(entryOf(sodium, op).hash, entry.hash)) wanted.delete(op.recordId);
      }
      return ok();
    },
    finish: () => {
      const finished = reader.finish();
      if (!finished.ok) return finished;
      // What nobody can read any more cannot be carried over either: it was told at unlock.
      const isComplete = [...wanted.keys()].every((id) => !current.contents.bodies.has(id));
      return isComplete ? ok() : err({ tag: 'EnvelopeCorrupt', where: `checkpoint ${String(info.number)}` });
    },
  };
}

/** The checkpoint takes over: the journal counts from behind it, and the generation before the last one goes. */
export async function finishCompact(
  parts: VaultParts,
  current: OpenVault,
  plan: CompactPlan,
  written: WrittenCheckpoint,
  keepsOld: boolean,
): Promise<Result<void, VaultError>> {
  const { files } = parts;
  const { info } = written;
  const finished = await files.finishCheckpoint(info.number);
  if (!finished.ok) {
    written.undo();
    return err(fileToVaultError(finished.error));
  }
  const { base, journal, keyring } = current;
  current.base = { info };
  journal.rebase(info.firstSegment, plan.end);
  current.framesSinceBase = journal.position().seq - info.seq;
  if (written.isAllResealed && plan.isExclusive) {
    current.mustCompact = false;
    if (keyring.hasOldKeys()) keyring.dropOldKeys();
  } else if (!keyring.hasOldKeys()) current.mustCompact = false;
  const saved = await keyring.save();
  if (!saved.ok) return saved;
  return dropOld(parts, current, keepsOld ? base : null, keepsOld);
}

/** `kept`: the generation before, which stays a while in case the newest is damaged. */
async function dropOld(
  { files }: Pick<VaultParts, 'files'>,
  current: OpenVault,
  kept: Base | null,
  keepsOld: boolean,
): Promise<Result<void, VaultError>> {
  const { base } = current;
  // Before the first checkpoint there was only the journal: its beginning is the generation to keep.
  if (base === null || (keepsOld && kept === null)) return ok();
  const oldest = kept ?? base;
  const listed = await files.listCheckpoints();
  if (!listed.ok) return err(fileToVaultError(listed.error));
  for (const number of listed.value) {
    if (number >= oldest.info.number) continue;
    const dropped = await files.dropCheckpoint(number);
    if (!dropped.ok) return err(fileToVaultError(dropped.error));
  }
  const segments = await files.dropSegments(oldest.info.firstSegment);
  return segments.ok ? ok() : err(fileToVaultError(segments.error));
}

/** Once the newest checkpoint has stood for a week, what it replaced goes. */
export async function dropAged(parts: VaultParts, current: OpenVault, at: number): Promise<void> {
  if (current.base !== null && at - current.base.info.madeAt > keptGenerationMs)
    await dropOld(parts, current, current.base, true);
}
