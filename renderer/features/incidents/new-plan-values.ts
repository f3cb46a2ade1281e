/** What the quick start holds while it is typed, how a draft is read back, and what has to be right. */
import { templateFor } from '@shared/event-plans/registry';
import { changeStep, openPlan } from '@shared/event-plans/open-plan';
import type { PlanCondition } from '@shared/event-plans/template';
import { parseTimeText } from '@shared/event-plans/time-text';
import { parseDateText } from '@shared/kernel/date-text';
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import { recordIdSchema, z } from '@shared/kernel/zod';
import { closenesses, type EventPlan, eventTypes } from '@shared/records/event-plan/event-plan';
import { err, ok, type Result } from '@shared/kernel/result';

export const safetyAnswers = [
  'yes',
  'no',
  'not-sure',
] as const satisfies readonly EventPlan['everyoneSafe'][];
export const extraConditions = [
  'staff-hurt',
  'lone-or-remote-site',
] as const satisfies readonly PlanCondition[];

const valuesSchema = z.object({
  everyoneSafe: z.enum(safetyAnswers).or(z.literal('')).catch(''),
  eventType: z.enum(eventTypes).or(z.literal('')).catch(''),
  occurredOn: z.string().catch('today'),
  occurredAt: z.string().catch(''),
  facts: z.string().catch(''),
  detail: z.string().catch(''),
  conditions: z.array(z.enum(extraConditions)).catch([]),
  affected: z.array(z.object({ personId: recordIdSchema, closeness: z.enum(closenesses) })).catch([]),
  owners: z.record(z.string(), recordIdSchema).catch({}),
});
export type NewPlanValues = z.infer<typeof valuesSchema>;
export type AffectedChoice = NewPlanValues['affected'][number];

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
  today: LocalDate,
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
  if (
    values.everyoneSafe === '' ||
    values.eventType === '' ||
    !day.ok ||
    time === null ||
    problems.length > 0
  )
    return err(problems);
  const plan = openPlan({
    template: templateFor(values.eventType),
    eventType: values.eventType,
    occurredOn: day.value,
    occurredAt: time,
    everyoneSafe: values.everyoneSafe,
    facts,
    affected: values.affected,
    conditions: values.conditions,
  });
  return ok(withOwners(plan, values.owners));
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
