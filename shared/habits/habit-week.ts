/** Notes of one's own days: a tick, a day that counts, and plain counts over the days that were noted. */
import { addDays, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { inHabitOrder, type HabitId } from './habits';

/** The Monday of a day's week. */
export function weekStartOf(day: LocalDate): LocalDate {
  return addDays(day, 1 - isoWeekday(day));
}

export function daysOfWeek(weekStart: LocalDate): LocalDate[] {
  return Array.from({ length: 7 }, (_, index) => addDays(weekStart, index));
}

export function emptyWeek(weekStart: LocalDate): HabitWeek {
  return { weekStart, ticks: [] };
}

export function tickOf(week: HabitWeek | null, day: LocalDate): HabitWeek['ticks'][number] | null {
  return week?.ticks.find((tick) => tick.day === day) ?? null;
}

/** A day that is noted counts, with or without a tick. `chosen`: what it is asked about. Taking it away takes its ticks. */
export function withDay(
  week: HabitWeek,
  day: LocalDate,
  isNoted: boolean,
  chosen: readonly HabitId[],
): HabitWeek {
  const others = week.ticks.filter((tick) => tick.day !== day);
  if (!isNoted) return { ...week, ticks: others };
  const known = tickOf(week, day) ?? { day, asked: inHabitOrder(chosen), habitIds: [] };
  return { ...week, ticks: inDayOrder([...others, known]) };
}

/** A tick notes its day. */
export function withTick(
  week: HabitWeek,
  day: LocalDate,
  habitId: HabitId,
  isKept: boolean,
  chosen: readonly HabitId[],
): HabitWeek {
  const noted = withDay(week, day, true, chosen);
  const change = (tick: HabitWeek['ticks'][number]): HabitWeek['ticks'][number] =>
    tick.day !== day
      ? tick
      : {
          day,
          asked: inHabitOrder([...tick.asked, habitId]),
          habitIds: inHabitOrder(
            isKept ? [...tick.habitIds, habitId] : tick.habitIds.filter((id) => id !== habitId),
          ),
        };
  return { ...noted, ticks: noted.ticks.map(change) };
}

function inDayOrder(ticks: readonly HabitWeek['ticks'][number][]): HabitWeek['ticks'] {
  return [...ticks].sort((left, right) => left.day.localeCompare(right.day));
}

export interface HabitCount {
  readonly habitId: HabitId;
  readonly kept: number;
  /** Days on which it was asked about. */
  readonly days: number;
}

/** Over the days from `from` to `to`, both included; habits that no such day was asked about are not there. */
export function habitCounts(weeks: readonly HabitWeek[], from: LocalDate, to: LocalDate): HabitCount[] {
  const ticks = weeks.flatMap((week) => week.ticks).filter(({ day }) => day >= from && day <= to);
  return inHabitOrder(ticks.flatMap(({ asked }) => asked)).map((habitId) => {
    const days = ticks.filter(({ asked }) => asked.includes(habitId));
    return {
      habitId,
      kept: days.filter((tick) => tick.habitIds.includes(habitId)).length,
      days: days.length,
    };
  });
}

export function notedDays(weeks: readonly HabitWeek[], from: LocalDate, to: LocalDate): number {
  return weeks.flatMap((week) => week.ticks).filter(({ day }) => day >= from && day <= to).length;
}
