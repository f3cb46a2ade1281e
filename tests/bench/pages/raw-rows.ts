/** Plain Dexie, one sealed row per record: the layout of most encrypted stores. Read alone, then opened. */
import { Dexie, type Table } from 'dexie';
import { padBytes, unpadBytes } from '@shared/vault/padding';
import type { Contender } from '../contender.js';
import { recordsOf, type BenchRecord } from '../data/records.js';
import { createSealer } from './seal.js';

const batch = 1000;

export function createRawRows(): Contender {
  const database = new Dexie('raw-rows', { cache: 'disabled' });
  database.version(1).stores({ b: '' });
  const rows: Table<Uint8Array, string> = database.table('b');
  return {
    build: async ({ seed, records }) => {
      const sealer = await createSealer();
      const encoder = new TextEncoder();
      for (let from = 0; from < records; from += batch) {
        const part = [...recordsOf(seed, from, Math.min(records, from + batch))];
        await rows.bulkPut(
          part.map(({ id, value }) => sealer.seal(padBytes(encoder.encode(JSON.stringify(value))), id)),
          part.map(({ id }) => id),
        );
      }
      database.close();
    },
    open: async () => {
      const sealer = await createSealer();
      const decoder = new TextDecoder();
      const start = performance.now();
      await database.open();
      const [ids, sealed] = await database.transaction('r', rows, () =>
        Promise.all([rows.toCollection().primaryKeys(), rows.toArray()]),
      );
      const read = performance.now() - start;
      const opened = sealed.map((row, index): BenchRecord => {
        const id = ids[index] as BenchRecord['id'];
        const plain = unpadBytes(sealer.open(row, id));
        if (plain === null) throw new Error('A row is not padded as it was written');
        return { id, value: JSON.parse(decoder.decode(plain)) as BenchRecord['value'] };
      });
      const open = performance.now() - start;
      return {
        marks: { read, open },
        bytes: sealed.reduce((sum, row) => sum + row.length, 0),
        records: () => opened,
        close: async () => database.close(),
      };
    },
  };
}
