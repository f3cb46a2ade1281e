/**
 * What the service said to a proposal: taken up, not now, or set aside, and why. The proposal itself is worked out anew
 * each time; `key` says on which evidence it stood, so that the same evidence does not ask twice and newer evidence may.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const proposalAnswers = ['accepted', 'later', 'dismissed'] as const;
export type ProposalAnswerWord = (typeof proposalAnswers)[number];
export const proposalAnswerLabels = {
  accepted: 'Taken up',
  later: 'Not now',
  dismissed: 'Set aside',
} as const satisfies Record<ProposalAnswerWord, string>;

export const proposalAnswerSchema = z
  .strictObject({
    /** Rule and proposal of it: "demands-high/cap". */
    ruleId: z.string().min(1).max(80),
    key: z.string().min(1).max(400),
    /** The day that the evidence is of. Newer evidence asks again. */
    evidenceOn: localDateSchema,
    /** As it read: what is set aside stays readable when its figure is gone. */
    proposal: lineSchema,
    evidence: z.string().trim().max(1000),
    answer: z.enum(proposalAnswers),
    why: optionalLineSchema,
    answeredOn: localDateSchema,
    /** Not now: ask again from this day. */
    askAgainOn: localDateSchema.nullable(),
    actionId: recordIdSchema.nullable(),
  })
  .refine(({ answer, why }) => answer !== 'dismissed' || why !== '', {
    path: ['why'],
    message: 'Say why, so that nobody asks again in half a year',
  })
  .refine(({ answer, askAgainOn }) => (answer === 'later') === (askAgainOn !== null), {
    path: ['askAgainOn'],
    message: 'Only “not now” has a day to ask again',
  });
export type ProposalAnswer = z.infer<typeof proposalAnswerSchema>;

export const proposalAnswerKind = defineKind<ProposalAnswer, 'proposal-answer'>({
  kind: 'proposal-answer',
  tableId: 43,
  schemaVersion: 1,
  schema: proposalAnswerSchema,
  migrations: {},
  label: { one: 'answer to a proposal', many: 'answers to proposals' },
  people: () => [],
  searchFacets: ({ answeredOn }) => ({ date: answeredOn, themes: [] }),
  retention: 'wellbeing-round',
  keptFrom: ({ answeredOn }) => answeredOn,
  without: (answer, erased) => ({
    ...answer,
    proposal: erased.line(answer.proposal),
    evidence: erased.note(answer.evidence),
    why: erased.line(answer.why),
  }),
  hasProse: true,
  fieldLabels: {
    ruleId: 'Rule',
    key: 'Evidence it stood on',
    evidenceOn: 'Evidence of',
    proposal: 'Proposal',
    evidence: 'What was found',
    answer: 'Answer',
    why: 'Why',
    answeredOn: 'Answered on',
    askAgainOn: 'To ask again on',
    actionId: 'Action it became',
  },
  choiceLabels: proposalAnswerLabels,
  disclosure: {
    ruleId: 'internal',
    key: 'internal',
    evidenceOn: 'quasiIdentifier',
    proposal: 'freeText',
    evidence: 'freeText',
    answer: 'quasiIdentifier',
    why: 'freeText',
    answeredOn: 'quasiIdentifier',
    askAgainOn: 'quasiIdentifier',
    actionId: 'internal',
  },
  examples: [
    {
      ruleId: 'peer-support-low/buddy',
      key: 'round 00112233445566778899aabbccddee00 peerSupport',
      evidenceOn: '2026-02-02' as never,
      proposal: 'A buddy for each person',
      evidence: 'Support from colleagues 3.70, clear need to improve. 12 replies.',
      answer: 'dismissed',
      why: 'Already running since the autumn',
      answeredOn: '2026-02-03' as never,
      askAgainOn: null,
      actionId: null,
    },
    {
      ruleId: 'caseload-high/cap',
      key: 'figure caseload 2026-01',
      evidenceOn: '2026-01-31' as never,
      proposal: 'Set a limit for caseloads and share out what is above it',
      evidence: 'Mean caseload 37.0, limit 35.',
      answer: 'later',
      why: '',
      answeredOn: '2026-02-03' as never,
      askAgainOn: '2026-03-03' as never,
      actionId: null,
    },
    {
      ruleId: 'demands-high/escalate',
      key: 'round 00112233445566778899aabbccddee00 demands',
      evidenceOn: '2026-02-02' as never,
      proposal: 'Take the workload to senior managers, with these results',
      evidence: '',
      answer: 'accepted',
      why: '',
      answeredOn: '2026-02-03' as never,
      askAgainOn: null,
      actionId: '00112233445566778899aabbccddee22' as never,
    },
  ],
  olderExamples: [],
});
