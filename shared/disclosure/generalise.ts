/**
 * Rows about single people, made coarser until they are safe. A generalisation lattice (Samarati 2001; the search for
 * the least loss as in El Emam's OLA, 2009) with three rules on every class of people whom others could tell apart:
 *
 * - k: at least `k` rows share what others may know of them;
 * - every combination of the confidential values that occur at all occurs in each class, at least `minimum` times:
 *   distinct l-diversity with l >= 2 for each column, given all others, and no small or empty cell of "class by value";
 * - rows of classes that fail are left out, at most one in twenty.
 *
 * So any count that can be made of the file, by any filter on any columns, is a union of such cells: none, or at least
 * k. Differences of two such counts are unions as well. On top of it rows are left out by chance, as many as nobody
 * knows: no count of the file is a count of the service, so a table published elsewhere cannot be taken off it, and
 * nobody can rerun the search to learn from its choices (the minimality attack, Wong et al. 2007).
 */
import { err, ok, type Result } from '@shared/kernel/result';
import { createLattice, type NodeReading } from './generalise-lattice';

export interface RowColumn {
  readonly id: string;
  readonly title: string;
  /** 'known': others may know it of a colleague. 'confidential': it is to stay unknown. */
  readonly role: 'known' | 'confidential';
  /** Of a confidential column: how many rows each of its values needs in every class. */
  readonly minimum: number;
  /**
   * From fine to coarse. `labels[code]` is what a row with that code reads; each level joins whole groups of the one
   * before. One more level, the last, is not listed: the column is left out.
   */
  readonly levels: readonly { readonly name: string; readonly labels: readonly string[] }[];
}

export interface RowsInput {
  readonly columns: readonly RowColumn[];
  /** A code a column, one row a person. */
  readonly rows: readonly (readonly number[])[];
  readonly k: number;
  readonly draw: RowDraw;
}

/** What chance decides, drawn once: an order of the rows, the first `leftOut` of which are left out. */
export interface RowDraw {
  readonly order: readonly number[];
  readonly leftOut: number;
}

/** Why a column is coarser than it could be: what the next finer level would have done. */
export type GeneralisedReason = 'small-groups' | 'too-alike' | 'same-everywhere';

export interface GeneralisedColumn {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  /** Null: left out. */
  readonly levelName: string | null;
  /** Null: as fine as it is kept. */
  readonly reason: GeneralisedReason | null;
}

export interface GeneralisedRows {
  /** All that were chosen, in their order. */
  readonly columns: readonly GeneralisedColumn[];
  /** Titles of the columns that are in the file, and its rows in an order of chance. */
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that read the same, largest first. */
  readonly groups: readonly { readonly values: readonly string[]; readonly rows: number }[];
  readonly leftOutByChance: number;
  readonly leftOutAsSmall: number;
}

export interface NothingSafe {
  readonly tag: 'NothingSafe';
  readonly why: 'too-few-people' | 'too-alike';
}

/** Below this too little would be left of any service. */
export function leastPeople(k: number): number {
  return 4 * k;
}

/** A tenth, and never so few that their number is a small count. */
function leastLeftOut(people: number, k: number): number {
  return Math.max(k, Math.ceil(people / 10));
}

/** Who is left out by chance, and how many: the least, or up to as many again. `randomBelow` favours no outcome. */
export function drawRows(people: number, k: number, randomBelow: (below: number) => number): RowDraw {
  const order = Array.from({ length: people }, (_, position) => position);
  for (let last = people - 1; last > 0; last -= 1) {
    const other = randomBelow(last + 1);
    const held = order[last]!;
    order[last] = order[other]!;
    order[other] = held;
  }
  const least = leastLeftOut(people, k);
  return { order, leftOut: least + randomBelow(least + 1) };
}

/** The same input always gives the same file: all chance is in `draw`. */
export function generaliseRows(input: RowsInput): Result<GeneralisedRows, NothingSafe> {
  const { columns, k, draw } = input;
  if (input.rows.length < leastPeople(k)) return err({ tag: 'NothingSafe', why: 'too-few-people' });
  const kept = draw.order.slice(draw.leftOut).map((position) => input.rows[position]!);
  const lattice = createLattice({ columns, rows: kept, k, mostSmall: Math.floor(input.rows.length / 20) });
  const best = lattice.best();
  if (best === null) return err({ tag: 'NothingSafe', why: 'too-alike' });
  const inFile = columns
    .map((column, position) => ({ column, position, level: best.levels[position]! }))
    .filter(({ column, level }) => level < column.levels.length);
  const rows = best.rows.map((index) =>
    inFile.map(({ column, position, level }) => column.levels[level]!.labels[kept[index]![position]!]!),
  );
  return ok({
    columns: columns.map((column, position) => {
      const level = best.levels[position]!;
      return {
        id: column.id,
        title: column.title,
        level,
        levelName: column.levels[level]?.name ?? null,
        reason: level === 0 ? null : reasonOf(lattice.oneFiner(best.levels, position)),
      };
    }),
    titles: inFile.map(({ column }) => column.title),
    rows,
    groups: groupsOf(rows),
    leftOutByChance: draw.leftOut,
    leftOutAsSmall: kept.length - rows.length,
  });
}

function reasonOf(finer: NodeReading | null): GeneralisedReason {
  if (finer === null) return 'same-everywhere';
  return finer.rowsInSmall >= finer.rowsTooAlike && finer.rowsInSmall > 0 ? 'small-groups' : 'too-alike';
}

function groupsOf(rows: readonly (readonly string[])[]): GeneralisedRows['groups'] {
  const groups = new Map<string, { values: readonly string[]; rows: number }>();
  for (const values of rows) {
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, rows: 0 };
    group.rows += 1;
    groups.set(key, group);
  }
  const text = (values: readonly string[]): string => values.join('\n');
  return [...groups.values()].sort(
    (left, right) =>
      right.rows - left.rows ||
      text(left.values).localeCompare(text(right.values), 'en-GB', { numeric: true }),
  );
}
