/** What the quick start holds while it is typed, how a draft is read back, and what has to be right. */
import { recordContact } from '@shared/event-plans/contacts';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import type { ChosenCondition, PlanTemplate } from '@shared/event-plans/template';
import { parseTimeText } from '@shared/event-plans/time-text';
import type { Nation } from '@shared/kernel/bank-holidays';
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { recordIdSchema, z } from '@shared/kernel/zod';
import {
  closenesses,
  contactStatuses,
  dutyStates,
  type EventPlan,
  eventTypes,
} from '@shared/records/event-plan/event-plan';
import { err, ok, type Result } from '@shared/kernel/result';
import { isOnWeekend } from './step-groups';

export const safetyAnswers = [
  'yes',
  'no',
  'not-sure',
] as const satisfies readonly EventPlan['everyoneSafe'][];
export const extraConditions = [
  'staff-hurt',
  'lone-or-remote-site',
] as const satisfies readonly ChosenCondition[];

const affectedShape = {
  closeness: z.enum(closenesses),
  duty: z.enum(dutyStates).catch('not-known'),
  /** Whether support was offered already, and what they said. */
  support: z.enum(contactStatuses).catch('not-yet-asked'),
};
const stepChangeSchema = z.object({
  ownerPersonId: recordIdSchema.nullable(),
  ownerRole: z.string(),
  /** As typed; empty: as the template has it. */
  due: z.string(),
});

const valuesSchema = z.object({
  everyoneSafe: z.enum(safetyAnswers).or(z.literal('')).catch(''),
  eventType: z.enum(eventTypes).or(z.literal('')).catch(''),
  occurredOn: z.string().catch('today'),
  occurredAt: z.string().catch(''),
  facts: z.string().catch(''),
  detail: z.string().catch(''),
  conditions: z.array(z.enum(extraConditions)).catch([]),
  /** Empty: the one that is offered first. */
  templateId: z.string().catch(''),
  affected: z.array(z.object({ personId: recordIdSchema, ...affectedShape })).catch([]),
  /** Those who are not on the people list, by role. `id` once the plan has them. */
  others: z.array(z.object({ id: z.string().optional(), line: z.string(), ...affectedShape })).catch([]),
  owners: z.record(z.string(), recordIdSchema).catch({}),
  onCallPersonId: recordIdSchema.nullable().catch(null),
  onCallRole: z.string().catch(''),
  stepChanges: z.record(z.string(), stepChangeSchema).catch({}),
});
export type NewPlanValues = z.infer<typeof valuesSchema>;
export type AffectedChoice = NewPlanValues['affected'][number];
export type OtherChoice = NewPlanValues['others'][number];
export type StepChange = NewPlanValues['stepChanges'][string];

export const emptyValues: NewPlanValues = valuesSchema.parse({});

/** A draft of another version may lack fields or hold strange ones: those start afresh. */
export function valuesOfDraft(fields: Record<string, unknown> | null): NewPlanValues {
  return fields === null ? emptyValues : valuesSchema.parse(fields);
}

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

export function readDay(text: string, today: LocalDate): Result<LocalDate, string> {
  const day = parseDateText(text, today);
  if (day === null) return err('Enter the day, like today, fri or 24/11/2026');
  return day > today ? err('Enter a day that is not in the future') : ok(day);
}

