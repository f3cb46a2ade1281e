/** What asks for the manager today and this week, read out of the records. Pure: the day comes from outside. */
import { agreedContacts, dueContacts, dueSteps } from '@shared/event-plans/plan-state';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import { supervisionCoverageAsOf } from '@shared/supervision/coverage';
import { isOpenAction } from '@shared/records/supervision-session/supervision-session';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { speakerOf, type Speaker } from './naming';

export interface TodayRecords {
  readonly people: readonly StoredRecord<'person'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
  readonly groupSessions?: readonly StoredOutline<'group-session'>[];
  /** The service's own interval, for people without one. */
  readonly intervalDays: number;
}

export type NeedKind =
  | 'step'
  | 'check-in'
  | 'supervision'
  | 'action'
  | 'reply'
  | 'date'
  | 'restock'
  | 'skill'
  | 'readiness'
  | 'team';

export interface Need {
  readonly key: string;
  readonly kind: NeedKind;
  readonly title: string;
  readonly detail: string;
  /** 0 is today; more is late; less is still ahead, for a day that is said early. */
  readonly daysLate: number;
  readonly href: string;
}

export interface WeekEntry {
  readonly key: string;
  readonly day: LocalDate;
  readonly text: string;
  readonly href: string;
}

interface SupervisionWait {
  readonly id: RecordId;
  readonly name: string;
  readonly detail: string;
  /** Negative while it is still to come. */
  readonly daysLate: number;
}

