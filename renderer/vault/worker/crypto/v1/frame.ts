/**
 * One commit in the journal: length, sequence number, hash of the frame before, nonce, sealed operations, and an
 * unkeyed hash of it all. The hash tells a torn or damaged frame cheaply; the seal proves that it is ours.
 */
import { recordIdFromBytes, recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { err, ok, type Result } from '@shared/kernel/result';
import {
  areBytesEqual,
  asciiBytes,
  concatBytes,
  createByteReader,
  joinBytes,
  uintBytes,
} from '@shared/vault/bytes';
import type { VaultError } from '@shared/vault/errors';
import { format } from '@shared/vault/format';
import type { Sodium } from '../sodium';

export interface FrameOp {
  readonly type: 'put' | 'remove';
  readonly tableId: number;
  readonly recordId: RecordId;
  readonly revision: number;
  /** Version of the record's schema; 0 in a remove. */
  readonly schema: number;
  readonly savedAt: number;
  /** Empty in a remove. */
  readonly envelope: Uint8Array;
}

export interface FramePlace {
  readonly vaultId: Uint8Array;
  readonly seq: number;
  readonly prevHash: Uint8Array;
}

const opNumbers = { put: 1, remove: 2 } as const;
/** First byte of the sealed operations; a later layout counts on. */
const opsLayout = 1;
const clearBytes = 4 + 8 + format.chainHashBytes + format.nonceBytes;
/** A frame shorter than this is none: its sealed part holds at least layout and count. */
export const minFrameBytes = clearBytes + 5 + format.tagBytes + format.frameHashBytes;

/** What the first frame's `prevHash` is: the chain starts at this vault and no other. */
export function genesisHash(sodium: Sodium, vaultId: Uint8Array): Uint8Array {
  return sodium.hash(
    format.chainHashBytes,
    concatBytes(asciiBytes(format.context.frame), vaultId, uintBytes(format.segment, 4)),
  );
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
  const plaintext = encodeOps(ops);
  const ciphertext = sodium.seal(plaintext, frameAssociatedData(place), nonce, journalKey);
  const length = clearBytes + ciphertext.length + format.frameHashBytes;
  const body = concatBytes(uintBytes(length, 4), uintBytes(place.seq, 8), place.prevHash, nonce, ciphertext);
  return concatBytes(body, sodium.hash(format.frameHashBytes, body));
}

/** The whole frame at the start of `bytes`, when its length and unkeyed hash say that it arrived whole. */
export function wholeFrameAt(
  sodium: Sodium,
  bytes: Uint8Array,
): { readonly frame: Uint8Array; readonly seq: number } | null {
  const reader = createByteReader(bytes);
  const length = reader.uint(4);
  const seq = reader.uint(8);
  if (length === null || seq === null) return null;
  if (length < minFrameBytes || length > format.maxFrameBytes || length > bytes.length) return null;
  const frame = bytes.subarray(0, length);
  const bodyLength = length - format.frameHashBytes;
  const hash = sodium.hash(format.frameHashBytes, frame.subarray(0, bodyLength));
  return areBytesEqual(hash, frame.subarray(bodyLength)) ? { frame, seq } : null;
}

export function openFrame(
  sodium: Sodium,
  journalKey: Uint8Array,
  place: FramePlace,
  frame: Uint8Array,
): Result<readonly FrameOp[], VaultError> {
  const corrupt = err({ tag: 'EnvelopeCorrupt', where: `journal frame ${String(place.seq)}` } as const);
  const whole = wholeFrameAt(sodium, frame);
  if (whole?.frame.length !== frame.length || whole.seq !== place.seq) return corrupt;
  const reader = createByteReader(frame.subarray(12, frame.length - format.frameHashBytes));
  const prevHash = reader.take(format.chainHashBytes);
  const nonce = reader.take(format.nonceBytes);
  const ciphertext = reader.take(reader.left());
  if (prevHash === null || nonce === null || ciphertext === null) return corrupt;
  if (!areBytesEqual(prevHash, place.prevHash)) return corrupt;
  const plaintext = sodium.open(ciphertext, frameAssociatedData(place), nonce, journalKey);
  return plaintext === null ? corrupt : decodeOps(plaintext, corrupt);
}

function frameAssociatedData(place: FramePlace): Uint8Array {
  return concatBytes(
    asciiBytes(format.context.frame),
    place.vaultId,
    uintBytes(format.segment, 4),
    uintBytes(place.seq, 8),
    place.prevHash,
  );
}

function encodeOps(ops: readonly FrameOp[]): Uint8Array {
  return joinBytes([
    uintBytes(opsLayout, 1),
    uintBytes(ops.length, 4),
    ...ops.flatMap((op) => [
      uintBytes(opNumbers[op.type], 1),
      uintBytes(op.tableId, 2),
      recordIdToBytes(op.recordId),
      uintBytes(op.revision, 8),
      uintBytes(op.schema, 2),
      uintBytes(op.savedAt, 8),
      uintBytes(op.envelope.length, 4),
      op.envelope,
    ]),
  ]);
}

function decodeOps(
  plaintext: Uint8Array,
  corrupt: Result<never, VaultError>,
): Result<readonly FrameOp[], VaultError> {
  const reader = createByteReader(plaintext);
  const layout = reader.uint(1);
  if (layout !== null && layout > opsLayout) return err({ tag: 'EnvelopeTooNew', version: layout });
  const count = reader.uint(4);
  if (layout !== opsLayout || count === null) return corrupt;
  const ops: FrameOp[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = reader.uint(1);
    const tableId = reader.uint(2);
    const id = reader.take(format.recordIdBytes);
    const revision = reader.uint(8);
    const schema = reader.uint(2);
    const savedAt = reader.uint(8);
    const envelope = reader.take(reader.uint(4) ?? 0);
    if (number === null || tableId === null || id === null || revision === null) return corrupt;
    if (schema === null || savedAt === null || envelope === null) return corrupt;
    if (number > opNumbers.remove) return err({ tag: 'EnvelopeTooNew', version: format.version + 1 });
    const type = number === opNumbers.put ? 'put' : 'remove';
    ops.push({ type, tableId, recordId: recordIdFromBytes(id), revision, schema, savedAt, envelope });
  }
  return reader.left() === 0 ? ok(ops) : corrupt;
}
