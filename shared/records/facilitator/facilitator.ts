/**
 * The register of those who supervise or lead groups: a person of the service, or somebody from outside in words. It
 * says what they have learned and whether they stand outside the line, and nothing of what they have lived through.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { supervisionKinds } from '../supervision-session/supervision-session';
import { optionalLineSchema } from '../text';

export const traumaKnowledges = ['not-said', 'informed', 'skilled', 'enhanced', 'specialist'] as const;
/** Levels of practice as the Scottish trauma training framework names them. */
export const traumaKnowledgeLabels = {
  'not-said': 'Not said',
  informed: 'Trauma informed',
  skilled: 'Trauma skilled',
  enhanced: 'Trauma enhanced',
  specialist: 'Trauma specialist',
} as const satisfies Record<(typeof traumaKnowledges)[number], string>;

export const facilitatorSchema = z
  .strictObject({
    /** Somebody of this service; null for somebody from outside. */
    personId: recordIdSchema.nullable(),
    /** Of somebody from outside; empty otherwise. */
    name: optionalLineSchema,
    baseProfession: optionalLineSchema,
    years: z.int().min(0).max(70, 'Use 70 years or fewer').nullable(),
    /** The training as a supervisor. */
    training: optionalLineSchema,
    trainedOn: localDateSchema.nullable(),
    /** The first day on which it no longer counts. */
    trainingExpires: localDateSchema.nullable(),
    traumaKnowledge: z.enum(traumaKnowledges),
    hasGroupSkill: z.boolean().nullable(),
    hasOwnSupervision: z.boolean().nullable(),
    isOutsideLine: z.boolean().nullable(),
    mayLead: z.array(z.enum(supervisionKinds)).max(supervisionKinds.length),
    /** People and groups that they can carry; null when nobody set a limit. */
    maxLoad: z.int().min(1).max(200, 'Use 200 or fewer').nullable(),
    /** Last day on which they do this; null while they do. */
    endedOn: localDateSchema.nullable(),
  })
  .refine((facilitator) => (facilitator.personId === null) !== (facilitator.name === ''), {
    path: ['name'],
    message: 'Choose somebody of this service, or enter the name of somebody from outside',
  })
  .refine(
    ({ trainedOn, trainingExpires }) =>
      trainedOn === null || trainingExpires === null || trainingExpires > trainedOn,
    { path: ['trainingExpires'], message: 'The training ends before it was done' },
  );
export type Facilitator = z.infer<typeof facilitatorSchema>;

export const facilitatorKind = defineKind<Facilitator, 'facilitator'>({
  kind: 'facilitator',
  tableId: 15,
  schemaVersion: 1,
  schema: facilitatorSchema,
  migrations: {},
  label: { one: 'supervisor or facilitator', many: 'supervisors and facilitators' },
  people: ({ personId }) => (personId === null ? [] : [personId]),
  retention: 'supervision',
  without: (facilitator, erased) =>
    facilitator.personId === erased.id
      ? null
      : {
          ...facilitator,
          baseProfession: erased.line(facilitator.baseProfession),
          training: erased.line(facilitator.training),
        },
  hasProse: false,
  choiceLabels: traumaKnowledgeLabels,
  fieldLabels: {
    personId: 'Who',
    name: 'From outside',
    baseProfession: 'Profession',
    years: 'Years in it',
    training: 'Training as a supervisor',
    trainedOn: 'Trained on',
    trainingExpires: 'Training runs out on',
    traumaKnowledge: 'Knowledge of trauma',
    hasGroupSkill: 'Can lead groups',
    hasOwnSupervision: 'Has supervision too',
    isOutsideLine: 'Outside the line',
    mayLead: 'May lead',
    maxLoad: 'At most',
    endedOn: 'Ended',
  },
  disclosure: {
    personId: 'directIdentifier',
    name: 'directIdentifier',
    baseProfession: 'quasiIdentifier',
    years: 'quasiIdentifier',
    training: 'quasiIdentifier',
    trainedOn: 'quasiIdentifier',
    trainingExpires: 'quasiIdentifier',
    traumaKnowledge: 'quasiIdentifier',
    hasGroupSkill: 'quasiIdentifier',
    hasOwnSupervision: 'quasiIdentifier',
    isOutsideLine: 'quasiIdentifier',
    mayLead: 'quasiIdentifier',
    maxLoad: 'internal',
    endedOn: 'quasiIdentifier',
  },
  examples: [
    {
      personId: null,
      name: 'Grace Adeyemi',
      baseProfession: 'Clinical psychologist',
      years: 14,
      training: 'Supervision of supervision, two days',
      trainedOn: '2023-03-01' as never,
      trainingExpires: '2026-03-01' as never,
      traumaKnowledge: 'enhanced',
      hasGroupSkill: true,
      hasOwnSupervision: true,
      isOutsideLine: true,
      mayLead: ['clinical', 'reflective-group'],
      maxLoad: 8,
      endedOn: null,
    },
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      name: '',
      baseProfession: '',
      years: null,
      training: '',
      trainedOn: null,
      trainingExpires: null,
      traumaKnowledge: 'not-said',
      hasGroupSkill: null,
      hasOwnSupervision: null,
      isOutsideLine: null,
      mayLead: ['line-management'],
      maxLoad: null,
      endedOn: null,
    },
  ],
  olderExamples: [],
});
