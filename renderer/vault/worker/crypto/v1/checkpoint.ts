/**
 * A checkpoint file: the vault as of one journal frame, in frames of its own. The first names what it covers and every
 * entry; the last says so again and how many operations came before, so that a file cut short is told from a whole one.
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual, joinBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
import { readFields, writeFields } from './fields';
import { chainHash, genesisHash, minFrameBytes, nobodyId, openFrame, sealFrame, type FrameOp } from './frame';
import { encodeEntries, type ManifestEntry } from './manifest';

export interface CheckpointInfo {
  /** 1, 2, 3 … */
  readonly number: number;
  /** The last journal frame that it covers, and that frame's chain hash. */
  readonly seq: number;
  readonly prevHash: Uint8Array;
  /** Number of the segment file that begins with the next frame. */
  readonly firstSegment: number;
  readonly madeAt: number;
  readonly root: Uint8Array;
  readonly ringRevision: number;
  readonly auditCount: number;
  readonly auditHead: Uint8Array;
  readonly recordCount: number;
}

export interface CheckpointPlace {
  readonly vaultId: Uint8Array;
  readonly journalKey: Uint8Array;
  readonly number: number;
}

const infoBytes =
  4 + 8 + format.chainHashBytes + 4 + 8 + format.manifestHashBytes + 8 + 8 + format.chainHashBytes + 4;

export function encodeCheckpointInfo(info: CheckpointInfo): Uint8Array {
  return writeFields(infoBytes, (to) => {
    to.uint(info.number, 4);
    to.uint(info.seq, 8);
    to.bytes(info.prevHash);
    to.uint(info.firstSegment, 4);
    to.uint(info.madeAt, 8);
    to.bytes(info.root);
    to.uint(info.ringRevision, 8);
    to.uint(info.auditCount, 8);
    to.bytes(info.auditHead);
    to.uint(info.recordCount, 4);
  });
}

export function decodeCheckpointInfo(bytes: Uint8Array): CheckpointInfo | null {
  if (bytes.length !== infoBytes) return null;
  const reader = readFields(bytes);
  const number = reader.uint(4);
  const seq = reader.uint(8);
  const prevHash = reader.take(format.chainHashBytes);
  const firstSegment = reader.uint(4);
  const madeAt = reader.uint(8);
  const root = reader.take(format.manifestHashBytes);
  const ringRevision = reader.uint(8);
  const auditCount = reader.uint(8);
  const auditHead = reader.take(format.chainHashBytes);
  const recordCount = reader.uint(4);
  if (number === null || seq === null || prevHash === null || firstSegment === null) return null;
  if (madeAt === null || root === null || ringRevision === null || auditCount === null) return null;
  if (auditHead === null || recordCount === null) return null;
  return {
    number,
    seq,
    prevHash,
    firstSegment,
    madeAt,
    root,
    ringRevision,
    auditCount,
    auditHead,
    recordCount,
  };
}

/** The operations of the first frame. `entries`: all of them, in the order of their ids. */
export function openingOps(info: CheckpointInfo, entries: readonly ManifestEntry[]): readonly FrameOp[] {
  const ops = [ownOp('checkpoint', info.madeAt, encodeCheckpointInfo(info))];
  for (let from = 0; from < entries.length; from += format.catalogueEntries) {
    const some = entries.slice(from, from + format.catalogueEntries);
    ops.push(ownOp('catalogue', info.madeAt, encodeEntries(some)));
  }
  return ops;
}

function ownOp(type: FrameOp['type'], savedAt: number, envelope: Uint8Array): FrameOp {
  return { type, tableId: 0, recordId: nobodyId, revision: 0, schema: 0, savedAt, envelope };
}

export interface CheckpointWriter {
  /** The next frame; the first one's are `openingOps`. */
  frame(ops: readonly FrameOp[]): Uint8Array;
  /** The last frame: the opening once more, so that damage at the beginning costs nothing, and the end. */
  finish(info: CheckpointInfo, entries: readonly ManifestEntry[]): Uint8Array;
}

