/** Everything unlocked, in memory: what each id stands at, and the values that this version can read. */
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { FrameOp } from './crypto/v1/frame';

export interface LiveRecord {
  readonly tableId: number;
  readonly revision: number;
  readonly schema: number;
  readonly savedAt: number;
  readonly isRemoved: boolean;
  /** Null when removed, or sealed by a newer version. */
  readonly opened: { readonly kind: KindName; readonly value: unknown } | null;
}

export type LiveRecords = Map<RecordId, LiveRecord>;

/** The state of the journal: for each id the last operation on it. */
export type LastOps = Map<RecordId, FrameOp>;

export function applyOps(lastOps: LastOps, ops: readonly FrameOp[]): void {
  for (const op of ops) lastOps.set(op.recordId, op);
}
