/**
 * The only importer of Dexie: one store of sealed rows, keyed by the record's 16 random bytes. No kind, no name
 * and no index is on the disk. The journal is the truth; this is a copy that may be thrown away.
 */
import { Dexie, type DexieOptions } from 'dexie';
import { err, ok, type Result } from '@shared/kernel/result';
import type { VaultName } from '@shared/vault/vault-api';
import {
  segmentKinds,
  type SealedRow,
  type SealedSegment,
  type SealedStoreDep,
  type SegmentKind,
  type SegmentRun,
  type SegmentStoreDep,
  type StoreError,
} from './sealed-store';

/** Names that say nothing to somebody who looks into the profile folder. */
const databaseNames = { main: 's-main', demo: 's-demo' } as const satisfies Record<VaultName, string>;

/**
 * `engine` is for Node, which has no IndexedDB of its own. Without `files`, or where those are empty because an older
 * version wrote it, the segments lie in the database.
 */
export function createDexieStore(
  vault: VaultName,
  engine: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
  files: SegmentStoreDep | null = null,
): SealedStoreDep {
  const database = new Dexie(databaseNames[vault], {
    ...engine,
    // The journal is synced before anything is "Saved"; to sync its copy as well would only keep the next save waiting.
    chromeTransactionDurability: 'relaxed',
    cache: 'disabled',
    autoOpen: true,
  });
  // Keys kept outside the values, no index. Layouts 2 and 3 add segments; what an older one held stays where it is.
  database.version(1).stores({ b: '' });
  database.version(2).stores({ b: '', s: '' });
  database.version(3).stores({ b: '', s: '', o: '' });
  const rows = database.table<Uint8Array, Uint8Array>('b');
  const tables = {
    bodies: database.table<Uint8Array, number>('s'),
    outlines: database.table<Uint8Array, number>('o'),
  } as const;

  const readTable = (
    kind: SegmentKind,
    onSegment: (segment: SealedSegment) => Promise<void>,
  ): Promise<Result<void, StoreError>> =>
    attempt(async () => {
      const segments = await database.transaction('r', tables[kind], async () => {
        const numbers = await tables[kind].toCollection().primaryKeys();
        const values = await tables[kind].toArray();
        return numbers.map((number, index) => [number, values[index]] as const);
      });
      for (const [number, bytes] of segments)
        if (bytes !== undefined && typeof number === 'number')
          await onSegment({ number, bytes: bytesOf(bytes) });
    });
  const clearTables = (): Promise<void> =>
    database.transaction('rw', tables.bodies, tables.outlines, async () => {
      for (const kind of segmentKinds) await tables[kind].clear();
    });
  const writeTable = async (kind: SegmentKind, segments: SegmentRun): Promise<void> => {
    for await (const segment of segments) await tables[kind].put(segment.bytes, segment.number);
  };

  return {
    readAll: () =>
      attempt(() =>
        database.transaction('r', rows, async () => {
          const ids = await rows.toCollection().primaryKeys();
          const envelopes = await rows.toArray();
          return ids.flatMap((id, index): SealedRow[] => {
            const envelope = envelopes[index];
            return envelope === undefined ? [] : [{ id: bytesOf(id), envelope: bytesOf(envelope) }];
          });
        }),
      ),
    readSegments: async (kind, onSegment) => {
      if (files === null) return readTable(kind, onSegment);
      const seen = { segments: 0 };
      const read = await files.read(kind, (segment) => {
        seen.segments += 1;
        return onSegment(segment);
      });
      return read.ok && seen.segments === 0 ? readTable(kind, onSegment) : read;
    },
    apply: (puts, removes) =>
      attempt(() =>
        database.transaction('rw', rows, async () => {
          if (removes.length > 0) await rows.bulkDelete([...removes]);
          if (puts.length > 0) {
            await rows.bulkPut(
              puts.map((row) => row.envelope),
              puts.map((row) => row.id),
            );
          }
        }),
      ),
    clearSegments: async () => {
      const cleared = await files?.clear();
      const emptied = await attempt(clearTables);
      return cleared?.ok === false ? cleared : emptied;
    },
    rebuild: async (made, kept) => {
      const replaced = await attempt(() =>
        database.transaction('rw', rows, tables.bodies, tables.outlines, async () => {
          for (const kind of segmentKinds) await tables[kind].clear();
          await rows.clear();
          await rows.bulkPut(
            kept.map((row) => row.envelope),
            kept.map((row) => row.id),
          );
        }),
      );
      if (!replaced.ok) return replaced;
      if (files !== null) return files.write(made);
      return attempt(async () => {
        for (const kind of segmentKinds) await writeTable(kind, made[kind]);
      });
    },
    rebuildOutlines: (outlines) =>
      files === null
        ? attempt(async () => {
            await tables.outlines.clear();
            await writeTable('outlines', outlines);
          })
        : files.write({ outlines }),
    reset: async () => {
      const cleared = await files?.clear();
      const emptied = await attempt(async () => {
        await database.delete();
        await database.open();
      });
      return cleared?.ok === false && emptied.ok ? cleared : emptied;
    },
    close: () => {
      database.close();
    },
  };
}

async function attempt<T>(work: () => PromiseLike<T>): Promise<Result<T, StoreError>> {
  try {
    return ok(await work());
  } catch (cause) {
    return err({ tag: 'StoreFailed', code: cause instanceof Error ? cause.name : 'Unknown' });
  }
}

/** Keys come back as an ArrayBuffer, and a damaged store may return anything: that is then a row to repair. */
function bytesOf(value: unknown): Uint8Array {
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (ArrayBuffer.isView(value))
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength).slice();
  return new Uint8Array(0);
}
