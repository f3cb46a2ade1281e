/**
 * The attacker of the tests: tries every table of whole numbers there is. Shares no code with the audit, and no
 * solver: slow, and easy to believe.
 */
export interface SmallTable {
  /** null = hidden */
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly grandTotal: number | null;
}

/** Every filling of the hidden cells with numbers from `least`, `most` in all, that the shown totals allow. */
export function everyTable(table: SmallTable, least: number, most: number): number[][][] {
  const found: number[][][] = [];
  const filled = table.cells.map((row) => row.map((value) => value ?? 0));
  const places = table.cells.flatMap((row, r) =>
    row.flatMap((value, c) => (value === null ? [[r, c] as const] : [])),
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const fits = (): boolean =>
    table.rowTotals.every((total, r) => total === null || sum(filled[r]!) === total) &&
    table.columnTotals.every((total, c) => total === null || sum(filled.map((row) => row[c]!)) === total) &&
    (table.grandTotal === null || sum(filled.flat()) === table.grandTotal);
  const fill = (place: number): void => {
    const at = places[place];
    if (at === undefined) {
      if (fits()) found.push(filled.map((row) => [...row]));
      return;
    }
    const [r, c] = at;
    const lastOfRow = !places.slice(place + 1).some(([row]) => row === r);
    const total = table.rowTotals[r]!;
    const left = most - sum(filled.flat());
    for (let value = least; value <= left; value += 1) {
      filled[r]![c] = value;
      if (!(lastOfRow && total !== null && sum(filled[r]!) !== total)) fill(place + 1);
    }
    filled[r]![c] = 0;
  };
  fill(0);
  return found;
}

export function withTotals(cells: readonly (readonly number[])[]): {
  cells: number[][];
  rowTotals: number[];
  columnTotals: number[];
  grandTotal: number;
} {
  const rowTotals = cells.map((row) => row.reduce((total, value) => total + value, 0));
  return {
    cells: cells.map((row) => [...row]),
    rowTotals,
    columnTotals: cells[0]!.map((_, c) => cells.reduce((total, row) => total + row[c]!, 0)),
    grandTotal: rowTotals.reduce((total, value) => total + value, 0),
  };
}

/** Lowest and highest, one by one: there can be more tables than a call takes arguments. */
export function rangeOf(values: readonly number[]): [number, number] {
  let range: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) range = [Math.min(range[0], value), Math.max(range[1], value)];
  return range;
}
