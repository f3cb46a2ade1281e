/** What the sheet of a workbook says beyond the text of its cells. A text file has none of it. */

/** Rows from 1, as the sheet numbers them; columns from 0. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SheetFacts {
  /** Why the value of a cell cannot be read, by row and then by column. */
  readonly wrongCells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly merged: readonly MergedRange[];
  /** Days are counted from 1904, as in workbooks that began on an old Mac. */
  readonly is1904: boolean;
  /** Rows with something in them that are not shown: a filter was on. They are read as the others are. */
  readonly hiddenRows: number;
}

export interface SheetName {
  readonly name: string;
  /** Not shown in the workbook: never chosen by itself, but it can be chosen. */
  readonly isHidden: boolean;
}
