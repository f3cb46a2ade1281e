/** What a sheet says against a row or a cell of it: merged cells, formulas without a value, days that were turned. */
import { isLocalDate } from '@shared/kernel/local-date';
import { tidyCell } from './cells';
import type { SheetFacts } from './sheet-facts';
import type { SourceRow, SourceTable } from './table';
import type { ColumnMapping, ImportColumn } from './target';
import { daysBetweenEpochs } from './xlsx/serial';

const mergedReason =
  'Cells of this row are merged, so some have no value of their own. Unmerge them and fill each one';
const turnedReason =
  'This day may be turned round: days over 12 in this column are text. Put the whole column right';

/**
 * Merged cells keep one value, in the first of them; all others are empty. A merge that only makes a cell wider,
 * over columns that are not read, takes nothing away.
 */
function mergedRows(
  { merged }: SheetFacts,
  { rows, headingRow }: SourceTable,
  mapped: ReadonlySet<number>,
): ReadonlySet<number> {
  const harmful = merged.filter(({ firstRow, lastRow, firstColumn, lastColumn }) => {
    if (lastRow <= headingRow) return false;
    const touched = [...mapped].filter((column) => column >= firstColumn && column <= lastColumn);
    return touched.length > 0 && (lastRow > firstRow || touched.some((column) => column > firstColumn));
  });
  if (harmful.length === 0) return new Set();
  const starts = harmful.sort((left, right) => left.firstRow - right.firstRow);
  const found = new Set<number>();
  let next = 0;
  let until = 0;
  for (const { row } of rows) {
    for (let range = starts[next]; range !== undefined && range.firstRow <= row; range = starts[next]) {
      until = Math.max(until, range.lastRow);
      next += 1;
    }
    if (row <= until) found.add(row);
  }
  return found;
}

const inNumbers = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})\b/;

/**
 * A spreadsheet that opens 03/04/2024 in another country's setting takes it for the 4th of March, and leaves
 * 25/04/2024 as text. So where all days up to 12 are days and all others are text, the days cannot be trusted.
 */
function turnedColumns(
  { rows }: SourceTable,
  mapping: ColumnMapping,
  columns: readonly ImportColumn[],
): ReadonlySet<number> {
  const turned = new Set<number>();
  for (const { key, isDate } of columns) {
    const column = mapping[key] ?? null;
    if (isDate !== true || column === null) continue;
    let texts = 0;
    let days = 0;
    const isSelective = rows.every(({ cells }) => {
      const cell = tidyCell((cells[column] ?? '').slice(0, 40));
      const text = inNumbers.exec(cell);
      if (text !== null) {
        texts += 1;
        return Number(text[1]) > 12 !== Number(text[2]) > 12;
      }
      const day = cell.slice(0, 10);
      if (!isLocalDate(day)) return true;
      days += 1;
      return Number(day.slice(8)) <= 12;
    });
    if (isSelective && texts > 0 && days > 0) turned.add(column);
  }
  return turned;
}

export interface SheetDoubts {
  /** Why the row as a whole is not taken. */
  row(row: SourceRow): string | null;
  /** Why this cell of it is not taken. */
  cell(row: SourceRow, column: number): string | null;
}

const noDoubts: SheetDoubts = { row: () => null, cell: () => null };

/** Made once for a table. */
export function sheetDoubts(
  table: SourceTable,
  mapping: ColumnMapping,
  columns: readonly ImportColumn[],
): SheetDoubts {
  const { facts } = table;
  if (facts === null) return noDoubts;
  const mapped = new Set(columns.map(({ key }) => mapping[key] ?? null).filter((column) => column !== null));
  const merged = mergedRows(facts, table, mapped);
  const turned = turnedColumns(table, mapping, columns);
  return {
    row: ({ row }) => (merged.has(row) ? mergedReason : null),
    cell: ({ row, cells }, column) =>
      facts.wrongCells.get(row)?.get(column) ??
      (turned.has(column) && isLocalDate((cells[column] ?? '').slice(0, 10)) ? turnedReason : null),
  };
}

/** A number that stands for a day without being shown as one: from 1904 in a workbook that counts so. */
export function dayCell(cell: string, facts: SheetFacts | null): string {
  return facts?.is1904 === true && /^\d{5}(\.\d+)?$/.test(cell)
    ? String(Number(cell) + daysBetweenEpochs)
    : cell;
}
