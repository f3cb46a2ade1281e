/**
 * Something that the service does about what it found: what, who sees to it, what it costs, the day to look at whether
 * it helped, and what was seen then. It goes from manager to manager, so nothing of it lives in somebody's head.
 */
import { driverIds } from '@shared/actions/drivers';
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { readinessAreaIds } from '@shared/readiness/areas';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';
import { actionExamples, olderActionExamples } from './action-examples';
import { actionFromV1 } from './action-v1';

const codeSchema = z.string().min(1).max(40);
/** A measure or a rule of a later version is kept as it is: its words are looked up when it is shown. */
const measureSchema = codeSchema;

export const actionSourceSchema = z.discriminatedUnion('from', [
  /** Null scale: the round as a whole. */
  z.strictObject({ from: z.literal('round'), waveId: recordIdSchema, scaleId: codeSchema.nullable() }),
  z.strictObject({ from: z.literal('session'), sessionId: recordIdSchema }),
  z.strictObject({ from: z.literal('event'), planId: recordIdSchema }),
  z.strictObject({ from: z.literal('space'), siteId: recordIdSchema, item: codeSchema.nullable() }),
  z.strictObject({ from: z.literal('readiness'), area: z.enum(readinessAreaIds) }),
  z.strictObject({ from: z.literal('figure'), measure: measureSchema }),
  z.strictObject({ from: z.literal('conversation'), conversationId: recordIdSchema }),
  z.strictObject({ from: z.literal('habits') }),
]);
export type ActionSource = z.infer<typeof actionSourceSchema>;

export const costKinds = ['none', 'time', 'money'] as const;
export type CostKind = (typeof costKinds)[number];
export const costKindLabels = {
  none: 'Nothing extra',
  time: 'Working time',
  money: 'Money',
} as const satisfies Record<CostKind, string>;

const costSchema = z
  .strictObject({
    kind: z.enum(costKinds),
    pounds: z.number().min(0).max(10_000_000).nullable(),
    /** Somebody has said that the money or the time is there. */
    isFunded: z.boolean(),
    /** A budget or a body, never a person. */
    fundedFrom: optionalLineSchema,
  })
  .refine(({ kind, pounds }) => kind === 'money' || pounds === null, {
    path: ['pounds'],
    message: 'Only a cost in money has an amount',
  });
export type ActionCost = z.infer<typeof costSchema>;

const remeasureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round'), instrumentId: codeSchema, scaleId: codeSchema }),
  z.strictObject({ kind: z.literal('figure'), measure: measureSchema }),
]);
export type Remeasure = z.infer<typeof remeasureSchema>;

export const effects = ['better', 'no-clear-change', 'worse', 'not-measured'] as const;
export type Effect = (typeof effects)[number];
const remarkSchema = z.string().trim().max(1000, 'Use 1,000 characters or fewer');

const reviewSchema = z.strictObject({
  on: localDateSchema,
  effect: z.enum(effects),
  note: remarkSchema,
});
/** From one manager to the next, by role: the names are in the people's own records. */
const handoverSchema = z.strictObject({
  on: localDateSchema,
  fromRole: lineSchema,
  toRole: lineSchema,
  note: remarkSchema,
});
export const actionSchema = z
  .strictObject({
    what: lineSchema,
    /** Somebody of this service who sees to it; null: a role, or nobody yet. */
    ownerId: recordIdSchema.nullable(),
    /** "Team lead", where no person is named. */
    ownerRole: optionalLineSchema,
    openedOn: localDateSchema,
    dueOn: localDateSchema.nullable(),
    reviewOn: localDateSchema,
    /** Null: made by hand. */
    source: actionSourceSchema.nullable(),
    /** The rule that proposed it; null: nobody's proposal. */
    ruleId: codeSchema.nullable(),
    driver: z.enum(driverIds),
    /** The readiness area that it counts for. */
    readinessArea: z.enum(readinessAreaIds).nullable(),
    /** What was found on the day it was agreed, as it read then: a figure moves, this stays. */
    evidence: z.string().trim().max(1000, 'Use 1,000 characters or fewer'),
    cost: costSchema,
    remeasure: remeasureSchema.nullable(),
    reviews: z.array(reviewSchema).max(60),
    handovers: z.array(handoverSchema).max(60),
    doneOn: localDateSchema.nullable(),
    droppedOn: localDateSchema.nullable(),
    /** Why it is not needed, or not possible. */
    droppedWhy: optionalLineSchema,
  })
  .refine((action) => action.reviewOn >= action.openedOn, {
    path: ['reviewOn'],
    message: 'The day to look at it is before it begins',
  })
  .refine((action) => action.dueOn === null || action.dueOn >= action.openedOn, {
    path: ['dueOn'],
    message: 'The day it should be done by is before it begins',
  })
  .refine((action) => action.doneOn === null || action.droppedOn === null, {
    path: ['droppedOn'],
    message: 'It is done or not needed, not both',
  })
  .refine((action) => action.ownerId === null || action.ownerRole === '', {
    path: ['ownerRole'],
    message: 'Choose a person or write a role, not both',
  });