export function createCheckpointWriter(sodium: Sodium, place: CheckpointPlace): CheckpointWriter {
  const { vaultId, journalKey, number } = place;
  let seq = 1;
  let prevHash = genesisHash(sodium, vaultId, 'checkpoint', number);
  let opCount = 0;
  const frame = (ops: readonly FrameOp[]): Uint8Array => {
    const at = { vaultId, seq, prevHash, context: 'checkpoint', segment: number } as const;
    const sealed = sealFrame(sodium, journalKey, at, ops);
    if (sealed.length > format.maxFrameBytes) throw new Error('A frame that could not be read back');
    seq += 1;
    prevHash = chainHash(sodium, sealed);
    opCount += ops.length;
    return sealed;
  };
  return {
    frame,
    finish: (info, entries) => {
      const count = writeFields(8, (to) => {
        to.uint(opCount, 8);
      });
      return frame([...openingOps(info, entries), ownOp('end', info.madeAt, count)]);
    },
  };
}

export interface CheckpointReader {
  /** The operations of each frame that is whole now, in order. Once refused, always refused. */
  push(bytes: Uint8Array): Result<readonly (readonly FrameOp[])[], VaultError>;
  /** From the first frame on. */
  info(): CheckpointInfo | null;
  /** After the last bytes: refused when the end was not among them. */
  finish(): Result<CheckpointInfo, VaultError>;
}

/** Errors name the frame: `checkpoint N frame M`. */
export function createCheckpointReader(sodium: Sodium, place: CheckpointPlace): CheckpointReader {
  const { vaultId, journalKey, number } = place;
  let seq = 1;
  let prevHash = genesisHash(sodium, vaultId, 'checkpoint', number);
  let opCount = 0;
  let info: CheckpointInfo | null = null;
  let infoPayload: Uint8Array = new Uint8Array(0);
  let hasEnded = false;
  let refused: Result<never, VaultError> | null = null;
  let parts: Uint8Array[] = [];
  let have = 0;

  const corrupt = (): Result<never, VaultError> =>
    err({ tag: 'EnvelopeCorrupt', where: `checkpoint ${String(number)} frame ${String(seq)}` });

  /** What the frames say of the file: begins and ends as it must, and nothing behind its end. */
  const follows = (ops: readonly FrameOp[]): boolean => {
    const [first] = ops;
    if (hasEnded) return false;
    if (seq === 1) {
      info = first?.type === 'checkpoint' ? decodeCheckpointInfo(first.envelope) : null;
      infoPayload = first?.envelope ?? infoPayload;
      return info?.number === number && ops.every((op, index) => index === 0 || op.type === 'catalogue');
    }
    const last = ops.at(-1);
    if (last?.type !== 'end') return ops.every((op) => op.type !== 'checkpoint' && op.type !== 'end');
    hasEnded = true;
    return (
      ops.slice(1, -1).every((op) => op.type === 'catalogue') &&
      first?.type === 'checkpoint' &&
      areBytesEqual(first.envelope, infoPayload) &&
      last.envelope.length === 8 &&
      readFields(last.envelope).uint(8) === opCount
    );
  };

  /** The next `length` bytes in one piece, or null. */
  const peek = (length: number): Uint8Array | null => {
    if (have < length) return null;
    if ((parts[0]?.length ?? 0) < length) parts = [joinBytes(parts)];
    return parts[0] ?? null;
  };

  const nextFrame = (): Result<readonly FrameOp[] | null, VaultError> => {
    const start = peek(4);
    if (start === null) return ok(null);
    const length = readFields(start).uint(4) ?? 0;
    if (length < minFrameBytes || length > format.maxFrameBytes) return corrupt();
    const bytes = peek(length);
    if (bytes === null) return ok(null);
    const frame = bytes.subarray(0, length);
    const at = { vaultId, seq, prevHash, context: 'checkpoint', segment: number } as const;
    const opened = openFrame(sodium, journalKey, at, frame);
    if (!opened.ok) return opened;
    if (!follows(opened.value)) return corrupt();
    parts[0] = bytes.subarray(length);
    have -= length;
    seq += 1;
    prevHash = chainHash(sodium, frame);
    opCount += opened.value.length;
    return opened;
  };

  return {
    push: (bytes) => {
      if (refused !== null) return refused;
      parts.push(bytes);
      have += bytes.length;
      const frames: (readonly FrameOp[])[] = [];
      for (;;) {
        const opened = nextFrame();
        if (!opened.ok) return (refused = opened);
        if (opened.value === null) return ok(frames);
        frames.push(opened.value);
      }
    },
    info: () => info,
    finish: () => {
      if (refused !== null) return refused;
      return info !== null && hasEnded && have === 0 ? ok(info) : corrupt();
    },
  };
}
