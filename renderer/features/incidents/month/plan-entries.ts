/** Everything of the plans that has a day: steps, check-ins, days to keep in mind, actions from a review. Pure. */
import { everyoneAffected, isContactLogged } from '@shared/event-plans/contacts';
import { noticeDays } from '@shared/event-plans/kept-dates';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { hasLapsed, lateFrom, nextContactOn, type StoredPlan } from '@shared/event-plans/plan-state';
import { isInvestigation } from '@shared/event-plans/strands';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, formatDateShort, type LocalDate } from '@shared/kernel/local-date';
import {
  eventTypeLabels,
  keptDateLabels,
  phaseLabels,
  type PlanOutline,
} from '@shared/records/event-plan/event-plan';

/** Investigation never stands on a page with support. */
export type Side = 'support' | 'investigation';

export interface PlanEntry {
  readonly key: string;
  readonly planId: RecordId;
  readonly on: LocalDate;
  /** "HH:MM", or empty. */
  readonly at: string;
  readonly kind: 'event' | 'step' | 'check-in' | 'date' | 'notice' | 'action';
  readonly title: string;
  /** Which plan it belongs to. */
  readonly plan: string;
  readonly state: 'done' | 'overdue' | 'today' | 'later' | 'past' | 'date';
  readonly doneOn: LocalDate | null;
  /** From when it is late: never from before the plan was made. */
  readonly lateFrom: LocalDate;
}

export function planTitle(plan: Pick<PlanOutline, 'eventType' | 'occurredOn'>): string {
  return `${eventTypeLabels[plan.eventType]}, ${formatDateShort(plan.occurredOn)} ${plan.occurredOn.slice(0, 4)}`;
}

/** The entries of all plans, the earliest first; of one day in the order of the plans. */
export function planEntries(
  plans: readonly StoredPlan[],
  side: Side,
  today: LocalDate,
  nameOf: (id: RecordId) => string,
): readonly PlanEntry[] {
  return plans
    .flatMap((plan) => entriesOf(plan, side, today, nameOf))
    .sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}

function entriesOf(
  { id, value }: StoredPlan,
  side: Side,
  today: LocalDate,
  nameOf: (id: RecordId) => string,
): readonly PlanEntry[] {
  const plan = planTitle(value);
  const isOpen = value.closedOn === null;
  const entry = (
    key: string,
    kind: PlanEntry['kind'],
    on: LocalDate,
    title: string,
    state: PlanEntry['state'],
    more: Partial<Pick<PlanEntry, 'at' | 'doneOn' | 'lateFrom'>> = {},
  ): PlanEntry => ({
    key: `${id}-${key}`,
    planId: id,
    on,
    at: '',
    kind,
    title,
    plan,
    state,
    doneOn: null,
    lateFrom: on,
    ...more,
  });
  const due = (on: LocalDate): PlanEntry['state'] =>
    on < today ? 'overdue' : on === today ? 'today' : 'later';

  const steps = value.steps
    .filter((step) => isInvestigation(step) === (side === 'investigation'))
    // What a closed plan left undone is nobody's task any more.
    .filter((step) => isOpen || step.doneOn !== null)
    .map((step) => {
      const from = lateFrom(value, step);
      const state = step.doneOn !== null ? 'done' : hasLapsed(value, step) ? 'past' : due(from);
      return entry(`step-${step.id}`, 'step', step.due, step.title, state, {
        at: step.dueAt,
        doneOn: step.doneOn,
        lateFrom: from,
      });
    });
  if (side === 'investigation') {
    const actions = value.reviewActions.flatMap((action) =>
      action.due === null || !(isOpen || action.doneOn !== null)
        ? []
        : [
            entry(
              `action-${action.id}`,
              'action',
              action.due,
              action.what,
              action.doneOn === null ? due(action.due) : 'done',
              { doneOn: action.doneOn },
            ),
          ],
    );
    return [...steps, ...actions];
  }

  const happened = entry('event', 'event', value.occurredOn, 'It happened', 'date', { at: value.occurredAt });
  const checkIns = isOpen ? checkInEntries(value, today, nameOf) : [];
  return [
    happened,
    ...steps,
    ...checkIns.map(({ key, on, title }) => {
      const from = on < value.openedOn ? value.openedOn : on;
      return entry(key, 'check-in', on, title, due(from), { lateFrom: from });
    }),
    ...dayEntries(value).flatMap(({ key, on, title }) => [
      entry(key, 'date', on, title, 'date'),
      entry(`${key}-notice`, 'notice', addDays(on, -noticeDays), `In two weeks: ${title}`, 'date'),
    ]),
  ];
}

interface Dated {
  readonly key: string;
  readonly on: LocalDate;
  readonly title: string;
}

/** What is still to ask: in each phase from the latest begun on, and on the days that were agreed with somebody. */
function checkInEntries(
  plan: PlanOutline,
  today: LocalDate,
  nameOf: (id: RecordId) => string,
): readonly Dated[] {
  const people = everyoneAffected(plan).map(({ id, line, person }) => ({
    id,
    name: line ?? nameOf(id as RecordId),
    person,
  }));
  const begun = contactPhaseIds.findLastIndex((id) => phaseWindow(id, plan.occurredOn).from <= today);
  const byPhase = contactPhaseIds.slice(Math.max(begun, 0)).flatMap((phaseId): readonly Dated[] => {
    const open = people.filter(({ person }) => !isContactLogged(person, phaseId));
    const [first] = open;
    if (first === undefined) return [];
    const who = open.length === 1 ? first.name : `${open.length} people`;
    return [
      {
        key: `phase-${phaseId}`,
        on: phaseWindow(phaseId, plan.occurredOn).to,
        title: `Check in with ${who}, ${phaseLabels[phaseId].toLowerCase()}`,
      },
    ];
  });
  const agreed = people.flatMap(({ id, name, person }): readonly Dated[] => {
    const next = nextContactOn(person);
    return next === null ? [] : [{ key: `next-${id}`, on: next.on, title: `Next contact with ${name}` }];
  });
  return [...byPhase, ...agreed];
}

/** Days that may bring it back: the anniversary, and those that somebody noted. A closed plan keeps them. */
function dayEntries(plan: PlanOutline): readonly Dated[] {
  const noted = plan.dates.map(({ id, kind, on, line }) => ({
    key: `date-${id}`,
    on,
    title: line === '' ? keptDateLabels[kind] : `${keptDateLabels[kind]}: ${line}`,
  }));
  const anniversary = phaseWindow('anniversary', plan.occurredOn).from;
  const hasOwn = plan.dates.some(({ kind, on }) => kind === 'anniversary' && on === anniversary);
  return hasOwn ? noted : [...noted, { key: 'anniversary', on: anniversary, title: 'Anniversary' }];
}

/** The entries of each day that has any, in order. */
export function entriesByDay(entries: readonly PlanEntry[]): ReadonlyMap<LocalDate, readonly PlanEntry[]> {
  const days = new Map<LocalDate, PlanEntry[]>();
  for (const entry of entries) {
    const ofDay = days.get(entry.on);
    if (ofDay === undefined) days.set(entry.on, [entry]);
    else ofDay.push(entry);
  }
  return days;
}
