/** That somebody who leads was briefed on why the wellbeing of staff comes first, and what they do for their own. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema } from '../text';

export const briefingTopics = [
  'why-first',
  'findings',
  'stress-risk',
  'modelling',
  'supervision',
  'hard-events',
  'time',
  'feedback',
] as const;
export type BriefingTopic = (typeof briefingTopics)[number];
export const briefingTopicLabels = {
  'why-first': 'Why staff wellbeing comes first',
  findings: 'What our rounds and figures say',
  'stress-risk': 'The duty to look at risks of stress',
  modelling: 'Leading by doing: time off, breaks, leaving on time',
  supervision: 'Supervision and reflective groups',
  'hard-events': 'What happens after a hard event',
  time: 'Time, money and cover',
  feedback: 'Answering what staff say',
} as const satisfies Record<BriefingTopic, string>;

export const leaderBriefingSchema = z
  .strictObject({
    on: localDateSchema,
    /** A role or a body, never a name: "Head of service", "Board of trustees". */
    role: lineSchema,
    topics: z.array(z.enum(briefingTopics)).max(briefingTopics.length),
    /** They took a wellbeing check of their own; what it said is nobody else's business. Null: not asked. */
    ownCheck: z.boolean().nullable(),
    /** They have supervision of their own. Null: not asked. */
    ownSupervision: z.boolean().nullable(),
    agreed: noteSchema,
    nextOn: localDateSchema.nullable(),
  })
  .refine(({ on, nextOn }) => nextOn === null || nextOn > on, {
    path: ['nextOn'],
    message: 'The next one is not after this one',
  });
export type LeaderBriefing = z.infer<typeof leaderBriefingSchema>;

export const leaderBriefingKind = defineKind<LeaderBriefing, 'leader-briefing'>({
  kind: 'leader-briefing',
  tableId: 56,
  schemaVersion: 1,
  schema: leaderBriefingSchema,
  migrations: {},
  label: { one: 'leader briefing', many: 'leader briefings' },
  people: () => [],
  searchFacets: ({ on }) => ({ date: on, themes: [] }),
  retention: null,
  without: (briefing, erased) => ({
    ...briefing,
    role: erased.line(briefing.role),
    agreed: erased.note(briefing.agreed),
  }),
  hasProse: true,
  fieldLabels: {
    on: 'When',
    role: 'For whom',
    topics: 'What it was about',
    ownCheck: 'Took a wellbeing check of their own',
    ownSupervision: 'Has supervision of their own',
    agreed: 'What was agreed',
    nextOn: 'Next one on',
  },
  choiceLabels: briefingTopicLabels,
  disclosure: {
    on: 'quasiIdentifier',
    role: 'freeText',
    topics: 'quasiIdentifier',
    ownCheck: 'sensitive',
    ownSupervision: 'sensitive',
    agreed: 'freeText',
    nextOn: 'quasiIdentifier',
  },
  examples: [
    {
      on: '2026-02-03' as never,
      role: 'Head of service',
      topics: ['why-first', 'findings', 'time'],
      ownCheck: true,
      ownSupervision: null,
      agreed: 'Cover for the Thursday group comes out of the training money.',
      nextOn: '2026-08-04' as never,
    },
  ],
  olderExamples: [],
});
