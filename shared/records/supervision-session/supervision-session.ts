/** A supervision session, booked, held or cancelled. Reflective groups name everyone who was there. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const supervisionKinds = ['clinical', 'line-management', 'professional', 'reflective-group'] as const;
export const supervisionKindLabels = {
  clinical: 'Clinical',
  'line-management': 'Line management',
  professional: 'Professional',
  'reflective-group': 'Reflective group',
} as const satisfies Record<(typeof supervisionKinds)[number], string>;
export const supervisionStatuses = ['held', 'cancelled-by-service', 'cancelled-by-person'] as const;
export const supervisionStatusLabels = {
  held: 'Held',
  'cancelled-by-service': 'Cancelled by the service',
  'cancelled-by-person': 'Cancelled by the person',
} as const satisfies Record<(typeof supervisionStatuses)[number], string>;
export const supervisionThemes = [
  'workload',
  'impact-of-the-work',
  'safety',
  'rest-and-leave',
  'growth',
  'values',
  'team',
] as const;
export const supervisionThemeLabels = {
  workload: 'Workload',
  'impact-of-the-work': 'Impact of the work',
  safety: 'Safety',
  'rest-and-leave': 'Rest and leave',
  growth: 'Growth',
  values: 'Our values',
  team: 'Team',
} as const satisfies Record<(typeof supervisionThemes)[number], string>;

export const agreedActionSchema = z.strictObject({
  text: lineSchema,
  /** Who does it: "manager" or the person themself, in the words of the record. */
  owner: optionalLineSchema,
  due: localDateSchema.nullable(),
  doneOn: localDateSchema.nullable(),
});
export type AgreedAction = z.infer<typeof agreedActionSchema>;

export const supervisionSessionSchema = z
  .strictObject({
    kind: z.enum(supervisionKinds),
    /** Everyone who was supervised: one person, or the members of a reflective group who came. */
    personIds: z.array(recordIdSchema).min(1, 'Choose who it was with').max(60),
    date: localDateSchema,
    status: z.enum(supervisionStatuses),
    minutes: z.int().min(0).max(600, 'Use 600 minutes or fewer').nullable(),
    themes: z.array(z.enum(supervisionThemes)).max(supervisionThemes.length),
    /** That it was asked; never what was answered. */
    wellbeingAsked: z.boolean().nullable(),
    note: noteSchema,
    actions: z.array(agreedActionSchema).max(30),
    nextDate: localDateSchema.nullable(),
    /** Who led it, in words ("Grace, outside supervisor"); empty when not said. */
    facilitator: optionalLineSchema,
  })
  .refine((session) => session.kind === 'reflective-group' || session.personIds.length === 1, {
    path: ['personIds'],
    message: 'Choose one person. For more than one, record a reflective group',
  })
  .refine((session) => session.nextDate === null || session.nextDate > session.date, {
    path: ['nextDate'],
    message: 'The next date is not after this session',
  });
export type SupervisionSession = z.infer<typeof supervisionSessionSchema>;

export const supervisionSessionKind = defineKind<SupervisionSession, 'supervision-session'>({
  kind: 'supervision-session',
  tableId: 3,
  schemaVersion: 1,
  schema: supervisionSessionSchema,
  migrations: {},
  label: { one: 'supervision record', many: 'supervision records' },
  people: (session) => session.personIds,
  disclosure: {
    kind: 'quasiIdentifier',
    personIds: 'directIdentifier',
    date: 'quasiIdentifier',
    status: 'quasiIdentifier',
    minutes: 'quasiIdentifier',
    themes: 'sensitive',
    wellbeingAsked: 'sensitive',
    note: 'freeText',
    actions: 'freeText',
    nextDate: 'quasiIdentifier',
    facilitator: 'directIdentifier',
  },
  examples: [
    {
      kind: 'clinical',
      personIds: ['00112233445566778899aabbccddeeff' as never],
      date: '2026-11-24' as never,
      status: 'held',
      minutes: 60,
      themes: ['workload', 'impact-of-the-work'],
      wellbeingAsked: true,
      note: 'Quieter week. The new rota is helping.',
      actions: [
        { text: 'Swap the Thursday clinic', owner: 'Manager', due: '2026-11-27' as never, doneOn: null },
      ],
      nextDate: '2027-01-19' as never,
      facilitator: '',
    },
  ],
  olderExamples: [],
});
