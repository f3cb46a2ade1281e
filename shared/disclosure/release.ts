/**
 * The door of the disclosure engine: what of a table may be given out, given all that was given out before.
 *
 * Figures of the new table and of every earlier release make one linked table: the same key is the same figure, and
 * the sums of each hold for all. What was shown stays known, what was hidden stays hidden. Each small figure, earlier
 * ones and unpublished ones (differences, complements) too, has to keep at least minimum - 1 between the least and
 * the greatest number a reader can think possible, one who is counted too; other new figures are hidden until that
 * is so. If no plan is found in time, all new figures are hidden: more, never less.
 *
 * The cells of a list, of the inside of a crossed table and of each of its margins are shown all together or not at
 * all, because the choice of a few tells exact counts to whoever knows how it is made (release-mates.ts). Large crossed
 * tables are the exception: there the planner chooses, and nobody tries every table that fits.
 *
 * Rounded to 5 instead, a shown count is a range; where these leave every small figure wide enough nothing else is
 * hidden, and otherwise more is, as above.
 */
import { ok, type Result } from '../kernel/result';
import type { Interval } from './audit';
import type { PlanProblem } from './plan-problem';
import { withoutDifferences } from './reconcile';
import {
  primaryReasons,
  showsZero,
  widthFor,
  type EarlierRelease,
  type ReleaseFigure,
  type ReleasePolicy,
  type ReleaseTable,
} from './release-figures';
import {
  isCount,
  knowledgeOf,
  mostOfOneAround,
  rangeBehind,
  shownBefore,
  together,
  toLinkedTable,
  type Known,
  type Range,
  type ReleaseError,
  type ShownBefore,
  withKnown,
} from './release-known';
import { matesOf, matesOfSmall } from './release-mates';
import {
  intervalsOf,
  planRelease,
  type PlanMethod,
  type ReleaseTools,
  type SecondaryPlan,
} from './release-plan';
import { roundingBase, roundToBase } from './rounding';
import { countsBehind, isMean, meansToHide, ratioOfRounded } from './statistic-guard';
import { disclosureThresholds, type HiddenReason } from './thresholds';

export type { ReleaseError } from './release-known';
export type { ReleaseTools } from './release-plan';

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
  readonly method: PlanMethod;
}

export interface Release {
  /** The published figures of the new table, by key. */
  readonly cells: ReadonlyMap<string, ReleaseCell>;
  readonly hidden: readonly { readonly key: string; readonly reason: HiddenReason }[];
  /** Shown counts that were rounded, for the ledger (EarlierRelease). */
  readonly roundedKeys: readonly string[];
  /** What would be shown if nothing had been given out before. Worked out when it is asked for: a second release. */
  readonly blockedByHistory: readonly string[];
  readonly audit: ReleaseAudit;
}

function atLeastTheThresholds(policy: ReleasePolicy): ReleasePolicy {
  return {
    ...policy,
    minimumCellSize: Math.max(policy.minimumCellSize, disclosureThresholds.minimumCellSize),
    minimumSensitiveCellSize: Math.max(
      policy.minimumSensitiveCellSize,
      disclosureThresholds.minimumSensitiveCellSize,
    ),
  };
}

interface Setting {
  readonly known: Known;
  readonly policy: ReleasePolicy;
  /** What readers have: shown before, or known to everybody. */
  readonly before: ShownBefore;
  /** In the new table, and published there. */
  readonly isNew: ReadonlySet<string>;
  readonly reasons: ReadonlyMap<string, HiddenReason>;
}

/** Shown before, and not to be taken back: a rounded one only while numbers are rounded. */
function isOutAlready({ before, policy }: Pick<Setting, 'before' | 'policy'>, key: string): boolean {
  return before.exactly.has(key) || (policy.rounding === 'base-5' && before.rounded.has(key));
}

function problemOf(setting: Setting, mates: ReadonlySet<string>): PlanProblem {
  const { known, policy, before, isNew, reasons } = setting;
  const counts = [...known.figures.values()].filter(isCount);
  // What is in no release yet may be in the next one, with its zeros shown: the reader is taken to know them now.
  const isKnownZero = (figure: ReleaseFigure): boolean => figure.value === 0 && showsZero(figure);
  const isHiddenAnyway = (figure: ReleaseFigure): boolean => {
    if (before.exactly.has(figure.key)) return false;
    // Known as a range, whatever this release does.
    if (isOutAlready(setting, figure.key)) return true;
    const isKept = reasons.has(figure.key) || mates.has(figure.key);
    return isKept || !(isNew.has(figure.key) || isKnownZero(figure));
  };
  const hiddenAnyway = counts.filter(isHiddenAnyway);
  const mostOfOne = mostOfOneAround(known);
  const candidates = counts.filter(
    (figure) =>
      !before.exactly.has(figure.key) &&
      !isHiddenAnyway(figure) &&
      (figure.value > 0 || figure.kind === 'sensitive-count'),
  );
  return {
    table: toLinkedTable(known),
    hidden: hiddenAnyway.map(({ key }) => key),
    widths: new Map(
      hiddenAnyway.flatMap((figure) =>
        reasons.has(figure.key) && !isOutAlready(setting, figure.key)
          ? [[figure.key, widthFor(figure, policy, mostOfOne(figure.key))] as const]
          : [],
      ),
    ),
    candidates: candidates.map(({ key }) => key),
    knowledge: knowledgeOf(known, before),
    ranges: new Map<string, Range>(
      policy.rounding === 'base-5'
        ? candidates.map((figure) => [figure.key, rangeBehind(figure, policy)])
        : [],
    ),
  };
}

