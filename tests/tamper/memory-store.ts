/** The cache without IndexedDB: what the vault sees of it, over two maps. Thousands of opens do not wait for Dexie. */
import { ok } from '@shared/kernel/result';
import type {
  SealedRow,
  SealedSegment,
  SealedStoreDep,
} from '../../renderer/vault/worker/store/sealed-store';

export interface CacheState {
  readonly rows: readonly SealedRow[];
  readonly segments: readonly SealedSegment[];
}

export interface MemoryStore extends SealedStoreDep {
  /** What is in it now. The bytes are not copied: nobody writes into them. */
  state(): CacheState;
}

const keyOf = (id: Uint8Array): string => Buffer.from(id).toString('hex');

export function createMemoryStore(from: CacheState = { rows: [], segments: [] }): MemoryStore {
  const rows = new Map<string, SealedRow>();
  const segments = new Map<number, SealedSegment>();
  const putRows = (put: readonly SealedRow[]): void => {
    for (const { id, envelope } of put) rows.set(keyOf(id), { id: id.slice(), envelope: envelope.slice() });
  };
  putRows(from.rows);
  for (const segment of from.segments) segments.set(segment.number, segment);
  const state = (): CacheState => ({ rows: [...rows.values()], segments: [...segments.values()] });
  return {
    state,
    readAll: () => Promise.resolve(ok(state().rows)),
    readSegments: () => Promise.resolve(ok(state().segments)),
    apply: (puts, removes) => {
      for (const id of removes) rows.delete(keyOf(id));
      putRows(puts);
      return Promise.resolve(ok());
    },
    rebuild: (made, kept) => {
      segments.clear();
      rows.clear();
      putRows(kept);
      for (const { number, bytes } of made) segments.set(number, { number, bytes: bytes.slice() });
      return Promise.resolve(ok());
    },
    reset: () => {
      rows.clear();
      segments.clear();
      return Promise.resolve(ok());
    },
    close: () => undefined,
  };
}
