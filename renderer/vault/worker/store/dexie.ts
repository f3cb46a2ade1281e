/**
 * The only importer of Dexie: one store of sealed rows, keyed by the record's 16 random bytes. No kind, no name
 * and no index is on the disk. The journal is the truth; this is a copy that may be thrown away.
 */
import { Dexie, type DexieOptions } from 'dexie';
import { err, ok, type Result } from '@shared/kernel/result';
import type { VaultName } from '@shared/vault/vault-api';
import type { SealedRow, SealedSegment, SealedStoreDep, StoreError } from './sealed-store';

/** Names that say nothing to somebody who looks into the profile folder. */
const databaseNames = { main: 's-main', demo: 's-demo' } as const satisfies Record<VaultName, string>;

/** `engine` is for Node, which has no IndexedDB of its own. */
export function createDexieStore(
  vault: VaultName,
  engine: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'> = {},
): SealedStoreDep {
  const database = new Dexie(databaseNames[vault], {
    ...engine,
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
    autoOpen: true,
  });
  // Keys kept outside the values, no index. Layout 2 adds the segments; what layout 1 held stays where it is.
  database.version(1).stores({ b: '' });
  database.version(2).stores({ b: '', s: '' });
  const rows = database.table<Uint8Array, Uint8Array>('b');
  const segments = database.table<Uint8Array, number>('s');

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
    readSegments: () =>
      attempt(() =>
        database.transaction('r', segments, async () => {
          const numbers = await segments.toCollection().primaryKeys();
          const values = await segments.toArray();
          return numbers.flatMap((number, index): SealedSegment[] => {
            const bytes = values[index];
            return bytes === undefined || typeof number !== 'number'
              ? []
              : [{ number, bytes: bytesOf(bytes) }];
          });
        }),
      ),
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
    rebuild: (made, kept) =>
      attempt(async () => {
        await database.transaction('rw', rows, segments, async () => {
          await segments.clear();
          await rows.clear();
          await rows.bulkPut(
            kept.map((row) => row.envelope),
            kept.map((row) => row.id),
          );
        });
        // One at a time, so that no more than one is in memory twice. A stop in between is put right at unlock.
        for (const segment of made) await segments.put(segment.bytes, segment.number);
      }),
    reset: () =>
      attempt(async () => {
        await database.delete();
        await database.open();
      }),
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
