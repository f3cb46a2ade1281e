/**
 * The door of the disclosure engine: what of a table may be given out, given all that was given out before.
 *
 * Figures of the new table and of every earlier release make one linked table: the same key is the same figure, and
 * the sums of each hold for all. What was shown stays known, what was hidden stays hidden. Each small figure, earlier
 * ones and unpublished ones (differences, complements) too, has to keep at least minimum - 1 between the least and
 * the greatest number a reader can think possible, one who is counted too; other new figures are hidden until that is so. If no plan is found
 * in time, all new figures are hidden: more, never less.
 *
 * A plain list of parts (each in one sum only) shows all of them or none, because the choice of a few tells exact
 * counts to whoever knows how it is made (partition.ts). Crossed tables are not proof against a reader who works out
 * which tables the planner would have hidden in just this way: simulated for lists, the cheapest choice would give
 * away up to 1 in 200 small counts, so this is for crossed tables alone.
 */
import { err, ok, type Result } from '../kernel/result';
import { hiddenEntries, intervalOf, type AttackerKnowledge, type Interval } from './audit';
import type { LinearSolver } from './linear-program';
import type { LinkedTable } from './linked-table';
import { createPlanner } from './plan';
import { hideEntries, openReader, type PlanProblem } from './plan-problem';
import { planQuickly } from './quick-plan';
import {
  primaryReasons,
  widthFor,
  type EarlierRelease,
  type FigureSum,
  type ReleaseFigure,
  type ReleasePolicy,
  type ReleaseTable,
} from './release-figures';
import { countsBehind, isMean, meansToHide } from './statistic-guard';
import { disclosureThresholds, type HiddenReason } from './thresholds';

export type ReleaseCell =
  | { readonly state: 'shown'; readonly value: number }
  | { readonly state: 'hidden'; readonly reason: HiddenReason };

export interface ReleaseAudit {
  /** The small figures, of this release and of others, that a reader must not be able to work out. */
  readonly protectedKeys: readonly string[];
  /** What a reader can think of these. Asked for what is on the screen: two questions to the solver each. */
  intervals(keys: readonly string[]): ReadonlyMap<string, Interval>;
  /** Protected figures that earlier releases have given away: nothing that this one does could help. */
  readonly alreadyDisclosed: readonly string[];
  readonly method: 'cheapest' | 'quick' | 'hide-all';
}

export interface Release {
  /** The published figures of the new table, by key. */
  readonly cells: ReadonlyMap<string, ReleaseCell>;
  readonly hidden: readonly { readonly key: string; readonly reason: HiddenReason }[];
  readonly audit: ReleaseAudit;
}

export type ReleaseError =
  /** An earlier release has another value under this key: the difference would be a figure of its own. */
  | { readonly tag: 'FigureChanged'; readonly keys: readonly string[] }
  /** A sum names a key that is not there, or does not add up. */
  | { readonly tag: 'SumsWrong'; readonly totals: readonly string[] };

export interface ReleaseTools {
  readonly solver: LinearSolver;
  /** False when the time is up. */
  readonly mayContinue: () => boolean;
}

/** Up to here the cheapest plan is looked for. */
const mostCandidatesForCheapest = 30;
/** And in so many steps: each asks the solver about every candidate. */
const mostStepsForCheapest = 40;

interface Known {
  readonly figures: ReadonlyMap<string, ReleaseFigure>;
  readonly sums: readonly FigureSum[];
}

function together(tables: readonly ReleaseTable[]): Result<Known, ReleaseError> {
  const figures = new Map<string, ReleaseFigure>();
  const changed: string[] = [];
  for (const figure of tables.flatMap((table) => table.figures)) {
    const before = figures.get(figure.key);
    if (before !== undefined && before.value !== figure.value) changed.push(figure.key);
    figures.set(figure.key, figure);
  }
  if (changed.length > 0) return err({ tag: 'FigureChanged', keys: changed });
  const bySum = new Map(
    tables
      .flatMap((table) => table.sums)
      .map((sum) => [JSON.stringify([sum.total, [...sum.parts].toSorted()]), sum]),
  );
  const sums = [...bySum.values()];
  const wrong = sums.filter(({ total, parts }) => {
    const values = parts.map((key) => figures.get(key)?.value ?? Number.NaN);
    return values.reduce((sum, value) => sum + value, 0) !== figures.get(total)?.value;
  });
  if (wrong.length > 0) return err({ tag: 'SumsWrong', totals: wrong.map(({ total }) => total) });
  return ok({ figures, sums });
}

