/** One week of ticks, as it is on screen: at once when it is pressed, and saved one after the other. */
import { useRef, useState } from 'react';
import { emptyWeek } from '@shared/habits/habit-week';
import type { LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { errorText } from '../../../app/error-text';
import { useToast } from '../../../ui';
import { useRecords, useVault } from '../../../vault';

export interface HabitWeekState {
  readonly week: HabitWeek;
  change(change: (week: HabitWeek) => HabitWeek): void;
}

export function useHabitWeek(weekStart: LocalDate): HabitWeekState {
  const vault = useVault();
  const toast = useToast();
  const stored = useRecords('habit-week').find(({ value }) => value.weekStart === weekStart);
  /** What was pressed and is not saved yet. */
  const [ahead, setAhead] = useState<HabitWeek | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const save = async (change: (week: HabitWeek) => HabitWeek): Promise<void> => {
    const before = vault.records('habit-week').find(({ value }) => value.weekStart === weekStart);
    const saved = await vault.put('habit-week', change(before?.value ?? emptyWeek(weekStart)), before);
    if (!saved.ok) toast({ text: errorText(saved.error) });
    waiting.current -= 1;
    if (waiting.current === 0) setAhead(null);
  };
  const isAheadOfThis = ahead?.weekStart === weekStart;
  return {
    week: isAheadOfThis ? ahead : (stored?.value ?? emptyWeek(weekStart)),
    change: (change) => {
      waiting.current += 1;
      setAhead((now) => change(now?.weekStart === weekStart ? now : (stored?.value ?? emptyWeek(weekStart))));
      queue.current = queue.current.then(() => save(change));
    },
  };
}
