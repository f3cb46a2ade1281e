/**
 * Audit of a table with hidden entries: for each of them the least and the greatest whole number that is consistent
 * with everything published, the rule for hiding included. Exact: a linear program in whole numbers for each bound.
 *
 * Source of the method: Fischetti and Salazar 2001 (intruder's problems of cell suppression); statistics.md 6. That
 * every line has two hidden cells is no protection: sdcTable's test table has a cell of exactly 47 in such lines.
 */
import type { LinearProgram, LinearRow, LinearSolver, OpenProgram, Optimum } from './linear-program';
import type { LinkedTable } from './linked-table';

/** What the reader knows besides the table. */
export interface AttackerKnowledge {
  /** A hidden entry is at least this: 1 where every zero is shown. */
  readonly suppressedMin: number;
  /** Where it is another number for some entries. */
  readonly minByKey?: ReadonlyMap<string, number>;
  /** What is known to lie between two numbers: shown as rounded, now or before. */
  readonly rangeByKey?: ReadonlyMap<string, { readonly lower: number; readonly upper: number }>;
  /** Hidden for being small, where the reader can tell these from the others (another symbol). */
  readonly primary: readonly string[];
  /** A primary entry is at most this, where the reader knows; null = the reader does not. */
  readonly primaryMax: number | null;
}

export interface Interval {
  readonly lower: number;
  /** null = no upper bound. */
  readonly upper: number | null;
}

export interface SuppressionAudit {
  readonly intervals: ReadonlyMap<string, Interval>;
  /** Hidden entries with one possible value. */
  readonly exactlyDisclosed: readonly string[];
  /** Hidden entries whose values span less than the required width. */
  readonly tooNarrow: readonly string[];
  /** No primary entry is too narrow, or shown; where no primary is named, no hidden entry is too narrow. */
  readonly safe: boolean;
}

export type AuditResult =
  | { readonly state: 'audited'; readonly audit: SuppressionAudit }
  /** No whole numbers fit what is published: a total is wrong, or a bound that the reader "knows" is. */
  | { readonly state: 'inconsistent' }
  /** The solver did not get there. What asked must hide more. */
  | { readonly state: 'not-finished' };

export interface HiddenEntries {
  readonly program: LinearProgram;
  /** Column of the program for each hidden entry, by key. */
  readonly columnByKey: ReadonlyMap<string, number>;
  /** False where a sum of shown numbers alone does not hold. */
  readonly shownNumbersAgree: boolean;
}

/** The reader's view as a linear program: a column for each hidden entry, a row for each sum that has one. */
export function hiddenEntries(table: LinkedTable, knowledge: AttackerKnowledge): HiddenEntries {
  const primary = new Set(knowledge.primary);
  const columnByKey = new Map<string, number>();
  const columnOf = table.entries.map((entry) => {
    if (entry.value !== null) return null;
    columnByKey.set(entry.key, columnByKey.size);
    return columnByKey.size - 1;
  });
  // What a total is at least follows from its parts, unless it is known by itself; one of shown zeros alone is 0.
  const totals = new Set(table.sums.map(({ total }) => table.entries[total]?.key));
  const columns = [...columnByKey.keys()].map(
    (key) =>
      knowledge.rangeByKey?.get(key) ?? {
        lower: knowledge.minByKey?.get(key) ?? (totals.has(key) ? 0 : knowledge.suppressedMin),
        upper: primary.has(key) ? knowledge.primaryMax : null,
      },
  );
  const rows: LinearRow[] = [];
  let shownNumbersAgree = true;
  for (const { total, parts } of table.sums) {
    let shown = 0;
    const terms: { column: number; coefficient: number }[] = [];
    const take = (position: number, sign: 1 | -1): void => {
      const column = columnOf[position];
      if (column === null || column === undefined) shown += sign * (table.entries[position]?.value ?? 0);
      else terms.push({ column, coefficient: sign });
    };
    for (const part of parts) take(part, 1);
    take(total, -1);
    if (terms.length === 0) shownNumbersAgree &&= shown === 0;
    else {
      rows.push({
        lower: 0 - shown,
        upper: 0 - shown,
        columns: terms.map(({ column }) => column),
        coefficients: terms.map(({ coefficient }) => coefficient),
      });
    }
  }
  return { program: { columns, rows }, columnByKey, shownNumbersAgree };
}

/** Null = the solver did not get there; 'inconsistent' = nothing fits. */
export function intervalOf(open: OpenProgram, column: number): Interval | 'inconsistent' | null {
  const one = { columns: [column], coefficients: [1] };
  const least: Optimum = open.least(one);
  const most: Optimum = open.most(one);
  if (least.state === 'infeasible' || most.state === 'infeasible') return 'inconsistent';
  if (least.state !== 'optimal' || most.state === 'not-finished') return null;
  return { lower: least.value, upper: most.state === 'unbounded' ? null : most.value };
}

export function isTooNarrow(interval: Interval, requiredWidth: number): boolean {
  return interval.upper !== null && interval.upper - interval.lower < requiredWidth;
}

export function auditSuppression(
  table: LinkedTable,
  knowledge: AttackerKnowledge,
  requiredWidth: number,
  solver: LinearSolver,
): AuditResult {
  const { program, columnByKey, shownNumbersAgree } = hiddenEntries(table, knowledge);
  if (!shownNumbersAgree) return { state: 'inconsistent' };
  const intervals = new Map<string, Interval>();
  const open = solver(program);
  try {
    for (const [key, column] of columnByKey) {
      const interval = intervalOf(open, column);
      if (interval === 'inconsistent') return { state: 'inconsistent' };
      if (interval === null) return { state: 'not-finished' };
      intervals.set(key, interval);
    }
  } finally {
    open.close();
  }
  const keys = [...intervals.keys()];
  const tooNarrow = keys.filter((key) => isTooNarrow(intervals.get(key)!, requiredWidth));
  const narrow = new Set(tooNarrow);
  const shown = new Set(table.entries.flatMap(({ key, value }) => (value === null ? [] : [key])));
  return {
    state: 'audited',
    audit: {
      intervals,
      exactlyDisclosed: keys.filter((key) => {
        const { lower, upper } = intervals.get(key)!;
        return lower === upper;
      }),
      tooNarrow,
      safe:
        knowledge.primary.length > 0
          ? !knowledge.primary.some((key) => narrow.has(key) || shown.has(key))
          : tooNarrow.length === 0,
    },
  };
}
