/** What asks for the manager today and this week, read out of the records. Pure: the day comes from outside. */
import { dueContacts, dueSteps } from '@shared/event-plans/plan-state';
import { addDays, daysBetween, formatDate, type LocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import { supervisionStatus } from '@shared/statistics/supervision';
import type { StoredRecord } from '@shared/vault/vault-api';

export interface TodayRecords {
  readonly people: readonly StoredRecord<'person'>[];
  readonly sessions: readonly StoredRecord<'supervision-session'>[];
  readonly plans: readonly StoredRecord<'event-plan'>[];
  /** The service's own interval, for people without one. */
  readonly intervalDays: number;
}

export interface Need {
  readonly key: string;
  readonly kind: 'step' | 'check-in' | 'supervision' | 'action';
  readonly title: string;
  readonly detail: string;
  /** 0 is today; more is late. */
  readonly daysLate: number;
  readonly href: string;
}

export interface WeekEntry {
  readonly key: string;
  readonly day: LocalDate;
  readonly text: string;
  readonly href: string;
}

function isInPost(person: StoredRecord<'person'>, day: LocalDate): boolean {
  return person.value.startDate <= day && (person.value.lastDay === null || person.value.lastDay >= day);
}

/** A group counts as contact, but not as the supervision that is owed to one person. */
function lastHeldByPerson(
  sessions: TodayRecords['sessions'],
  today: LocalDate,
): ReadonlyMap<string, LocalDate> {
  const last = new Map<string, LocalDate>();
  for (const { value } of sessions) {
    if (value.status !== 'held' || value.kind === 'reflective-group' || value.date > today) continue;
    for (const id of value.personIds) {
      const known = last.get(id);
      if (known === undefined || known < value.date) last.set(id, value.date);
    }
  }
  return last;
}

interface SupervisionState {
  readonly person: StoredRecord<'person'>;
  readonly lastHeld: LocalDate | null;
  readonly daysSince: number;
  /** Negative while it is still to come. */
  readonly daysLate: number;
}

function supervisionStates(records: TodayRecords, today: LocalDate): readonly SupervisionState[] {
  const last = lastHeldByPerson(records.sessions, today);
  return records.people
    .filter((person) => isInPost(person, today))
    .flatMap((person) => {
      const intervalDays = person.value.supervisionIntervalDays ?? records.intervalDays;
      const lastHeld = last.get(person.id) ?? null;
      const status = supervisionStatus({
        lastHeld,
        start: person.value.startDate,
        intervalDays,
        asOf: today,
      });
      return status.daysSince === null
        ? []
        : [{ person, lastHeld, daysSince: status.daysSince, daysLate: status.daysSince - intervalDays }];
    });
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${String(count)} days`;
}

/** Everything due by today: plans, then supervision, then actions; of each the longest overdue first. */
export function needsToday(records: TodayRecords, today: LocalDate): readonly Need[] {
  const nameById = new Map<string, string>(records.people.map((person) => [person.id, person.value.name]));
  const planById = new Map<string, StoredRecord<'event-plan'>['value']>(
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
    title: step.title,
    detail: planWords(planId),
    daysLate: daysOverdue,
    href: `/incidents/${planId}`,
  }));
  const checkIns: Need[] = dueContacts(records.plans, today)
    .filter(({ due }) => due <= today)
    .map(({ planId, personId, phaseId, due }) => ({
      key: `check-in-${planId}-${personId}`,
      kind: 'check-in',
      title: `Check in with ${nameById.get(personId) ?? 'someone affected'}`,
      detail: `${phaseLabels[phaseId]}. ${planWords(planId)}`,
      daysLate: daysBetween(due, today),
      href: `/incidents/${planId}`,
    }));
  const supervision: Need[] = supervisionStates(records, today)
    .filter(({ daysLate }) => daysLate >= 0)
    .map(({ person, lastHeld, daysSince, daysLate }) => ({
      key: `supervision-${person.id}`,
      kind: 'supervision',
      title: `Supervision for ${person.value.name}`,
      detail:
        lastHeld === null
          ? `None recorded. Here since ${formatDate(person.value.startDate)}`
          : `Last held ${formatDate(lastHeld)}, ${days(daysSince)} ago`,
      daysLate,
      href: `/people/${person.id}`,
    }));
  const actions: Need[] = records.sessions.flatMap(({ id, value }) =>
    value.actions.flatMap((action, index) =>
      action.doneOn !== null || action.due === null || action.due > today
        ? []
        : [
            {
              key: `action-${id}-${String(index)}`,
              kind: 'action' as const,
              title: action.text,
              detail: `Agreed with ${value.personIds.map((each) => nameById.get(each) ?? 'someone').join(', ')} on ${formatDate(value.date)}`,
              daysLate: daysBetween(action.due, today),
              href: '/actions',
            },
          ],
    ),
  );
  const byLateness = (left: Need, right: Need): number => right.daysLate - left.daysLate;
  return [[...steps, ...checkIns], supervision, actions].flatMap((needs) => needs.sort(byLateness));
}

/** A later session of the same kind with the same people made its own appointment. */
function isSuperseded(
  session: StoredRecord<'supervision-session'>['value'],
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
export function weekEntries(records: TodayRecords, today: LocalDate): readonly WeekEntry[] {
  const end = addDays(today, 6);
  const isWithin = (day: LocalDate | null): day is LocalDate => day !== null && day >= today && day <= end;
  const isComing = (day: LocalDate | null): day is LocalDate => isWithin(day) && day > today;
  const nameById = new Map<string, string>(records.people.map((person) => [person.id, person.value.name]));
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
        : `Supervision, ${nameById.get(value.personIds[0] ?? '') ?? 'someone'}`,
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
          text: step.title,
          href: `/incidents/${id}`,
        });
      }
    }
  }
  for (const { id, value } of records.sessions) {
    value.actions.forEach((action, index) => {
      if (action.doneOn === null && isComing(action.due)) {
        entries.push({
          key: `action-${id}-${String(index)}`,
          day: action.due,
          text: action.text,
          href: '/actions',
        });
      }
    });
  }
  for (const { person, daysLate } of supervisionStates(records, today)) {
    const day = addDays(today, -daysLate);
    if (isComing(day) && !booked.has(person.id)) {
      entries.push({
        key: `falls-due-${person.id}`,
        day,
        text: `Supervision due, ${person.value.name}`,
        href: `/people/${person.id}`,
      });
    }
  }
  return entries.sort((left, right) => left.day.localeCompare(right.day));
}
