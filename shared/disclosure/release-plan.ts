/** Which further figures of a release are hidden, and how far a reader gets then. */
import { intervalOf, type Interval } from './audit';
import type { LinearSolver } from './linear-program';
import { createPlanner } from './plan';
import { asPublished, openReader, type PlanCheck, type PlanProblem } from './plan-problem';
import { planQuickly } from './quick-plan';
import { outerBounds, withoutKnown } from './release-bounds';
import { partsOf } from './release-parts';
import { findWitnesses } from './release-witnesses';

export interface ReleaseTools {
  readonly solver: LinearSolver;
  /** False when the time is up. */
  readonly mayContinue: () => boolean;
  /** How many of the figures to protect have been looked at. */
  readonly onProgress?: (done: number, of: number) => void;
}

export type PlanMethod = 'cheapest' | 'quick' | 'hide-all';

/** Up to here the cheapest plan is looked for. */
const mostCandidatesForCheapest = 30;
/** And in so many steps: each asks the solver about every candidate. */
const mostStepsForCheapest = 40;

/**
 * With so many to protect it is not asked first which of them are wide enough: that takes longer than the quick plan,
 * which proves each of them itself, and hides nothing where nothing has to be.
 */
const leastKeysOfLarge = 100;

interface Found {
  readonly method: PlanMethod;
  readonly secondary: readonly string[];
}

function findSecondary(problem: PlanProblem, tools: ReleaseTools): Found {
  const { solver, mayContinue, onProgress } = tools;
  if (problem.candidates.length <= mostCandidatesForCheapest) {
    let steps = 0;
    const mayGoOn = (): boolean => {
      steps += 1;
      return steps <= mostStepsForCheapest && mayContinue();
    };
    const result = createPlanner(problem, solver, mayGoOn).cheapest();
    if (result.state === 'planned') return { method: 'cheapest', secondary: result.plan.secondary };
  }
  const quick = planQuickly(problem, solver, { mayContinue, onProgress });
  if (quick.state === 'planned') return { method: 'quick', secondary: quick.secondary };
  return { method: 'hide-all', secondary: problem.candidates };
}

/** What the reader narrows down too far with these hidden, and what the time was not enough to be sure of. */
function narrowIn(
  problem: PlanProblem,
  chosen: readonly string[],
  keys: readonly string[],
  { solver, mayContinue }: ReleaseTools,
): { readonly narrow: readonly string[]; readonly unsure: readonly string[] } {
  const { seen, narrow } = findWitnesses(problem, chosen, solver, mayContinue);
  const reader = openReader(problem, new Set(chosen), solver, seen);
  const stateOf = (key: string): PlanCheck['state'] => {
    if (narrow.has(key)) return 'too-narrow';
    return mayContinue() ? reader.check(key).state : 'not-finished';
  };
  const states = keys.map((key) => [key, stateOf(key)] as const);
  reader.close();
  const keysIn = (wanted: (typeof states)[number][1]): string[] =>
    states.flatMap(([key, state]) => (state === wanted ? [key] : []));
  return { narrow: keysIn('too-narrow'), unsure: keysIn('not-finished') };
}

export function intervalsOf(
  problem: PlanProblem,
  chosen: Iterable<string>,
  keys: readonly string[],
  solver: LinearSolver,
): Map<string, Interval> {
  const intervals = new Map<string, Interval>();
  const hidden = new Set(chosen);
  const wanted = new Set(keys);
  for (const part of partsOf(problem)) {
    const asked = part.table.entries.map(({ key }) => key).filter((key) => wanted.has(key));
    if (asked.length === 0) continue;
    const { program, columnByKey } = asPublished(part, hidden);
    const open = solver(program);
    for (const key of asked) {
      const column = columnByKey.get(key);
      const interval = column === undefined ? null : intervalOf(open, column);
      if (interval !== null && interval !== 'inconsistent') intervals.set(key, interval);
    }
    open.close();
  }
  return intervals;
}

/** Where only zeros are known, every multiple of the true table fits: nothing is bounded. */
function isBoundless({ table, hidden, candidates, knowledge: { rangeByKey } }: PlanProblem): boolean {
  const mayBeHidden = new Set([...hidden, ...candidates]);
  return table.entries.every(
    ({ key, value }) => value === 0 || (mayBeHidden.has(key) && rangeByKey?.has(key) !== true),
  );
}

/** What stays narrower than it should be even when every new figure is hidden. */
function alwaysNarrow(problem: PlanProblem, keys: readonly string[], tools: ReleaseTools): readonly string[] {
  if (keys.length === 0 || isBoundless(problem)) return [];
  return narrowIn(problem, problem.candidates, keys, tools).narrow;
}

