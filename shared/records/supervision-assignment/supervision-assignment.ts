/** Who supervises whom, in which kind and from when; or that nobody does, and why. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { pairKinds } from '../agreement/agreement';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const noSupervisorReasons = [
  'none-available',
  'none-available-island',
  'waiting',
  'post-vacant',
  'declined',
  'other',
] as const;
export const noSupervisorReasonLabels = {
  'none-available': 'None available',
  'none-available-island': 'None available, island',
  waiting: 'On a waiting list',
  'post-vacant': 'The supervisor’s post is vacant',
  declined: 'They declined for now',
  other: 'Another reason',
} as const satisfies Record<(typeof noSupervisorReasons)[number], string>;

export const supervisionAssignmentSchema = z
  .strictObject({
    personId: recordIdSchema,
    kind: z.enum(pairKinds),
    /** Out of the register; null: nobody, for the reason beside it. */
    facilitatorId: recordIdSchema.nullable(),
    noSupervisorReason: z.enum(noSupervisorReasons).nullable(),
    reasonWords: optionalLineSchema,
    from: localDateSchema,
    /** Last day; null while it holds. */
    until: localDateSchema.nullable(),
  })
  .refine((assignment) => (assignment.facilitatorId === null) !== (assignment.noSupervisorReason === null), {
    path: ['facilitatorId'],
    message: 'Choose a supervisor, or say why there is none',
  })
  .refine((assignment) => assignment.until === null || assignment.until >= assignment.from, {
    path: ['until'],
    message: 'The last day is before the first day',
  });
export type SupervisionAssignment = z.infer<typeof supervisionAssignmentSchema>;

export const supervisionAssignmentKind = defineKind<SupervisionAssignment, 'supervision-assignment'>({
  kind: 'supervision-assignment',
  tableId: 16,
  schemaVersion: 1,
  schema: supervisionAssignmentSchema,
  migrations: {},
  label: { one: 'named supervisor', many: 'named supervisors' },
  people: (assignment) => [assignment.personId],
  searchFacets: (assignment) => ({ date: assignment.from, themes: [] }),
  retention: 'supervision',
  without: (assignment, erased) =>
    assignment.personId === erased.id
      ? null
      : { ...assignment, reasonWords: erased.line(assignment.reasonWords) },
  hasProse: false,
  choiceLabels: noSupervisorReasonLabels,
  fieldLabels: {
    personId: 'Who',
    kind: 'Kind',
    facilitatorId: 'Supervisor',
    noSupervisorReason: 'No supervisor, because',
    reasonWords: 'In words',
    from: 'From',
    until: 'Until',
  },
  disclosure: {
    personId: 'directIdentifier',
    kind: 'quasiIdentifier',
    facilitatorId: 'internal',
    noSupervisorReason: 'sensitive',
    reasonWords: 'freeText',
    from: 'quasiIdentifier',
    until: 'quasiIdentifier',
  },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      kind: 'clinical',
      facilitatorId: '0123456789abcdef0123456789abcdef' as never,
      noSupervisorReason: null,
      reasonWords: '',
      from: '2026-01-12' as never,
      until: null,
    },
    {
      personId: '11112233445566778899aabbccddeeff' as never,
      kind: 'clinical',
      facilitatorId: null,
      noSupervisorReason: 'none-available-island',
      reasonWords: 'Asked the neighbouring board on 3 March',
      from: '2026-03-03' as never,
      until: null,
    },
  ],
  olderExamples: [],
});