/** The same reading as the Supervision place has: one rule says who is due. People who are away are left out. */
function supervisionWaits(
  records: TodayRecords,
  today: LocalDate,
  speaker: Speaker,
): readonly SupervisionWait[] {
  const coverage = supervisionCoverageAsOf({ ...records, asOf: today });
  return coverage.people
    .filter(({ state }) => state !== 'away')
    .map(({ id, person, intervalDays, lastHeld }) => {
      const daysSince = daysBetween(lastHeld ?? person.startDate, today);
      return {
        id,
        name: speaker.who(id) ?? 'someone',
        detail:
          lastHeld === null
            ? `None recorded. Here since ${formatDate(person.startDate)}`
            : `Last held ${formatDate(lastHeld)}, ${days(daysSince)} ago`,
        daysLate: daysSince - intervalDays,
      };
    });
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${String(count)} days`;
}

/** Everything due by today: plans, then supervision, then actions; of each the longest overdue first. */
export function needsToday(
  records: TodayRecords,
  today: LocalDate,
  speaker: Speaker = speakerOf('names', records.people),
): readonly Need[] {
  const planById = new Map<string, StoredOutline<'event-plan'>['value']>(
    records.plans.map((plan) => [plan.id, plan.value]),
  );
  const planWords = (id: string): string => {
    const plan = planById.get(id);
    return plan === undefined
      ? 'Incident plan'
      : `${eventTypeLabels[plan.eventType]}, ${formatDate(plan.occurredOn)}`;
  };
  const steps: Need[] = dueSteps(records.plans, today).map(({ planId, step, daysOverdue }) => ({
    key: `step-${planId}-${step.id}`,
    kind: 'step',
    title: speaker.typed(step.title, 'A step of an incident plan'),
    detail: planWords(planId),
    daysLate: daysOverdue,
    href: `/incidents/${planId}`,
  }));
  // What was agreed with somebody may be the check-in of the phase too: one line is enough.
  const asked = new Map(
    [...dueContacts(records.plans, today), ...agreedContacts(records.plans, today)]
      .filter(({ due }) => due <= today)
      .map((each) => [`${each.planId}-${each.personId}`, each]),
  );
  const checkIns: Need[] = [...asked.values()].map(({ planId, personId, line, phaseId, due }) => ({
    key: `check-in-${planId}-${personId}`,
    kind: 'check-in',
    title: `Check in with ${speaker.who(personId) ?? speaker.typed(line ?? 'someone affected', 'someone affected')}`,
    detail: `${phaseLabels[phaseId]}. ${planWords(planId)}`,
    daysLate: daysBetween(due, today),
    href: `/incidents/${planId}`,
  }));
  const supervision: Need[] = supervisionWaits(records, today, speaker)
    .filter(({ daysLate }) => daysLate >= 0)
    .map(({ id, name, detail, daysLate }) => ({
      key: `supervision-${id}`,
      kind: 'supervision',
      title: `Supervision for ${name}`,
      detail,
      daysLate,
      href: `/people/${id}`,
    }));
  const actions: Need[] = records.sessions.flatMap(({ id, value }) =>
    value.actions.flatMap((action, index) =>
      !isOpenAction(action) || action.due === null || action.due > today
        ? []
        : [
            {
              key: `action-${id}-${String(index)}`,
              kind: 'action' as const,
              title: speaker.typed(action.text, 'Something that was agreed'),
              detail: `Agreed with ${value.personIds.map((each) => speaker.who(each) ?? 'someone').join(', ')} on ${formatDate(value.date)}`,
              daysLate: daysBetween(action.due, today),
              href: '/actions',
            },
          ],
    ),
  );
  const reviewActions: Need[] = records.plans.flatMap(({ id, value }) =>
    value.reviewActions.flatMap(({ id: actionId, what, due, doneOn }) =>
      doneOn !== null || due === null || due > today
        ? []
        : [
            {
              key: `review-${id}-${actionId}`,
              kind: 'action' as const,
              title: speaker.typed(what, 'An action of a learning review'),
              detail: `From the learning review. ${planWords(id)}`,
              daysLate: daysBetween(due, today),
              href: '/actions',
            },
          ],
    ),
  );
  const byLateness = (left: Need, right: Need): number => right.daysLate - left.daysLate;
  return [[...steps, ...checkIns], supervision, [...actions, ...reviewActions]].flatMap((needs) =>
    needs.sort(byLateness),
  );
}

/** A later session of the same kind with the same people made its own appointment. */
function isSuperseded(
  session: StoredOutline<'supervision-session'>['value'],
  sessions: TodayRecords['sessions'],
): boolean {
  return sessions.some(
    ({ value }) =>
      value.kind === session.kind &&
      value.date > session.date &&
      session.personIds.every((id) => value.personIds.includes(id)),
  );
}

/**
 * What is dated from today to six days on: booked sessions, and from tomorrow on the steps, actions and
 * supervision that fall due. What is due today stands in needsToday already.
 */
export function weekEntries(
  records: TodayRecords,
  today: LocalDate,
  speaker: Speaker = speakerOf('names', records.people),
): readonly WeekEntry[] {
  const end = addDays(today, 6);
  const isWithin = (day: LocalDate | null): day is LocalDate => day !== null && day >= today && day <= end;
  const isComing = (day: LocalDate | null): day is LocalDate => isWithin(day) && day > today;
  const entries: WeekEntry[] = [];
  const booked = new Set<string>();
  for (const { id, value } of records.sessions) {
    if (!isWithin(value.nextDate) || isSuperseded(value, records.sessions)) continue;
    const isGroup = value.kind === 'reflective-group';
    if (!isGroup) for (const person of value.personIds) booked.add(person);
    entries.push({
      key: `next-${id}`,
      day: value.nextDate,
      text: isGroup
        ? 'Reflective group'
        : `Supervision, ${speaker.who(value.personIds[0] ?? '') ?? 'someone'}`,
      href: '/supervision',
    });
  }
  for (const { id, value } of records.plans) {
    if (value.closedOn !== null) continue;
    for (const step of value.steps) {
      if (step.doneOn === null && isComing(step.due)) {
        entries.push({
          key: `step-${id}-${step.id}`,
          day: step.due,
          text: speaker.typed(step.title, 'A step of an incident plan'),
          href: `/incidents/${id}`,
        });
      }
    }
  }
  for (const { id, value } of records.sessions) {
    value.actions.forEach((action, index) => {
      if (isOpenAction(action) && isComing(action.due)) {
        entries.push({
          key: `action-${id}-${String(index)}`,
          day: action.due,
          text: speaker.typed(action.text, 'Something that was agreed'),
          href: '/actions',
        });
      }
    });
  }
  for (const { id, name, daysLate } of supervisionWaits(records, today, speaker)) {
    const day = addDays(today, -daysLate);
    if (isComing(day) && !booked.has(id)) {
      entries.push({ key: `falls-due-${id}`, day, text: `Supervision due, ${name}`, href: `/people/${id}` });
    }
  }
  return entries.sort((left, right) => left.day.localeCompare(right.day));
}
