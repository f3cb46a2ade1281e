/** Figures of one release, of those before it, and which of them are too small by themselves. */
import { leastRounded } from './rounding';
import type { HiddenReason } from './thresholds';

export interface ReleaseFigure {
  /** What it counts, the same in every release: group, period and measure. Two figures of one key are the same. */
  readonly key: string;
  /** A whole number; for a statistic whatever it is. */
  readonly value: number;
  /**
   * 'count' and 'sensitive-count' (wellbeing bands, sickness reasons, kinds of event) are of people or events and add
   * up; a 'statistic' (mean, rate, index) does not: it has a rule of its own (statistic.ts), and must not give
   * the counts or the means of others away (statistic-guard.ts).
   */
  readonly kind: 'count' | 'sensitive-count' | 'statistic';
  /** Hidden by a rule of its own, whatever it counts. */
  readonly reason: HiddenReason | null;
  /** False: not in the release, but anybody can work it out from two figures that are (all staff less permanent). */
  readonly isPublished: boolean;
  /**
   * A 0 is hidden like 1 to minimum - 1, and a reader does not know which are 0: what flows (leavers, joiners, events,
   * episodes). Sensitive counts are so without saying.
   */
  readonly hidesZero?: boolean;
  /**
   * Whoever works here knows it (how many people are in post): it is no use to hide it so that another is protected. Its
   * own rule hides it from others all the same.
   */
  readonly isKnown?: boolean;
  /** How much of the table it is in can be one person's: 1 of people, their episodes of a table of episodes. */
  readonly mostOfOne?: number;
  /** Of a share: its counts (numerator, denominator). It is shown only where all of these are (statistic-guard.ts). */
  readonly madeOf?: readonly string[];
  /** How a share comes from its counts; without it none is shown beside rounded counts. */
  readonly ratio?: FigureRatio;
  /** Of a mean: what is averaged, and the count of the people behind it. */
  readonly mean?: { readonly measure: string; readonly people: string };
}

/** times * (the sum of `over`) / (the sum of `under`), by keys. */
export interface FigureRatio {
  readonly over: readonly string[];
  readonly under: readonly string[];
  readonly times: number;
}

/** By keys: the total is the sum of its parts, and the parts are groups that do not overlap. */
export interface FigureSum {
  readonly total: string;
  readonly parts: readonly string[];
}

export interface ReleaseTable {
  readonly figures: readonly ReleaseFigure[];
  readonly sums: readonly FigureSum[];
}

/** A release that was given out: the sealed model of it, with the true values and with what was shown. */
export interface EarlierRelease extends ReleaseTable {
  readonly shownKeys: readonly string[];
  /** Those of them that were shown as the nearest multiple of 5: a range to whoever reads them. */
  readonly roundedKeys?: readonly string[];
}

export interface ReleasePolicy {
  readonly minimumCellSize: number;
  readonly minimumSensitiveCellSize: number;
  /** 'base-5': as NHS Digital does, 1 to 7 hidden and every other count to the nearest 5 (rounding.ts). */
  readonly rounding?: 'none' | 'base-5';
}

function minimumFor(figure: ReleaseFigure, policy: ReleasePolicy): number {
  return figure.kind === 'sensitive-count' ? policy.minimumSensitiveCellSize : policy.minimumCellSize;
}

/** The least count that is shown besides 0: rounded ones start higher. */
export function leastShown(figure: ReleaseFigure, policy: ReleasePolicy): number {
  const minimum = minimumFor(figure, policy);
  return policy.rounding === 'base-5' ? Math.max(minimum, leastRounded) : minimum;
}

/** Whether a 0 is shown as it is, so that what is hidden is 1 at least. */
export function showsZero({ kind, hidesZero }: ReleaseFigure): boolean {
  return kind !== 'sensitive-count' && hidesZero !== true;
}

/**
 * How far apart the bounds of a protected figure have to be. A reader who is counted knows their own part, and must
 * still be left with minimum - 1 for the others.
 */
export function widthFor(figure: ReleaseFigure, policy: ReleasePolicy, mostOfOne: number): number {
  return minimumFor(figure, policy) - 1 + mostOfOne;
}

/**
 * Why each figure must not be shown by itself. Small: 1 to minimum - 1. Small complement: the rest of its total is
 * (14 of 15 discloses one). Where zeros are hidden 0 and everyone disclose as well: all are known not to, or to.
 */
export function primaryReasons(
  figures: ReadonlyMap<string, ReleaseFigure>,
  sums: readonly FigureSum[],
  policy: ReleasePolicy,
): Map<string, HiddenReason> {
  const reasons = new Map<string, HiddenReason>();
  const isBelow = (least: number, count: number, figure: ReleaseFigure): boolean =>
    count < least && (count > 0 || !showsZero(figure));
  for (const figure of figures.values()) {
    if (figure.reason !== null) reasons.set(figure.key, figure.reason);
    else if (figure.kind !== 'statistic' && isBelow(leastShown(figure, policy), figure.value, figure))
      reasons.set(figure.key, 'small-count');
  }
  for (const { total, parts } of sums) {
    const whole = figures.get(total)?.value ?? 0;
    if (parts.length < 2) continue;
    for (const key of parts) {
      const part = figures.get(key);
      // The rest of a 0 is the total itself, and has its own rule.
      const isZero = part?.value === 0 && showsZero(part);
      if (part === undefined || isZero || reasons.has(key)) continue;
      if (isBelow(minimumFor(part, policy), whole - part.value, part)) reasons.set(key, 'small-complement');
    }
  }
  return reasons;
}
