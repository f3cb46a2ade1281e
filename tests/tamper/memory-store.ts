/** The cache without IndexedDB: what the vault sees of it, over two maps. Thousands of opens do not wait for Dexie. */
import { ok } from '@shared/kernel/result';
import {
  segmentKinds,
  type SealedRow,
  type SealedSegment,
  type SealedStoreDep,
  type SegmentKind,
} from '../../renderer/vault/worker/store/sealed-store';

export interface CacheState {
  readonly rows: readonly SealedRow[];
  readonly segments: readonly SealedSegment[];
  readonly outlines: readonly SealedSegment[];
}

export interface MemoryStore extends SealedStoreDep {
  /** What is in it now. The bytes are not copied: nobody writes into them. */
  state(): CacheState;
}

const keyOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');

export function createMemoryStore(from: CacheState = { rows: [], segments: [], outlines: [] }): MemoryStore {
  const rows = new Map<string, SealedRow>();
  const runs = {
    bodies: new Map<number, SealedSegment>(),
    outlines: new Map<number, SealedSegment>(),
  } as const satisfies Record<SegmentKind, unknown>;
  const putRows = (put: readonly SealedRow[]): void => {
    for (const { id, envelope } of put) rows.set(keyOf(id), { id: id.slice(), envelope: envelope.slice() });
  };
  putRows(from.rows);
  for (const segment of from.segments) runs.bodies.set(segment.number, segment);
  for (const segment of from.outlines) runs.outlines.set(segment.number, segment);
  const clearSegments = (): void => {
    for (const kind of segmentKinds) runs[kind].clear();
  };
  const state = (): CacheState => ({
    rows: [...rows.values()],
    segments: [...runs.bodies.values()],
    outlines: [...runs.outlines.values()],
  });
  return {
    state,
    readAll: () => Promise.resolve(ok(state().rows)),
    readSegments: async (kind, onSegment) => {
      for (const segment of runs[kind].values()) await onSegment(segment);
      return ok();
    },
    clearSegments: () => {
      clearSegments();
      return Promise.resolve(ok());
    },
    apply: (puts, removes) => {
      for (const id of removes) rows.delete(keyOf(id));
      putRows(puts);
      return Promise.resolve(ok());
    },
    rebuild: async (made, kept) => {
      clearSegments();
      rows.clear();
      putRows(kept);
      for (const kind of segmentKinds)
        for await (const { number, bytes } of made[kind])
          runs[kind].set(number, { number, bytes: bytes.slice() });
      return ok();
    },
    rebuildOutlines: async (outlines) => {
      runs.outlines.clear();
      for await (const { number, bytes } of outlines)
        runs.outlines.set(number, { number, bytes: bytes.slice() });
      return ok();
    },
    reset: () => {
      rows.clear();
      clearSegments();
      return Promise.resolve(ok());
    },
    close: () => undefined,
  };
}
