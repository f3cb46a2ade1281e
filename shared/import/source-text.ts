import type { SheetFacts } from './sheet-facts';

/** The rows of a file as a parser of separated text gives them, before any of them is taken for the headings. */
export interface ParsedText {
  /** Every row in order, empty ones too, so that numbers stay true. Line ends inside a cell are `\n`. */
  readonly records: readonly (readonly string[])[];
  /** Row (from 1) in which a quotation mark opens and never closes; the rows behind it are part of that cell. */
  readonly brokenAtRow: number | null;
  /** Rows (from 1) with a quotation mark in a place where none can be: they may have run into the rows below. */
  readonly misquotedRows: ReadonlySet<number>;
  /** Only where the rows come from a workbook. */
  readonly sheet?: SheetFacts;
}

/** For each row the line of the file in which it begins, as a text editor counts: a cell may hold line ends. */
export function firstLines({ records }: Pick<ParsedText, 'records'>): readonly number[] {
  let line = 1;
  return records.map((cells) => {
    const first = line;
    line += 1 + cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
    return first;
  });
}
