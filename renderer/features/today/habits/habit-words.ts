/** The page's words for counts, days and gaps. Pure. */
import { habits } from '@shared/habits/habits';
import type { HabitCount } from '@shared/habits/habit-week';
import { gapPoints, ratingWords, type SeenBeside } from '@shared/habits/team-seen';

export const weekdayShort = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

export function daysWords(count: number): string {
  return count === 1 ? '1 day' : `${String(count)} days`;
}

/** "7 of 10 days", and "2 days" of what only comes now and then. */
export function countWords(count: HabitCount | undefined): string {
  if (count === undefined) return 'Not noted';
  return habits[count.habitId].isDaily
    ? `${String(count.kept)} of ${daysWords(count.days)}`
    : count.kept === 0
      ? 'No day'
      : daysWords(count.kept);
}

/** "Mostly" */
export function seenWords(seen: number | null): string | null {
  if (seen === null) return null;
  const words = ratingWords(seen);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function gapWords({ habitId, own, seen }: SeenBeside): string {
  if (seen === null) return '';
  if (!habits[habitId].isDaily) return 'It comes now and then, so there is nothing to set beside it.';
  if (own === null) return 'Fewer than 5 of your days are noted. Nothing is set beside it.';
  const points = (100 * own.kept) / own.days - seen;
  if (Math.abs(points) < gapPoints) return 'Both say much the same.';
  return points > 0
    ? 'The team sees it less often than you noted it.'
    : 'The team sees it more often than you noted it.';
}
