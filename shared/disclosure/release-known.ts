/** The figures of a new table and of all earlier releases as one linked table, and what a reader knows of each. */
import { err, ok, type Result } from '../kernel/result';
import type { AttackerKnowledge } from './audit';
import type { LinkedTable } from './linked-table';
import {
  leastShown,
  showsZero,
  type EarlierRelease,
  type FigureSum,
  type ReleaseFigure,
  type ReleasePolicy,
  type ReleaseTable,
} from './release-figures';
import { createGroups } from './release-parts';
import { roundingBase, roundToBase } from './rounding';
import { disclosureThresholds } from './thresholds';

export type ReleaseError =
  /** An earlier release has another value under this key: the difference would be a figure of its own. */
  | { readonly tag: 'FigureChanged'; readonly keys: readonly string[] }
  /** A sum names a key that is not there, or does not add up. */
  | { readonly tag: 'SumsWrong'; readonly totals: readonly string[] };

export interface Known {
  readonly figures: ReadonlyMap<string, ReleaseFigure>;
  readonly sums: readonly FigureSum[];
}

export function together(tables: readonly ReleaseTable[]): Result<Known, ReleaseError> {
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

export const isCount = ({ kind }: ReleaseFigure): boolean => kind !== 'statistic';

export function toLinkedTable({ figures, sums }: Known): LinkedTable {
  const entries = [...figures.values()].filter(isCount).map(({ key, value }) => ({ key, value }));
  const position = new Map(entries.map(({ key }, index) => [key, index]));
  return {
    entries,
    sums: sums.map(({ total, parts }) => ({
      total: position.get(total)!,
      parts: parts.map((key) => position.get(key)!),
    })),
  };
}

/**
 * How much of all that hangs together with a figure can be one person's: who knows their own part of every month of a
 * year takes all of it from the year.
 */
export function mostOfOneAround({ figures, sums }: Known): (key: string) => number {
  const groups = createGroups();
  for (const { total, parts } of sums) groups.join([total, ...parts]);
  const most = new Map<string, number>();
  for (const { key, mostOfOne = 1 } of figures.values())
    most.set(groups.rootOf(key), Math.max(most.get(groups.rootOf(key)) ?? 1, mostOfOne));
  return (key) => most.get(groups.rootOf(key)) ?? 1;
}

/** What earlier releases have shown of counts and statistics. */
export interface ShownBefore {
  /** With their numbers. */
  readonly exactly: ReadonlySet<string>;
  /** As rounded, and never otherwise. */
  readonly rounded: ReadonlySet<string>;
}

export function shownBefore(history: readonly EarlierRelease[]): ShownBefore {
  const exactly = new Set<string>();
  const rounded = new Set<string>();
  for (const { figures, shownKeys, roundedKeys = [] } of history) {
    // A 0 that is shown is a 0: whatever is small and not none is hidden where numbers are rounded.
    const none = new Set(figures.flatMap(({ key, value }) => (value === 0 ? [key] : [])));
    const asRounded = new Set(roundedKeys.filter((key) => !none.has(key)));
    for (const key of shownKeys) (asRounded.has(key) ? rounded : exactly).add(key);
  }
  for (const key of exactly) rounded.delete(key);
  return { exactly, rounded };
}

/** Together with what everybody knows without being told (ReleaseFigure.isKnown). */
export function withKnown({ exactly, rounded }: ShownBefore, { figures }: Known): ShownBefore {
  const known = [...figures.values()].flatMap(({ key, isKnown }) => (isKnown === true ? [key] : []));
  return known.length === 0 ? { exactly, rounded } : { exactly: new Set([...exactly, ...known]), rounded };
}

/** The rule of the least thresholds: of an earlier release it is not known that a stricter one was in force. */
const leastPolicy: ReleasePolicy = { ...disclosureThresholds, rounding: 'base-5' };

/** What a rounded number says: whatever rounds to it, and is not small. */
export function rangeBehind(figure: ReleaseFigure, policy: ReleasePolicy = leastPolicy): Range {
  const shown = roundToBase(figure.value, roundingBase);
  const reach = (roundingBase - 1) / 2;
  return {
    lower: Math.min(figure.value, Math.max(shown - reach, leastShown(figure, policy))),
    upper: shown + reach,
  };
}

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export function knowledgeOf({ figures }: Known, { rounded }: ShownBefore): AttackerKnowledge {
  const counts = [...figures.values()].filter(isCount);
  return {
    suppressedMin: 1,
    // A hidden count is at least 1, totals too, because zeros are shown; where they are not, or where the count has a
    // rule of its own, it is not.
    minByKey: new Map(
      counts.map((figure) => [figure.key, !showsZero(figure) || figure.reason !== null ? 0 : 1]),
    ),
    rangeByKey: new Map(
      counts.flatMap((figure) => (rounded.has(figure.key) ? [[figure.key, rangeBehind(figure)]] : [])),
    ),
    primary: [],
    primaryMax: null,
  };
}
