/** Replies, reviews, meetings and training dates, as lines of Today. Pure. */
import type { Reminder } from '@shared/reminders/reminders';
import { datedKinds, reminderLine, type ReminderNames } from '../../records/reminder-words';
import type { Need, NeedKind, WeekEntry } from './needs';

/** A hard day is said from the start of its two weeks: there is something to do for it, and a rota to change. */
const isSaidAhead = ({ kind, state }: Reminder): boolean => kind === 'plan-date' && state === 'soon';

/** Due by today, the longest overdue first; then hard days that are ahead. */
export function datedNeeds(reminders: readonly Reminder[], names: ReminderNames): readonly Need[] {
  return reminders
    .filter(
      (reminder) => datedKinds.has(reminder.kind) && (reminder.state !== 'soon' || isSaidAhead(reminder)),
    )
    .toSorted((left, right) => left.daysLeft - right.daysLeft)
    .map((reminder) => {
      const { key, title, detail, href } = reminderLine(reminder, names);
      const kind = reminder.kind === 'access-request' ? 'reply' : 'date';
      return { key, kind, title, detail, daysLate: 0 - reminder.daysLeft, href };
    });
}

const ranks = {
  step: 0,
  'check-in': 0,
  reply: 1,
  supervision: 2,
  action: 3,
  team: 4,
  readiness: 4,
  restock: 4,
  skill: 4,
  date: 4,
} as const satisfies Record<NeedKind, number>;

/** People after an event first, then a reply that the law wants, then the rest, each as it was sorted. */
export function inOrder(needs: readonly Need[]): readonly Need[] {
  return needs.toSorted((left, right) => ranks[left.kind] - ranks[right.kind]);
}

export function datedEntries(reminders: readonly Reminder[], names: ReminderNames): readonly WeekEntry[] {
  return reminders
    .filter(
      (reminder) => datedKinds.has(reminder.kind) && reminder.state === 'soon' && !isSaidAhead(reminder),
    )
    .map((reminder) => {
      const { key, title, href } = reminderLine(reminder, names);
      return { key, day: reminder.on, text: title, href };
    });
}