export type Action = z.infer<typeof actionSchema>;

/** Neither done nor dropped. */
export function isOpen({ doneOn, droppedOn }: Pick<Action, 'doneOn' | 'droppedOn'>): boolean {
  return doneOn === null && droppedOn === null;
}

/** The money or the working time for it is said to be there: an action in words alone funds nothing. */
export function hasFunding({ cost }: Pick<Action, 'cost'>): boolean {
  return cost.isFunded;
}

export const noCost: ActionCost = { kind: 'none', pounds: null, isFunded: false, fundedFrom: '' };

export const actionKind = defineKind<Action, 'action'>({
  kind: 'action',
  tableId: 29,
  schemaVersion: 2,
  schema: actionSchema,
  migrations: { 1: actionFromV1 },
  label: { one: 'action', many: 'actions' },
  people: ({ ownerId }) => (ownerId === null ? [] : [ownerId]),
  searchFacets: (action) => ({ date: action.openedOn, themes: [] }),
  retention: 'wellbeing-round',
  // Counts from its end: what is still open is not over.
  keptFrom: ({ doneOn, droppedOn }) => doneOn ?? droppedOn,
  // The service's action stays; only that this person saw to it goes.
  without: (action, erased) => ({
    ...action,
    what: erased.line(action.what),
    ownerId: action.ownerId === erased.id ? null : action.ownerId,
    ownerRole: erased.line(action.ownerRole),
    evidence: erased.note(action.evidence),
    cost: { ...action.cost, fundedFrom: erased.line(action.cost.fundedFrom) },
    reviews: action.reviews.map((review) => ({ ...review, note: erased.note(review.note) })),
    handovers: action.handovers.map((handover) => ({
      ...handover,
      fromRole: erased.line(handover.fromRole),
      toRole: erased.line(handover.toRole),
      note: erased.note(handover.note),
    })),
    droppedWhy: erased.line(action.droppedWhy),
  }),
  hasProse: true,
  fieldLabels: {
    what: 'What',
    ownerId: 'Who sees to it',
    ownerRole: 'Role that sees to it',
    openedOn: 'Begun on',
    dueOn: 'Done by',
    reviewOn: 'To look at on',
    source: 'From',
    ruleId: 'Proposed by rule',
    driver: 'What it works on',
    readinessArea: 'Counts for readiness area',
    evidence: 'What was found',
    cost: 'What it costs',
    remeasure: 'Measured again by',
    reviews: 'Looked at',
    handovers: 'Handed over',
    doneOn: 'Done on',
    droppedOn: 'Not needed since',
    droppedWhy: 'Why not needed',
  },
  disclosure: {
    what: 'freeText',
    ownerId: 'directIdentifier',
    ownerRole: 'freeText',
    openedOn: 'quasiIdentifier',
    dueOn: 'quasiIdentifier',
    reviewOn: 'quasiIdentifier',
    source: 'internal',
    ruleId: 'internal',
    driver: 'quasiIdentifier',
    readinessArea: 'quasiIdentifier',
    evidence: 'freeText',
    cost: 'freeText',
    remeasure: 'internal',
    reviews: 'freeText',
    handovers: 'freeText',
    doneOn: 'quasiIdentifier',
    droppedOn: 'quasiIdentifier',
    droppedWhy: 'freeText',
  },
  examples: actionExamples,
  olderExamples: olderActionExamples,
});
