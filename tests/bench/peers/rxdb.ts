/** RxDB over its Dexie storage with its own encryption plugin. One sealed field a record: its quickest way. */
import { createRxDatabase } from 'rxdb';
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Contender } from '../contender.js';
import { recordsOf, type BenchRecord } from '../data/records.js';

const batch = 1000;
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 32 }, body: { type: 'object' } },
  required: ['id', 'body'],
  encrypted: ['body'],
} as const;

export function createRx(): Contender {
  const connect = async () => {
    const database = await createRxDatabase({
      name: 'rxdb',
      storage: wrappedKeyEncryptionCryptoJsStorage({ storage: getRxStorageDexie() }),
      password: 'harbour lantern thistle',
      multiInstance: false,
    });
    const { sessions } = await database.addCollections({ sessions: { schema } });
    if (sessions === undefined) throw new Error('RxDB made no collection');
    return { database, sessions };
  };
  return {
    build: async ({ seed, records }) => {
      const { database, sessions } = await connect();
      for (let from = 0; from < records; from += batch) {
        const part = recordsOf(seed, from, Math.min(records, from + batch));
        const { error } = await sessions.bulkInsert([...part].map(({ id, value }) => ({ id, body: value })));
        if (error.length > 0) throw new Error('RxDB did not take every record');
      }
      await database.close();
    },
    open: async () => {
      const start = performance.now();
      const { database, sessions } = await connect();
      const documents = await sessions.find().exec();
      const values = documents.map((document) => document.toJSON() as { id: string; body: unknown });
      const open = performance.now() - start;
      return {
        marks: { open },
        bytes: null,
        records: () =>
          values.map(({ id, body }) => ({
            id: id as BenchRecord['id'],
            value: body as BenchRecord['value'],
          })),
        close: async () => {
          await database.close();
        },
      };
    },
  };
}
