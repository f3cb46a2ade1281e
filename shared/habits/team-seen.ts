/**
 * What the team sees beside what the manager notes. A rating of the team comes out of a closed round, through the same
 * rules as every other result: never of fewer than five answers. One's own ticks are not of a round, and stay here.
 */
import { addDays, type LocalDate } from '../kernel/local-date';
import type { HabitWeek } from '../records/habit-week/habit-week';
import type { Measures } from '../wellbeing/measures';
import { roundViews, shownScale, type RoundRecord } from '../wellbeing/round-results';
import { habitCounts } from './habit-week';
import { habits, inHabitOrder, type HabitId } from './habits';
import { seenScales, teamSeenMeasureId } from './team-seen-measure';

/** Of the manager's days. Fewer say too little to be set beside anything. */
export const fewestOwnDays = 5;
/** One answer of the form is 25 points: less than that between the two is no gap. */
export const gapPoints = 25;
/** The form asks about two weeks; four before the round closed give a count that holds. */
const ownSpanDays = 28;

export type TeamSeen =
  /** No round of the measure has closed. */
  | { readonly kind: 'none'; readonly isOpen: boolean }
  | {
      readonly kind: 'hidden';
      readonly roundId: string;
      readonly closesOn: LocalDate;
      readonly replies: number;
    }
  | {
      readonly kind: 'shown';
      readonly roundId: string;
      readonly closesOn: LocalDate;
      /** 0 to 100. */
      readonly ratings: ReadonlyMap<HabitId, number>;
    };

/** Of the newest round that closed; of two on one day that of the whole service. */
export function teamSeen(rounds: readonly RoundRecord[], measures: Measures): TeamSeen {
  const views = roundViews(rounds, measures).filter(({ wave }) => wave.instrumentId === teamSeenMeasureId);
  const closed = views
    .filter(({ state }) => state.kind !== 'open')
    .sort(
      (left, right) =>
        left.wave.closesOn.localeCompare(right.wave.closesOn) ||
        Number(left.wave.group === '') - Number(right.wave.group === ''),
    );
  const newest = closed.at(-1);
  if (newest === undefined) return { kind: 'none', isOpen: views.length > 0 };
  const { id: roundId, instrument, wave } = newest;
  const ratings = new Map(
    (instrument === null ? [] : seenScales(instrument)).flatMap(({ scaleId, habitId }) => {
      const scale = shownScale(newest, scaleId);
      return scale === null ? [] : [[habitId, scale.mean] as const];
    }),
  );
  if (ratings.size === 0)
    return { kind: 'hidden', roundId, closesOn: wave.closesOn, replies: wave.answerSets.length };
  return { kind: 'shown', roundId, closesOn: wave.closesOn, ratings };
}

export interface SeenBeside {
  readonly habitId: HabitId;
  /** In the weeks before the round closed; null where too few days were noted. */
  readonly own: { readonly kept: number; readonly days: number } | null;
  /** 0 to 100; null where it is hidden. */
  readonly seen: number | null;
}

export function seenBeside(
  weeks: readonly HabitWeek[],
  seen: Extract<TeamSeen, { kind: 'shown' }>,
): SeenBeside[] {
  const counts = habitCounts(weeks, addDays(seen.closesOn, 1 - ownSpanDays), seen.closesOn);
  return inHabitOrder(seen.ratings.keys()).map((habitId) => {
    // A habit that only comes now and then is no share of days: the two cannot be set beside each other.
    const count = habits[habitId].isDaily ? counts.find((each) => each.habitId === habitId) : undefined;
    const own =
      count === undefined || count.days < fewestOwnDays ? null : { kept: count.kept, days: count.days };
    return { habitId, own, seen: seen.ratings.get(habitId) ?? null };
  });
}

export interface HabitGap {
  readonly habitId: HabitId;
  readonly direction: 'team-sees-less' | 'team-sees-more';
  /** Own share of days less the team's rating, as points of 100. Never 0. */
  readonly points: number;
}

/** Where one's own count and what the team sees lie apart. Nothing while the team's rating is hidden. */
export function habitGaps(weeks: readonly HabitWeek[], seen: TeamSeen): HabitGap[] {
  if (seen.kind !== 'shown') return [];
  return seenBeside(weeks, seen).flatMap(({ habitId, own, seen: rating }): HabitGap[] => {
    if (own === null || rating === null) return [];
    const points = (100 * own.kept) / own.days - rating;
    if (Math.abs(points) < gapPoints) return [];
    return [{ habitId, direction: points > 0 ? 'team-sees-less' : 'team-sees-more', points }];
  });
}

/** The answer of the form that a mean lies at or next to, in words. */
export function ratingWords(rating: number): string {
  const words = [
    'never',
    'never or seldom',
    'seldom',
    'between seldom and half the time',
    'about half the time',
    'between half the time and mostly',
    'mostly',
    'mostly or always',
    'always',
  ] as const;
  return words[Math.min(8, Math.max(0, Math.round(rating / 12.5)))] ?? '';
}
