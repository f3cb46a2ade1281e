/**
 * What the audit asks of a linear programming library, as a port: shared/ is pure, and the library is WebAssembly that
 * has to be loaded. The one adapter is `renderer/platform/linear-solver.ts` (HiGHS). No solver of our own (issue 8).
 */
export interface LinearRow {
  /** null = no bound on that side. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Parallel lists: the row is the sum of coefficient times column; no column twice. */
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
}

export interface LinearProgram {
  /** True: the columns need not be whole numbers, which is far quicker. */
  readonly mayBeFractions?: boolean;
  /** Every column is a whole number, unless fractions will do. null = no upper bound. */
  readonly columns: readonly { readonly lower: number; readonly upper: number | null }[];
  readonly rows: readonly LinearRow[];
}

/** The sum that is made as small or as large as it can be. */
export interface Objective {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  /** So far is enough: a solution that gets there may be given for the best one. */
  readonly enough?: number;
}

export type Optimum =
  | { readonly state: 'optimal'; readonly value: number; readonly solution: readonly number[] }
  | { readonly state: 'unbounded' }
  | { readonly state: 'infeasible' }
  /** The time was up, or the library gave no answer: never taken for safe. */
  | { readonly state: 'not-finished' };

/** One program that several questions are asked of. It holds memory of the library until it is closed. */
export interface OpenProgram {
  least(objective: Objective): Optimum;
  most(objective: Objective): Optimum;
  close(): void;
}

export type LinearSolver = (program: LinearProgram) => OpenProgram;
