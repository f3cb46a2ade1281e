/** What a drill holds while it runs, and the plan that it comes to. The plan is judged and thrown away. Pure. */
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import { templateFor } from '@shared/event-plans/registry';
import type { MadeUpEvent } from '@shared/event-plans/rehearsal';
import { parseTimeText } from '@shared/event-plans/time-text';
import type { Nation } from '@shared/kernel/bank-holidays';
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import {
  type ChosenCondition,
  closenesses,
  dutyStates,
  type EventPlan,
  eventTypes,
} from '@shared/records/event-plan/event-plan';
import type { FormProblem } from '../../../ui';

type Closeness = (typeof closenesses)[number];
type Duty = (typeof dutyStates)[number];

export interface DrillPerson {
  readonly personId: RecordId;
  readonly closeness: Closeness;
  readonly duty: Duty;
}

export interface DrillValues {
  readonly everyoneSafe: EventPlan['everyoneSafe'] | '';
  readonly eventType: EventPlan['eventType'] | '';
  readonly occurredOn: string;
  readonly occurredAt: string;
  readonly facts: string;
  readonly affected: readonly DrillPerson[];
  /** Those who are on no list, by role, with commas between. */
  readonly others: string;
  readonly conditions: readonly ChosenCondition[];
  /** Role → made-up person. */
  readonly owners: Readonly<Record<string, string>>;
  /** Item of the checklist → what was decided. */
  readonly notifications: Readonly<Record<string, 'notified' | 'does-not-apply'>>;
}

export const emptyDrill: DrillValues = {
  everyoneSafe: '',
  eventType: '',
  occurredOn: 'today',
  occurredAt: '',
  facts: '',
  affected: [],
  others: '',
  conditions: [],
  owners: {},
  notifications: {},
};

export function eventTypeOf(text: string): DrillValues['eventType'] {
  return eventTypes.find((each) => each === text) ?? '';
}

/** "agency cleaner, reception" → two lines. */
function othersOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/u)
    .map((part) => part.trim().slice(0, 200))
    .filter((part) => part !== '');
}

/** Asks for no more than a real plan does: what was left out is told afterwards. */
export function readDrill(
  values: DrillValues,
  event: MadeUpEvent,
  today: LocalDate,
  nation: Nation,
): Result<EventPlan, readonly FormProblem[]> {
  const problems: FormProblem[] = [];
  const day = parseDateText(values.occurredOn, today);
  const time = parseTimeText(values.occurredAt);
  if (values.everyoneSafe === '')
    problems.push({ field: 'everyoneSafe', message: 'Say whether everyone is safe right now' });
  if (values.eventType === '') problems.push({ field: 'eventType', message: 'Choose what happened' });
  if (day === null || day > today)
    problems.push({ field: 'occurredOn', message: 'Enter the day, like today or yesterday' });
  if (time === null)
    problems.push({ field: 'occurredAt', message: 'Enter a time like 16:20, or leave it empty' });
  const { everyoneSafe, eventType } = values;
  if (everyoneSafe === '' || eventType === '' || day === null || time === null || problems.length > 0)
    return err(problems);
  const known = new Map(event.people.map((person) => [person.id, person]));
  const plan = openPlan({
    template: templateFor(eventType),
    eventType,
    nation,
    occurredOn: day,
    occurredAt: time,
    openedOn: today,
    everyoneSafe,
    facts: values.facts.trim(),
    affected: values.affected.map((person) => ({
      ...person,
      exposure: known.get(person.personId)?.exposure ?? 'not-known',
    })),
    othersAffected: othersOf(values.others).map((line) => ({ line, closeness: 'wider-team' as const })),
    conditions: values.conditions,
  });
  return ok(withDecisions(plan, values, event));
}

function withDecisions(plan: EventPlan, values: DrillValues, event: MadeUpEvent): EventPlan {
  const people = new Map<string, RecordId>(event.people.map(({ id }) => [id, id]));
  const owned = plan.steps.reduce((next, step) => {
    const owner = people.get(values.owners[step.ownerRole] ?? '');
    return owner === undefined ? next : changeStep(next, step.id, { ownerPersonId: owner });
  }, plan);
  return {
    ...owned,
    notifications: Object.entries(values.notifications).map(([itemId, state]) => ({
      itemId,
      state,
      who: '',
      on: null,
      at: '',
      reference: '',
    })),
  };
}

/** A number to read out, so that two teams can have the same drill. */
export const highestDrill = 9999;

export function readDrillNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,4}$/.test(trimmed)) return null;
  const number = Number(trimmed);
  return number >= 1 ? number : null;
}
