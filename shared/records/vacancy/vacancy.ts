/**
 * One vacant post, from the day it was cleared to advertise until somebody starts in it (NES), with every round that was
 * tried. A post with a start date ahead is still vacant: an accepted offer looks after nobody.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const coverChoices = ['nobody', 'bank', 'agency', 'acting-up', 'shared-out'] as const;
export type Cover = (typeof coverChoices)[number];
export const coverLabels = {
  nobody: 'Nobody',
  bank: 'Bank staff',
  agency: 'Agency staff',
  'acting-up': 'Somebody acting up',
  'shared-out': 'Shared out in the team',
} as const satisfies Record<Cover, string>;

export const roundOutcomes = [
  'still-open',
  'filled',
  'no-applicants',
  'none-suitable',
  'offer-declined',
  'withdrawn',
] as const;
export type RoundOutcome = (typeof roundOutcomes)[number];
export const roundOutcomeLabels = {
  'still-open': 'Still open',
  filled: 'Filled',
  'no-applicants': 'No applicants',
  'none-suitable': 'None suitable',
  'offer-declined': 'Offer declined',
  withdrawn: 'Withdrawn',
} as const satisfies Record<RoundOutcome, string>;

const countSchema = z.int().min(0).max(10_000).nullable();

const roundSchema = z
  .strictObject({
    id: z.string().min(1).max(40),
    advertisedOn: localDateSchema,
    closedOn: localDateSchema.nullable(),
    /** Null: not counted, which is something else than none. */
    applicants: countSchema,
    shortlisted: countSchema,
    offered: countSchema,
    outcome: z.enum(roundOutcomes),
    note: optionalLineSchema,
  })
  .refine(({ advertisedOn, closedOn }) => closedOn === null || closedOn >= advertisedOn, {
    path: ['closedOn'],
    message: 'It closed before it was advertised',
  });
export type VacancyRound = z.infer<typeof roundSchema>;

const freezeSchema = z
  .strictObject({
    from: localDateSchema,
    /** The first day on which it could be advertised again; null: still frozen. */
    until: localDateSchema.nullable(),
    why: lineSchema,
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'The freeze ends before it begins',
  });
export type VacancyFreeze = z.infer<typeof freezeSchema>;

export const vacancySchema = z
  .strictObject({
    title: lineSchema,
    team: optionalLineSchema,
    site: optionalLineSchema,
    wte: z.number().gt(0, 'Enter more than 0').max(200, 'Use 200 or less'),
    clearedOn: localDateSchema,
    startedOn: localDateSchema.nullable(),
    withdrawnOn: localDateSchema.nullable(),
    withdrawnWhy: optionalLineSchema,
    /** Oldest first; of them only the last may be without an end. */
    freezes: z.array(freezeSchema).max(40),
    coveredBy: z.enum(coverChoices),
    coverNote: optionalLineSchema,
    /** What makes the place harder: an island, no housing, a long drive. Text, never a figure. */
    placeNote: optionalLineSchema,
    rounds: z.array(roundSchema).max(60),
  })
  .refine(({ startedOn, clearedOn }) => startedOn === null || startedOn >= clearedOn, {
    path: ['startedOn'],
    message: 'Somebody started before the post was cleared to advertise',
  })
  .refine(({ withdrawnOn, clearedOn }) => withdrawnOn === null || withdrawnOn >= clearedOn, {
    path: ['withdrawnOn'],
    message: 'The post was withdrawn before it was cleared to advertise',
  })
  .refine(({ startedOn, withdrawnOn }) => startedOn === null || withdrawnOn === null, {
    path: ['withdrawnOn'],
    message: 'A vacancy is filled or withdrawn, not both',
  });
export type Vacancy = z.infer<typeof vacancySchema>;

export const vacancyKind = defineKind<Vacancy, 'vacancy'>({
  kind: 'vacancy',
  tableId: 30,
  schemaVersion: 1,
  schema: vacancySchema,
  migrations: {},
  label: { one: 'vacancy', many: 'vacancies' },
  people: () => [],
  searchFacets: (vacancy) => ({ date: vacancy.clearedOn, themes: [] }),
  // A post is nobody's: it stays as the record of what was tried.
  retention: null,
  without: (vacancy, erased) => ({
    ...vacancy,
    title: erased.line(vacancy.title),
    team: erased.line(vacancy.team),
    site: erased.line(vacancy.site),
    withdrawnWhy: erased.line(vacancy.withdrawnWhy),
    coverNote: erased.line(vacancy.coverNote),
    placeNote: erased.line(vacancy.placeNote),
    freezes: vacancy.freezes.map((freeze) => ({ ...freeze, why: erased.line(freeze.why) })),
    rounds: vacancy.rounds.map((round) => ({ ...round, note: erased.line(round.note) })),
  }),
  hasProse: true,
  fieldLabels: {
    title: 'Post',
    team: 'Team',
    site: 'Site',
    wte: 'WTE',
    clearedOn: 'Cleared to advertise on',
    startedOn: 'Somebody started on',
    withdrawnOn: 'Withdrawn on',
    withdrawnWhy: 'Why withdrawn',
    freezes: 'Frozen',
    coveredBy: 'Covered by',
    coverNote: 'More about the cover',
    placeNote: 'About the place',
    rounds: 'Rounds tried',
  },
  choiceLabels: { ...coverLabels, ...roundOutcomeLabels },
  disclosure: {
    title: 'freeText',
    team: 'freeText',
    site: 'freeText',
    wte: 'quasiIdentifier',
    clearedOn: 'quasiIdentifier',
    startedOn: 'quasiIdentifier',
    withdrawnOn: 'quasiIdentifier',
    withdrawnWhy: 'freeText',
    freezes: 'freeText',
    coveredBy: 'quasiIdentifier',
    coverNote: 'freeText',
    placeNote: 'freeText',
    rounds: 'freeText',
  },
  examples: [
    {
      title: 'Key worker',
      team: 'Recovery hub',
      site: 'Harbour',
      wte: 1,
      clearedOn: '2025-11-03' as never,
      startedOn: null,
      withdrawnOn: null,
      withdrawnWhy: '',
      freezes: [{ from: '2025-12-15' as never, until: '2026-01-05' as never, why: 'Recruitment pause' }],
      coveredBy: 'shared-out',
      coverNote: 'Two caseloads split between four people',
      placeNote: 'No housing to rent within an hour',
      rounds: [
        {
          id: 'round-1',
          advertisedOn: '2025-11-10' as never,
          closedOn: '2025-12-05' as never,
          applicants: 2,
          shortlisted: 1,
          offered: 1,
          outcome: 'offer-declined',
          note: 'Found nowhere to live',
        },
        {
          id: 'round-2',
          advertisedOn: '2026-01-12' as never,
          closedOn: null,
          applicants: null,
          shortlisted: null,
          offered: null,
          outcome: 'still-open',
          note: '',
        },
      ],
    },
    {
      title: 'Peer worker',
      team: '',
      site: '',
      wte: 0.5,
      clearedOn: '2025-06-02' as never,
      startedOn: null,
      withdrawnOn: '2025-09-01' as never,
      withdrawnWhy: 'Money moved to another post',
      freezes: [],
      coveredBy: 'nobody',
      coverNote: '',
      placeNote: '',
      rounds: [],
    },
  ],
  olderExamples: [],
});
