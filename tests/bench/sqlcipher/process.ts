/**
 * SQLCipher through better-sqlite3-multiple-ciphers, in a process of its own: one task as JSON on the command line,
 * its figures as JSON on the last line. The raw key is given, so that nothing is derived inside the clock.
 */
import { join } from 'node:path';
import type { BuildFigures, OpenFigures, Task } from '../contender.js';
import { digestOf } from '../data/digest.js';
import { recordsOf, type BenchRecord } from '../data/records.js';
import { peersRequire } from '../harness/peers.js';

interface Statement {
  run(...values: readonly unknown[]): unknown;
  raw(isRaw: true): Statement;
  all(): readonly (readonly [string, string])[];
}
interface Database {
  pragma(text: string): unknown;
  exec(sql: string): unknown;
  prepare(sql: string): Statement;
  transaction<T>(work: (value: T) => void): (value: T) => void;
  close(): void;
}

/** 32 bytes of key and 16 of salt: with both, SQLCipher derives nothing from a passphrase. */
const rawKey = `${'07'.repeat(32)}${'09'.repeat(16)}`;
const batch = 1000;

function connect(folder: string): Database {
  const Sqlite = peersRequire()('better-sqlite3-multiple-ciphers') as new (file: string) => Database;
  const database = new Sqlite(join(folder, 'sqlcipher.db'));
  database.pragma(`cipher='sqlcipher'`);
  database.pragma(`legacy=4`);
  database.pragma(`key="x'${rawKey}'"`);
  return database;
}

function build(folder: string, task: Extract<Task, { readonly do: 'build' }>): BuildFigures {
  const start = performance.now();
  const database = connect(folder);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE sessions (id TEXT PRIMARY KEY, body TEXT NOT NULL)');
  const insert = database.prepare('INSERT INTO sessions VALUES (?, ?)');
  const insertAll = database.transaction((records: readonly BenchRecord[]) => {
    for (const { id, value } of records) insert.run(id, JSON.stringify(value));
  });
  const { seed, records } = task.dataset;
  for (let from = 0; from < records; from += batch) {
    insertAll([...recordsOf(seed, from, Math.min(records, from + batch))]);
  }
  database.close();
  return { buildMs: performance.now() - start };
}

function open(folder: string): OpenFigures {
  // The addon is loaded before the clock starts, as libsodium is in the page.
  peersRequire()('better-sqlite3-multiple-ciphers');
  const start = performance.now();
  const database = connect(folder);
  const rows = database.prepare('SELECT id, body FROM sessions').raw(true).all();
  const records = rows.map(([id, body]): BenchRecord => ({
    id: id as BenchRecord['id'],
    value: JSON.parse(body) as BenchRecord['value'],
  }));
  const opened = performance.now() - start;
  database.close();
  const nothing = { saveMs: [], rawAppendMs: [], roundTripMs: [], searchMs: [], searchWhileIndexingMs: [] };
  return { marks: { open: opened }, bytes: null, ...digestOf(records), ...nothing };
}

const [folder = '', text = ''] = process.argv.slice(2);
const task = JSON.parse(text) as Task;
const figures = task.do === 'build' ? build(folder, task) : open(folder);
process.stdout.write(`${JSON.stringify(figures)}\n`);
