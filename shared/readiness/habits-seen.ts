/** What a closed round says of leaders' habits as a whole, for the wellbeing check. */
import type { TeamSeen } from '../habits/team-seen';
import type { HabitsSeen } from './wellbeing-checks';

/** "About half the time", on the scale of the form. */
const halfTheTime = 50;

/** Null where nobody was asked, or too few answered to show it. */
export function habitsSeenOf(seen: TeamSeen): HabitsSeen | null {
  if (seen.kind !== 'shown') return null;
  const all = seen.ratings.size;
  const often = [...seen.ratings.values()].filter((rating) => rating >= halfTheTime).length;
  return {
    on: seen.closesOn,
    isSeen: 2 * often > all,
    words: `The team sees ${often} of ${all} habits at least half the time.`,
  };
}
