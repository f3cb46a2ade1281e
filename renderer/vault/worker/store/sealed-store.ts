/** The cache as the vault sees it: opaque ids and sealed bytes. It may fail or be gone at any time. */
import type { Result } from '@shared/kernel/result';

export interface SealedRow {
  /** 16 bytes */
  readonly id: Uint8Array;
  readonly envelope: Uint8Array;
}

/** Some hundred records sealed as one: large values are read many times faster than small ones. */
export interface SealedSegment {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** bodies: every record whole. outlines: what the page's lists are made of. */
export type SegmentKind = 'bodies' | 'outlines';
/** In the order in which they are written. */
export const segmentKinds: readonly SegmentKind[] = ['outlines', 'bodies'];

/** Bytes are taken one segment at a time, so that no more than one is in memory twice. */
export type SegmentRun = AsyncIterable<SealedSegment> | Iterable<SealedSegment>;
export type MadeSegments = Readonly<Record<SegmentKind, SegmentRun>>;

/** `code` is the error's short name; nothing of a row. */
export type StoreError = { readonly tag: 'StoreFailed'; readonly code: string };

/** Where segments lie: runs of large values that are written whole, read in order and never changed. */
export interface SegmentStoreDep {
  /**
   * Handed out in order, a few at a time: the next may come while `onSegment` is still at work. `bytes` may be written
   * over once it has ended. Answers when all of them have.
   */
  read(
    kind: SegmentKind,
    onSegment: (segment: SealedSegment) => Promise<void>,
  ): Promise<Result<void, StoreError>>;
  /** Replaces all of each kind that is given. */
  write(made: Partial<MadeSegments>): Promise<Result<void, StoreError>>;
  clear(): Promise<Result<void, StoreError>>;
}

export interface SealedStoreDep {
  readAll(): Promise<Result<readonly SealedRow[], StoreError>>;
  readSegments: SegmentStoreDep['read'];
  /** All or none. */
  apply(puts: readonly SealedRow[], removes: readonly Uint8Array[]): Promise<Result<void, StoreError>>;
  /** Before another checkpoint takes over: what was made of the one before is not damage, and is not read again. */
  clearSegments(): Promise<Result<void, StoreError>>;
  /** Replaces everything: rows first, in the order of the other calls; then the segments. */
  rebuild(segments: MadeSegments, rows: readonly SealedRow[]): Promise<Result<void, StoreError>>;
  /** The outlines alone: a stop half way costs nothing but them. */
  rebuildOutlines(outlines: SegmentRun): Promise<Result<void, StoreError>>;
  /** Deletes everything, so that nothing of old rows or segments stays, and starts an empty one. */
  reset(): Promise<Result<void, StoreError>>;
  close(): void;
}
