/**
 * What can be brought in from a file. A target says which columns it wants, how one row becomes a change to
 * one record, and by what it recognises a record that is already there. The record kind's own schema judges
 * the result: form, store and import share it.
 */
import type { LocalDate, LocalMonth } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName, RecordValue } from '@shared/records/registry';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface ImportColumn {
  readonly key: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Other columns that can stand in for a required one that is not in the file. */
  readonly standIns?: readonly string[];
  /** Headings that mean this column, in plain words (lower case, no marks). */
  readonly synonyms: readonly string[];
  readonly isDate?: boolean;
  readonly isNumber?: boolean;
  /** People's own words: a "total" in it says nothing about the row. */
  readonly isFreeText?: boolean;
}

/** Which column of the file (by position) feeds which of ours; null or absent = none. */
export type ColumnMapping = Readonly<Record<string, number | null>>;

/** Reads one row. A problem is kept with its row and column; the reader answers null and reading goes on. */
export interface RowReader {
  isMapped(key: string): boolean;
  /** '' when empty or not in the file. */
  text(key: string): string;
  requiredText(key: string): string | null;
  date(key: string): LocalDate | null;
  month(key: string): LocalMonth | null;
  /** A last day: null also when the cell says in its own way that there is none ("ongoing", 31/12/9999). */
  openEnd(key: string): LocalDate | null;
  number(key: string): number | null;
  minutes(key: string): number | null;
  yesNo(key: string): boolean | null;
  /** Null when empty or not in the file; an unknown word is a problem with `reason`. */
  choice<T extends string>(key: string, words: Readonly<Record<string, T>>, reason: string): T | null;
  fail(key: string, reason: string): void;
  note(kind: ImportNote): void;
}

/** Things done on the way that the person is told about, as counts. */
export type ImportNote = 'name-turned-round' | 'times-joined';

export interface ImportContext<K extends KindName = KindName> {
  readonly today: LocalDate;
  readonly people: readonly StoredRecord<'person'>[];
  readonly existing: readonly StoredRecord<K>[];
}

export interface ReadRow<K extends KindName> {
  /** What the file says; fields it leaves empty are absent, so that they never wipe what is recorded. */
  readonly patch: Partial<RecordValue<K>>;
  /** Two rows with the same key are about the same thing. */
  readonly key: string;
  /** A weaker key: rows that share it and have different full keys, or none, are likely doubles. */
  readonly weakKey: string | null;
}

export type RowMatch<K extends KindName> =
  | { readonly type: 'new' }
  /** `base`: what the row is laid over, where that is not the record as it stands. */
  | { readonly type: 'same-as'; readonly record: StoredRecord<K>; readonly base?: RecordValue<K> }
  /** Already told by a record that says more (a whole group's session). */
  | { readonly type: 'covered' }
  /** `column` is our own name of it. */
  | { readonly type: 'problem'; readonly reason: string; readonly column: string };

/** A record that was found, or a new one. */
export function matchOf<K extends KindName>(record: StoredRecord<K> | null | undefined): RowMatch<K> {
  return record === null || record === undefined ? { type: 'new' } : { type: 'same-as', record };
}

export interface RowHandler<K extends KindName> {
  /** Several rows with one key as one row, where that makes sense; null where it does not. Absent: it never does. */
  combine?(rows: readonly ReadRow<K>[]): ReadRow<K> | null;
  /** Null when the row has a problem (reported through the reader). */
  read(reader: RowReader): ReadRow<K> | null;
  /** Which record, if any, is already there; a problem when the row cannot be matched safely. */
  match(row: ReadRow<K>): RowMatch<K>;
  /** The whole value of a new record. */
  complete(patch: Partial<RecordValue<K>>): unknown;
}

export interface ImportTarget<K extends KindName = KindName> {
  readonly id: string;
  readonly kind: K;
  readonly label: { readonly one: string; readonly many: string };
  /** What a doubled key means, in words: "have the same payroll number". */
  readonly doubled: string;
  readonly columns: readonly ImportColumn[];
  /** The column at which an issue of the schema is shown. */
  readonly columnOfField: Readonly<Record<string, string>>;
  begin(context: ImportContext<K>): RowHandler<K>;
}

export interface ImportProblem {
  readonly row: number;
  /** The heading in the file, or our own name for the column; '' when it is about the whole row. */
  readonly column: string;
  /** Our own name alone: in a file without headings the heading is a cell, which no saved list may hold. */
  readonly ownColumn: string;
  readonly reason: string;
  /** What the cell holds: for the screen only, never for a log or a saved list. */
  readonly value: string;
}

export interface PlannedNew<K extends KindName> {
  readonly row: number;
  readonly value: RecordValue<K>;
}
export interface PlannedChange<K extends KindName> {
  readonly row: number;
  readonly id: RecordId;
  readonly baseRevision: number;
  readonly before: RecordValue<K>;
  readonly value: RecordValue<K>;
}

export interface ImportPlan<K extends KindName = KindName> {
  readonly created: readonly PlannedNew<K>[];
  readonly changed: readonly PlannedChange<K>[];
  readonly unchanged: number;
  /** Rows that say again what another row of the file says. */
  readonly repeated: number;
  readonly repeats: readonly { readonly row: number; readonly sameAs: number }[];
  readonly rows: number;
  readonly problems: readonly ImportProblem[];
  readonly problemRows: number;
  readonly notes: Readonly<Partial<Record<ImportNote, number>>>;
}
