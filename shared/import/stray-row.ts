/** Rows that are no data: totals, repeated headings, lone lines above or below the table. */
import { plainWords, tidyCell } from './cells';
import type { SourceRow, SourceTable } from './table';
import type { ColumnMapping, ImportColumn } from './target';

const total = /^(grand |sub ?-? ?|overall )?totals?( [\p{L}]+)?( ?[:(].*)?$/iu;
const totalBehind = /^[\p{L}\p{N} &'-]+ totals?$/iu;
const everything =
  /^(all|whole|entire|overall)( (teams|staff|the service|service|departments|units|sites|posts|services|organisation))?$/;

function isTotal(cell: string): boolean {
  return total.test(cell) || totalBehind.test(cell) || everything.test(plainWords(cell));
}

/** Made once for a table: why a row of it is no data, or null. */
export function strayRows(
  table: SourceTable,
  mapping: ColumnMapping,
  columns: readonly ImportColumn[],
): (row: SourceRow) => string | null {
  // "Total knee replacement" is a reason for being away.
  const freeText = new Set(
    columns.filter(({ isFreeText }) => isFreeText === true).map(({ key }) => mapping[key] ?? null),
  );
  const headings = new Set(table.headings.map(plainWords));
  const mappedCount = Object.values(mapping).filter((index) => index !== null).length;
  return (row) => {
    const filled = row.cells
      .map((cell, index) => ({ cell: tidyCell(cell), index }))
      .filter(({ cell }) => cell !== '');
    if (filled.some(({ cell, index }) => !freeText.has(index) && isTotal(cell)))
      return 'This looks like a total row, so it was left out';
    if (filled.length > 1 && filled.every(({ cell }) => headings.has(plainWords(cell))))
      return 'This row repeats the headings, so it was left out';
    return filled.length === 1 && mappedCount > 2
      ? 'Only one cell is filled. It looks like a note, so it was left out'
      : null;
  };
}
