/** The parts of a plan: steps, people, contacts, notifications, days to keep in mind, actions from the review. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';
import {
  closenesses,
  contactStatuses,
  dutyStates,
  exposures,
  keptDateKinds,
  notificationStates,
  phaseIds,
  stepConditions,
  strands,
  timingUnits,
} from './plan-vocabulary';

/** "HH:MM", or empty when nobody knows. */
export const timeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, 'Use a time like 16:20');
/** Stable while a list is edited; unique within it. */
export const partIdSchema = z.string().min(1).max(80);

export function uniqueBy<T>(item: z.ZodType<T>, max: number, keyOf: (item: T) => string) {
  return z
    .array(item)
    .max(max)
    .refine((list) => new Set(list.map(keyOf)).size === list.length, { message: 'Listed twice' });
}

/**
 * From the event itself, whatever the phase: hours by the clock on the wall, working days as the service's nation has them,
 * months by the calendar. `plusDays` is for what stands beside a month's day: two weeks before the anniversary.
 */
export const timingSchema = z
  .strictObject({
    amount: z.int().min(0).max(1000),
    unit: z.enum(timingUnits),
    plusDays: z.int().min(-60).max(60),
  })
  .refine(({ unit, plusDays }) => unit === 'months' || plusDays === 0, {
    path: ['plusDays'],
    message: 'Only months have days beside them',
  })
  // The shortest month has 28 days: further back would be before the event.
  .refine(({ unit, amount, plusDays }) => unit !== 'months' || (amount <= 120 && plusDays >= -28 * amount), {
    path: ['amount'],
    message: 'Use a time after the event and within 10 years',
  });
export type StepTiming = z.infer<typeof timingSchema>;

export const planStepSchema = z.strictObject({
  id: partIdSchema,
  phaseId: z.enum(phaseIds),
  title: lineSchema,
  detail: optionalLineSchema.or(noteSchema),
  strand: z.enum(strands),
  condition: z.enum(stepConditions).nullable(),
  /** Who does it: a person of the service, or a role in words while nobody is named. */
  ownerPersonId: recordIdSchema.nullable(),
  ownerRole: optionalLineSchema,
  /** Null for a step with a day of its own, which stays when the event's day is corrected. */
  timing: timingSchema.nullable(),
  due: localDateSchema,
  /** Only for steps counted in hours from a known time. */
  dueAt: timeSchema,
  doneOn: localDateSchema.nullable(),
  /** Makes sense in its moment only: where that had passed when the plan was made, it is shown and not asked for. */
  lapses: z.boolean(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** The offer and the answer, never how somebody is. */
export const contactSchema = z.strictObject({
  phaseId: z.enum(phaseIds),
  status: z.enum(contactStatuses),
  on: localDateSchema.nullable(),
  by: optionalLineSchema,
  /** The day of the next contact, when one was agreed. */
  nextOn: localDateSchema.nullable(),
});
export type Contact = z.infer<typeof contactSchema>;

const affectedShape = {
  closeness: z.enum(closenesses),
  exposure: z.enum(exposures),
  duty: z.enum(dutyStates),
  contacts: uniqueBy(contactSchema, phaseIds.length, ({ phaseId }) => phaseId),
  /** Why there is no day-28 answer (left the service, long leave); empty when there is one. */
  noContactReason: optionalLineSchema,
  /** The day on which they chose to have no further contact about it; null: they have not. Theirs to take back. */
  optedOutOn: localDateSchema.nullable(),
};
export const affectedPersonSchema = z.strictObject({ personId: recordIdSchema, ...affectedShape });
export type AffectedPerson = z.infer<typeof affectedPersonSchema>;

/** Somebody who is not on the people list. A role is enough: "agency cleaner". */
export const otherAffectedSchema = z.strictObject({ id: partIdSchema, line: lineSchema, ...affectedShape });
export type OtherAffected = z.infer<typeof otherAffectedSchema>;
/** What both have in common, for everything that asks nothing of who it is. */
export type Affected = Omit<AffectedPerson, 'personId'>;

/** That it was told, never the form: the checklist itself is in `shared/event-plans/notifications.ts`. */
export const planNotificationSchema = z.strictObject({
  itemId: partIdSchema,
  state: z.enum(notificationStates),
  who: optionalLineSchema,
  on: localDateSchema.nullable(),
  at: timeSchema,
  reference: optionalLineSchema,
});
export type PlanNotification = z.infer<typeof planNotificationSchema>;

export const keptDateSchema = z.strictObject({
  id: partIdSchema,
  kind: z.enum(keptDateKinds),
  on: localDateSchema,
  line: optionalLineSchema,
});
export type KeptDate = z.infer<typeof keptDateSchema>;

export const reviewActionSchema = z.strictObject({
  id: partIdSchema,
  what: lineSchema,
  ownerPersonId: recordIdSchema.nullable(),
  ownerRole: optionalLineSchema,
  due: localDateSchema.nullable(),
  doneOn: localDateSchema.nullable(),
});
export type ReviewAction = z.infer<typeof reviewActionSchema>;

/** What a template says beside its steps. Shared with own templates. */
export const phaseWordsSchema = z.strictObject({
  id: z.enum(phaseIds),
  focus: optionalLineSchema,
  takes: optionalLineSchema,
});
export const avoidSchema = z.strictObject({ what: lineSchema, why: lineSchema });
export const sourceSchema = z.strictObject({ name: lineSchema, about: optionalLineSchema });

/** As the template said it on the day the plan was made: later versions change nothing here. */
export const fromTemplateSchema = z.strictObject({
  title: lineSchema,
  summary: optionalLineSchema,
  phases: uniqueBy(phaseWordsSchema, phaseIds.length, ({ id }) => id),
  avoid: z.array(avoidSchema).max(40),
  sources: z.array(sourceSchema).max(40),
});
export type FromTemplate = z.infer<typeof fromTemplateSchema>;
