/** How each field of an incident plan is said when two versions are compared. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate } from '@shared/kernel/local-date';
import { notificationItemById } from '@shared/event-plans/notifications';
import {
  closenessLabels,
  conditionLabels,
  contactStatusLabels,
  dutyLabels,
  eventTypeLabels,
  exposureToEventLabels,
  keptDateLabels,
  notificationStateLabels,
  phaseLabels,
  type Affected,
  type AffectedPerson,
  type EventPlan,
  type KeptDate,
  type OtherAffected,
  type PlanNotification,
  type PlanStep,
  type ReviewAction,
} from '@shared/records/event-plan/event-plan';
import type { NameOf } from '../record-words';
import {
  day,
  dayOrNone,
  line,
  list,
  name,
  oneOf,
  prose,
  silent,
  withDetails,
  type FieldWords,
} from './field-word-kit';

const safeLabels = { yes: 'Yes', no: 'No', 'not-sure': 'Not sure' } as const;

export const eventPlanWords: { readonly [F in keyof EventPlan]-?: FieldWords<EventPlan[F]> } = {
  eventType: oneOf('What happened', eventTypeLabels),
  templateId: silent,
  templateVersion: silent,
  fromTemplate: silent,
  occurredOn: day('Day it happened'),
  occurredAt: line('Time'),
  openedOn: day('Plan made on'),
  everyoneSafe: oneOf('Everyone safe', safeLabels),
  conditions: list('Also true', (condition) => conditionLabels[condition]),
  facts: prose('What is known'),
  steps: list('Steps', stepLine),
  affected: list('People affected', (person: AffectedPerson, nameOf) =>
    affectedLine(name(person.personId, nameOf), person),
  ),
  othersAffected: list('Others affected', (other: OtherAffected) => affectedLine(other.line, other)),
  notifications: list('Notifications', notificationLine),
  dates: list('Days to keep in mind', dateLine),
  reviewActions: list('Actions from the learning review', actionLine),
  closedOn: dayOrNone('Closed'),
};

function ownerOf(
  owned: { readonly ownerPersonId: RecordId | null; readonly ownerRole: string },
  nameOf: NameOf,
): string {
  return owned.ownerPersonId === null ? owned.ownerRole : name(owned.ownerPersonId, nameOf);
}

function stepLine(step: PlanStep, nameOf: NameOf): string {
  return withDetails(`${phaseLabels[step.phaseId]}: ${step.title}`, [
    ownerOf(step, nameOf),
    `by ${formatDate(step.due)}`,
    step.doneOn === null ? '' : `done ${formatDate(step.doneOn)}`,
    step.detail,
  ]);
}

function affectedLine(who: string, person: Affected): string {
  return withDetails(who, [
    closenessLabels[person.closeness].toLowerCase(),
    person.exposure === 'not-known' ? '' : exposureToEventLabels[person.exposure].toLowerCase(),
    person.duty === 'not-known' ? '' : dutyLabels[person.duty].toLowerCase(),
    ...person.contacts.map((contact) => {
      const on = contact.on === null ? '' : ` ${formatDate(contact.on)}`;
      const next = contact.nextOn === null ? '' : `, next ${formatDate(contact.nextOn)}`;
      return `${phaseLabels[contact.phaseId]}: ${contactStatusLabels[contact.status].toLowerCase()}${on}${next}`;
    }),
    person.noContactReason,
    person.optedOutOn === null ? '' : `chose no further contact ${formatDate(person.optedOutOn)}`,
  ]);
}

function notificationLine(each: PlanNotification): string {
  return withDetails(notificationItemById(each.itemId)?.title ?? 'Another body', [
    notificationStateLabels[each.state].toLowerCase(),
    each.who,
    each.on === null ? '' : `${formatDate(each.on)} ${each.at}`.trim(),
    each.reference,
  ]);
}

function dateLine(date: KeptDate): string {
  return withDetails(`${keptDateLabels[date.kind]}, ${formatDate(date.on)}`, [date.line]);
}

function actionLine(action: ReviewAction, nameOf: NameOf): string {
  return withDetails(action.what, [
    ownerOf(action, nameOf),
    action.due === null ? '' : `by ${formatDate(action.due)}`,
    action.doneOn === null ? '' : `done ${formatDate(action.doneOn)}`,
  ]);
}
