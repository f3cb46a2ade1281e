/**
 * Something that hurts the service and that the service cannot change by itself: what it does, what was tried, who was
 * asked, and what came back. It prints as a risk paper, so no field of it is for a person's name.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const issueStatuses = ['raised', 'answered', 'accepted', 'closed'] as const;
export type IssueStatus = (typeof issueStatuses)[number];
export const issueStatusLabels = {
  raised: 'Raised',
  answered: 'Answered',
  accepted: 'Accepted as a risk',
  closed: 'Closed',
} as const satisfies Record<IssueStatus, string>;

/** The words of the NHSScotland 5 by 5 matrix. The two are never multiplied: a product of ranks measures nothing. */
export const likelihoodWords = ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'] as const;
export const impactWords = ['Negligible', 'Minor', 'Moderate', 'Major', 'Extreme'] as const;

const rankSchema = z.int().min(1).max(5).nullable();

const replySchema = z.strictObject({
  id: z.string().min(1).max(40),
  on: localDateSchema,
  /** A role or a body. */
  from: lineSchema,
  said: z.string().max(2000, 'Use 2,000 characters or fewer'),
  /** By when they said that more would come; null: nothing more was promised. */
  nextDue: localDateSchema.nullable(),
});
export type IssueReply = z.infer<typeof replySchema>;

/** A figure as it read on the day it was chosen: the paper must not change by itself afterwards. */
const issueFigureSchema = z.strictObject({
  measure: z.string().min(1).max(40),
  words: lineSchema,
});
export type IssueFigure = z.infer<typeof issueFigureSchema>;

export const outsideIssueSchema = z
  .strictObject({
    title: lineSchema,
    situation: noteSchema,
    effectOnStaff: noteSchema,
    effectOnPeople: noteSchema,
    evidence: noteSchema,
    figures: z.array(issueFigureSchema).max(12),
    /** What the service has done about it by itself. */
    ownSteps: noteSchema,
    /** A role or a body. */
    askedOf: lineSchema,
    raisedOn: localDateSchema,
    replyDue: localDateSchema.nullable(),
    replies: z.array(replySchema).max(60),
    status: z.enum(issueStatuses),
    statusWhy: optionalLineSchema,
    reviewOn: localDateSchema.nullable(),
    likelihood: rankSchema,
    impact: rankSchema,
  })
  .refine(({ replyDue, raisedOn }) => replyDue === null || replyDue >= raisedOn, {
    path: ['replyDue'],
    message: 'The reply is due before the issue was raised',
  })
  .refine(({ replies, raisedOn }) => replies.every(({ on }) => on >= raisedOn), {
    path: ['raisedOn'],
    message: 'A reply came before this day',
  })
  .refine(({ status, statusWhy }) => (status !== 'closed' && status !== 'accepted') || statusWhy !== '', {
    path: ['statusWhy'],
    message: 'Say why, so that nobody asks again in half a year',
  })
  .refine(({ likelihood, impact }) => (likelihood === null) === (impact === null), {
    path: ['impact'],
    message: 'Choose both likelihood and impact, or neither',
  });
export type OutsideIssue = z.infer<typeof outsideIssueSchema>;

export const outsideIssueKind = defineKind<
  OutsideIssue,
  'outside-issue',
  'situation' | 'effectOnStaff' | 'effectOnPeople' | 'evidence' | 'ownSteps'
>({
  kind: 'outside-issue',
  tableId: 31,
  schemaVersion: 1,
  schema: outsideIssueSchema,
  migrations: {},
  label: { one: 'issue outside our control', many: 'issues outside our control' },
  people: () => [],
  searchFacets: (issue) => ({ date: issue.raisedOn, themes: [] }),
  retention: null,
  without: (issue, erased) => ({
    ...issue,
    title: erased.line(issue.title),
    situation: erased.note(issue.situation),
    effectOnStaff: erased.note(issue.effectOnStaff),
    effectOnPeople: erased.note(issue.effectOnPeople),
    evidence: erased.note(issue.evidence),
    figures: issue.figures.map((figure) => ({ ...figure, words: erased.line(figure.words) })),
    ownSteps: erased.note(issue.ownSteps),
    askedOf: erased.line(issue.askedOf),
    replies: issue.replies.map((reply) => ({
      ...reply,
      from: erased.line(reply.from),
      said: erased.note(reply.said),
    })),
    statusWhy: erased.line(issue.statusWhy),
  }),
  hasProse: true,
  longFields: ['situation', 'effectOnStaff', 'effectOnPeople', 'evidence', 'ownSteps'],
  fieldLabels: {
    title: 'What it is, in a line',
    situation: 'What it is',
    effectOnStaff: 'Effect on staff',
    effectOnPeople: 'Effect on people who use the service',
    evidence: 'How we know',
    figures: 'Figures chosen',
    ownSteps: 'What we have done ourselves',
    askedOf: 'Asked of',
    raisedOn: 'Raised on',
    replyDue: 'Reply due',
    replies: 'Replies',
    status: 'Where it stands',
    statusWhy: 'Why',
    reviewOn: 'To look at again on',
    likelihood: 'Likelihood, 1 to 5',
    impact: 'Impact, 1 to 5',
  },
  choiceLabels: issueStatusLabels,
  disclosure: {
    title: 'freeText',
    situation: 'freeText',
    effectOnStaff: 'freeText',
    effectOnPeople: 'freeText',
    evidence: 'freeText',
    figures: 'freeText',
    ownSteps: 'freeText',
    askedOf: 'freeText',
    raisedOn: 'quasiIdentifier',
    replyDue: 'quasiIdentifier',
    replies: 'freeText',
    status: 'quasiIdentifier',
    statusWhy: 'freeText',
    reviewOn: 'quasiIdentifier',
    likelihood: 'quasiIdentifier',
    impact: 'quasiIdentifier',
  },
  examples: [
    {
      title: 'No local detox beds',
      situation: 'The nearest bed is a ferry and a train away.',
      effectOnStaff: 'Key workers hold people in crisis for weeks.',
      effectOnPeople: 'People wait, and some stop asking.',
      evidence: 'Eleven people waited more than six weeks in the last year.',
      figures: [{ measure: 'caseload', words: 'Open cases for each WTE: 34.0, March 2026' }],
      ownSteps: 'A weekly call with the ward, and a lift to the ferry.',
      askedOf: 'Alcohol and Drug Partnership',
      raisedOn: '2025-11-20' as never,
      replyDue: '2026-01-15' as never,
      replies: [
        {
          id: 'reply-1',
          on: '2026-01-12' as never,
          from: 'Chair of the Partnership',
          said: 'It goes to the meeting in March.',
          nextDue: '2026-03-20' as never,
        },
      ],
      status: 'raised',
      statusWhy: '',
      reviewOn: '2026-06-01' as never,
      likelihood: 4,
      impact: 4,
    },
    {
      title: 'Pay below the neighbouring board',
      situation: '',
      effectOnStaff: '',
      effectOnPeople: '',
      evidence: '',
      figures: [],
      ownSteps: '',
      askedOf: 'Head of service',
      raisedOn: '2025-09-01' as never,
      replyDue: null,
      replies: [],
      status: 'accepted',
      statusWhy: 'National pay scales: nothing to be done here',
      reviewOn: null,
      likelihood: null,
      impact: null,
    },
  ],
  olderExamples: [],
});
