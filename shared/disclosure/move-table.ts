/**
 * A table in numbers, for the search of other tables that a reader could just as well think of: the entries that may
 * take another value, the sums that have to go on holding, and how far each entry may go.
 */
import type { PlanProblem } from './plan-problem';

/** Entries are columns here, numbered in the order of the table; sums are rows. Parallel lists throughout. */
export interface MoveTable {
  readonly keys: readonly string[];
  readonly columnByKey: ReadonlyMap<string, number>;
  readonly truth: Int32Array;
  /** How far a hidden entry may go, and a shown one: nowhere, or within the range that is shown of it. */
  readonly hiddenLeast: Int32Array;
  readonly hiddenMost: Int32Array;
  readonly shownLeast: Int32Array;
  readonly shownMost: Int32Array;
  /** 1 = hidden so far. Written by the search alone. */
  readonly isHidden: Uint8Array;
  /** Columns of each row, and which way each counts: 1 a part, -1 the total. */
  readonly rowColumns: readonly Int32Array[];
  readonly rowSigns: readonly Int32Array[];
  /** Rows of each column, and which way it counts there. */
  readonly columnRows: readonly Int32Array[];
  readonly columnSigns: readonly Int32Array[];
}

/** Further than any count of people goes. */
export const noMost = 1_000_000_000;

/** Every entry that is hidden, may be hidden or is known as a range; all others stay what they are. */
export function moveTable(problem: PlanProblem): MoveTable {
  const { table, knowledge, ranges } = problem;
  const hidden = new Set(problem.hidden);
  const mayMove = new Set([...hidden, ...problem.candidates, ...(ranges?.keys() ?? [])]);
  const totals = new Set(table.sums.map(({ total }) => table.entries[total]!.key));
  const columnOf = new Map<number, number>();
  const movable = table.entries.filter(({ key }, position) => {
    if (mayMove.has(key)) columnOf.set(position, columnOf.size);
    return mayMove.has(key);
  });
  const keys = movable.map(({ key }) => key);
  const truth = Int32Array.from(movable, ({ value }) => value ?? 0);
  const leastOf = (key: string): number =>
    knowledge.minByKey?.get(key) ?? (totals.has(key) ? 0 : knowledge.suppressedMin);
  // The true value is always possible, whatever the reader is said to know.
  const atMost = (bound: number, place: number): number => Math.min(bound, truth[place]!);
  const atLeast = (bound: number, place: number): number => Math.max(bound, truth[place]!);
  const rows = table.sums.flatMap(({ total, parts }) => {
    const terms = [...parts.map((part) => [part, 1] as const), [total, -1] as const].flatMap(
      ([position, sign]) => {
        const column = columnOf.get(position);
        return column === undefined ? [] : [{ column, sign }];
      },
    );
    return terms.length === 0 ? [] : [terms];
  });
  const rowsOf = keys.map((): { row: number; sign: number }[] => []);
  rows.forEach((terms, row) => {
    for (const { column, sign } of terms) rowsOf[column]!.push({ row, sign });
  });
  return {
    keys,
    columnByKey: new Map(keys.map((key, column) => [key, column])),
    truth,
    hiddenLeast: Int32Array.from(keys, (key, place) =>
      atMost(knowledge.rangeByKey?.get(key)?.lower ?? leastOf(key), place),
    ),
    hiddenMost: Int32Array.from(keys, (key, place) =>
      atLeast(knowledge.rangeByKey?.get(key)?.upper ?? noMost, place),
    ),
    shownLeast: Int32Array.from(keys, (key, place) =>
      atMost(ranges?.get(key)?.lower ?? truth[place]!, place),
    ),
    shownMost: Int32Array.from(keys, (key, place) =>
      atLeast(ranges?.get(key)?.upper ?? truth[place]!, place),
    ),
    isHidden: Uint8Array.from(keys, (key) => (hidden.has(key) ? 1 : 0)),
    rowColumns: rows.map((terms) => Int32Array.from(terms, ({ column }) => column)),
    rowSigns: rows.map((terms) => Int32Array.from(terms, ({ sign }) => sign)),
    columnRows: rowsOf.map((list) => Int32Array.from(list, ({ row }) => row)),
    columnSigns: rowsOf.map((list) => Int32Array.from(list, ({ sign }) => sign)),
  };
}
