/**
 * A critical-event plan: opened from a template, its dates follow the event's date. A running plan keeps the
 * words of the template that it started with (everything is copied). Contacts record the offer and the answer,
 * never symptoms.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind, type ErasedPerson } from '../record-kind';
import { noteSchema } from '../text';
import { eventPlanExamples, olderEventPlans } from './examples';
import { fromVersion1 } from './from-version-1';
import {
  affectedPersonSchema,
  fromTemplateSchema,
  keptDateSchema,
  otherAffectedSchema,
  planNotificationSchema,
  planStepSchema,
  reviewActionSchema,
  timeSchema,
  uniqueBy,
  type Affected,
} from './plan-parts';
import { eventTypes, planConditions } from './plan-vocabulary';

export * from './plan-parts';
export * from './plan-vocabulary';

export const eventPlanSchema = z.strictObject({
  eventType: z.enum(eventTypes),
  templateId: z.string().min(1).max(80),
  templateVersion: z.int().min(1),
  fromTemplate: fromTemplateSchema,
  occurredOn: localDateSchema,
  occurredAt: timeSchema,
  /** The day on which the plan was made: what was past by then is not overdue. */
  openedOn: localDateSchema,
  everyoneSafe: z.enum(['yes', 'no', 'not-sure']),
  conditions: uniqueBy(z.enum(planConditions), planConditions.length, (condition) => condition),
  /** Facts only, no names of people who use the service. */
  facts: noteSchema,
  steps: uniqueBy(planStepSchema, 120, ({ id }) => id),
  affected: uniqueBy(affectedPersonSchema, 400, ({ personId }) => personId),
  othersAffected: uniqueBy(otherAffectedSchema, 100, ({ id }) => id),
  notifications: uniqueBy(planNotificationSchema, 40, ({ itemId }) => itemId),
  dates: uniqueBy(keptDateSchema, 60, ({ id }) => id),
  reviewActions: uniqueBy(reviewActionSchema, 100, ({ id }) => id),
  closedOn: localDateSchema.nullable(),
});
export type EventPlan = z.infer<typeof eventPlanSchema>;

const longFields = ['facts', 'fromTemplate'] as const;
/** What lists have of a plan, and what most reckoning needs. */
export type PlanOutline = Omit<EventPlan, (typeof longFields)[number]>;

/** Owner of a step of which only the person was known. */
export const ownerGone = 'Someone who left';

function withoutPerson(plan: EventPlan, erased: ErasedPerson): EventPlan {
  const { line } = erased;
  const owned = <T extends { ownerPersonId: PlanOwner; ownerRole: string }>(item: T): T => {
    const isTheirs = item.ownerPersonId === erased.id;
    const role = line(item.ownerRole);
    return {
      ...item,
      ownerPersonId: isTheirs ? null : item.ownerPersonId,
      ownerRole: isTheirs && role === '' ? ownerGone : role,
    };
  };
  const told = <T extends Affected>(each: T): T => ({
    ...each,
    noContactReason: line(each.noContactReason),
    contacts: each.contacts.map((contact) => ({ ...contact, by: line(contact.by) })),
  });
  return {
    ...plan,
    facts: erased.note(plan.facts),
    // Words of an own template are somebody's words too.
    fromTemplate: {
      title: line(plan.fromTemplate.title),
      summary: line(plan.fromTemplate.summary),
      phases: plan.fromTemplate.phases.map(({ id, focus, takes }) => ({
        id,
        focus: line(focus),
        takes: line(takes),
      })),
      avoid: plan.fromTemplate.avoid.map(({ what, why }) => ({ what: line(what), why: line(why) })),
      sources: plan.fromTemplate.sources.map(({ name, about }) => ({ name: line(name), about: line(about) })),
    },
    steps: plan.steps.map((step) => ({
      ...owned(step),
      title: line(step.title),
      detail: erased.note(step.detail),
    })),
    affected: plan.affected.filter((each) => each.personId !== erased.id).map(told),
    othersAffected: plan.othersAffected.map((each) => ({ ...told(each), line: line(each.line) })),
    notifications: plan.notifications.map((each) => ({
      ...each,
      who: line(each.who),
      reference: line(each.reference),
    })),
    dates: plan.dates.map((each) => ({ ...each, line: line(each.line) })),
    reviewActions: plan.reviewActions.map((action) => ({ ...owned(action), what: line(action.what) })),
  };
}
type PlanOwner = EventPlan['steps'][number]['ownerPersonId'];

export const eventPlanKind = defineKind<EventPlan, 'event-plan', (typeof longFields)[number]>({
  kind: 'event-plan',
  tableId: 4,
  schemaVersion: 2,
  schema: eventPlanSchema,
  migrations: { 1: fromVersion1 },
  label: { one: 'incident plan', many: 'incident plans' },
  people: (plan) => [
    ...plan.affected.map((each) => each.personId),
    ...plan.steps.flatMap((step) => step.ownerPersonId ?? []),
    ...plan.reviewActions.flatMap((action) => action.ownerPersonId ?? []),
  ],
  searchFacets: (plan) => ({ date: plan.occurredOn, themes: [] }),
  retention: 'incident-plan',
  without: withoutPerson,
  hasProse: true,
  longFields,
  fieldLabels: {
    eventType: 'What happened',
    templateId: 'Template',
    templateVersion: 'Version of the template',
    fromTemplate: 'Words from the template',
    occurredOn: 'Day it happened',
    occurredAt: 'Time',
    openedOn: 'Plan made on',
    everyoneSafe: 'Everyone safe',
    conditions: 'Also true',
    facts: 'What is known',
    steps: 'Steps',
    affected: 'People affected',
    othersAffected: 'Others affected',
    notifications: 'Notifications',
    dates: 'Days to keep in mind',
    reviewActions: 'Actions from the learning review',
    closedOn: 'Closed',
  },
  disclosure: {
    eventType: 'sensitive',
    templateId: 'internal',
    templateVersion: 'internal',
    fromTemplate: 'freeText',
    occurredOn: 'quasiIdentifier',
    occurredAt: 'quasiIdentifier',
    openedOn: 'internal',
    everyoneSafe: 'sensitive',
    conditions: 'sensitive',
    facts: 'freeText',
    steps: 'freeText',
    affected: 'directIdentifier',
    othersAffected: 'directIdentifier',
    notifications: 'freeText',
    dates: 'freeText',
    reviewActions: 'freeText',
    closedOn: 'quasiIdentifier',
  },
  examples: eventPlanExamples,
  olderExamples: olderEventPlans,
});