function toLinkedTable({ figures, sums }: Known): LinkedTable {
  const entries = [...figures.values()]
    .filter(({ kind }) => kind !== 'statistic')
    .map(({ key, value }) => ({ key, value }));
  const position = new Map(entries.map(({ key }, index) => [key, index]));
  return {
    entries,
    sums: sums.map(({ total, parts }) => ({
      total: position.get(total)!,
      parts: parts.map((key) => position.get(key)!),
    })),
  };
}

/** Parts to hide beside a small one: the rest of every plain list that has one. Zeros stay. */
function listMates(
  { figures, sums }: Known,
  reasons: ReadonlyMap<string, HiddenReason>,
  mayHide: (key: string) => boolean,
): Set<string> {
  const uses = new Map<string, number>();
  for (const key of sums.flatMap(({ total, parts }) => [total, ...parts]))
    uses.set(key, (uses.get(key) ?? 0) + 1);
  const plain = sums.filter(({ parts }) => parts.every((key) => uses.get(key) === 1));
  const hiding = plain.filter(({ parts }) => parts.some((key) => reasons.has(key)));
  return new Set(
    hiding.flatMap(({ parts }) => parts.filter((key) => mayHide(key) && (figures.get(key)?.value ?? 0) > 0)),
  );
}

function atLeastTheThresholds(policy: ReleasePolicy): ReleasePolicy {
  return {
    minimumCellSize: Math.max(policy.minimumCellSize, disclosureThresholds.minimumCellSize),
    minimumSensitiveCellSize: Math.max(
      policy.minimumSensitiveCellSize,
      disclosureThresholds.minimumSensitiveCellSize,
    ),
  };
}

function findSecondary(
  problem: PlanProblem,
  { solver, mayContinue }: ReleaseTools,
): { readonly method: ReleaseAudit['method']; readonly secondary: readonly string[] } {
  if (problem.candidates.length <= mostCandidatesForCheapest) {
    let steps = 0;
    const mayGoOn = (): boolean => {
      steps += 1;
      return steps <= mostStepsForCheapest && mayContinue();
    };
    const result = createPlanner(problem, solver, mayGoOn).cheapest();
    if (result.state === 'planned') return { method: 'cheapest', secondary: result.plan.secondary };
  }
  const quick = planQuickly(problem, solver, mayContinue);
  if (quick.state === 'planned') return { method: 'quick', secondary: quick.secondary };
  return { method: 'hide-all', secondary: problem.candidates };
}

function intervalsOf(
  problem: PlanProblem,
  hidden: ReadonlySet<string>,
  keys: readonly string[],
  solver: LinearSolver,
): Map<string, Interval> {
  const { program, columnByKey } = hiddenEntries(hideEntries(problem.table, hidden), problem.knowledge);
  const intervals = new Map<string, Interval>();
  const open = solver(program);
  for (const key of keys) {
    const column = columnByKey.get(key);
    const interval = column === undefined ? null : intervalOf(open, column);
    if (interval !== null && interval !== 'inconsistent') intervals.set(key, interval);
  }
  open.close();
  return intervals;
}

interface Attainable {
  readonly problem: PlanProblem;
  /** What stays narrower than it should be even when every new figure is hidden. */
  readonly narrow: readonly string[];
}

/** What earlier releases have narrowed down is kept as wide as it still can be. */
function withAttainableWidths(problem: PlanProblem, { solver, mayContinue }: ReleaseTools): Attainable {
  const mayBeHidden = new Set([...problem.hidden, ...problem.candidates]);
  // Where only zeros are known, every multiple of the true table fits: nothing is bounded.
  if (problem.table.entries.every(({ key, value }) => value === 0 || mayBeHidden.has(key)))
    return { problem, narrow: [] };
  const reader = openReader(problem, new Set(problem.candidates), solver);
  const narrow = [...problem.widths.keys()].filter(
    (key) => mayContinue() && reader.check(key).state === 'too-narrow',
  );
  reader.close();
  if (narrow.length === 0) return { problem, narrow };
  const widest = intervalsOf(problem, mayBeHidden, narrow, solver);
  const widths = new Map(problem.widths);
  for (const [key, { lower, upper }] of widest) if (upper !== null) widths.set(key, upper - lower);
  return { problem: { ...problem, widths }, narrow };
}

