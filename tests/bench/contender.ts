/**
 * What a store has to be able to do to be measured, and what is told of it. A contender runs in a page (or, for
 * SQLCipher, in a process of its own); the harness only ever sees the figures.
 */
import type { BenchRecord } from './data/records.js';

export interface Dataset {
  readonly seed: number;
  readonly records: number;
}

/**
 * Points in time, in milliseconds after "the key is there".
 * read: all bytes are in memory, still sealed. useful: people, dates and what is due can be shown.
 * open: every record is decrypted and can be searched. The peers have parsed each of them by then; ours has parsed all
 * but the long texts, and parses a whole record when somebody asks for it.
 */
export type Mark = 'read' | 'useful' | 'open';
export type Marks = Readonly<Partial<Record<Mark, number>>>;

export interface Opened {
  readonly marks: Marks;
  /** Sealed bytes that were read, where the store can tell. */
  readonly bytes: number | null;
  /** Everything that was opened; read after the clock has stopped, to prove that it is all there. */
  records(): Iterable<BenchRecord> | Promise<Iterable<BenchRecord>>;
  /** Saves one new record as the app does, and answers when it is on the disk. */
  readonly save?: (record: BenchRecord) => Promise<void>;
  /** Answers with the number of hits. */
  readonly search?: (query: string) => Promise<number>;
  /** Resolves when the index of all notes is finished; until then `search` may be slower. */
  readonly indexed?: () => Promise<void>;
  close(): Promise<void>;
}

export interface Contender {
  /** Writes all records into an empty profile. */
  build(dataset: Dataset): Promise<void>;
  /** In a browser started afresh: opens the store and reads everything. */
  open(): Promise<Opened>;
}

/** What the harness asks of a page or of the SQLCipher process, in this order. */
export type Task =
  | { readonly do: 'build'; readonly dataset: Dataset }
  /** `saves` new records follow after the ones of the data set; `earlier` were saved in rounds before. */
  | {
      readonly do: 'open';
      readonly dataset: Dataset;
      readonly earlier: number;
      readonly saves: number;
      readonly queries: number;
    };

export interface BuildFigures {
  readonly buildMs: number;
}

export interface OpenFigures {
  readonly marks: Marks;
  readonly bytes: number | null;
  readonly count: number;
  readonly digest: number;
  readonly saveMs: readonly number[];
  /** Beside each save: the same bytes, appended and synced by main without any of us around it. */
  readonly rawAppendMs: readonly number[];
  readonly roundTripMs: readonly number[];
  readonly searchMs: readonly number[];
  readonly searchWhileIndexingMs: readonly number[];
}
