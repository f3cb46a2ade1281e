/** Reminders as entries of a calendar file: what is still to come, each under an id that stays the same. Pure. */
import type { ReminderKind } from '@shared/records/reminder-settings/reminder-settings';
import type { CalendarEntry } from '@shared/reminders/calendar';
import type { Reminder } from '@shared/reminders/reminders';

export function calendarEntries(
  reminders: readonly Reminder[],
  kinds: readonly ReminderKind[],
): readonly CalendarEntry[] {
  // Several actions of one session, or steps of one plan, are told apart by their place.
  const seen = new Map<string, number>();
  return reminders
    .filter(({ kind, state }) => kinds.includes(kind) && state !== 'overdue')
    .map(({ kind, recordId, on }) => {
      const base = `${recordId}-${kind}`;
      const place = seen.get(base) ?? 0;
      seen.set(base, place + 1);
      return { uid: `${base}-${place}`, kind, on };
    });
}