export function release(
  table: ReleaseTable,
  asked: ReleasePolicy,
  history: readonly EarlierRelease[],
  tools: ReleaseTools,
): Result<Release, ReleaseError> {
  const policy = atLeastTheThresholds(asked);
  const all = together([...history, table]);
  if (!all.ok) return all;
  const { figures, sums } = all.value;
  const alreadyShown = new Set(history.flatMap(({ shownKeys }) => shownKeys));
  const isNew = new Set(table.figures.flatMap(({ key, isPublished }) => (isPublished ? [key] : [])));
  const reasons = primaryReasons(figures, sums, policy);

  const counts = [...figures.values()].filter(({ kind }) => kind !== 'statistic');
  const mates = listMates(all.value, reasons, (key) => !alreadyShown.has(key));
  // What is in no release yet may be in the next one, with its zeros shown: the reader is taken to know them now.
  const isKnownZero = ({ value, kind }: ReleaseFigure): boolean => value === 0 && kind === 'count';
  const isHiddenAnyway = (figure: ReleaseFigure): boolean => {
    const isKept = reasons.has(figure.key) || mates.has(figure.key);
    return !alreadyShown.has(figure.key) && (isKept || !(isNew.has(figure.key) || isKnownZero(figure)));
  };
  const hiddenAnyway = counts.filter(isHiddenAnyway);
  // A hidden count is at least 1, totals too, because zeros are shown; sensitive ones, and those with a rule of their
  // own, are not.
  const minByKey = new Map(
    counts.map(({ key, kind, reason }) => [key, kind === 'sensitive-count' || reason !== null ? 0 : 1]),
  );
  const knowledge: AttackerKnowledge = { suppressedMin: 1, minByKey, primary: [], primaryMax: null };
  const asPlanned: PlanProblem = {
    table: toLinkedTable(all.value),
    hidden: hiddenAnyway.map(({ key }) => key),
    widths: new Map(
      hiddenAnyway.flatMap((figure) =>
        reasons.has(figure.key) ? [[figure.key, widthFor(figure, policy)] as const] : [],
      ),
    ),
    candidates: counts.flatMap((figure) => {
      const mayHide = !alreadyShown.has(figure.key) && !isHiddenAnyway(figure);
      return mayHide && (figure.value > 0 || figure.kind === 'sensitive-count') ? [figure.key] : [];
    }),
    knowledge,
  };
  const { problem, narrow } = withAttainableWidths(asPlanned, tools);
  const { method, secondary } = findSecondary(problem, tools);

  const protecting = new Set([...mates, ...secondary]);
  const isCountShown = (key: string): boolean =>
    alreadyShown.has(key) || (isNew.has(key) && !reasons.has(key) && !protecting.has(key));
  const statistics = table.figures.filter(({ kind, isPublished }) => kind === 'statistic' && isPublished);
  const mayShow = statistics.filter(
    (figure) => !reasons.has(figure.key) && countsBehind(figure).every(isCountShown),
  );
  const meansBefore = [...figures.values()].filter(isMean).filter(({ key }) => alreadyShown.has(key));
  const hiddenMeans = meansToHide(all.value, meansBefore, mayShow.filter(isMean), tools.solver);
  const shownStatistics = new Set(mayShow.flatMap(({ key }) => (hiddenMeans.has(key) ? [] : [key])));

  const cells = new Map<string, ReleaseCell>();
  for (const { key, value, kind, isPublished } of table.figures) {
    if (!isPublished) continue;
    const isShown = kind === 'statistic' ? shownStatistics.has(key) : isCountShown(key);
    if (isShown) cells.set(key, { state: 'shown', value });
    else cells.set(key, { state: 'hidden', reason: reasons.get(key) ?? 'protects-another' });
  }
  const hiddenKeys = new Set([...problem.hidden, ...secondary]);
  return ok({
    cells,
    hidden: [...cells].flatMap(([key, cell]) =>
      cell.state === 'hidden' ? [{ key, reason: cell.reason }] : [],
    ),
    audit: {
      protectedKeys: [...problem.widths.keys()],
      intervals: (keys) => intervalsOf(problem, hiddenKeys, keys, tools.solver),
      alreadyDisclosed: narrow,
      method,
    },
  });
}
