/** A reminder in words, and where it leads. Names stand only inside the vault: the computer's messages have counts. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import type { ReminderKind } from '@shared/records/reminder-settings/reminder-settings';
import type { Reminder } from '@shared/reminders/reminders';
import { unknownPerson, type NameOf } from './record-words';

export interface ReminderLine {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly href: string;
}

export interface ReminderNames {
  readonly nameOf: NameOf;
  /** Of a group, or of somebody in the register of supervisors. */
  readonly titleOf: (id: RecordId) => string | null;
}

/** Those that have no place of their own on Today: supervision, actions and steps of plans stand there already. */
export const datedKinds: ReadonlySet<ReminderKind> = new Set<ReminderKind>([
  'access-request',
  'agreement-review',
  'group',
  'facilitator-training',
  'plan-review',
  'plan-date',
  'ready-plan',
  'outside-reply',
  'outside-review',
  'policy-review',
]);

export function reminderLine(reminder: Reminder, { nameOf, titleOf }: ReminderNames): ReminderLine {
  const { kind, recordId, personId, on } = reminder;
  const who = personId === null ? unknownPerson : (nameOf(personId) ?? unknownPerson);
  const line = (title: string, detail: string, href: string): ReminderLine => ({
    key: `${kind}-${recordId}-${on}`,
    title,
    detail,
    href,
  });
  const day = formatDate(on);
  switch (kind) {
    case 'access-request':
      return line(`A copy for ${who}`, `Answer by ${day}`, `/people/requests/${recordId}`);
    case 'agreement-review':
      return line(
        `Agreement with ${who}`,
        `To look at again on ${day}`,
        `/supervision/agreements/${recordId}`,
      );
    case 'group':
      return line(
        titleOf(recordId) ?? 'Reflective group',
        `Meets on ${day}`,
        `/supervision/groups/${recordId}`,
      );
    case 'facilitator-training':
      return line(
        `Training of ${titleOf(recordId) ?? who}`,
        `Runs out on ${day}`,
        '/supervision/facilitators',
      );
    case 'plan-review':
      return line(
        `Wellbeing Plan of ${who}`,
        `They wanted to look at it again on ${day}`,
        `/wellbeing/plans/${recordId}`,
      );
    case 'plan-date':
      return line(
        `A day to keep in mind: ${titleOf(recordId) ?? 'an incident'}`,
        `On ${day}. Ask lightly who wants company or a lighter rota`,
        `/incidents/${recordId}`,
      );
    case 'ready-plan':
      return line('The ready plan', `To look at again on ${day}`, '/incidents/ready');
    case 'outside-reply':
      return line(
        `Reply expected: ${titleOf(recordId) ?? 'an issue outside our control'}`,
        `By ${day}`,
        `/workforce/outside/${recordId}`,
      );
    case 'outside-review':
      return line(
        `Outside our control: ${titleOf(recordId) ?? 'an issue'}`,
        `To look at again on ${day}`,
        `/workforce/outside/${recordId}`,
      );
    case 'policy-review':
      return line(
        `Policy review: ${titleOf(recordId) ?? 'a document'}`,
        `Review due on ${day}`,
        `/workforce/policies/${recordId}`,
      );
    case 'supervision':
      return line(`Supervision for ${who}`, `Due on ${day}`, `/people/${recordId}`);
    case 'agreed-action':
      return line('What was agreed', `By ${day}`, '/actions');
    case 'plan-step':
      return line('Step of an incident plan', `By ${day}`, `/incidents/${recordId}`);
  }
}
