/**
 * Version 1 counted every step in days, kept no words of its template beside the steps, and knew nothing of duty,
 * exposure or notifications. What it could not know becomes "not known yet", never a guess.
 */
import { addMonths, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { localDateSchema, z } from '@shared/kernel/zod';
import { builtInWords } from './version-1-words';
import { timeSchema, type StepTiming } from './plan-parts';

const oldStepSchema = z.looseObject({
  id: z.string(),
  phaseId: z.string(),
  offsetDays: z.number().nullable(),
  due: localDateSchema,
});
const oldPlanSchema = z.looseObject({
  templateId: z.string(),
  occurredOn: localDateSchema,
  occurredAt: z.string(),
  steps: z.array(oldStepSchema),
  affected: z.array(
    z.looseObject({
      personId: z.string(),
      closeness: z.string(),
      contacts: z.array(z.looseObject({ phaseId: z.string() })),
    }),
  ),
});

/** Steps that belonged to an investigation, by the ids that version 1's templates gave them. */
const investigation: ReadonlySet<string> = new Set(['learning-apart', 'close-actions']);
/** Steps by which the service is kept going; all others were for people. */
const service: ReadonlySet<string> = new Set(['who-must-be-told', 'injury-report', 'answer-rumours']);

export function fromVersion1(old: unknown): unknown {
  const plan = oldPlanSchema.parse(old);
  return {
    ...plan,
    fromTemplate: builtInWords(plan.templateId),
    // Version 1 took any four digits for a time.
    occurredAt: timeSchema.safeParse(plan.occurredAt).success ? plan.occurredAt : '',
    openedOn: plan.occurredOn,
    conditions: [],
    steps: lastOfEach(plan.steps, ({ id }) => id).map(({ offsetDays, ...step }) => ({
      ...step,
      strand: strandOf(step.id),
      condition: null,
      timing: timingOf(step.phaseId, offsetDays, step.due, plan.occurredOn),
      dueAt: '',
      lapses: false,
    })),
    affected: lastOfEach(plan.affected, ({ personId }) => personId).map((person) => ({
      ...person,
      exposure: person.closeness === 'was-there' ? 'was-there' : 'not-known',
      duty: 'not-known',
      contacts: lastOfEach(person.contacts, ({ phaseId }) => phaseId).map((contact) => ({
        ...contact,
        nextOn: null,
      })),
      optedOutOn: null,
    })),
    othersAffected: [],
    notifications: [],
    dates: [],
    reviewActions: [],
  };
}

/** Version 1 did not say that each is there once; the last word counts. */
function lastOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}

function strandOf(stepId: string): string {
  if (investigation.has(stepId)) return 'investigation';
  return service.has(stepId) ? 'service' : 'support';
}

/** The month phases went by the calendar, so their days are counted beside it again. */
function timingOf(
  phaseId: string,
  offsetDays: number | null,
  due: LocalDate,
  occurredOn: LocalDate,
): StepTiming | null {
  if (offsetDays === null) return null;
  const months = phaseId === 'months-3' ? 3 : phaseId === 'anniversary' ? 12 : null;
  if (months !== null) {
    const plusDays = daysBetween(addMonths(occurredOn, months), due);
    // Further away it was no template's step: it stays where it is.
    return Math.abs(plusDays) <= 60 ? { amount: months, unit: 'months', plusDays } : null;
  }
  return { amount: offsetDays, unit: 'days', plusDays: 0 };
}
