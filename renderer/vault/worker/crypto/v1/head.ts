/** The last operation of a frame: what the vault stands at once the frame is in. */
import type { RecordId } from '@shared/kernel/ids';
import { format } from '@shared/vault/format';
import { readFields, writeFields } from './fields';
import { nobodyId, type FrameOp } from './frame';

export interface Head {
  /** Of the manifest, with this frame's operations in it. */
  readonly root: Uint8Array;
  readonly ringRevision: number;
  readonly auditCount: number;
  readonly auditHead: Uint8Array;
  readonly liveCount: number;
}

const headBytes = format.manifestHashBytes + 8 + 8 + format.chainHashBytes + 4;

export function encodeHead(head: Head): Uint8Array {
  return writeFields(headBytes, (to) => {
    to.bytes(head.root);
    to.uint(head.ringRevision, 8);
    to.uint(head.auditCount, 8);
    to.bytes(head.auditHead);
    to.uint(head.liveCount, 4);
  });
}

export function decodeHead(bytes: Uint8Array): Head | null {
  if (bytes.length !== headBytes) return null;
  const reader = readFields(bytes);
  const root = reader.take(format.manifestHashBytes);
  const ringRevision = reader.uint(8);
  const auditCount = reader.uint(8);
  const auditHead = reader.take(format.chainHashBytes);
  const liveCount = reader.uint(4);
  if (root === null || ringRevision === null || auditCount === null) return null;
  if (auditHead === null || liveCount === null) return null;
  return { root, ringRevision, auditCount, auditHead, liveCount };
}

export function headOp(seq: number, savedAt: number, head: Head): FrameOp {
  const recordId: RecordId = nobodyId;
  return {
    type: 'head',
    tableId: 0,
    recordId,
    revision: seq,
    schema: 0,
    savedAt,
    envelope: encodeHead(head),
  };
}
