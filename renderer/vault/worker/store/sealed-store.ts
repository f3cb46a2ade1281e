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

/** `code` is the error's short name; nothing of a row. */
export type StoreError = { readonly tag: 'StoreFailed'; readonly code: string };

export interface SealedStoreDep {
  readAll(): Promise<Result<readonly SealedRow[], StoreError>>;
  readSegments(): Promise<Result<readonly SealedSegment[], StoreError>>;
  /** All or none. */
  apply(puts: readonly SealedRow[], removes: readonly Uint8Array[]): Promise<Result<void, StoreError>>;
  /** Replaces everything: rows first, then the segments, which are taken one by one. */
  rebuild(segments: Iterable<SealedSegment>, rows: readonly SealedRow[]): Promise<Result<void, StoreError>>;
  /** Deletes the whole database, so that nothing of old rows stays in it, and starts an empty one. */
  reset(): Promise<Result<void, StoreError>>;
  close(): void;
}
