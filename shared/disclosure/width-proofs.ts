/**
 * Proofs that an entry is wide enough: two tables that a reader cannot tell from the true one, far enough apart in
 * it. Each is kept as its differences from the true table, so that it is known which proofs an entry takes part in.
 */
import type { MoveTable } from './move-table';

/** Differences of another table from the true one, by column; none is 0. */
export type Difference = ReadonlyMap<number, number>;

interface Proof {
  readonly least: number;
  readonly most: number;
  readonly lower: Difference | null;
  readonly upper: Difference | null;
}

const nothingYet: Proof = { least: 0, most: 0, lower: null, upper: null };

/** How far this column may go as things are. */
function boundsOf(table: MoveTable, column: number): readonly [number, number] {
  return table.isHidden[column] === 1
    ? [table.hiddenLeast[column]!, table.hiddenMost[column]!]
    : [table.shownLeast[column]!, table.shownMost[column]!];
}

/** Every sum holds with these differences, and no entry goes further than a reader would let it. */
export function fits(table: MoveTable, difference: Difference): boolean {
  const rows = new Set<number>();
  for (const [column, by] of difference) {
    const [least, most] = boundsOf(table, column);
    const value = table.truth[column]! + by;
    if (!Number.isInteger(by) || value < least || value > most) return false;
    for (const row of table.columnRows[column]!) rows.add(row);
  }
  for (const row of rows) {
    const signs = table.rowSigns[row]!;
    const sum = table.rowColumns[row]!.reduce(
      (total, column, place) => total + signs[place]! * (difference.get(column) ?? 0),
      0,
    );
    if (sum !== 0) return false;
  }
  return true;
}

export interface WidthProofs {
  isProved(column: number): boolean;
  /** Least and greatest difference that is proved so far. */
  reachOf(column: number): { readonly least: number; readonly most: number };
  /** Takes the table in, for every entry that it says something new about; false where it does not fit. */
  take(difference: Difference): boolean;
  /** Those whose proofs would not hold if this one were shown. */
  restingOn(column: number): readonly number[];
  /** Forgets the proofs that do not hold when this one is shown; what they were of, and how to put them back. */
  dropRestingOn(column: number): { readonly columns: readonly number[]; readonly restore: () => void };
  /** All proofs once more, sum by sum. */
  hold(): boolean;
}

/** `widths`: how far apart the two tables have to be, for each column that needs a proof. */
export function createWidthProofs(table: MoveTable, widths: ReadonlyMap<number, number>): WidthProofs {
  const proofs = new Map<number, Proof>();
  const reachOf = (column: number): Proof => proofs.get(column) ?? nothingYet;
  const isProved = (column: number): boolean => {
    const { least, most } = reachOf(column);
    return most - least >= (widths.get(column) ?? 0);
  };
  const goesBeyondShown = (difference: Difference | null, column: number): boolean => {
    const value = table.truth[column]! + (difference?.get(column) ?? 0);
    return value < table.shownLeast[column]! || value > table.shownMost[column]!;
  };
  // For each column those whose proof it has ever been part of: proofs change, so that it is looked at again.
  const partOf = new Map<number, Set<number>>();
  const set = (column: number, proof: Proof, difference: Difference): void => {
    proofs.set(column, proof);
    for (const other of difference.keys()) {
      const known = partOf.get(other);
      if (known === undefined) partOf.set(other, new Set([column]));
      else known.add(column);
    }
  };
  const restingOn = (column: number): readonly number[] =>
    [...(partOf.get(column) ?? [])].filter((other) => {
      const { lower, upper } = reachOf(other);
      return goesBeyondShown(lower, column) || goesBeyondShown(upper, column);
    });
  return {
    isProved,
    reachOf,
    restingOn,
    take: (difference) => {
      if (!fits(table, difference)) return false;
      for (const [column, by] of difference) {
        // A proof that is done is left alone, so that it rests on as little as it did.
        if (!widths.has(column) || isProved(column)) continue;
        const before = reachOf(column);
        if (by > before.most) set(column, { ...before, most: by, upper: difference }, difference);
        else if (by < before.least) set(column, { ...before, least: by, lower: difference }, difference);
      }
      return true;
    },
    dropRestingOn: (column) => {
      const dropped = restingOn(column).map((other) => [other, reachOf(other)] as const);
      for (const [other] of dropped) proofs.delete(other);
      const columns = dropped.map(([other]) => other);
      return {
        columns,
        restore: () => {
          for (const [other, proof] of dropped) proofs.set(other, proof);
        },
      };
    },
    hold: () => {
      // Many entries share a table.
      const looked = new Map<Difference, boolean>();
      const doesFit = (difference: Difference): boolean => {
        const answer = looked.get(difference) ?? fits(table, difference);
        looked.set(difference, answer);
        return answer;
      };
      return [...widths.keys()].every((column) => {
        const { lower, upper, least, most } = reachOf(column);
        const isRight = (difference: Difference | null, by: number): boolean =>
          difference === null ? by === 0 : difference.get(column) === by && doesFit(difference);
        return isProved(column) && isRight(lower, least) && isRight(upper, most);
      });
    },
  };
}
