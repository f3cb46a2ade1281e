/** dexie-encrypted on the Dexie 3 that it asks for: everything but the id is sealed with tweetnacl. */
import { Dexie, type Table } from 'dexie';
import { applyEncryptionMiddleware, NON_INDEXED_FIELDS } from 'dexie-encrypted';
import type { Contender } from '../contender.js';
import { recordsOf, type BenchRecord } from '../data/records.js';

type Row = { readonly id: string } & BenchRecord['value'];
const batch = 1000;

export function createDexieEncrypted(): Contender {
  const database = new Dexie('dexie-encrypted');
  applyEncryptionMiddleware(database, new Uint8Array(32).fill(7), { sessions: NON_INDEXED_FIELDS }, () =>
    Promise.reject(new Error('dexie-encrypted says that its key has changed')),
  );
  database.version(1).stores({ sessions: 'id' });
  const sessions: Table<Row, string> = database.table('sessions');
  return {
    build: async ({ seed, records }) => {
      await database.open();
      for (let from = 0; from < records; from += batch) {
        const part = recordsOf(seed, from, Math.min(records, from + batch));
        await sessions.bulkPut([...part].map(({ id, value }) => ({ id, ...value })));
      }
      database.close();
    },
    open: async () => {
      const start = performance.now();
      await database.open();
      const rows = await sessions.toArray();
      const open = performance.now() - start;
      return {
        marks: { open },
        bytes: null,
        records: () => rows.map(({ id, ...value }) => ({ id: id as BenchRecord['id'], value })),
        close: async () => database.close(),
      };
    },
  };
}