export function readPlan(
  values: NewPlanValues,
  template: PlanTemplate,
  today: LocalDate,
  nation: Nation,
): Result<EventPlan, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const day = readDay(values.occurredOn, today);
  const time = parseTimeText(values.occurredAt);
  if (values.everyoneSafe === '')
    problems.push({ field: 'everyoneSafe', message: 'Say whether everyone is safe right now' });
  if (values.eventType === '') problems.push({ field: 'eventType', message: 'Choose what happened' });
  if (!day.ok) problems.push({ field: 'occurredOn', message: day.error });
  if (time === null)
    problems.push({ field: 'occurredAt', message: 'Enter a time like 16:20, or leave it empty' });
  const facts = [values.facts.trim(), values.detail.trim()].filter((part) => part !== '').join('\n\n');
  if (facts.length > 10_000) problems.push({ field: 'detail', message: 'Use 10,000 characters or fewer' });
  for (const [id, { due }] of Object.entries(values.stepChanges)) {
    if (due.trim() !== '' && parseDateText(due, today) === null)
      problems.push({ field: `due-${id}`, message: 'Enter the day of the step, like fri or 24/11/2026' });
  }
  if (
    values.everyoneSafe === '' ||
    values.eventType === '' ||
    !day.ok ||
    time === null ||
    problems.length > 0
  )
    return err(problems);
  const plan = openPlan({
    template,
    eventType: values.eventType,
    nation,
    occurredOn: day.value,
    occurredAt: time,
    openedOn: today,
    everyoneSafe: values.everyoneSafe,
    facts,
    affected: values.affected,
    othersAffected: values.others,
    conditions: values.conditions,
  });
  return ok(
    withSupport(
      withStepChanges(withOnCall(withOwners(plan, values.owners), values), values, today),
      values,
      today,
    ),
  );
}

/** The plan as far as it can be read, for what is shown beside the form while it is typed. */
export function sketchPlan(
  values: NewPlanValues,
  template: PlanTemplate,
  today: LocalDate,
  nation: Nation,
): EventPlan {
  const day = readDay(values.occurredOn, today);
  const plan = openPlan({
    template,
    eventType: values.eventType === '' ? 'disaster' : values.eventType,
    nation,
    occurredOn: day.ok ? day.value : today,
    occurredAt: parseTimeText(values.occurredAt) ?? '',
    openedOn: today,
    everyoneSafe: 'not-sure',
    facts: '',
    affected: [],
    conditions: values.conditions,
  });
  return withStepChanges(withOnCall(withOwners(plan, values.owners), values), values, today);
}

/** The roles that the steps name, in the order in which they come. */
export function rolesOf(steps: readonly { readonly ownerRole: string }[]): readonly string[] {
  return [...new Set(steps.map((step) => step.ownerRole))].filter((role) => role !== '');
}

function withOwners(plan: EventPlan, owners: Readonly<Record<string, RecordId>>): EventPlan {
  return plan.steps.reduce((next, step) => {
    const person = owners[step.ownerRole];
    return person === undefined ? next : changeStep(next, step.id, { ownerPersonId: person });
  }, plan);
}

function withOnCall(plan: EventPlan, values: NewPlanValues): EventPlan {
  const role = values.onCallRole.trim().slice(0, 200);
  if (values.onCallPersonId === null && role === '') return plan;
  return plan.steps
    .filter((step) => isOnWeekend(step, plan.openedOn))
    .reduce(
      (next, step) =>
        changeStep(next, step.id, {
          ownerPersonId: values.onCallPersonId,
          ownerRole: role === '' ? step.ownerRole : role,
        }),
      plan,
    );
}

function withStepChanges(plan: EventPlan, values: NewPlanValues, today: LocalDate): EventPlan {
  return plan.steps.reduce((next, step) => {
    const change = values.stepChanges[step.id];
    if (change === undefined) return next;
    const due = change.due.trim() === '' ? step.due : (parseDateText(change.due, today) ?? step.due);
    return changeStep(next, step.id, {
      ownerPersonId: change.ownerPersonId,
      ownerRole: change.ownerRole.trim().slice(0, 200),
      due,
    });
  }, plan);
}

/** What was offered on the day itself. The check-ins of the days that follow are asked for all the same. */
function withSupport(plan: EventPlan, values: NewPlanValues, today: LocalDate): EventPlan {
  const answers = [
    ...values.affected.map(({ personId, support }) => ({ id: personId as string, support })),
    // `openPlan` keeps their order.
    ...values.others.map(({ support }, index) => ({ id: plan.othersAffected[index]?.id ?? '', support })),
  ];
  return answers
    .filter(({ support }) => support !== 'not-yet-asked')
    .reduce(
      (next, { id, support }) =>
        recordContact(next, id, { phaseId: 'immediate', status: support, on: today, by: '' }),
      plan,
    );
}
