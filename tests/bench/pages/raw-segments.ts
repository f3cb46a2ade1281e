/** Plain Dexie, 256 records in one sealed row of about 590 KB: the quickest that IndexedDB gives the bytes back. */
import { Dexie, type Table } from 'dexie';
import { padBytes } from '@shared/vault/padding';
import type { Contender } from '../contender.js';
import { recordsOf, type BenchRecord } from '../data/records.js';
import { createSealer } from './seal.js';

const perSegment = 256;
const idLength = 32;

export function createRawSegments(): Contender {
  const database = new Dexie('raw-segments', { cache: 'disabled' });
  database.version(1).stores({ s: '' });
  const segments: Table<Uint8Array, number> = database.table('s');
  return {
    build: async ({ seed, records }) => {
      const sealer = await createSealer();
      for (let from = 0; from < records; from += perSegment) {
        const part = recordsOf(seed, from, Math.min(records, from + perSegment));
        await segments.put(sealer.seal(pack([...part]), String(from)), from);
      }
      database.close();
    },
    open: async () => {
      const sealer = await createSealer();
      const start = performance.now();
      await database.open();
      const [keys, sealed] = await database.transaction('r', segments, () =>
        Promise.all([segments.toCollection().primaryKeys(), segments.toArray()]),
      );
      const read = performance.now() - start;
      const opened = sealed.flatMap((row, index) => unpack(sealer.open(row, String(keys[index]))));
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

/** Each record padded as a row of its own would be, so that both layouts hold the same bytes. */
function pack(records: readonly BenchRecord[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = records.map(({ id, value }) => {
    const json = encoder.encode(JSON.stringify(value));
    return { id: encoder.encode(id), length: json.length, padded: padBytes(json) };
  });
  const whole = new Uint8Array(parts.reduce((sum, { padded }) => sum + idLength + 8 + padded.length, 0));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const { id, length, padded } of parts) {
    whole.set(id, at);
    view.setUint32(at + idLength, length);
    view.setUint32(at + idLength + 4, padded.length);
    whole.set(padded, at + idLength + 8);
    at += idLength + 8 + padded.length;
  }
  return whole;
}

function unpack(whole: Uint8Array): readonly BenchRecord[] {
  const decoder = new TextDecoder();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  const records: BenchRecord[] = [];
  for (let at = 0; at < whole.length;) {
    const id = decoder.decode(whole.subarray(at, at + idLength)) as BenchRecord['id'];
    const length = view.getUint32(at + idLength);
    const body = whole.subarray(at + idLength + 8, at + idLength + 8 + length);
    records.push({ id, value: JSON.parse(decoder.decode(body)) as BenchRecord['value'] });
    at += idLength + 8 + view.getUint32(at + idLength + 4);
  }
  return records;
}
