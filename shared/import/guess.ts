/** What the first look at a file suggests, before anybody changes it: which column is which, and how its dates are read. */
import type { DateOrder } from './cells';
import { missingColumns, suggestDateOrder, suggestMapping } from './mapping';
import type { SourceTable } from './table';
import type { ColumnMapping, ImportColumn } from './target';

export interface Guess {
  readonly mapping: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** Required columns that were not found. */
  readonly missing: readonly ImportColumn[];
}

export function guessColumns(columns: readonly ImportColumn[], table: SourceTable): Guess {
  const mapping = suggestMapping(columns, table);
  return {
    mapping,
    dateOrder: suggestDateOrder(columns, table, mapping),
    missing: missingColumns(columns, mapping),
  };
}
