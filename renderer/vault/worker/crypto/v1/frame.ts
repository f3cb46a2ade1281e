/**
 * One commit in the journal, or one piece of a checkpoint: length, sequence number, hash of the frame before, nonce,
 * sealed operations, and an unkeyed hash of it all. The hash tells a torn or damaged frame cheaply; the seal proves
 * that it is ours.
 */
import { recordIdFromBytes, type RecordId } from '@shared/kernel/ids';
import { err, ok, type Result } from '@shared/kernel/result';
import { areBytesEqual, asciiBytes, concatBytes, createByteReader, uintBytes } from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';
import { readFields, writeFields } from './fields';

export type OpType = 'put' | 'remove' | 'head' | 'audit' | 'purge' | 'checkpoint' | 'catalogue' | 'end';

export interface FrameOp {
  readonly type: OpType;
  /** 0 where the operation is about no record. */
  readonly tableId: number;
  readonly recordId: RecordId;
  readonly revision: number;
  /** Version of the record's schema; 0 in everything but a put. */
  readonly schema: number;
  readonly savedAt: number;
  /** Empty in a remove and a purge; the payload in what is about no record. */
  readonly envelope: Uint8Array;
}

export type FrameContext = 'frame' | 'checkpoint';

export interface FramePlace {
  readonly vaultId: Uint8Array;
  readonly seq: number;
  readonly prevHash: Uint8Array;
  /** The journal's unless told otherwise. */
  readonly context?: FrameContext;
  /** Number of the checkpoint; 1 in the journal, whichever file the frame is in. */
  readonly segment?: number;
}

export interface WholeFrame {
  readonly frame: Uint8Array;
  readonly seq: number;
  /** As it stands in the frame; only the chain says whether it is right. */
  readonly prevHash: Uint8Array;
}

/** The record id of operations that are about no record. */
export const nobodyId = recordIdFromBytes(new Uint8Array(format.recordIdBytes));

const opTypes: readonly OpType[] = [
  'put',
  'remove',
  'head',
  'audit',
  'purge',
  'checkpoint',
  'catalogue',
  'end',
];
/** First byte of the sealed operations; a later layout counts on. */
const opsLayout = 1;
const opsHeadBytes = 1 + 4;
const opHeadBytes = 1 + 2 + format.recordIdBytes + 8 + 2 + 8 + 4;
const clearBytes = 4 + 8 + format.chainHashBytes + format.nonceBytes;
/** A frame shorter than this is none: its sealed part holds at least layout and count. */
export const minFrameBytes = clearBytes + opsHeadBytes + format.tagBytes + format.frameHashBytes;

/** What the first frame's `prevHash` is: the chain starts at this vault and no other. */
export function genesisHash(
  sodium: Sodium,
  vaultId: Uint8Array,
  context: FrameContext = 'frame',
  segment: number = format.segment,
): Uint8Array {
  const start = concatBytes(asciiBytes(format.context[context]), vaultId, uintBytes(segment, 4));
  return sodium.hash(format.chainHashBytes, start);
}

/** What the next frame's `prevHash` is: over the whole frame as it stands on the disk. */
export function chainHash(sodium: Sodium, frame: Uint8Array): Uint8Array {
  return sodium.hash(format.chainHashBytes, frame);
}

export function sealFrame(
  sodium: Sodium,
  journalKey: Uint8Array,
  place: FramePlace,
  ops: readonly FrameOp[],
): Uint8Array {
  const nonce = sodium.randomBytes(format.nonceBytes);
  const ciphertext = sodium.seal(encodeOps(ops), frameAssociatedData(place), nonce, journalKey);
  const bodyLength = clearBytes + ciphertext.length;
  const frame = writeFields(bodyLength + format.frameHashBytes, (to) => {
    to.uint(bodyLength + format.frameHashBytes, 4);
    to.uint(place.seq, 8);
    to.bytes(place.prevHash);
    to.bytes(nonce);
    to.bytes(ciphertext);
    // The hash comes when what it covers stands.
    to.bytes(new Uint8Array(format.frameHashBytes));
  });
  frame.set(sodium.hash(format.frameHashBytes, frame.subarray(0, bodyLength)), bodyLength);
  return frame;
}

/** The whole frame at the start of `bytes`, when its length and unkeyed hash say that it arrived whole. */
export function wholeFrameAt(sodium: Sodium, bytes: Uint8Array): WholeFrame | null {
  const reader = createByteReader(bytes);
  const length = reader.uint(4);
  const seq = reader.uint(8);
  const prevHash = reader.take(format.chainHashBytes);
  if (length === null || seq === null || prevHash === null) return null;
  if (length < minFrameBytes || length > format.maxFrameBytes || length > bytes.length) return null;
  const frame = bytes.subarray(0, length);
  const bodyLength = length - format.frameHashBytes;
  const hash = sodium.hash(format.frameHashBytes, frame.subarray(0, bodyLength));
  return areBytesEqual(hash, frame.subarray(bodyLength)) ? { frame, seq, prevHash } : null;
}

