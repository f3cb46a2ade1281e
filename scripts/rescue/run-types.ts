/** A run of frames, what was read of it, and what is wrong with it. */
import type { CheckpointInfo } from '../../renderer/vault/worker/crypto/v1/checkpoint';
import type { FrameContext, FrameOp } from '../../renderer/vault/worker/crypto/v1/frame';
import type { Head } from '../../renderer/vault/worker/crypto/v1/head';
import type { ManifestEntry } from '../../renderer/vault/worker/crypto/v1/manifest';
import type { Expected } from './mend';
import type { ByteSource, FilePlace } from './sources';

export interface RunPlan {
  /** For the report: "journal", "checkpoint/cp-000002.stc". */
  readonly name: string;
  readonly context: FrameContext;
  readonly segment: number;
  readonly source: ByteSource;
  /** What the first frame has to be; nulls where a run may begin anywhere. */
  readonly first: Expected;
}

export type FaultKind =
  /** Sealed content was changed; some of it may have been read all the same. */
  | 'altered'
  /** Only length, number, link or hash was changed; what the frame holds is proven. */
  | 'mended'
  /** Behind the last whole frame: an unfinished write, or a file cut short. */
  | 'torn'
  /** A whole frame that this vault's key did not seal. */
  | 'foreign'
  | 'newer'
  /** Frames whose numbers are nowhere in the run. */
  | 'missing'
  /** A frame that does not follow from the one before. */
  | 'order'
  /** Bytes between frames that belong to none. */
  | 'extra'
  /** A checkpoint without its end, or whose parts do not add up. */
  | 'unfinished'
  /** A file without a byte in it. */
  | 'empty'
  | 'chunk'
  | 'signature'
  | 'head'
  | 'disk';

export interface Fault {
  readonly run: string;
  readonly kind: FaultKind;
  readonly places: readonly FilePlace[];
  /** First and last frame number; null where no number is known. */
  readonly frames: readonly [number, number] | null;
  /** Records that were read out of a changed frame one by one. */
  readonly carved: number;
}

export interface RunFrame {
  readonly seq: number;
  readonly at: number;
  readonly end: number;
  readonly prevHash: Uint8Array;
  readonly hash: Uint8Array;
  readonly entries: readonly ManifestEntry[];
  /** Log entries and heads, in order: the log's chain goes through both. */
  readonly trail: readonly (
    { readonly type: 'audit'; readonly op: FrameOp } | { readonly type: 'head'; readonly head: Head }
  )[];
  readonly head: Head | null;
  readonly info: CheckpointInfo | null;
  readonly catalogue: readonly ManifestEntry[];
}

export interface RunReading {
  readonly plan: RunPlan;
  /** Those that opened, in the order of the file. */
  readonly frames: readonly RunFrame[];
  readonly faults: readonly Fault[];
  /** Whole frames that did not open: of another vault when none did. */
  readonly foreign: number;
}