interface Decision {
  readonly problem: PlanProblem;
  readonly plan: SecondaryPlan;
  /** Hidden to protect others. */
  readonly protecting: ReadonlySet<string>;
}

function decide(setting: Setting, tools: ReleaseTools): Decision {
  if (setting.policy.rounding === 'base-5') {
    const problem = problemOf(setting, new Set());
    const plan = planRelease(problem, tools);
    if (plan.secondary.length === 0) return { problem, plan, protecting: new Set() };
  }
  const { known, reasons, isNew } = setting;
  const mayHide = (key: string): boolean => !isOutAlready(setting, key);
  const mates = matesOf(known, isNew);
  const beside = matesOfSmall(known, reasons, mates, mayHide);
  const problem = problemOf(setting, beside);
  const plan = planRelease(problem, tools, mates);
  return { problem, plan, protecting: new Set([...beside, ...plan.secondary]) };
}

/** The statistics that are shown, beside the counts that are. */
function statisticsShown(
  setting: Setting,
  asked: readonly ReleaseFigure[],
  isCountShown: (key: string) => boolean,
  { solver }: ReleaseTools,
): Set<string> {
  const { known, policy, before, reasons } = setting;
  const isRounded = policy.rounding === 'base-5';
  const mayShow = asked.filter(
    (figure) =>
      !reasons.has(figure.key) &&
      countsBehind(figure).every(isCountShown) &&
      !(isRounded && figure.madeOf !== undefined && figure.ratio === undefined),
  );
  const isOut = (key: string): boolean => before.exactly.has(key) || before.rounded.has(key);
  const meansBefore = [...known.figures.values()].filter(isMean).filter(({ key }) => isOut(key));
  const hiddenMeans = meansToHide(known, meansBefore, mayShow.filter(isMean), solver);
  return new Set(mayShow.flatMap(({ key }) => (hiddenMeans.has(key) ? [] : [key])));
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
  const known = all.value;
  const published = table.figures.filter(({ isPublished }) => isPublished);
  const reasons = primaryReasons(known.figures, known.sums, policy);
  const isNew = new Set(published.map(({ key }) => key));
  const told = shownBefore(history);
  const setting: Setting = { known, policy, before: withKnown(told, known), isNew, reasons };
  const { problem, plan, protecting } = decide(setting, tools);

  const isCountShown = (key: string): boolean =>
    isOutAlready({ policy, before: told }, key) ||
    (isNew.has(key) && !reasons.has(key) && !protecting.has(key));
  const statistics = published.filter((figure) => !isCount(figure));
  const shownStatistics = statisticsShown(setting, statistics, isCountShown, tools);
  const isRounded = policy.rounding === 'base-5';
  const valueShown = (figure: ReleaseFigure): number => {
    if (!isRounded) return figure.value;
    if (isCount(figure)) return roundToBase(figure.value, roundingBase);
    return figure.ratio === undefined ? figure.value : ratioOfRounded(figure.ratio, known.figures);
  };
  const cells = new Map<string, ReleaseCell>(
    published.map((figure) => {
      const { key } = figure;
      const isShown = isCount(figure) ? isCountShown(key) : shownStatistics.has(key);
      if (isShown) return [key, { state: 'shown', value: valueShown(figure) }];
      return [key, { state: 'hidden', reason: reasons.get(key) ?? 'protects-another' }];
    }),
  );
  const isShownCell = ({ key }: ReleaseFigure): boolean => cells.get(key)?.state === 'shown';
  let blocked: readonly string[] | null = null;
  return ok({
    cells,
    hidden: [...cells].flatMap(([key, cell]) =>
      cell.state === 'hidden' ? [{ key, reason: cell.reason }] : [],
    ),
    roundedKeys: isRounded
      ? published.flatMap((figure) =>
          isCount(figure) && figure.value !== 0 && isShownCell(figure) ? [figure.key] : [],
        )
      : [],
    get blockedByHistory() {
      blocked ??= blockedBy(table, policy, history, cells, tools);
      return blocked;
    },
    audit: {
      protectedKeys: [...problem.widths.keys()],
      intervals: (keys) => intervalsOf(problem, protecting, keys, tools.solver),
      get alreadyDisclosed() {
        return plan.alreadyDisclosed();
      },
      method: plan.method,
    },
  });
}

function blockedBy(
  table: ReleaseTable,
  policy: ReleasePolicy,
  history: readonly EarlierRelease[],
  cells: Release['cells'],
  tools: ReleaseTools,
): string[] {
  const hidden = [...cells].flatMap(([key, { state }]) => (state === 'hidden' ? [key] : []));
  if (history.length === 0 || hidden.length === 0) return [];
  const alone = release(withoutDifferences(table), policy, [], tools);
  return alone.ok ? hidden.filter((key) => alone.value.cells.get(key)?.state === 'shown') : [];
}