export function openFrame(
  sodium: Sodium,
  journalKey: Uint8Array,
  place: FramePlace,
  frame: Uint8Array,
): Result<readonly FrameOp[], VaultError> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where: frameName(place) } as const);
  const whole = wholeFrameAt(sodium, frame);
  return whole?.frame.length === frame.length ? openWholeFrame(sodium, journalKey, place, whole) : corrupt;
}

/** As `openFrame`, for one whose hash was just found to fit: it is not made a second time. */
export function openWholeFrame(
  sodium: Sodium,
  journalKey: Uint8Array,
  place: FramePlace,
  whole: WholeFrame,
): Result<readonly FrameOp[], VaultError> {
  const fits = whole.seq === place.seq && areBytesEqual(whole.prevHash, place.prevHash);
  if (!fits) return err({ tag: 'EnvelopeCorrupt', where: frameName(place) });
  return openSealed(sodium, journalKey, place, whole.frame);
}

/**
 * By its own number and `prevHash`: for a whole frame behind a damaged one. The seal still proves that it is ours and
 * which it is, but not that nothing is missing before it.
 */
export function openFrameAlone(
  sodium: Sodium,
  journalKey: Uint8Array,
  vaultId: Uint8Array,
  frame: Uint8Array,
  context: FrameContext = 'frame',
  segment: number = format.segment,
): Result<readonly FrameOp[], VaultError> {
  const whole = wholeFrameAt(sodium, frame);
  const seq = whole?.seq ?? 0;
  if (whole?.frame.length !== frame.length) {
    return err({ tag: 'EnvelopeCorrupt', where: frameName({ seq, context, segment }) });
  }
  return openWholeFrameAlone(sodium, journalKey, vaultId, whole, context, segment);
}

/** As `openFrameAlone`, for one whose hash was just found to fit. */
export function openWholeFrameAlone(
  sodium: Sodium,
  journalKey: Uint8Array,
  vaultId: Uint8Array,
  { frame, seq, prevHash }: WholeFrame,
  context: FrameContext = 'frame',
  segment: number = format.segment,
): Result<readonly FrameOp[], VaultError> {
  return openSealed(sodium, journalKey, { vaultId, seq, prevHash, context, segment }, frame);
}

function openSealed(
  sodium: Sodium,
  journalKey: Uint8Array,
  place: FramePlace,
  frame: Uint8Array,
): Result<readonly FrameOp[], VaultError> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where: frameName(place) } as const);
  const nonce = frame.subarray(clearBytes - format.nonceBytes, clearBytes);
  const ciphertext = frame.subarray(clearBytes, frame.length - format.frameHashBytes);
  const plaintext = sodium.open(ciphertext, frameAssociatedData(place), nonce, journalKey);
  return plaintext === null ? corrupt : decodeOps(plaintext, corrupt);
}

function frameName(place: Pick<FramePlace, 'seq' | 'context' | 'segment'>): string {
  const { seq, context = 'frame', segment = format.segment } = place;
  return context === 'frame'
    ? `journal frame ${String(seq)}`
    : `checkpoint ${String(segment)} frame ${String(seq)}`;
}

function frameAssociatedData(place: FramePlace): Uint8Array {
  const { context = 'frame', segment = format.segment } = place;
  return concatBytes(
    asciiBytes(format.context[context]),
    place.vaultId,
    uintBytes(segment, 4),
    uintBytes(place.seq, 8),
    place.prevHash,
  );
}

function encodeOps(ops: readonly FrameOp[]): Uint8Array {
  let length = opsHeadBytes;
  for (const op of ops) length += opHeadBytes + op.envelope.length;
  return writeFields(length, (to) => {
    to.uint(opsLayout, 1);
    to.uint(ops.length, 4);
    for (const op of ops) {
      to.uint(opTypes.indexOf(op.type) + 1, 1);
      to.uint(op.tableId, 2);
      to.id(op.recordId);
      to.uint(op.revision, 8);
      to.uint(op.schema, 2);
      to.uint(op.savedAt, 8);
      to.uint(op.envelope.length, 4);
      to.bytes(op.envelope);
    }
  });
}

function decodeOps(
  plaintext: Uint8Array,
  corrupt: Result<never, VaultError>,
): Result<readonly FrameOp[], VaultError> {
  const reader = readFields(plaintext);
  const layout = reader.uint(1);
  if (layout !== null && layout > opsLayout) return err({ tag: 'EnvelopeTooNew', version: layout });
  const count = reader.uint(4);
  if (layout !== opsLayout || count === null) return corrupt;
  const ops: FrameOp[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = reader.uint(1);
    const tableId = reader.uint(2);
    const recordId = reader.id();
    const revision = reader.uint(8);
    const schema = reader.uint(2);
    const savedAt = reader.uint(8);
    const envelopeLength = reader.uint(4);
    if (number === null || tableId === null || recordId === null || revision === null) return corrupt;
    if (schema === null || savedAt === null || envelopeLength === null) return corrupt;
    const envelope = reader.take(envelopeLength);
    if (envelope === null) return corrupt;
    if (number > opTypes.length) return err({ tag: 'EnvelopeTooNew', version: format.version + 1 });
    const type = opTypes[number - 1];
    if (type === undefined) return corrupt;
    ops.push({ type, tableId, recordId, revision, schema, savedAt, envelope });
  }
  return reader.left() === 0 ? ok(ops) : corrupt;
}
