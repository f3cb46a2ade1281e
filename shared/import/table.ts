/** A file as rows under headings, with the row numbers that the person sees in their own spreadsheet. */
import { err, ok, type Result } from '@shared/kernel/result';
import { tidyCell } from './cells';
import { importLimits, type ImportFileError } from './file-errors';
import { headingWords } from './heading-words';
import type { SheetFacts, SheetName } from './sheet-facts';
import type { ParsedText } from './source-text';

export interface SourceRow {
  /** As in the file: the first row of the file is 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

export interface SourceTable {
  readonly headings: readonly string[];
  readonly headingRow: number;
  readonly rows: readonly SourceRow[];
  /** A quotation mark opens in this row and never closes: what follows it could not be read. */
  readonly brokenAtRow: number | null;
  /** Rows with a quotation mark that closes nothing: their cells, and the rows they ran into, cannot be trusted. */
  readonly misquotedRows: ReadonlySet<number>;
  /** Null for a text file. */
  readonly facts: SheetFacts | null;
  /** The sheets of the workbook that the rows could come from; empty for a text file. */
  readonly sheets: readonly SheetName[];
  /** Which of `sheets` these rows are. */
  readonly sheet: number;
}

const headingSearchRows = 25;

const filled = (cells: readonly string[]): number => cells.filter((cell) => tidyCell(cell) !== '').length;

/**
 * The headings are the row, near the top, that names most of the wanted columns; titles and dates above them
 * are passed over. When none is named it is the first row with more than one cell filled.
 */
function findHeadings(rows: readonly SourceRow[], known: ReadonlySet<string>): SourceRow | null {
  let best: SourceRow | null = null;
  let bestCount = 0;
  for (const row of rows.slice(0, headingSearchRows)) {
    const count = new Set(row.cells.map(headingWords).filter((words) => known.has(words))).size;
    if (count > bestCount) {
      best = row;
      bestCount = count;
    }
  }
  return best ?? rows.find((row) => filled(row.cells) > 1) ?? rows[0] ?? null;
}

/** Headings are made unique and never empty, so that each column can be named and chosen. */
function nameHeadings(cells: readonly string[], width: number): string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: width }, (_, index) => {
    const own = tidyCell(cells[index] ?? '').slice(0, 80);
    const name = own === '' ? `Column ${index + 1}` : own;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

const noMisquotedRows: ReadonlySet<number> = new Set();

/** A column of bare digits behind the last heading is the rest of a number that a decimal comma has cut in two. */
function isCutNumber(rows: readonly SourceRow[], column: number): boolean {
  const cells = rows.map(({ cells: own }) => tidyCell(own[column] ?? '')).filter((cell) => cell !== '');
  return cells.filter((cell) => /^\d{1,3}$/.test(cell)).length > cells.length / 2;
}

export function toSourceTable(
  parsed: Pick<ParsedText, 'records'> & Partial<ParsedText>,
  knownHeadings: ReadonlySet<string>,
): Result<SourceTable, ImportFileError> {
  const rows = parsed.records
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells, row }) => filled(cells) > 0 && !(row === 1 && /^sep=.?$/i.test(cells.join(''))));
  const headings = findHeadings(rows, knownHeadings);
  if (headings === null) return err({ tag: 'EmptyFile' });
  let width = headings.cells.length;
  while (width > 1 && tidyCell(headings.cells[width - 1] ?? '') === '') width -= 1;
  if (width > importLimits.columns) return err({ tag: 'TooManyColumns', limit: importLimits.columns });
  const body = rows.filter(({ row }) => row > headings.row);
  // A column without a heading counts when a fair part of the rows fills it; one stray cell does not make a column.
  const sample = body.slice(0, 200);
  const widest = Math.min(importLimits.columns, Math.max(width, ...sample.map(({ cells }) => cells.length)));
  while (
    width < widest &&
    sample.filter(({ cells }) => tidyCell(cells[width] ?? '') !== '').length > sample.length / 2 &&
    !isCutNumber(sample, width)
  )
    width += 1;
  if (body.length === 0) return err({ tag: 'NoRows' });
  if (body.length > importLimits.rows) return err({ tag: 'TooManyRows', limit: importLimits.rows });
  return ok({
    headings: nameHeadings(headings.cells, width),
    headingRow: headings.row,
    rows: body,
    brokenAtRow: parsed.brokenAtRow ?? null,
    misquotedRows: parsed.misquotedRows ?? noMisquotedRows,
    facts: parsed.sheet ?? null,
    sheets: [],
    sheet: 0,
  });
}
