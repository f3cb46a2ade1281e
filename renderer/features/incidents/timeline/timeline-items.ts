/** What happened when, and what is to come, of one plan in one line of time. Pure. */
import { everyoneAffected, isContactLogged } from '@shared/event-plans/contacts';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { nextContactOn } from '@shared/event-plans/plan-state';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  contactStatusLabels,
  eventTypeLabels,
  phaseLabels,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';
import { stateWords } from '../month/entry-words';
import { planEntries, type PlanEntry, type Side } from '../month/plan-entries';

export interface TimelineItem {
  readonly key: string;
  readonly on: LocalDate;
  /** "HH:MM", or empty. */
  readonly at: string;
  readonly title: string;
  readonly detail: string;
  readonly state: 'done' | 'now' | 'later' | 'dot';
  readonly isLate: boolean;
}

export interface TimelineWords {
  readonly nameOf: (id: RecordId) => string;
  /** Of an item of the notifications checklist. */
  readonly notificationTitle: (itemId: string) => string;
}

/** On one day: what happened, then today's mark, then what is open. */
const ranks = { dot: 0, done: 1, now: 2, later: 3 } as const satisfies Record<TimelineItem['state'], number>;

export function timelineItems(
  id: RecordId,
  plan: PlanOutline,
  side: Side,
  today: LocalDate,
  words: TimelineWords,
): readonly TimelineItem[] {
  const items = [
    ...happenings(plan),
    ...entryItems(planEntries([{ id, value: plan }], side, today, words.nameOf), plan, today),
    ...(side === 'support' ? [...answers(plan, words), ...told(plan, words)] : []),
    ...closing(plan),
    item('today', today, 'Today', '', 'now'),
  ];
  return items.sort(
    (left, right) =>
      left.on.localeCompare(right.on) ||
      ranks[left.state] - ranks[right.state] ||
      left.at.localeCompare(right.at),
  );
}

/** Done things stand on the day they were done; open ones on the day they are due. */
function entryItems(
  entries: readonly PlanEntry[],
  plan: PlanOutline,
  today: LocalDate,
): readonly TimelineItem[] {
  return entries
    .filter(({ kind }) => kind !== 'event' && kind !== 'notice')
    .map((entry): TimelineItem => {
      const said = stateWords(entry, today)?.text ?? '';
      if (entry.state === 'done')
        return item(`done-${entry.key}`, entry.doneOn ?? entry.on, entry.title, '', 'done');
      if (entry.state === 'date')
        return item(entry.key, entry.on, entry.title, '', entry.on < today ? 'dot' : 'later');
      // Of a day before the event nothing can be due: a corrected day moves the step, and the plan's page shows it.
      const on = entry.on < plan.occurredOn ? plan.occurredOn : entry.on;
      const state = entry.state === 'past' ? 'dot' : 'later';
      return {
        ...item(entry.key, on, entry.title, said, state, entry.at),
        isLate: entry.state === 'overdue',
      };
    });
}

function item(
  key: string,
  on: LocalDate,
  title: string,
  detail: string,
  state: TimelineItem['state'],
  at = '',
): TimelineItem {
  return { key, on, at, title, detail, state, isLate: false };
}

function happenings(plan: PlanOutline): readonly TimelineItem[] {
  return [
    item('event', plan.occurredOn, eventTypeLabels[plan.eventType], 'It happened', 'dot', plan.occurredAt),
    item('opened', plan.openedOn, 'Plan made', '', 'done'),
  ];
}

function answers(plan: PlanOutline, { nameOf }: TimelineWords): readonly TimelineItem[] {
  return everyoneAffected(plan).flatMap(({ id, line, person }) => {
    const name = line ?? nameOf(id as RecordId);
    const given = person.contacts.flatMap((contact) =>
      contact.on === null || contact.status === 'not-yet-asked'
        ? []
        : [
            item(
              `answer-${id}-${contact.phaseId}`,
              contact.on,
              `Check-in with ${name}: ${contactStatusLabels[contact.status].toLowerCase()}`,
              contact.by === ''
                ? phaseLabels[contact.phaseId]
                : `${phaseLabels[contact.phaseId]}. By ${contact.by}`,
              'done',
            ),
          ],
    );
    return person.optedOutOn === null
      ? given
      : [
          ...given,
          item(`opted-out-${id}`, person.optedOutOn, `${name} chose no further contact`, '', 'done'),
        ];
  });
}

function told(plan: PlanOutline, { notificationTitle }: TimelineWords): readonly TimelineItem[] {
  return plan.notifications.flatMap(({ itemId, state, on, at, who, reference }) =>
    state !== 'notified' || on === null
      ? []
      : [
          item(
            `told-${itemId}`,
            on,
            `Notified: ${notificationTitle(itemId)}`,
            [who === '' ? '' : `By ${who}`, reference === '' ? '' : `Reference ${reference}`]
              .filter((part) => part !== '')
              .join('. '),
            'done',
            at,
          ),
        ],
  );
}

function closing(plan: PlanOutline): readonly TimelineItem[] {
  return plan.closedOn === null ? [] : [item('closed', plan.closedOn, 'Plan closed', '', 'done')];
}

/** Whether everyone has been asked in the phases that have begun: said above the line. */
export function waitingPeople(plan: PlanOutline, today: LocalDate): number {
  const begun = contactPhaseIds.findLast((phase) => phaseWindow(phase, plan.occurredOn).from <= today);
  if (begun === undefined || plan.closedOn !== null) return 0;
  return everyoneAffected(plan).filter(
    ({ person }) => !isContactLogged(person, begun) || (nextContactOn(person)?.on ?? '9999') <= today,
  ).length;
}
