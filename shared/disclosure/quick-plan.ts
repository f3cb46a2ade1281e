/**
 * A plan for tables that are too large for the cheapest one: each entry to protect is taken in turn, and the cheapest
 * way is looked for in which the published sums would still hold if it were `width` larger, or smaller, or both by a
 * part. Whatever has to move for that is hidden. Source: the network heuristic of Kelly, Golden and Assad 1992 as a
 * linear program (Fischetti and Salazar 2001). It may hide more than is needed; `checkPlan` has the last word.
 */
import type { LinearProgram, LinearRow, LinearSolver, Objective } from './linear-program';
import { checkPlan, openReader, type PlanProblem, type SeenValues } from './plan-problem';

export type QuickPlan =
  { readonly state: 'planned'; readonly secondary: readonly string[] } | { readonly state: 'not-found' };

interface Movable {
  readonly key: string;
  readonly value: number;
  readonly least: number;
}

function movableEntries(problem: PlanProblem): Movable[] {
  const mayMove = new Set([...problem.hidden, ...problem.candidates]);
  const totals = new Set(problem.table.sums.map(({ total }) => problem.table.entries[total]!.key));
  const { suppressedMin, minByKey } = problem.knowledge;
  return problem.table.entries.flatMap(({ key, value }) =>
    mayMove.has(key)
      ? [{ key, value: value ?? 0, least: minByKey?.get(key) ?? (totals.has(key) ? 0 : suppressedMin) }]
      : [],
  );
}

/** Column 2i: how much the i-th movable entry rises; 2i + 1: how much it falls. Every sum stays as it is. */
function flowProgram(
  problem: PlanProblem,
  movable: readonly Movable[],
  fixed: { readonly place: number; readonly up: number; readonly down: number },
): LinearProgram {
  const placeOf = new Map(movable.map(({ key }, place) => [key, place]));
  const columns = movable.flatMap(({ value, least }, place) =>
    place === fixed.place
      ? [
          { lower: fixed.up, upper: fixed.up },
          { lower: fixed.down, upper: fixed.down },
        ]
      : [
          { lower: 0, upper: null },
          { lower: 0, upper: Math.max(0, value - least) },
        ],
  );
  const rows: LinearRow[] = [];
  for (const { total, parts } of problem.table.sums) {
    const row = { columns: [] as number[], coefficients: [] as number[] };
    const take = (position: number, sign: 1 | -1): void => {
      const place = placeOf.get(problem.table.entries[position]!.key);
      if (place === undefined) return;
      row.columns.push(2 * place, 2 * place + 1);
      row.coefficients.push(sign, -sign);
    };
    for (const part of parts) take(part, 1);
    take(total, -1);
    if (row.columns.length > 0) rows.push({ lower: 0, upper: 0, ...row });
  }
  // Only what moves is of interest here; whether whole numbers can is for the check.
  return { mayBeFractions: true, columns, rows };
}

const leastMove = 1e-6;

/** Keys that move in the cheapest way; null = there is none. What is hidden already moves for nothing. */
function cheapestFlow(
  problem: PlanProblem,
  movable: readonly Movable[],
  chosen: ReadonlySet<string>,
  fixed: { readonly place: number; readonly up: number; readonly down: number },
  solver: LinearSolver,
): string[] | null {
  const free = new Set([...problem.hidden, ...chosen]);
  const everything = movable.reduce((sum, { value }) => sum + value, 1);
  const objective: Objective = {
    columns: movable.flatMap((_, place) => [2 * place, 2 * place + 1]),
    coefficients: movable.flatMap(({ key, value }) => {
      const cost = free.has(key) ? 0 : everything + value;
      return [cost, cost];
    }),
  };
  const open = solver(flowProgram(problem, movable, fixed));
  const flow = open.least(objective);
  open.close();
  if (flow.state !== 'optimal') return null;
  return movable.flatMap(({ key }, place) =>
    Math.abs((flow.solution[2 * place] ?? 0) - (flow.solution[2 * place + 1] ?? 0)) > leastMove ? [key] : [],
  );
}

/** Leaves out again what the check does not miss, dearest first. */
function thinOut(
  problem: PlanProblem,
  chosen: ReadonlySet<string>,
  solver: LinearSolver,
  mayContinue: () => boolean,
): Set<string> {
  const value = new Map(problem.table.entries.map((entry) => [entry.key, entry.value ?? 0]));
  const kept = new Set(chosen);
  const dearestFirst = [...chosen].toSorted((left, right) => value.get(right)! - value.get(left)!);
  for (const key of dearestFirst) {
    if (!mayContinue()) break;
    kept.delete(key);
    if (checkPlan(problem, kept, [...problem.widths.keys()], solver).state !== 'wide-enough') kept.add(key);
  }
  return kept;
}

/** Small tables are thinned out; for large ones each check takes too long. */
const mostToThinOut = 60;

/** What to hide so that this entry has room: upwards alone, else some of it downwards; null = there is no way. */
function roomFor(
  problem: PlanProblem,
  movable: readonly Movable[],
  chosen: ReadonlySet<string>,
  at: { readonly place: number; readonly width: number },
  solver: LinearSolver,
): string[] | null {
  const { place, width } = at;
  const flow = (up: number, down: number): string[] | null =>
    up === 0 && down === 0 ? [] : cheapestFlow(problem, movable, chosen, { place, up, down }, solver);
  const upwards = flow(width, 0);
  if (upwards !== null) return upwards;
  const { value, least } = movable[place]!;
  const down = Math.min(width, Math.max(0, value - least));
  const [some, rest] = [flow(width - down, 0), flow(0, down)];
  return some === null || rest === null ? null : [...some, ...rest];
}

export function planQuickly(
  problem: PlanProblem,
  solver: LinearSolver,
  mayContinue: () => boolean = () => true,
): QuickPlan {
  const movable = movableEntries(problem);
  const placeOf = new Map(movable.map(({ key }, place) => [key, place]));
  const isCandidate = new Set(problem.candidates);
  const chosen = new Set<string>();
  const seen: SeenValues = new Map();
  let reader = openReader(problem, chosen, solver, seen);
  try {
    for (const [key, width] of problem.widths) {
      const place = placeOf.get(key);
      if (place === undefined || !mayContinue()) return { state: 'not-found' };
      if (reader.check(key).state === 'wide-enough') continue;
      const found = roomFor(problem, movable, chosen, { place, width }, solver);
      if (found === null) return { state: 'not-found' };
      for (const moved of found) if (isCandidate.has(moved)) chosen.add(moved);
      reader.close();
      reader = openReader(problem, chosen, solver, seen);
    }
    // What was wide enough with less hidden still is; what was made wide is looked at once more.
    for (const key of problem.widths.keys()) {
      if (!mayContinue() || reader.check(key).state !== 'wide-enough') return { state: 'not-found' };
    }
  } finally {
    reader.close();
  }
  const kept = chosen.size <= mostToThinOut ? thinOut(problem, chosen, solver, mayContinue) : chosen;
  return { state: 'planned', secondary: problem.candidates.filter((key) => kept.has(key)) };
}
