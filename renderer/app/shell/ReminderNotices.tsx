/** Tells main how much is due, within the hours that were set: main shows it as numbers. Draws nothing. */
import { useEffect, useMemo, useState } from 'react';
import { isoWeekday } from '@shared/kernel/local-date';
import { dueCounts, isQuiet } from '@shared/reminders/reminders';
import { clock, desktop, formatTime, useToday } from '../../platform';
import { useReminders, useReminderSettings } from '../../records/use-reminders';

const lookEveryMs = 60_000;

export function ReminderNotices() {
  const today = useToday();
  const settings = useReminderSettings();
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
    const now = { weekday: isoWeekday(clock.today()), time: formatTime(clock.now()) };
    if (counts === '{}' || isQuiet(settings, now)) return;
    void desktop['notice.show']({ counts: JSON.parse(counts) as Record<string, number> });
  }, [counts, settings, looks]);
  return null;
}
