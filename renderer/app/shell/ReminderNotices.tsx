/**
 * Tells main how much is due, within the hours that were set and never outside working time: main shows it as numbers.
 * Draws nothing.
 */
import { useEffect, useMemo, useState } from 'react';
import { isoWeekday } from '@shared/kernel/local-date';
import { isOutsideWork } from '@shared/habits/working-hours';
import { dueCounts, isQuiet } from '@shared/reminders/reminders';
import { desktop, useToday } from '../../platform';
import { useReminders, useReminderSettings } from '../../records/use-reminders';
import { useWorkingTime } from '../../records/use-working-time';
import { wallTime } from './use-wall-time';

const lookEveryMs = 60_000;

export function ReminderNotices() {
  const today = useToday();
  const settings = useReminderSettings();
  const work = useWorkingTime();
  const reminders = useReminders(today, 0);
  const [looks, setLooks] = useState(0);
  const counts = useMemo(
    () => JSON.stringify(dueCounts(reminders.filter(({ kind }) => settings.kinds.includes(kind)))),
    [reminders, settings],
  );
  useEffect(() => {
    if (!settings.isOn) return undefined;
    const timer = setInterval(() => {
      setLooks((count) => count + 1);
    }, lookEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [settings]);
  useEffect(() => {
    // The hours are those of the clock on the wall, also in the made-up vault with its own day.
    const now = wallTime();
    if (counts === '{}' || isQuiet(settings, { weekday: isoWeekday(now.day), time: now.time })) return;
    if (isOutsideWork(work, now)) return;
    void desktop['notice.show']({ counts: JSON.parse(counts) as Record<string, number> });
  }, [counts, settings, work, looks]);
  return null;
}
