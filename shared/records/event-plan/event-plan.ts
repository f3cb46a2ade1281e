/**
 * A critical-event plan: opened from a template, its dates follow the event's date. A running plan keeps the
 * words of the template that it started with (steps are copied). Contacts record the offer and the answer,
 * never symptoms.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind, type ErasedPerson } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const eventTypes = [
  'drug-related-death',
  'suicide',
  'natural-death',
  'overdose-survived',
  'assault-or-threat',
  'self-harm-witnessed',
  'protection',
  'colleague-death',
  'disaster',
  'media-or-inquiry',
  'cumulative-strain',
] as const;
export const eventTypeLabels = {
  'drug-related-death': 'Drug-related death',
  suicide: 'Suicide',
  'natural-death': 'Death from natural causes',
  'overdose-survived': 'Overdose, survived',
  'assault-or-threat': 'Assault or threat',
  'self-harm-witnessed': 'Serious self-harm, witnessed',
  protection: 'Child or adult protection',
  'colleague-death': 'Death of a colleague',
  disaster: 'Disaster',
  'media-or-inquiry': 'Media attention or inquiry',
  'cumulative-strain': 'Strain that has built up',
} as const satisfies Record<(typeof eventTypes)[number], string>;

export const phaseIds = [
  'immediate',
  'hours-24-72',
  'weeks-1-2',
  'day-28',
  'months-3',
  'anniversary',
] as const;
export type PhaseId = (typeof phaseIds)[number];
export const phaseLabels = {
  immediate: 'Same shift',
  'hours-24-72': '24 to 72 hours',
  'weeks-1-2': '1 to 2 weeks',
  'day-28': '4 weeks',
  'months-3': '3 months',
  anniversary: 'Anniversary',
} as const satisfies Record<PhaseId, string>;

export const closenesses = ['was-there', 'named-worker', 'knew-them', 'past-worker', 'wider-team'] as const;
export const closenessLabels = {
  'was-there': 'Was there',
  'named-worker': 'Named worker',
  'knew-them': 'Knew them',
  'past-worker': 'Past worker',
  'wider-team': 'Wider team',
} as const satisfies Record<(typeof closenesses)[number], string>;

export const contactStatuses = ['not-yet-asked', 'offered', 'accepted', 'declined'] as const;
export const contactStatusLabels = {
  'not-yet-asked': 'Not yet asked',
  offered: 'Offered',
  accepted: 'Accepted',
  declined: 'Declined',
} as const satisfies Record<(typeof contactStatuses)[number], string>;

export const contactSchema = z.strictObject({
  phaseId: z.enum(phaseIds),
  status: z.enum(contactStatuses),
  on: localDateSchema.nullable(),
  by: optionalLineSchema,
});

export const affectedPersonSchema = z.strictObject({
  personId: recordIdSchema,
  closeness: z.enum(closenesses),
  contacts: z.array(contactSchema).max(phaseIds.length),
  /** Why there is no day-28 answer (left the service, long leave); empty when there is one. */
  noContactReason: optionalLineSchema,
});

export const planStepSchema = z.strictObject({
  id: z.string().min(1).max(80),
  phaseId: z.enum(phaseIds),
  title: lineSchema,
  detail: optionalLineSchema.or(noteSchema),
  /** Who does it: a person of the service, or a role in words while nobody is named. */
  ownerPersonId: recordIdSchema.nullable(),
  ownerRole: optionalLineSchema,
  /** Days from the event; null for a step with a date of its own. */
  offsetDays: z.int().min(0).max(800).nullable(),
  due: localDateSchema,
  doneOn: localDateSchema.nullable(),
});

export const eventPlanSchema = z.strictObject({
  eventType: z.enum(eventTypes),
  templateId: z.string().min(1).max(80),
  templateVersion: z.int().min(1),
  occurredOn: localDateSchema,
  /** "HH:MM", or empty when nobody knows. */
  occurredAt: z.string().regex(/^(\d{2}:\d{2})?$/, 'Use a time like 16:20'),
  everyoneSafe: z.enum(['yes', 'no', 'not-sure']),
  /** Facts only, no names of people who use the service. */
  facts: noteSchema,
  steps: z.array(planStepSchema).max(120),
  affected: z.array(affectedPersonSchema).max(400),
  closedOn: localDateSchema.nullable(),
});
export type EventPlan = z.infer<typeof eventPlanSchema>;
export type PlanStep = z.infer<typeof planStepSchema>;
export type AffectedPerson = z.infer<typeof affectedPersonSchema>;
export type Contact = z.infer<typeof contactSchema>;

/** Owner of a step of which only the person was known. */
export const ownerGone = 'Someone who left';

function withoutPerson(plan: EventPlan, erased: ErasedPerson): EventPlan {
  return {
    ...plan,
    facts: erased.note(plan.facts),
    steps: plan.steps.map((step) => {
      const isTheirs = step.ownerPersonId === erased.id;
      const role = erased.line(step.ownerRole);
      return {
        ...step,
        title: erased.line(step.title),
        detail: erased.note(step.detail),
        ownerPersonId: isTheirs ? null : step.ownerPersonId,
        ownerRole: isTheirs && role === '' ? ownerGone : role,
      };
    }),
    affected: plan.affected
      .filter((each) => each.personId !== erased.id)
      .map((each) => ({
        ...each,
        noContactReason: erased.line(each.noContactReason),
        contacts: each.contacts.map((contact) => ({ ...contact, by: erased.line(contact.by) })),
      })),
  };
}

export const eventPlanKind = defineKind<EventPlan, 'event-plan'>({
  kind: 'event-plan',
  tableId: 4,
  schemaVersion: 1,
  schema: eventPlanSchema,
  migrations: {},
  label: { one: 'incident plan', many: 'incident plans' },
  people: (plan) => [
    ...plan.affected.map((each) => each.personId),
    ...plan.steps.flatMap((step) => step.ownerPersonId ?? []),
  ],
  searchFacets: (plan) => ({ date: plan.occurredOn, themes: [] }),
  retention: 'incident-plan',
  without: withoutPerson,
  hasProse: true,
  disclosure: {
    eventType: 'sensitive',
    templateId: 'internal',
    templateVersion: 'internal',
    occurredOn: 'quasiIdentifier',
    occurredAt: 'quasiIdentifier',
    everyoneSafe: 'sensitive',
    facts: 'freeText',
    steps: 'freeText',
    affected: 'directIdentifier',
    closedOn: 'quasiIdentifier',
  },
  examples: [
    {
      eventType: 'drug-related-death',
      templateId: 'drug-related-death',
      templateVersion: 1,
      occurredOn: '2026-05-11' as never,
      occurredAt: '16:20',
      everyoneSafe: 'yes',
      facts: 'Found at home. Police and ambulance attended.',
      steps: [
        {
          id: 'immediate-safety',
          phaseId: 'immediate',
          title: 'Check that everyone is safe',
          detail: '',
          ownerPersonId: null,
          ownerRole: 'Shift lead',
          offsetDays: 0,
          due: '2026-05-11' as never,
          doneOn: '2026-05-11' as never,
        },
      ],
      affected: [
        {
          personId: '00112233445566778899aabbccddeeff' as never,
          closeness: 'named-worker',
          contacts: [
            { phaseId: 'hours-24-72', status: 'accepted', on: '2026-05-12' as never, by: 'Manager' },
          ],
          noContactReason: '',
        },
      ],
      closedOn: null,
    },
  ],
  olderExamples: [],
});
