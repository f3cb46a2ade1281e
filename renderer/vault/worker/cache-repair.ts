/**
 * Compares the cache with the journal, row by row and byte by byte, and puts it right. Says what it found in
 * counts. A cache that cannot be read is deleted and made anew; one that cannot be made is done without.
 */
import { recordIdFromBytes, recordIdToBytes, type RecordId } from '@shared/kernel/ids';
import { areBytesEqual } from '@shared/vault/bytes';
import type { SealedRow, SealedStoreDep } from './store/sealed-store';
import type { LastOps } from './live-records';

export interface CacheFound {
  readonly wasEmpty: boolean;
  /** Rows that the journal does not hold this way: altered, or of an id that it does not have. */
  readonly strangers: readonly { readonly id: RecordId; readonly envelope: Uint8Array }[];
  /** What puts the cache right. */
  readonly puts: readonly SealedRow[];
  readonly removes: readonly Uint8Array[];
}

export async function readCache(store: SealedStoreDep, lastOps: LastOps): Promise<CacheFound> {
  let read = await store.readAll();
  if (!read.ok) {
    await store.reset();
    read = await store.readAll();
  }
  const rows = read.ok ? read.value : [];
  const envelopes = new Map<RecordId, Uint8Array>();
  const removes: Uint8Array[] = [];
  for (const row of rows) {
    if (row.id.length === 16) envelopes.set(recordIdFromBytes(row.id), row.envelope);
    else removes.push(row.id);
  }
  const puts: SealedRow[] = [];
  const strangers: { id: RecordId; envelope: Uint8Array }[] = [];
  for (const [id, op] of lastOps) {
    if (op.type === 'remove') continue;
    const cached = envelopes.get(id);
    if (cached !== undefined && areBytesEqual(cached, op.envelope)) continue;
    puts.push({ id: recordIdToBytes(id), envelope: op.envelope });
    if (cached !== undefined) strangers.push({ id, envelope: cached });
  }
  for (const [id, envelope] of envelopes) {
    if (lastOps.get(id)?.type === 'put') continue;
    removes.push(recordIdToBytes(id));
    strangers.push({ id, envelope });
  }
  return { wasEmpty: rows.length === 0, strangers, puts, removes };
}

/** Told in the report; a failure only means that the next unlock finds the same again. */
export async function repairCache(store: SealedStoreDep, found: CacheFound): Promise<number> {
  const rows = found.puts.length + found.removes.length;
  if (rows > 0) {
    const applied = await store.apply(found.puts, found.removes);
    if (!applied.ok) {
      await store.reset();
      await store.apply(found.puts, []);
    }
  }
  return rows;
}
