/**
 * The cheapest way for one entry to be larger or smaller with every sum still holding: what has to move along, and so
 * has to be hidden. Source: the network heuristic of Kelly, Golden and Assad 1992 as a linear program (Fischetti and
 * Salazar 2001). In a large table the way is looked for among the entries around first, since a program of a few
 * hundred columns takes a hundredth of the time of the whole.
 */
import type { LinearRow, LinearSolver } from './linear-program';
import type { MoveTable } from './move-table';
import type { Difference } from './width-proofs';

export interface Around {
  /** Entries beside it that are taken from each of its sums. */
  readonly beside: number;
  /** Entries beside each total above it. */
  readonly above: number;
  readonly mostColumns: number;
}

const levelsAbove = 2;

/** The `most` of a row that are worth most, the total and `from` left out. */
function mostWorth(table: MoveTable, row: number, from: number, most: number, worth: Float64Array): number[] {
  const signs = table.rowSigns[row]!;
  const best: number[] = [];
  table.rowColumns[row]!.forEach((other, place) => {
    if (other === from || signs[place]! < 0) return;
    let at = best.length;
    while (at > 0 && worth[best[at - 1]!]! < worth[other]!) at -= 1;
    if (at >= most) return;
    best.splice(at, 0, other);
    if (best.length > most) best.pop();
  });
  return best;
}

/**
 * Entries around one: some beside it in each of its sums, the totals above, and whatever lies in two sums of these
 * (the other corners of the rectangles and boxes that they span).
 */
export function entriesAround(
  table: MoveTable,
  column: number,
  around: Around,
  worth: Float64Array,
): readonly number[] {
  const { rowColumns, rowSigns, columnRows, columnSigns } = table;
  const found = [column];
  const isFound = new Uint8Array(table.keys.length);
  isFound[column] = 1;
  const add = (other: number): boolean => {
    if (isFound[other] === 1) return false;
    isFound[other] = 1;
    found.push(other);
    return true;
  };
  let totals: number[] = [];
  const addBeside = (from: number, most: number, upwardsOnly: boolean): void => {
    columnRows[from]!.forEach((row, place) => {
      if (columnSigns[from]![place]! > 0) {
        const total = rowColumns[row]![rowSigns[row]!.indexOf(-1)];
        if (total !== undefined && add(total)) totals.push(total);
      } else if (upwardsOnly) return;
      for (const other of mostWorth(table, row, from, most, worth)) add(other);
    });
  };
  addBeside(column, around.beside, false);
  for (let level = 0; level < levelsAbove; level += 1) {
    const below = totals;
    totals = [];
    for (const total of below) addBeside(total, around.above, true);
  }
  const isRowSeen = new Uint8Array(rowColumns.length);
  const meets = new Uint8Array(table.keys.length);
  // `found` grows while it is gone through, so that corners of corners are met as well.
  for (let next = 0; next < found.length && found.length < around.mostColumns; next += 1) {
    for (const row of columnRows[found[next]!]!) {
      if (isRowSeen[row] === 1) continue;
      isRowSeen[row] = 1;
      for (const other of rowColumns[row]!) {
        if (meets[other] === 1) add(other);
        else meets[other] = 1;
      }
    }
  }
  return found;
}

export interface FlowAsked {
  readonly column: number;
  /** How far it has to go: up, or down where it is negative. */
  readonly by: number;
  /** What may move along. */
  readonly among: readonly number[];
  /** What hiding each column costs. */
  readonly cost: Float64Array;
  /** False: what is shown stays. */
  readonly mayHide: boolean;
}

/** Ways are kept short: a proof should rest on few entries. */
const leastPrice = 1 / 1024;

export interface Flow {
  readonly difference: Difference;
  readonly cost: number;
}

/** Null = there is no way among these, or none was found. */
export function cheapestFlow(table: MoveTable, asked: FlowAsked, solver: LinearSolver): Flow | null {
  const { column, by, among, cost, mayHide } = asked;
  const { truth, isHidden } = table;
  const columns: { lower: number; upper: number }[] = [];
  const costs: number[] = [];
  const signs: number[] = [];
  const owners: number[] = [];
  // The last of the one or two columns of each entry, and 1 where there are two; 0 = none.
  const lastOf = new Int32Array(table.keys.length);
  const hasTwo = new Uint8Array(table.keys.length);
  const reach = Math.abs(by);
  // Nothing more than `reach` is needed anywhere: what goes further could be left out of the way.
  const add = (of: number, lower: number, room: number, sign: 1 | -1, price: number): void => {
    if (room <= 0) return;
    columns.push({ lower, upper: Math.min(room, reach) });
    costs.push(price);
    signs.push(sign);
    owners.push(of);
    if (lastOf[of]! > 0) hasTwo[of] = 1;
    lastOf[of] = columns.length;
  };
  for (const one of among) {
    if (one === column) {
      add(one, reach, reach, by > 0 ? 1 : -1, 0);
      continue;
    }
    const isFree = isHidden[one] === 1;
    const wouldHide = !isFree && mayHide && cost[one]! > 0;
    const [least, most] =
      isFree || wouldHide
        ? [table.hiddenLeast[one]!, table.hiddenMost[one]!]
        : [table.shownLeast[one]!, table.shownMost[one]!];
    const price = wouldHide ? cost[one]! : leastPrice;
    add(one, 0, most - truth[one]!, 1, price);
    add(one, 0, truth[one]! - least, -1, price);
  }
  const rows: LinearRow[] = [];
  const isRowSeen = new Uint8Array(table.rowColumns.length);
  for (const owner of owners) {
    for (const row of table.columnRows[owner]!) {
      if (isRowSeen[row] === 1) continue;
      isRowSeen[row] = 1;
      const rowSigns = table.rowSigns[row]!;
      const rowColumns = table.rowColumns[row]!;
      const inRow: number[] = [];
      const coefficients: number[] = [];
      for (let place = 0; place < rowColumns.length; place += 1) {
        const other = rowColumns[place]!;
        const last = lastOf[other]! - 1;
        if (last < 0) continue;
        inRow.push(last);
        coefficients.push(rowSigns[place]! * signs[last]!);
        if (hasTwo[other] === 0) continue;
        inRow.push(last - 1);
        coefficients.push(rowSigns[place]! * signs[last - 1]!);
      }
      rows.push({ lower: 0, upper: 0, columns: inRow, coefficients });
    }
  }
  const open = solver({ columns, rows });
  const answer = open.least({ columns: costs.map((_, place) => place), coefficients: costs });
  open.close();
  if (answer.state !== 'optimal') return null;
  const difference = new Map<number, number>();
  owners.forEach((owner, place) => {
    const by = signs[place]! * Math.round(answer.solution[place] ?? 0);
    const moved = (difference.get(owner) ?? 0) + by;
    if (moved === 0) difference.delete(owner);
    else difference.set(owner, moved);
  });
  const isNewlyHidden = ([one, moved]: readonly [number, number]): boolean =>
    isHidden[one] !== 1 &&
    (truth[one]! + moved < table.shownLeast[one]! || truth[one]! + moved > table.shownMost[one]!);
  const price = [...difference].filter(isNewlyHidden).reduce((sum, [one]) => sum + cost[one]!, 0);
  return { difference, cost: price };
}
