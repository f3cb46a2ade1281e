/**
 * Retention: how long people stay, from the staff list. Never the mean service of leavers, which leaves out
 * everybody who stayed. Tenure is in days from the start of a stint in post.
 */
import { daysBetween, type LocalDate } from '../kernel/local-date';
import { groupBy, mergeSpans, type OpenDaySpan } from './days';
import { kaplanMeier, survivalAt, type SurvivalCurve, type TenureSpell } from './kaplan-meier';
import type { Interval } from './student-t';

/**
 * One spell per stint: posts held at once, or one after another without a day's break, are one stint.
 * Somebody in post before `recordsFrom` was not under observation earlier (those who had left by then are not
 * in the list), so they count from their tenure on that day; to count them from 0 makes early loss look too
 * small. Null = the list has always been complete. Nothing after `asOf` counts.
 */
export function tenureSpells(
  staff: readonly (OpenDaySpan & { readonly id: string })[],
  options: { readonly recordsFrom: LocalDate | null; readonly asOf: LocalDate },
): TenureSpell[] {
  const { recordsFrom, asOf } = options;
  const stints = [...groupBy(staff, ({ id }) => id).values()].flatMap((posts) => mergeSpans(posts));
  return stints.flatMap(({ start, end }): TenureSpell[] => {
    if (start > asOf) return [];
    const hasLeft = end !== null && end < asOf;
    // The first day out, as leavers are counted everywhere else.
    const time = hasLeft ? daysBetween(start, end) + 1 : daysBetween(start, asOf);
    const entry = recordsFrom !== null && start < recordsFrom ? daysBetween(start, recordsFrom) : null;
    return entry !== null && entry >= time ? [] : [{ time, event: hasLeft, entry }];
  });
}

export type RetentionCurve = {
  /** the curve speaks of people who had reached this tenure; 0 = of everybody who started */
  readonly from: number;
  /** no word about longer service than this */
  readonly until: number;
  readonly curve: SurvivalCurve;
};

const entryOf = (spell: TenureSpell): number => spell.entry ?? 0;

/** People under observation just after `time`. */
export function atRiskAfter(spells: readonly TenureSpell[], time: number): number {
  return spells.filter((spell) => entryOf(spell) <= time && spell.time > time).length;
}

export const retentionMinimumAtRisk = 5;

/**
 * The curve over the longest stretch of tenure with at least `minimumAtRisk` people under observation
 * throughout. With delayed entry the first months may rest on one or two people, and one of them leaving
 * would pull the whole curve down for good. Null when no stretch has enough people.
 */
export function retentionCurve(
  spells: readonly TenureSpell[],
  minimumAtRisk: number = retentionMinimumAtRisk,
): RetentionCurve | null {
  const turns = [...new Set([0, ...spells.map(entryOf), ...spells.map(({ time }) => time)])].sort(
    (left, right) => left - right,
  );
  let best: { from: number; until: number } | null = null;
  let from: number | null = null;
  for (const turn of turns) {
    const isEnough = atRiskAfter(spells, turn) >= minimumAtRisk;
    if (isEnough) from ??= turn;
    else if (from !== null) {
      if (best === null || turn - from > best.until - best.from) best = { from, until: turn };
      from = null;
    }
  }
  if (best === null) return null;
  const { from: start, until } = best;
  const inStretch = spells
    .filter((spell) => spell.time > start && entryOf(spell) < until)
    .map((spell): TenureSpell => ({
      // Beyond the stretch people are simply still here.
      time: Math.min(spell.time, until),
      event: spell.event && spell.time <= until,
      entry: spell.entry,
    }));
  return { from: start, until, curve: kaplanMeier(inStretch) };
}

export type RetentionPoint = {
  readonly tenure: number;
  readonly share: number;
  /** 95%, log(-log) scale; null before anybody left, and at 0 */
  readonly interval: Interval | null;
  readonly atRisk: number;
};

/** Share still in post at each tenure; null where the curve says nothing. */
export function retentionAt(
  spells: readonly TenureSpell[],
  retention: RetentionCurve,
  tenures: readonly number[],
): (RetentionPoint | null)[] {
  return tenures.map((tenure) => {
    // Just before the end the last leaver is not yet counted, so the end itself belongs to the curve.
    if (tenure < retention.from || tenure > retention.until) return null;
    const step = retention.curve.steps.findLast(({ time }) => time <= tenure);
    return {
      tenure,
      share: survivalAt(retention.curve, tenure),
      interval: step?.logLog ?? null,
      atRisk: atRiskAfter(spells, tenure),
    };
  });
}
