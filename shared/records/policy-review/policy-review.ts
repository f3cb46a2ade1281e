/** A document that has to be looked at again: who sees to it, by when, how many hours it takes and how many were found. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

const foundHoursSchema = z.strictObject({
  id: z.string().min(1).max(40),
  on: localDateSchema,
  hours: z.number().gt(0, 'Enter more than 0').max(200, 'Use 200 hours or fewer'),
  /** Whose time: a role, or "two of the team". */
  by: optionalLineSchema,
});

export const policyReviewSchema = z
  .strictObject({
    document: lineSchema,
    /** Somebody of this service; null: a role, or nobody yet. */
    ownerId: recordIdSchema.nullable(),
    ownerRole: optionalLineSchema,
    /** Null: never, or nobody knows. */
    lastReviewedOn: localDateSchema.nullable(),
    dueOn: localDateSchema,
    /** From one review to the next. */
    intervalMonths: z.int().min(1, 'Use 1 month or more').max(120, 'Use 120 months or fewer'),
    hoursNeeded: z.number().gt(0, 'Enter more than 0').max(500, 'Use 500 hours or fewer'),
    /** Every hour that was found, also for earlier reviews: oldest first. */
    found: z.array(foundHoursSchema).max(400),
    note: noteSchema,
  })
  .refine(({ lastReviewedOn, dueOn }) => lastReviewedOn === null || dueOn > lastReviewedOn, {
    path: ['dueOn'],
    message: 'The next review is due before the last one was done',
  })
  .refine(({ ownerId, ownerRole }) => ownerId === null || ownerRole === '', {
    path: ['ownerRole'],
    message: 'Choose a person or write a role, not both',
  });
export type PolicyReview = z.infer<typeof policyReviewSchema>;

export const policyReviewKind = defineKind<PolicyReview, 'policy-review'>({
  kind: 'policy-review',
  tableId: 32,
  schemaVersion: 1,
  schema: policyReviewSchema,
  migrations: {},
  label: { one: 'policy review', many: 'policy reviews' },
  people: ({ ownerId }) => (ownerId === null ? [] : [ownerId]),
  searchFacets: (review) => ({ date: review.dueOn, themes: [] }),
  // The document outlives whoever sees to it.
  retention: null,
  without: (review, erased) => ({
    ...review,
    document: erased.line(review.document),
    ownerId: review.ownerId === erased.id ? null : review.ownerId,
    ownerRole: erased.line(review.ownerRole),
    found: review.found.map((each) => ({ ...each, by: erased.line(each.by) })),
    note: erased.note(review.note),
  }),
  hasProse: true,
  fieldLabels: {
    document: 'Document',
    ownerId: 'Who sees to it',
    ownerRole: 'Role that sees to it',
    lastReviewedOn: 'Last looked at on',
    dueOn: 'Next due on',
    intervalMonths: 'Months from one review to the next',
    hoursNeeded: 'Hours needed',
    found: 'Hours found',
    note: 'Note',
  },
  disclosure: {
    document: 'freeText',
    ownerId: 'directIdentifier',
    ownerRole: 'freeText',
    lastReviewedOn: 'quasiIdentifier',
    dueOn: 'quasiIdentifier',
    intervalMonths: 'quasiIdentifier',
    hoursNeeded: 'quasiIdentifier',
    found: 'freeText',
    note: 'freeText',
  },
  examples: [
    {
      document: 'Lone working guidance',
      ownerId: '00112233445566778899aabbccddeeff' as never,
      ownerRole: '',
      lastReviewedOn: '2024-04-15' as never,
      dueOn: '2026-04-15' as never,
      intervalMonths: 24,
      hoursNeeded: 8,
      found: [{ id: 'hours-1', on: '2026-03-10' as never, hours: 2.5, by: 'Two key workers' }],
      note: 'Add the new ferry times.',
    },
    {
      document: 'Medicines in the building',
      ownerId: null,
      ownerRole: 'Lead nurse',
      lastReviewedOn: null,
      dueOn: '2026-06-01' as never,
      intervalMonths: 12,
      hoursNeeded: 12,
      found: [],
      note: '',
    },
  ],
  olderExamples: [],
});
