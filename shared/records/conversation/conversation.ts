/**
 * A conversation of a team about its own wellbeing: what opened it, how many were there, what was said and what came of
 * it. Who came and who did not is never kept: a list of those who stayed away would end the talking.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

/** `waiting`: nobody has answered it yet, which the board says as plainly as the rest. */
export const saidStates = ['waiting', 'did', 'doing', 'not-now'] as const;
export type SaidState = (typeof saidStates)[number];
export const saidStateLabels = {
  waiting: 'Not answered yet',
  did: 'Done',
  doing: 'Under way',
  'not-now': 'Cannot be done now',
} as const satisfies Record<SaidState, string>;

const entryId = z.string().min(1).max(40);

/** One idea or worry, in words that point to nobody, and the answer to it. */
const saidSchema = z
  .strictObject({
    id: entryId,
    said: lineSchema,
    state: z.enum(saidStates),
    /** What was done, what is being done, or why it cannot be done now. */
    answer: optionalLineSchema,
    answeredOn: localDateSchema.nullable(),
  })
  .refine(({ state, answer }) => state === 'waiting' || answer !== '', {
    path: ['answer'],
    message: 'Say what came of it. A reason counts as an answer',
  })
  .refine(({ state, answeredOn }) => (state === 'waiting') === (answeredOn === null), {
    path: ['answeredOn'],
    message: 'Say on which day it was answered',
  });
export type Said = z.infer<typeof saidSchema>;

const decisionSchema = z.strictObject({ id: entryId, text: lineSchema });

export const conversationSchema = z
  .strictObject({
    on: localDateSchema,
    /** Empty: the whole service. */
    team: optionalLineSchema,
    topic: lineSchema,
    /** Whether whoever leads spoke of themselves before asking others to. */
    leaderSharedFirst: z.boolean(),
    /** How many were there; null: nobody counted. */
    presentCount: z.int('Use a whole number').min(1, 'Use 1 or more').max(500, 'Use 500 or fewer').nullable(),
    said: z.array(saidSchema).max(60),
    decisions: z.array(decisionSchema).max(40),
  })
  .refine(({ on, said }) => said.every(({ answeredOn }) => answeredOn === null || answeredOn >= on), {
    path: ['on'],
    message: 'Something was answered before this day',
  });
export type Conversation = z.infer<typeof conversationSchema>;

export const conversationKind = defineKind<Conversation, 'conversation'>({
  kind: 'conversation',
  tableId: 52,
  schemaVersion: 1,
  schema: conversationSchema,
  migrations: {},
  label: { one: 'team conversation', many: 'team conversations' },
  people: () => [],
  searchFacets: ({ on }) => ({ date: on, themes: [] }),
  retention: null,
  without: (conversation, erased) => ({
    ...conversation,
    team: erased.line(conversation.team),
    topic: erased.line(conversation.topic),
    said: conversation.said.map((each) => ({
      ...each,
      said: erased.line(each.said),
      answer: erased.line(each.answer),
    })),
    decisions: conversation.decisions.map((each) => ({ ...each, text: erased.line(each.text) })),
  }),
  hasProse: true,
  fieldLabels: {
    on: 'When',
    team: 'Team',
    topic: 'What it was about',
    leaderSharedFirst: 'Whoever led spoke first',
    presentCount: 'People there',
    said: 'What was said, and what came of it',
    decisions: 'What was decided',
  },
  choiceLabels: saidStateLabels,
  disclosure: {
    on: 'quasiIdentifier',
    team: 'freeText',
    topic: 'freeText',
    leaderSharedFirst: 'quasiIdentifier',
    presentCount: 'sensitive',
    said: 'freeText',
    decisions: 'freeText',
  },
  examples: [
    {
      on: '2026-02-11' as never,
      team: 'Recovery hub',
      topic: 'What makes a hard day easier here?',
      leaderSharedFirst: true,
      presentCount: 7,
      said: [
        {
          id: 'said-1',
          said: 'Lunch is eaten at the desk most days',
          state: 'did',
          answer: 'The front desk is covered from 12:30 to 13:30',
          answeredOn: '2026-02-25' as never,
        },
        { id: 'said-2', said: 'A second phone for visits', state: 'waiting', answer: '', answeredOn: null },
      ],
      decisions: [{ id: 'decision-1', text: 'Try the lunch cover for four weeks' }],
    },
    {
      on: '2026-03-04' as never,
      team: '',
      topic: 'A check-in before the meeting',
      leaderSharedFirst: false,
      presentCount: null,
      said: [],
      decisions: [],
    },
  ],
  olderExamples: [],
});
