/**
 * A plan for tables that are too large for the cheapest one. Each entry to protect is taken in turn: the cheapest way
 * is looked for in which it could be larger (or smaller) with every published sum still holding, and what moves along
 * is hidden. What is found is another table of whole numbers that fits, so it proves the width, and often that of
 * others. In the end entries are shown again where the proofs that rest on them can do without.
 */
import { cheapestFlow, entriesAround, type Around, type Flow } from './flow';
import type { LinearSolver } from './linear-program';
import { moveTable, type MoveTable } from './move-table';
import type { PlanProblem } from './plan-problem';
import { createWidthProofs, type WidthProofs } from './width-proofs';

export type QuickPlan =
  { readonly state: 'planned'; readonly secondary: readonly string[] } | { readonly state: 'not-found' };

export interface PlanLimits {
  /** False when the time is up. */
  readonly mayContinue: () => boolean;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Where a way is looked for: near by, further off, and in the whole table. */
const close: Around = { beside: 4, above: 1, mostColumns: 250 };
const near: Around = { beside: 4, above: 1, mostColumns: 400 };
const far: Around = { beside: 8, above: 3, mostColumns: 900 };

/** Larger tables are never looked at as a whole: one question would take many seconds. */
const mostColumnsAtOnce = 5000;

interface Search {
  readonly table: MoveTable;
  readonly widths: ReadonlyMap<number, number>;
  readonly proofs: WidthProofs;
  readonly cost: Float64Array;
  /** The greatest width there is. */
  readonly reach: number;
  readonly worth: Float64Array;
  readonly solver: LinearSolver;
}

/** How useful a column is to others that have to move: hidden ones that have far to fall first. */
function worthOf({ table, cost, reach }: Omit<Search, 'worth'>, column: number): number {
  const room = Math.min(reach, table.truth[column]! - table.hiddenLeast[column]!);
  return room - (table.isHidden[column] === 1 ? 0 : cost[column]! * reach);
}

function setHidden(search: Search, column: number, isHidden: boolean): void {
  search.table.isHidden[column] = isHidden ? 1 : 0;
  search.worth[column] = worthOf(search, column);
}

function* placesToLook({ table, worth }: Search, column: number): Generator<readonly number[]> {
  const everything = table.keys.length;
  for (const around of [near, far]) {
    if (around.mostColumns < everything) yield entriesAround(table, column, around, worth);
  }
  if (everything <= mostColumnsAtOnce) yield table.keys.map((_, other) => other);
}

/** The cheaper of going up and going down. */
function cheapestWay(
  search: Search,
  column: number,
  among: readonly number[],
  mayHide: boolean,
): Flow | null {
  const { table, widths, proofs, cost, solver } = search;
  const width = widths.get(column) ?? 0;
  const { least, most } = proofs.reachOf(column);
  const flow = (by: number): Flow | null => cheapestFlow(table, { column, by, among, cost, mayHide }, solver);
  const upwards = flow(least + width);
  if (upwards?.cost === 0) return upwards;
  const isDownPossible = table.truth[column]! + most - width >= table.hiddenLeast[column]!;
  const downwards = isDownPossible ? flow(most - width) : null;
  return downwards !== null && (upwards === null || downwards.cost < upwards.cost) ? downwards : upwards;
}

function hideWhatMoves(search: Search, { difference }: Flow): void {
  const { table } = search;
  for (const [column, by] of difference) {
    const value = table.truth[column]! + by;
    if (value < table.shownLeast[column]! || value > table.shownMost[column]!)
      setHidden(search, column, true);
  }
}

/** One after the other: partly down, and the rest of it up. */
function proveByHalves(search: Search, column: number, among: readonly number[]): void {
  const { table, widths, proofs, cost, solver } = search;
  const width = widths.get(column) ?? 0;
  const room = table.truth[column]! - table.hiddenLeast[column]!;
  for (const by of [-Math.min(width, room), width - Math.min(width, room)]) {
    if (by === 0) continue;
    const flow = cheapestFlow(table, { column, by, among, cost, mayHide: true }, solver);
    if (flow === null) return;
    hideWhatMoves(search, flow);
    proofs.take(flow.difference);
  }
}

function protect(search: Search, column: number): boolean {
  const { proofs } = search;
  if (proveAgain(search, column)) return true;
  let among: readonly number[] = [];
  for (among of placesToLook(search, column)) {
    const flow = cheapestWay(search, column, among, true);
    if (flow === null) continue;
    hideWhatMoves(search, flow);
    proofs.take(flow.difference);
    if (proofs.isProved(column)) return true;
  }
  proveByHalves(search, column, among);
  return proofs.isProved(column);
}

/** One of the finest entries that this one is the sum of, by any number of steps; itself where it is one. */
function finestWithin({ table }: Search, column: number): number {
  let finest = column;
  // The bound is for sums that go round in a circle.
  for (let step = 0; step < table.keys.length; step += 1) {
    const place = table.columnSigns[finest]!.indexOf(-1);
    if (place < 0) return finest;
    const parts = table.rowColumns[table.columnRows[finest]![place]!]!.filter((other) => other !== finest);
    const next = parts.find((other) => table.isHidden[other] === 1) ?? parts[0];
    if (next === undefined) return finest;
    finest = next;
  }
  return finest;
}

/** This entry larger or smaller, and every total above it with it. */
function addWithTotals({ table }: Search, column: number, by: number, into: Map<number, number>): void {
  const chain = new Set([column]);
  // The set grows while it is gone through.
  for (const below of chain) {
    into.set(below, (into.get(below) ?? 0) + by);
    table.columnRows[below]!.forEach((row, place) => {
      if (table.columnSigns[below]![place]! < 0) return;
      const total = table.rowColumns[row]![table.rowSigns[row]!.indexOf(-1)];
      if (total !== undefined) chain.add(total);
    });
  }
}

/** What the others of a row can give up together for this one to gain: how much of each, or null. */
function givenUp({ table }: Search, row: number, column: number, wanted: number): Map<number, number> | null {
  const given = new Map<number, number>();
  let left = wanted;
  table.rowColumns[row]!.forEach((other, place) => {
    const room = table.truth[other]! - table.hiddenLeast[other]!;
    if (other === column || table.rowSigns[row]![place]! < 0 || left === 0 || room === 0) return;
    given.set(other, Math.min(room, left));
    left -= Math.min(room, left);
  });
  return left === 0 ? given : null;
}

/**
 * Without any search: it is larger, others of its longest sum are smaller by as much, and all totals between are
 * hidden, but not what is above that sum. Where the others have too little to give, every total above goes.
 */
function hideTotalsAbove(search: Search, column: number): boolean {
  const { table, widths, proofs } = search;
  const by = (widths.get(column) ?? 0) + proofs.reachOf(column).least;
  const finest = finestWithin(search, column);
  const rows = [...table.columnRows[finest]!].toSorted(
    (a, b) => table.rowColumns[b]!.length - table.rowColumns[a]!.length,
  );
  for (const row of [...rows, null]) {
    const given = row === null ? new Map<number, number>() : givenUp(search, row, finest, by);
    if (given === null) continue;
    const sums = new Map<number, number>();
    addWithTotals(search, finest, by, sums);
    for (const [other, less] of given) addWithTotals(search, other, -less, sums);
    const difference = new Map([...sums].filter(([, moved]) => moved !== 0));
    const wasHidden = new Set([...difference.keys()].filter((moved) => table.isHidden[moved] === 1));
    hideWhatMoves(search, { difference, cost: 0 });
    proofs.take(difference);
    if (proofs.isProved(column)) return true;
    for (const moved of difference.keys()) if (!wasHidden.has(moved)) setHidden(search, moved, false);
  }
  return false;
}

/** Proved again with what is hidden, near by only. */
function proveAgain(search: Search, column: number): boolean {
  const { table, proofs, worth } = search;
  if (proofs.isProved(column)) return true;
  const everything = table.keys.length;
  const among =
    close.mostColumns < everything
      ? entriesAround(table, column, close, worth)
      : table.keys.map((_, other) => other);
  const flow = cheapestWay(search, column, among, false);
  if (flow !== null) proofs.take(flow.difference);
  return proofs.isProved(column);
}

/** How many proofs may be looked for anew while entries are shown again: a number, so that a plan is the same anywhere. */
const mostProofsAgain = 100;

/** Shows again what no proof needs, those first that few proofs rest on. */
function showAgain(search: Search, chosen: readonly number[], { mayContinue }: PlanLimits): void {
  const { proofs, cost } = search;
  let left = mostProofsAgain;
  if (!mayContinue()) return;
  const resting = new Map(chosen.map((column) => [column, proofs.restingOn(column).length]));
  const order = chosen.toSorted((a, b) => resting.get(a)! - resting.get(b)! || cost[b]! - cost[a]!);
  for (const column of order) {
    if (left <= 0 || !mayContinue()) return;
    const { columns, restore } = proofs.dropRestingOn(column);
    setHidden(search, column, false);
    left -= columns.length;
    if (columns.length <= left && columns.every((other) => proveAgain(search, other))) continue;
    setHidden(search, column, true);
    restore();
  }
}

export function planQuickly(
  problem: PlanProblem,
  solver: LinearSolver,
  limits: PlanLimits | (() => boolean) = () => true,
): QuickPlan {
  const { mayContinue, onProgress } = typeof limits === 'function' ? { mayContinue: limits } : limits;
  const table = moveTable(problem);
  const candidates = problem.candidates.map((key) => table.columnByKey.get(key)!);
  const widths = new Map<number, number>();
  for (const [key, width] of problem.widths) {
    const column = table.columnByKey.get(key);
    if (column === undefined) return { state: 'not-found' };
    widths.set(column, width);
  }
  // First few entries, then small ones.
  const everything = table.truth.reduce((sum, value) => sum + value, 1);
  const cost = new Float64Array(table.keys.length);
  for (const column of candidates) cost[column] = 1 + table.truth[column]! / everything;
  const proofs = createWidthProofs(table, widths);
  const reach = [...widths.values()].reduce((most, width) => Math.max(most, width), 1);
  const parts = { table, widths, proofs, cost, reach, solver };
  const search: Search = {
    ...parts,
    worth: Float64Array.from(table.keys, (_, column) => worthOf(parts, column)),
  };
  // Those with the least room first: what is hidden for them is often enough for the others.
  const roomOf = (column: number): number => table.truth[column]! - table.hiddenLeast[column]!;
  const order = [...widths.keys()].toSorted((a, b) => roomOf(a) - roomOf(b));
  for (const [done, column] of order.entries()) {
    onProgress?.(done, order.length);
    if (proofs.isProved(column)) continue;
    const isProtected = mayContinue() && protect(search, column);
    if (!isProtected && !hideTotalsAbove(search, column)) return { state: 'not-found' };
  }
  showAgain(
    search,
    candidates.filter((column) => table.isHidden[column] === 1),
    { mayContinue },
  );
  if (!proofs.hold()) return { state: 'not-found' };
  return {
    state: 'planned',
    secondary: problem.candidates.filter((_, place) => table.isHidden[candidates[place]!] === 1),
  };
}