/** What earlier releases have narrowed down is kept as wide as it still can be. */
function widthsLeft(
  problem: PlanProblem,
  keys: readonly string[],
  always: readonly string[],
  { solver }: ReleaseTools,
): Map<string, number> {
  const widths = new Map(keys.map((key) => [key, problem.widths.get(key)!]));
  for (const [key, { lower, upper }] of intervalsOf(problem, problem.candidates, always, solver))
    if (upper !== null) widths.set(key, Math.min(widths.get(key)!, upper - lower));
  return widths;
}

/** What goes when this one goes, itself among it. */
export type MatesOf = (key: string) => readonly string[];

/**
 * The plan with all that goes with what it hides. More than the plan asks for never makes it less safe; what is no longer
 * needed then is shown again, the largest numbers first, together with its mates.
 */
function withMates(problem: PlanProblem, found: Found, matesOf: MatesOf, tools: ReleaseTools): Found {
  const mayHide = new Set(problem.candidates);
  const groups = new Map<string, readonly string[]>();
  for (const key of found.secondary) {
    const group = [...new Set([key, ...matesOf(key)])].filter((one) => mayHide.has(one));
    groups.set([...group].toSorted()[0]!, group);
  }
  const hidden = new Set([...groups.values()].flat());
  if (hidden.size === found.secondary.length) return found;
  const values = new Map(problem.table.entries.map(({ key, value }) => [key, value ?? 0]));
  const largest = (group: readonly string[]): number => Math.max(...group.map((key) => values.get(key)!));
  const keys = [...problem.widths.keys()];
  for (const group of [...groups.values()].toSorted((left, right) => largest(right) - largest(left))) {
    const rest = [...hidden].filter((key) => !group.includes(key));
    const { narrow, unsure } = narrowIn(problem, rest, keys, tools);
    if (narrow.length + unsure.length === 0) for (const key of group) hidden.delete(key);
  }
  return { ...found, secondary: problem.candidates.filter((key) => hidden.has(key)) };
}

export interface SecondaryPlan {
  readonly method: PlanMethod;
  readonly secondary: readonly string[];
  /** Protected figures that earlier releases have given away. Worked out when it is asked for. */
  readonly alreadyDisclosed: () => readonly string[];
}

/** Nobody tries every table that fits so many open figures: what goes with what is left to the plan. */
const mostOpenToTry = 1_000;

const isBeyondTrying = ({ hidden, candidates }: PlanProblem): boolean =>
  hidden.length + candidates.length > mostOpenToTry;

const methodsWorstFirst: readonly PlanMethod[] = ['hide-all', 'quick', 'cheapest'];

/** Each part by itself. What is wide enough with nothing hidden besides stays so, whatever is hidden. */
export function planRelease(
  problem: PlanProblem,
  tools: ReleaseTools,
  matesOf: MatesOf = (key) => [key],
): SecondaryPlan {
  const open = withoutKnown(problem, outerBounds(problem, problem.candidates));
  const parts = partsOf(open);
  const secondary = new Set<string>();
  const methods = new Set<PlanMethod>();
  const narrowed: string[] = [];
  const take = (found: Found): void => {
    methods.add(found.method);
    for (const key of found.secondary) secondary.add(key);
  };
  let done = 0;
  for (const part of parts) {
    const keys = [...part.widths.keys()];
    const before = done;
    done += keys.length;
    if (part.candidates.length === 0) continue;
    if (keys.length >= leastKeysOfLarge && part.candidates.length > mostCandidatesForCheapest) {
      const quick = planQuickly(part, tools.solver, {
        mayContinue: tools.mayContinue,
        onProgress: (checked) => tools.onProgress?.(before + checked, open.widths.size),
      });
      if (quick.state === 'planned') {
        const found: Found = { method: 'quick', secondary: quick.secondary };
        take(isBeyondTrying(part) ? found : withMates(part, found, matesOf, tools));
        continue;
      }
    }
    tools.onProgress?.(done, open.widths.size);
    const { narrow: surely, unsure } = narrowIn(part, [], keys, tools);
    const narrow = [...surely, ...unsure];
    if (narrow.length === 0) continue;
    const hopeless = alwaysNarrow(part, narrow, tools);
    narrowed.push(...hopeless);
    const left = { ...part, widths: widthsLeft(part, narrow, hopeless, tools) };
    take(withMates(left, findSecondary(left, tools), matesOf, tools));
  }
  const alreadyDisclosed = (): readonly string[] => {
    const known = new Set(narrowed);
    for (const [key, width] of problem.widths) if ((open.widths.get(key) ?? 0) < width) known.add(key);
    const settled = parts.filter(({ candidates }) => candidates.length === 0);
    for (const part of settled)
      for (const key of alwaysNarrow(part, [...part.widths.keys()], tools)) known.add(key);
    return [...problem.widths.keys()].filter((key) => known.has(key));
  };
  let disclosed: readonly string[] | null = null;
  return {
    method: methodsWorstFirst.find((method) => methods.has(method)) ?? 'cheapest',
    secondary: problem.candidates.filter((key) => secondary.has(key)),
    alreadyDisclosed: () => (disclosed ??= alreadyDisclosed()),
  };
}
