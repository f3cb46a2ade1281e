/** Days that were noted, their ticks, and the plain counts of story 5. */
import { describe, expect, it } from 'vitest';
import {
  daysOfWeek,
  emptyWeek,
  habitCounts,
  notedDays,
  weekStartOf,
  withDay,
  withTick,
} from '@shared/habits/habit-week';
import { firstHabits, habitIds, habits, inHabitOrder } from '@shared/habits/habits';
import { habitWeekKind, habitWeekSchema } from '@shared/records/habit-week/habit-week';
import { ownCareKind } from '@shared/records/own-care/own-care';
import { day, storyWeeks } from './story';

const chosen = [...firstHabits];

describe('the list of habits', () => {
  it('has short words of its own for each, and four to begin with', () => {
    expect(Object.keys(habits)).toEqual([...habitIds]);
    expect(new Set(Object.values(habits).map(({ own }) => own)).size).toBe(habitIds.length);
    for (const { own, name } of Object.values(habits)) {
      expect(own).toMatch(/^I /);
      expect(own.split(' ').length).toBeLessThanOrEqual(12);
      expect(name.length).toBeLessThanOrEqual(30);
    }
    expect(firstHabits).toHaveLength(4);
    expect(inHabitOrder(['own-leave', 'left-on-time', 'own-leave'])).toEqual(['left-on-time', 'own-leave']);
  });
});

describe('a week', () => {
  it('begins on its Monday, also from a Sunday and over the turn of a year', () => {
    expect(weekStartOf(day('2026-03-31'))).toBe('2026-03-30');
    expect(weekStartOf(day('2026-03-29'))).toBe('2026-03-23');
    expect(weekStartOf(day('2027-01-01'))).toBe('2026-12-28');
    expect(daysOfWeek(day('2026-03-30')).at(-1)).toBe('2026-04-05');
  });

  it('notes a day by a tick, and keeps it as noted when the tick is taken back', () => {
    const monday = day('2026-03-23');
    const ticked = withTick(emptyWeek(monday), day('2026-03-24'), 'lunch-away', true, chosen);
    expect(ticked.ticks).toEqual([{ day: '2026-03-24', asked: chosen, habitIds: ['lunch-away'] }]);
    const back = withTick(ticked, day('2026-03-24'), 'lunch-away', false, chosen);
    expect(back.ticks).toEqual([{ day: '2026-03-24', asked: chosen, habitIds: [] }]);
    expect(withDay(back, day('2026-03-24'), false, chosen).ticks).toEqual([]);
    expect(withDay(ticked, day('2026-03-24'), true, chosen)).toEqual(ticked);
  });

  it('keeps its days in order, whatever the order in which they were noted, and fits its schema', () => {
    const monday = day('2026-03-23');
    const week = ['2026-03-27', '2026-03-23', '2026-03-25'].reduce(
      (before, each) => withDay(before, day(each), true, chosen),
      emptyWeek(monday),
    );
    expect(week.ticks.map((tick) => tick.day)).toEqual(['2026-03-23', '2026-03-25', '2026-03-27']);
    expect(habitWeekSchema.safeParse(week).success).toBe(true);
  });

  it('refuses a week that begins on another day, a day of another week, and a tick that was not asked', () => {
    const good = { weekStart: '2026-03-23', ticks: [] as unknown[] };
    const tick = { day: '2026-03-23', asked: ['lunch-away'], habitIds: ['lunch-away'] };
    expect(habitWeekSchema.safeParse({ ...good, ticks: [tick] }).success).toBe(true);
    expect(habitWeekSchema.safeParse({ ...good, weekStart: '2026-03-24' }).success).toBe(false);
    expect(habitWeekSchema.safeParse({ ...good, ticks: [{ ...tick, day: '2026-03-30' }] }).success).toBe(
      false,
    );
    expect(habitWeekSchema.safeParse({ ...good, ticks: [tick, tick] }).success).toBe(false);
    expect(habitWeekSchema.safeParse({ ...good, ticks: [{ ...tick, asked: [] }] }).success).toBe(false);
  });
});

describe('counts', () => {
  it('are those of story 5: on time 7, no late mail 9, lunch 4, pause 6 of 10 days', () => {
    expect(notedDays(storyWeeks, day('2026-03-04'), day('2026-03-31'))).toBe(10);
    expect(habitCounts(storyWeeks, day('2026-03-04'), day('2026-03-31'))).toEqual([
      { habitId: 'left-on-time', kept: 7, days: 10 },
      { habitId: 'no-late-mail', kept: 9, days: 10 },
      { habitId: 'lunch-away', kept: 4, days: 10 },
      { habitId: 'visible-pause', kept: 6, days: 10 },
    ]);
  });

  it('do not hold a habit that was chosen later against the days before', () => {
    const monday = day('2026-03-23');
    const before = withTick(emptyWeek(monday), monday, 'left-on-time', true, ['left-on-time']);
    const after = withTick(before, day('2026-03-24'), 'lunch-away', true, ['left-on-time', 'lunch-away']);
    expect(habitCounts([after], monday, day('2026-03-29'))).toEqual([
      { habitId: 'left-on-time', kept: 1, days: 2 },
      { habitId: 'lunch-away', kept: 1, days: 1 },
    ]);
  });

  it('leave out days before and after', () => {
    expect(habitCounts(storyWeeks, day('2026-03-27'), day('2026-03-27'))[0]?.days).toBe(1);
    expect(habitCounts(storyWeeks, day('2026-04-01'), day('2026-04-30'))).toEqual([]);
  });
});

describe('both kinds', () => {
  it('are private: nothing of them may be disclosed, and nobody else’s copy has them', () => {
    for (const kind of [habitWeekKind, ownCareKind]) {
      expect(kind.isPrivate).toBe(true);
      expect(new Set(Object.values(kind.disclosure))).toEqual(new Set(['internal']));
      expect(kind.retention).toBeNull();
    }
  });
});
