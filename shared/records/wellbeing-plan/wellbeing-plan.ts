/**
 * A Wellbeing Plan as the manager's vault holds it. The plan itself is `sealed` under its owner's own passphrase: no
 * key of this vault opens it. Beside it stand copies of only those sections that the owner shares, each until a day.
 * Taking a section back deletes its copy; that it was taken back stays as a day without words.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const planSections = [
  'keeps-me-well',
  'early-signs',
  'drains-me',
  'helps-in-the-moment',
  'after-a-hard-event',
  'adjustments',
  'who-to-contact',
  'outside-supports',
  'sharing',
  'review',
] as const;
export type PlanSectionId = (typeof planSections)[number];
export const planSectionLabels = {
  'keeps-me-well': 'What keeps me well',
  'early-signs': 'Early signs that others may see',
  'drains-me': 'What drains me at work',
  'helps-in-the-moment': 'What helps in the moment',
  'after-a-hard-event': 'After a hard event I want, or do not want',
  adjustments: 'What we have agreed to change',
  'who-to-contact': 'Who to contact',
  'outside-supports': 'Supports outside work',
  sharing: 'What may be shared, with whom, until when',
  review: 'When I look at this again',
} as const satisfies Record<PlanSectionId, string>;

/** Ten sections of 10,000 characters, whatever the script, padded, in base64. */
const maxSealedLength = 700_000;

export const sharedSectionSchema = z.strictObject({
  sectionId: z.enum(planSections),
  text: z.string().min(1).max(10_000, 'Use 10,000 characters or fewer'),
  /** Last day on which the manager may read it. */
  until: localDateSchema,
});
export type SharedSection = z.infer<typeof sharedSectionSchema>;

export const wellbeingPlanSchema = z.strictObject({
  ownerId: recordIdSchema,
  sealed: z
    .string()
    .max(maxSealedLength)
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
  sealedOn: localDateSchema,
  /** The owner's own review date: all that the manager sees when nothing is shared. */
  reviewOn: localDateSchema.nullable(),
  shared: z
    .array(sharedSectionSchema)
    .max(planSections.length)
    .refine((list) => new Set(list.map(({ sectionId }) => sectionId)).size === list.length, {
      message: 'A section is shared twice',
    }),
  /** The days on which something was taken back. */
  withdrawnOn: z.array(localDateSchema).max(500),
});
export type WellbeingPlan = z.infer<typeof wellbeingPlanSchema>;

export const wellbeingPlanKind = defineKind<WellbeingPlan, 'wellbeing-plan'>({
  kind: 'wellbeing-plan',
  tableId: 19,
  schemaVersion: 1,
  schema: wellbeingPlanSchema,
  migrations: {},
  label: { one: 'Wellbeing Plan', many: 'Wellbeing Plans' },
  people: (plan) => [plan.ownerId],
  retention: 'wellbeing-plan',
  without: (plan, erased) =>
    plan.ownerId === erased.id
      ? null
      : { ...plan, shared: plan.shared.map((each) => ({ ...each, text: erased.note(each.text) })) },
  hasProse: true,
  choiceLabels: planSectionLabels,
  fieldLabels: {
    ownerId: 'Whose',
    sealed: 'Sealed by its owner',
    sealedOn: 'Last changed',
    reviewOn: 'Looked at again on',
    shared: 'Shared sections',
    withdrawnOn: 'Taken back on',
  },
  disclosure: {
    ownerId: 'directIdentifier',
    sealed: 'internal',
    sealedOn: 'sensitive',
    reviewOn: 'sensitive',
    shared: 'freeText',
    withdrawnOn: 'internal',
  },
  examples: [
    {
      ownerId: '00112233445566778899aabbccddeeff' as never,
      sealed: 'c2VhbGVkIGJ5IGl0cyBvd25lcg==',
      sealedOn: '2026-03-02' as never,
      reviewOn: '2026-09-01' as never,
      shared: [
        {
          sectionId: 'helps-in-the-moment',
          text: 'Ten minutes outside. Ask me after, not before.',
          until: '2026-06-30' as never,
        },
      ],
      withdrawnOn: [],
    },
  ],
  olderExamples: [],
});
