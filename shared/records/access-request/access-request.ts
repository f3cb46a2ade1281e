/**
 * Somebody asked for what is held about them, in any words and any way. The day by which to answer is worked out from
 * the day it came (shared/requests/due-date.ts) and is not stored: nobody can move it by hand.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const requestChannels = ['spoken', 'email', 'letter', 'form', 'message', 'other'] as const;
export const requestChannelLabels = {
  spoken: 'In a conversation or by phone',
  email: 'Email',
  letter: 'Letter',
  form: 'Form',
  message: 'Message',
  other: 'Another way',
} as const satisfies Record<(typeof requestChannels)[number], string>;

export const requestStatuses = ['open', 'answered', 'withdrawn'] as const;
export const requestStatusLabels = {
  open: 'Open',
  answered: 'Answered',
  withdrawn: 'Withdrawn by the person',
} as const satisfies Record<(typeof requestStatuses)[number], string>;

/** One at a time, for each place: nothing about somebody else goes out by default. */
export const redactionChoices = ['redact', 'they-agreed', 'reasonable'] as const;
export const redactionChoiceLabels = {
  redact: 'Black it out',
  'they-agreed': 'Leave it: they agreed',
  reasonable: 'Leave it: reasonable without asking',
} as const satisfies Record<(typeof redactionChoices)[number], string>;

export const redactionDecisionSchema = z.strictObject({
  /** The record and field that name somebody else. */
  kind: lineSchema,
  recordId: recordIdSchema,
  field: lineSchema,
  /** The other person, when they are of this service; null otherwise. */
  thirdPartyId: recordIdSchema.nullable(),
  choice: z.enum(redactionChoices),
  decidedOn: localDateSchema,
});
export type RedactionDecision = z.infer<typeof redactionDecisionSchema>;

export const accessRequestSchema = z
  .strictObject({
    personId: recordIdSchema,
    receivedOn: localDateSchema,
    channel: z.enum(requestChannels),
    /** Up to two months more when it is complex; the person has to hear of it, and why, within the first month. */
    extension: z
      .strictObject({
        months: z.int().min(1).max(2, 'The law allows two months more at most'),
        toldOn: localDateSchema,
        reason: optionalLineSchema,
      })
      .nullable(),
    /** They were asked what they mean, because it could not be answered otherwise: the days between do not count. */
    clarification: z
      .strictObject({ askedOn: localDateSchema, answeredOn: localDateSchema.nullable() })
      .refine(({ askedOn, answeredOn }) => answeredOn === null || answeredOn >= askedOn, {
        path: ['answeredOn'],
        message: 'Their answer is before the question',
      })
      .nullable(),
    status: z.enum(requestStatuses),
    /** The day it was answered or withdrawn. */
    closedOn: localDateSchema.nullable(),
    decisions: z.array(redactionDecisionSchema).max(2000),
  })
  .refine((request) => (request.status === 'open') === (request.closedOn === null), {
    path: ['closedOn'],
    message: 'Enter the day it was closed, and none while it is open',
  })
  .refine((request) => request.closedOn === null || request.closedOn >= request.receivedOn, {
    path: ['closedOn'],
    message: 'It was closed before it came',
  })
  .refine(({ clarification, receivedOn }) => clarification === null || clarification.askedOn >= receivedOn, {
    path: ['clarification', 'askedOn'],
    message: 'They were asked before the request came',
  });
export type AccessRequest = z.infer<typeof accessRequestSchema>;

export const accessRequestKind = defineKind<AccessRequest, 'access-request'>({
  kind: 'access-request',
  tableId: 18,
  schemaVersion: 2,
  schema: accessRequestSchema,
  migrations: { 1: (old) => ({ clarification: null, ...(old as object) }) },
  label: { one: 'request for a copy', many: 'requests for a copy' },
  people: (request) => [
    request.personId,
    ...request.decisions.flatMap(({ thirdPartyId }) => thirdPartyId ?? []),
  ],
  searchFacets: (request) => ({ date: request.receivedOn, themes: [] }),
  retention: 'access-request',
  keptFrom: (request) => request.closedOn,
  without: (request, erased) =>
    request.personId === erased.id
      ? null
      : {
          ...request,
          extension:
            request.extension === null
              ? null
              : { ...request.extension, reason: erased.line(request.extension.reason) },
          decisions: request.decisions.map((decision) =>
            decision.thirdPartyId === erased.id ? { ...decision, thirdPartyId: null } : decision,
          ),
        },
  hasProse: false,
  choiceLabels: { ...requestChannelLabels, ...requestStatusLabels, ...redactionChoiceLabels },
  fieldLabels: {
    personId: 'Who asked',
    receivedOn: 'It came on',
    channel: 'How it came',
    extension: 'More time',
    clarification: 'Asked what they mean',
    status: 'Status',
    closedOn: 'Closed on',
    decisions: 'What was decided about other people',
  },
  disclosure: {
    personId: 'directIdentifier',
    receivedOn: 'sensitive',
    channel: 'sensitive',
    extension: 'freeText',
    clarification: 'sensitive',
    status: 'sensitive',
    closedOn: 'sensitive',
    decisions: 'directIdentifier',
  },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      receivedOn: '2026-01-31' as never,
      channel: 'spoken',
      extension: null,
      clarification: { askedOn: '2026-02-02' as never, answeredOn: '2026-02-04' as never },
      status: 'answered',
      closedOn: '2026-02-24' as never,
      decisions: [
        {
          kind: 'group-session',
          recordId: 'bb112233445566778899aabbccddeeff' as never,
          field: 'attendance',
          thirdPartyId: '11112233445566778899aabbccddeeff' as never,
          choice: 'redact',
          decidedOn: '2026-02-20' as never,
        },
      ],
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        personId: '00112233445566778899aabbccddeeff',
        receivedOn: '2026-01-31',
        channel: 'email',
        extension: { months: 2, toldOn: '2026-02-12', reason: 'many records' },
        status: 'open',
        closedOn: null,
        decisions: [],
      },
    },
  ],
});
