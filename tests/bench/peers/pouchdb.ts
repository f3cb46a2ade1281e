/** PouchDB with crypto-pouch. Its Argon2 derivation is left out of the clock, as ours is. */
import PouchDB from 'pouchdb-browser';
import cryptoPouch from 'crypto-pouch';
import type { Contender } from '../contender.js';
import { recordsOf, type BenchRecord } from '../data/records.js';

PouchDB.plugin(cryptoPouch);
const password = 'harbour lantern thistle';
const batch = 1000;

export function createPouch(): Contender {
  return {
    build: async ({ seed, records }) => {
      const database = new PouchDB('pouchdb');
      await database.crypto(password);
      for (let from = 0; from < records; from += batch) {
        const part = recordsOf(seed, from, Math.min(records, from + batch));
        const answers = await database.bulkDocs([...part].map(({ id, value }) => ({ _id: id, ...value })));
        if (answers.some(({ error }) => error !== undefined))
          throw new Error('PouchDB did not take every record');
      }
      await database.close();
    },
    open: async () => {
      const beforeConnect = performance.now();
      const database = new PouchDB('pouchdb');
      await database.info();
      const connect = performance.now() - beforeConnect;
      await database.crypto(password);
      const start = performance.now();
      const { rows } = await database.allDocs({ include_docs: true });
      const open = connect + performance.now() - start;
      return {
        marks: { open },
        bytes: null,
        records: () =>
          rows.map(({ doc }) => {
            const { _id, ...value } = doc as { _id: BenchRecord['id'] } & BenchRecord['value'];
            return { id: _id, value };
          }),
        close: () => database.close(),
      };
    },
  };
}
