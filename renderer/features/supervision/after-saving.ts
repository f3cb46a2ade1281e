/** What the message after saving a new record offers, beside taking it back. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { SupervisionSession } from '@shared/records/supervision-session/supervision-session';
import type { CalendarEntry } from '@shared/reminders/calendar';

/** A sheet for the person: of one to one sessions that were held. Members of a group get none about each other. */
export function hasTheirCopy({ kind, status, personIds }: SupervisionSession): boolean {
  return kind !== 'reflective-group' && status === 'held' && personIds.length === 1;
}

/**
 * The next session as a day in a calendar; null when none is set or it is over. Named as in the file of all dates: a
 * calendar that has the day already moves it.
 */
export function nextInCalendar(
  id: RecordId,
  session: SupervisionSession,
  today: LocalDate,
): CalendarEntry | null {
  const { kind, nextDate, personIds } = session;
  if (nextDate === null || nextDate < today) return null;
  const [personId] = personIds;
  return kind === 'reflective-group' || personId === undefined
    ? { uid: `${id}-group-0`, kind: 'group', on: nextDate }
    : { uid: `${personId}-supervision-0`, kind: 'supervision', on: nextDate };
}
