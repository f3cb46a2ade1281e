/** Ten days of manager A, as in story 5: on time 7, no late mail 9, lunch 4, a pause in view 6. */
import { emptyWeek, withDay, withTick } from '@shared/habits/habit-week';
import { firstHabits, type HabitId } from '@shared/habits/habits';
import { addDays, toLocalDate, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';

export const day = toLocalDate;

const kept: Readonly<Record<'left-on-time' | 'no-late-mail' | 'lunch-away' | 'visible-pause', number>> = {
  'left-on-time': 7,
  'no-late-mail': 9,
  'lunch-away': 4,
  'visible-pause': 6,
};

/** Monday to Friday of two weeks. */
export const storyWeeks: readonly HabitWeek[] = ['2026-03-16', '2026-03-23'].map((monday, week) =>
  Array.from({ length: 5 }, (_, index) => index).reduce(
    (before, index) => {
      const on: LocalDate = addDays(day(monday), index);
      const noted = withDay(before, on, true, firstHabits);
      return (Object.entries(kept) as [HabitId, number][])
        .filter(([, count]) => week * 5 + index < count)
        .reduce((now, [habitId]) => withTick(now, on, habitId, true, firstHabits), noted);
    },
    emptyWeek(day(monday)),
  ),
);
