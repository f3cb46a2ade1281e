/**
 * Suppression as Public Health Scotland's tool does it (sdcshinyapp, R/disclosure_functions.R), row by row. Kept for
 * comparison and for tables without column totals: where those are published, they undo it (see plan.ts, audit.ts).
 */
export const suppressedSymbol = '*';

export type ShownCell = number | null | typeof suppressedSymbol;
type Rows = readonly (readonly (number | null)[])[];

export interface RowSuppressionRules {
  /** Counts from 1 (or 0) to this are hidden. */
  readonly suppressAtOrBelow: number;
  /** True: a 0 is never hidden. */
  readonly zerosShown: boolean;
  /** True: the last number of a row is its total. */
  readonly lastColumnIsTotal: boolean;
}

/** The tool leaves a column alone that holds anything but whole numbers; a gap (null) stays a gap. */
function countColumns(rows: Rows): boolean[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.every((row) => row[column] === null || row[column] === undefined || Number.isInteger(row[column])),
  );
}

function isSmall(value: number | null, rules: RowSuppressionRules): boolean {
  return value !== null && value <= rules.suppressAtOrBelow && (value > 0 || !rules.zerosShown);
}

/** Hides every small count; totals are left as they are. */
export function suppressPrimaryInRows(rows: Rows, rules: RowSuppressionRules): ShownCell[][] {
  const isCount = countColumns(rows);
  return rows.map((row) => {
    const cells = rules.lastColumnIsTotal ? row.length - 1 : row.length;
    return row.map((value, column) =>
      column < cells && isCount[column] === true && isSmall(value, rules) ? suppressedSymbol : value,
    );
  });
}

/**
 * Besides: where a row has exactly one hidden cell, its next lowest is hidden too (all of them when several are equal;
 * a shown 0 never). A total is hidden when it is small itself, and is never the second one.
 */
export function suppressSecondaryInRows(rows: Rows, rules: RowSuppressionRules): ShownCell[][] {
  const isCount = countColumns(rows);
  return suppressPrimaryInRows(rows, rules).map((row) => {
    const cells = rules.lastColumnIsTotal ? row.length - 1 : row.length;
    const isCell = (column: number): boolean => column < cells && isCount[column] === true;
    const hidden = row.filter((value, column) => isCell(column) && value === suppressedSymbol).length;
    const others = row.filter(
      (value, column): value is number => isCell(column) && typeof value === 'number' && value !== 0,
    );
    const lowest = hidden === 1 ? Math.min(...others) : null;
    return row.map((value, column) => {
      if (isCell(column)) return lowest !== null && value === lowest ? suppressedSymbol : value;
      const isTotal = rules.lastColumnIsTotal && column === row.length - 1;
      return isTotal && typeof value === 'number' && isSmall(value, rules) ? suppressedSymbol : value;
    });
  });
}
