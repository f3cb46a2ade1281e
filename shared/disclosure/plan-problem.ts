/** What a plan of complementary suppression has to solve, and the check that every plan has to pass. */
import { hiddenEntries, type AttackerKnowledge, type HiddenEntries } from './audit';
import type { LinearSolver, Optimum } from './linear-program';
import type { LinkedTable } from './linked-table';

export interface PlanProblem {
  /** With all true values: none is null. */
  readonly table: LinkedTable;
  /** Keys that are hidden whatever is chosen, in the order of the table. */
  readonly hidden: readonly string[];
  /** Keys to protect (all of them hidden), and how far apart the bounds of each have to be. */
  readonly widths: ReadonlyMap<string, number>;
  /** Keys that may be hidden besides, in the order of the table. */
  readonly candidates: readonly string[];
  readonly knowledge: AttackerKnowledge;
  /** What a reader sees of a candidate that is not hidden, where that is no exact number (rounded ones). */
  readonly ranges?: NonNullable<AttackerKnowledge['rangeByKey']>;
}

export interface PlanRules {
  /** An entry from 1 to threshold - 1 is too small (from 0 where zeros are not shown). */
  readonly threshold: number;
  /** What the possible values of a small entry have to span. */
  readonly requiredWidth: number;
  /** Zeros stay shown: they are no complements, and a hidden entry is then at least 1. */
  readonly zerosShown: boolean;
  /** Keys that stay shown whatever they hold (totals that are known anyway). */
  readonly alwaysShown: ReadonlySet<string>;
}

/** A table of counts under one threshold. The reader knows the rules and sees one mark for every hidden entry. */
export function planProblem(table: LinkedTable, rules: PlanRules): PlanProblem {
  const mayHide = table.entries.filter(
    ({ key, value }) => value !== null && !rules.alwaysShown.has(key) && (value > 0 || !rules.zerosShown),
  );
  const isSmall = (value: number | null): boolean => value !== null && value < rules.threshold;
  const hidden = mayHide.flatMap(({ key, value }) => (isSmall(value) ? [key] : []));
  return {
    table,
    hidden,
    widths: new Map(hidden.map((key) => [key, rules.requiredWidth])),
    candidates: mayHide.flatMap(({ key, value }) => (isSmall(value) ? [] : [key])),
    knowledge: { suppressedMin: rules.zerosShown ? 1 : 0, primary: [], primaryMax: null },
  };
}

/** The table as it would be published. */
export function hideEntries(table: LinkedTable, hidden: ReadonlySet<string>): LinkedTable {
  return {
    ...table,
    entries: table.entries.map((entry) => (hidden.has(entry.key) ? { ...entry, value: null } : entry)),
  };
}

/** What the reader has before them when these are chosen to be hidden: ranges of what is rounded are columns too. */
export function asPublished(problem: PlanProblem, chosen: Iterable<string>): HiddenEntries {
  const hidden = new Set([...problem.hidden, ...chosen]);
  const seen = [...(problem.ranges ?? [])].filter(([key]) => !hidden.has(key));
  if (seen.length === 0) return hiddenEntries(hideEntries(problem.table, hidden), problem.knowledge);
  const table = hideEntries(problem.table, new Set([...hidden, ...seen.map(([key]) => key)]));
  const rangeByKey = new Map([...(problem.knowledge.rangeByKey ?? []), ...seen]);
  return hiddenEntries(table, { ...problem.knowledge, rangeByKey });
}

export type PlanCheck =
  | { readonly state: 'wide-enough' }
  /** The first that the reader narrows down too far. */
  | { readonly state: 'too-narrow'; readonly key: string }
  | { readonly state: 'not-finished' };

/** A reader of the table with these entries chosen to be hidden. Holds memory of the solver until it is closed. */
export interface Reader {
  check(key: string): PlanCheck;
  close(): void;
}

/**
 * Least and greatest of each hidden entry in the tables that were found so far. Each of them fits what is published,
 * so that their spread is proof enough; they still fit when more is hidden, so one of these may serve many readers.
 */
export type SeenValues = Map<string, { least: number; most: number }>;

export function openReader(
  problem: PlanProblem,
  chosen: ReadonlySet<string>,
  solver: LinearSolver,
  seen: SeenValues = new Map(),
): Reader {
  const { program, columnByKey } = asPublished(problem, chosen);
  const open = solver(program);
  const note = (key: string, value: number): void => {
    const before = seen.get(key);
    if (before === undefined) seen.set(key, { least: value, most: value });
    else seen.set(key, { least: Math.min(before.least, value), most: Math.max(before.most, value) });
  };
  const keys = [...columnByKey.keys()];
  // The true table is one that fits.
  for (const { key, value } of problem.table.entries) if (columnByKey.has(key)) note(key, value ?? 0);
  /** True when the answer is in: the table found is noted, and without a bound anything is possible. */
  const take = (optimum: Optimum): 'noted' | 'unbounded' | null => {
    if (optimum.state === 'unbounded') return 'unbounded';
    if (optimum.state !== 'optimal') return null;
    keys.forEach((key, column) => note(key, optimum.solution[column] ?? 0));
    return 'noted';
  };
  return {
    check: (key) => {
      const column = columnByKey.get(key);
      if (column === undefined) return { state: 'too-narrow', key };
      const width = problem.widths.get(key) ?? 0;
      const isWideEnough = (): boolean => {
        const spread = seen.get(key);
        return spread !== undefined && spread.most - spread.least >= width;
      };
      const one = { columns: [column], coefficients: [1] };
      const questions = [
        () => open.most({ ...one, enough: (seen.get(key)?.least ?? 0) + width }),
        () => open.least({ ...one, enough: (seen.get(key)?.most ?? 0) - width }),
      ];
      for (const ask of questions) {
        if (isWideEnough()) return { state: 'wide-enough' };
        const answer = take(ask());
        if (answer === null) return { state: 'not-finished' };
        if (answer === 'unbounded') return { state: 'wide-enough' };
      }
      return isWideEnough() ? { state: 'wide-enough' } : { state: 'too-narrow', key };
    },
    close: open.close,
  };
}

/** Looks at `keys` in turn, with these entries chosen to be hidden: the first that is not wide enough, if any. */
export function checkPlan(
  problem: PlanProblem,
  chosen: ReadonlySet<string>,
  keys: readonly string[],
  solver: LinearSolver,
): PlanCheck {
  const reader = openReader(problem, chosen, solver);
  try {
    for (const key of keys) {
      const check = reader.check(key);
      if (check.state !== 'wide-enough') return check;
    }
    return { state: 'wide-enough' };
  } finally {
    reader.close();
  }
}
