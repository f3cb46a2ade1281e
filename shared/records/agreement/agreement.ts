/**
 * A supervision agreement of one pair and one kind: how it runs, what stays between the two and where that ends, who
 * may read what is written, and what to do when they disagree. Both sign, or somebody says on a day that they do not.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import {
  intervalSchema,
  meetingModeSchema,
  minutesSchema,
  signaturesSchema,
  signaturesWithout,
} from '../supervision-parts';
import { noteSchema, optionalLineSchema } from '../text';

/** A reflective group has ground rules instead. */
export const pairKinds = ['clinical', 'line-management', 'professional'] as const;
export type PairKind = (typeof pairKinds)[number];

/** Where confidentiality ends: always said, never left to be guessed. */
export const confidentialityLimits = ['harm', 'safeguarding', 'law', 'regulator'] as const;
export const confidentialityLimitLabels = {
  harm: 'Risk of serious harm to anyone',
  safeguarding: 'Child or adult protection',
  law: 'A court order or the law',
  regulator: 'A duty to a regulator or professional body',
} as const satisfies Record<(typeof confidentialityLimits)[number], string>;

export const agreementSchema = z
  .strictObject({
    personId: recordIdSchema,
    kind: z.enum(pairKinds),
    /** The other party, out of the register of supervisors; null while nobody is named. */
    facilitatorId: recordIdSchema.nullable(),
    intervalDays: intervalSchema,
    minutes: minutesSchema,
    mode: meetingModeSchema,
    place: optionalLineSchema,
    /** Who sets what is talked about. */
    agendaRight: optionalLineSchema,
    cancellations: optionalLineSchema,
    confidentiality: noteSchema,
    limits: z.array(z.enum(confidentialityLimits)).max(confidentialityLimits.length),
    whatIsWritten: optionalLineSchema,
    whoMayRead: optionalLineSchema,
    disagreementRoute: optionalLineSchema,
    /** Somebody else to turn to, when it does not work between the two. */
    thirdParty: optionalLineSchema,
    startedOn: localDateSchema,
    reviewOn: localDateSchema,
    endedOn: localDateSchema.nullable(),
    signatures: signaturesSchema,
  })
  .refine((agreement) => agreement.endedOn === null || agreement.endedOn >= agreement.startedOn, {
    path: ['endedOn'],
    message: 'The end is before the start',
  })
  .refine((agreement) => agreement.reviewOn > agreement.startedOn, {
    path: ['reviewOn'],
    message: 'The review is not after the start',
  });
export type Agreement = z.infer<typeof agreementSchema>;

export const agreementKind = defineKind<Agreement, 'agreement'>({
  kind: 'agreement',
  tableId: 12,
  schemaVersion: 1,
  schema: agreementSchema,
  migrations: {},
  label: { one: 'supervision agreement', many: 'supervision agreements' },
  people: (agreement) => [agreement.personId],
  searchFacets: (agreement) => ({ date: agreement.startedOn, themes: [] }),
  retention: 'supervision',
  without: (agreement, erased) => {
    if (agreement.personId === erased.id) return null;
    const line = (text: string): string => erased.line(text);
    return {
      ...agreement,
      place: line(agreement.place),
      agendaRight: line(agreement.agendaRight),
      cancellations: line(agreement.cancellations),
      confidentiality: erased.note(agreement.confidentiality),
      whatIsWritten: line(agreement.whatIsWritten),
      whoMayRead: line(agreement.whoMayRead),
      disagreementRoute: line(agreement.disagreementRoute),
      thirdParty: line(agreement.thirdParty),
      signatures: signaturesWithout(agreement.signatures, line),
    };
  },
  hasProse: true,
  choiceLabels: confidentialityLimitLabels,
  fieldLabels: {
    personId: 'Who',
    kind: 'Kind',
    facilitatorId: 'With',
    intervalDays: 'Days between meetings',
    minutes: 'Minutes each time',
    mode: 'How they meet',
    place: 'Where',
    agendaRight: 'Who sets the agenda',
    cancellations: 'When one cannot come',
    confidentiality: 'What stays between the two',
    limits: 'Where that ends',
    whatIsWritten: 'What is written down',
    whoMayRead: 'Who may read it',
    disagreementRoute: 'When they disagree',
    thirdParty: 'Somebody else to turn to',
    startedOn: 'From',
    reviewOn: 'Looked at again on',
    endedOn: 'Ended',
    signatures: 'Signed',
  },
  disclosure: {
    personId: 'directIdentifier',
    kind: 'quasiIdentifier',
    facilitatorId: 'internal',
    intervalDays: 'quasiIdentifier',
    minutes: 'quasiIdentifier',
    mode: 'quasiIdentifier',
    place: 'freeText',
    agendaRight: 'freeText',
    cancellations: 'freeText',
    confidentiality: 'freeText',
    limits: 'open',
    whatIsWritten: 'freeText',
    whoMayRead: 'freeText',
    disagreementRoute: 'freeText',
    thirdParty: 'freeText',
    startedOn: 'quasiIdentifier',
    reviewOn: 'quasiIdentifier',
    endedOn: 'quasiIdentifier',
    signatures: 'freeText',
  },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      kind: 'clinical',
      facilitatorId: '0123456789abcdef0123456789abcdef' as never,
      intervalDays: 56,
      minutes: 60,
      mode: 'in-person',
      place: 'Quiet room, Harbour',
      agendaRight: 'Both bring topics',
      cancellations: 'Two days before; a new date within two weeks',
      confidentiality: 'What is said stays here. Themes may be counted for the service.',
      limits: ['harm', 'safeguarding', 'law', 'regulator'],
      whatIsWritten: 'Themes and what was agreed',
      whoMayRead: 'The two of them, and the named governance reader',
      disagreementRoute: 'First together, then the service manager',
      thirdParty: 'The supervisor of the neighbouring service',
      startedOn: '2026-01-12' as never,
      reviewOn: '2027-01-12' as never,
      endedOn: null,
      signatures: {
        person: { state: 'signed', on: '2026-01-12' as never },
        supervisor: { state: 'waiting' },
      },
    },
  ],
  olderExamples: [],
});
