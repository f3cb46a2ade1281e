/**
 * Published figures that hang together: entries (cells and totals alike) and the sums that hold between them. Two-way
 * and three-way tables, a hierarchy (team in service) and tables of several exports are all of this one shape, so that
 * one audit does for all of them.
 */
export interface Entry {
  /** Unique in the table: "0,1", "row-total:0", ... */
  readonly key: string;
  /** The published number of people, days or events; null = hidden. */
  readonly value: number | null;
}

/** The entry `total` is the sum of the entries `parts` (positions in `entries`). */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

export interface LinkedTable {
  readonly entries: readonly Entry[];
  readonly sums: readonly Sum[];
}

type Counts = readonly (number | null)[];

/** Totals that are left out (undefined) are not part of what is published; null ones are there and hidden. */
export interface TwoWayCounts {
  readonly cells: readonly Counts[];
  readonly rowTotals?: Counts | null | undefined;
  readonly columnTotals?: Counts | null | undefined;
  readonly grandTotal?: number | null | undefined;
}

interface Builder {
  add(key: string, value: number | null, parts?: readonly number[]): number;
  done(): LinkedTable;
}

function createBuilder(): Builder {
  const entries: Entry[] = [];
  const sums: Sum[] = [];
  return {
    add: (key, value, parts) => {
      const position = entries.push({ key, value }) - 1;
      if (parts !== undefined) sums.push({ total: position, parts });
      return position;
    },
    done: () => ({ entries, sums }),
  };
}

/** Keys: "row,column", "row-total:row", "column-total:column", "total". */
export function twoWayTable(counts: TwoWayCounts): LinkedTable {
  const builder = createBuilder();
  const positions = counts.cells.map((row, r) => row.map((value, c) => builder.add(`${r},${c}`, value)));
  counts.rowTotals?.forEach((value, r) => builder.add(`row-total:${r}`, value, positions[r] ?? []));
  counts.columnTotals?.forEach((value, c) => {
    const parts = positions.flatMap((row) => row.slice(c, c + 1));
    builder.add(`column-total:${c}`, value, parts);
  });
  if (counts.grandTotal !== undefined) builder.add('total', counts.grandTotal, positions.flat());
  return builder.done();
}

export interface ThreeWayCounts {
  /** cells[a][b][c] */
  readonly cells: readonly (readonly Counts[])[];
  readonly totalsAB?: readonly Counts[] | null | undefined;
  readonly totalsAC?: readonly Counts[] | null | undefined;
  readonly totalsBC?: readonly Counts[] | null | undefined;
  readonly totalsA?: Counts | null | undefined;
  readonly totalsB?: Counts | null | undefined;
  readonly totalsC?: Counts | null | undefined;
  readonly grandTotal?: number | null | undefined;
}

/** Keys: "a,b,c", "AB:a,b", "AC:a,c", "BC:b,c", "A:a", "B:b", "C:c", "total". Totals sum over the axes not named. */
export function threeWayTable(counts: ThreeWayCounts): LinkedTable {
  const builder = createBuilder();
  const cells: { readonly at: readonly [number, number, number]; readonly position: number }[] = [];
  counts.cells.forEach((layer, a) => {
    layer.forEach((row, b) => {
      row.forEach((value, c) => {
        cells.push({ at: [a, b, c], position: builder.add(`${a},${b},${c}`, value) });
      });
    });
  });
  const matching = (a: number | null, b: number | null, c: number | null): number[] =>
    cells
      .filter(({ at }) => [a, b, c].every((wanted, axis) => wanted === null || at[axis] === wanted))
      .map(({ position }) => position);
  const eachPair = (
    name: string,
    totals: readonly Counts[] | null | undefined,
    partsOf: (i: number, j: number) => number[],
  ): void =>
    totals?.forEach((row, i) => {
      row.forEach((value, j) => builder.add(`${name}:${i},${j}`, value, partsOf(i, j)));
    });
  eachPair('AB', counts.totalsAB, (a, b) => matching(a, b, null));
  eachPair('AC', counts.totalsAC, (a, c) => matching(a, null, c));
  eachPair('BC', counts.totalsBC, (b, c) => matching(null, b, c));
  counts.totalsA?.forEach((value, a) => builder.add(`A:${a}`, value, matching(a, null, null)));
  counts.totalsB?.forEach((value, b) => builder.add(`B:${b}`, value, matching(null, b, null)));
  counts.totalsC?.forEach((value, c) => builder.add(`C:${c}`, value, matching(null, null, c)));
  if (counts.grandTotal !== undefined)
    builder.add(
      'total',
      counts.grandTotal,
      cells.map(({ position }) => position),
    );
  return builder.done();
}
