/**
 * The same rules once more, on the finished rows and by other code: what the file says, not how it came about. A file
 * that does not pass is not saved.
 */
import { anonymity } from './k-anonymity';

export interface CheckedColumn {
  readonly role: 'known' | 'confidential';
  /** Of a confidential column: the least rows of one value. */
  readonly minimum: number;
}

/** `columns` are those of the file, one a cell of each row. */
export function rowsStandUp(
  columns: readonly CheckedColumn[],
  rows: readonly (readonly string[])[],
  k: number,
): boolean {
  const records = rows.map((row) => Object.fromEntries(row.map((cell, index) => [String(index), cell])));
  const fields = columns.map((_, index) => String(index));
  const confidential = fields.filter((_, index) => columns[index]?.role === 'confidential');
  const least = columns.reduce(
    (most, { role, minimum }) => (role === 'confidential' ? Math.max(most, minimum) : most),
    k,
  );
  const alike = anonymity({ records, quasiIdentifiers: fields, sensitive: null, k: least, l: 1 });
  if (alike.minClass === null || alike.recordsBelowK.length > 0) return false;
  // Whoever knows all of a row but one confidential cell has two values for it at least.
  return confidential.every((sensitive) => {
    const others = fields.filter((field) => field !== sensitive);
    const { recordsBelowL } = anonymity({ records, quasiIdentifiers: others, sensitive, k, l: 2 });
    return recordsBelowL.length === 0;
  });
}
