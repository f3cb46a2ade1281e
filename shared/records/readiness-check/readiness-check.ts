/**
 * One look at how ready the service is for trauma-informed practice: eight areas with a rating and its evidence, and what
 * stands in the way. It can be finished only with staff wellbeing rated, with evidence and a funded action; from then
 * on it is history, and the next one is begun from it.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { readinessAreaIds, readinessRatingLabels, type ReadinessAreaId } from '@shared/readiness/areas';
import {
  usualCoverageTarget,
  wellbeingCheckIds,
  wellbeingCheckStates,
  type WellbeingCheckId,
} from '@shared/readiness/sub-checks';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

const areaRatingSchema = z
  .strictObject({
    /** Place among `readinessRatings`; null: not rated yet. */
    rating: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
    evidence: z.string().max(3000, 'Use 3,000 characters or fewer'),
    ratedOn: localDateSchema.nullable(),
    /** Somebody of this service; null: a role, or nobody yet. */
    ownerId: recordIdSchema.nullable(),
    ownerRole: optionalLineSchema,
  })
  .refine(({ rating, ratedOn }) => (rating === null) === (ratedOn === null), {
    path: ['ratedOn'],
    message: 'Say on which day it was rated',
  })
  .refine(({ ownerId, ownerRole }) => ownerId === null || ownerRole === '', {
    path: ['ownerRole'],
    message: 'Choose a person or write a role, not both',
  });
export type AreaRating = z.infer<typeof areaRatingSchema>;

/** Where the proof of a blocker is. The words are as they were read on the day: the check must not change by itself. */
const blockerLinkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('figure'),
    measure: z.string().min(1).max(40),
    words: lineSchema,
  }),
  z.strictObject({ kind: z.literal('vacancies'), words: lineSchema }),
  z.strictObject({ kind: z.literal('outside'), id: recordIdSchema, words: lineSchema }),
]);
export type BlockerLink = z.infer<typeof blockerLinkSchema>;

const blockerSchema = z.strictObject({
  id: z.string().min(1).max(40),
  text: lineSchema,
  /** Null: it is in the way of everything. */
  area: z.enum(readinessAreaIds).nullable(),
  links: z.array(blockerLinkSchema).max(8),
});
export type Blocker = z.infer<typeof blockerSchema>;

const foundSchema = z.strictObject({
  check: z.enum(wellbeingCheckIds),
  state: z.enum(wellbeingCheckStates),
  on: localDateSchema.nullable(),
  words: lineSchema,
});

/** What stood in other records on the day of finishing. They go on; this stays. */
const finishedWithSchema = z.strictObject({
  actions: z.array(lineSchema).max(100),
  found: z.array(foundSchema).max(wellbeingCheckIds.length),
});

const byArea = Object.fromEntries(readinessAreaIds.map((id) => [id, areaRatingSchema])) as Record<
  ReadinessAreaId,
  typeof areaRatingSchema
>;
const byCheck = Object.fromEntries(wellbeingCheckIds.map((id) => [id, optionalLineSchema])) as Record<
  WellbeingCheckId,
  typeof optionalLineSchema
>;

export const readinessCheckSchema = z
  .strictObject({
    name: lineSchema,
    startedOn: localDateSchema,
    /** The finished check that it was begun from. */
    previousId: recordIdSchema.nullable(),
    areas: z.strictObject(byArea),
    /** In per cent of those in post: from here on supervision counts as reached. */
    coverageTarget: z.int().min(50, 'Use 50 or more').max(100, 'Use 100 or fewer'),
    /** What a person adds to what the records say of each wellbeing check. */
    checkNotes: z.strictObject(byCheck),
    blockers: z.array(blockerSchema).max(60),
    finalisedOn: localDateSchema.nullable(),
    finishedWith: finishedWithSchema.nullable(),
  })
  .refine(({ finalisedOn, finishedWith }) => (finalisedOn === null) === (finishedWith === null), {
    path: ['finishedWith'],
    message: 'A finished check keeps what it was finished with',
  })
  .refine(({ startedOn, finalisedOn }) => finalisedOn === null || finalisedOn >= startedOn, {
    path: ['finalisedOn'],
    message: 'It is finished before it was begun',
  })
  .refine(
    ({ finishedWith, areas: { wellbeing } }) =>
      finishedWith === null ||
      (wellbeing.rating !== null && wellbeing.evidence.trim() !== '' && finishedWith.actions.length > 0),
    {
      path: ['finalisedOn'],
      message: 'Staff wellbeing needs a rating, evidence and a funded action first',
    },
  );
export type ReadinessCheck = z.infer<typeof readinessCheckSchema>;

export function mapAreas(
  areas: ReadinessCheck['areas'],
  change: (area: AreaRating, id: ReadinessAreaId) => AreaRating,
): ReadinessCheck['areas'] {
  return Object.fromEntries(
    readinessAreaIds.map((id) => [id, change(areas[id], id)]),
  ) as ReadinessCheck['areas'];
}

export const unrated: AreaRating = {
  rating: null,
  evidence: '',
  ratedOn: null,
  ownerId: null,
  ownerRole: '',
};

export const noAreas = Object.fromEntries(
  readinessAreaIds.map((id) => [id, unrated]),
) as ReadinessCheck['areas'];
export const noCheckNotes = Object.fromEntries(
  wellbeingCheckIds.map((id) => [id, '']),
) as ReadinessCheck['checkNotes'];

export const readinessCheckKind = defineKind<ReadinessCheck, 'readiness-check'>({
  kind: 'readiness-check',
  tableId: 44,
  schemaVersion: 1,
  schema: readinessCheckSchema,
  migrations: {},
  label: { one: 'readiness check', many: 'readiness checks' },
  people: ({ areas }) => [
    ...new Set(
      readinessAreaIds.flatMap((id) => {
        const { ownerId } = areas[id];
        return ownerId === null ? [] : [ownerId];
      }),
    ),
  ],
  searchFacets: (check) => ({ date: check.finalisedOn ?? check.startedOn, themes: [] }),
  // The service's own history: it outlives whoever owned an area.
  retention: null,
  without: (check, erased) => ({
    ...check,
    name: erased.line(check.name),
    areas: mapAreas(check.areas, (area) => ({
      ...area,
      evidence: erased.note(area.evidence),
      ownerId: area.ownerId === erased.id ? null : area.ownerId,
      ownerRole: erased.line(area.ownerRole),
    })),
    checkNotes: Object.fromEntries(
      wellbeingCheckIds.map((id) => [id, erased.line(check.checkNotes[id])]),
    ) as ReadinessCheck['checkNotes'],
    blockers: check.blockers.map((blocker) => ({
      ...blocker,
      text: erased.line(blocker.text),
      links: blocker.links.map((link) => ({ ...link, words: erased.line(link.words) })),
    })),
    finishedWith:
      check.finishedWith === null
        ? null
        : {
            actions: check.finishedWith.actions.map((what) => erased.line(what)),
            found: check.finishedWith.found.map((each) => ({ ...each, words: erased.line(each.words) })),
          },
  }),
  hasProse: true,
  fieldLabels: {
    name: 'Name',
    startedOn: 'Begun on',
    previousId: 'Begun from',
    areas: 'Areas',
    coverageTarget: 'Target for supervision, per cent',
    checkNotes: 'Words beside the wellbeing checks',
    blockers: 'What stands in the way',
    finalisedOn: 'Finished on',
    finishedWith: 'What it was finished with',
  },
  choiceLabels: Object.fromEntries(readinessRatingLabels.map((label, rating) => [String(rating), label])),
  disclosure: {
    name: 'freeText',
    startedOn: 'quasiIdentifier',
    previousId: 'internal',
    areas: 'freeText',
    coverageTarget: 'open',
    checkNotes: 'freeText',
    blockers: 'freeText',
    finalisedOn: 'quasiIdentifier',
    finishedWith: 'freeText',
  },
  examples: [
    {
      name: 'Readiness, spring 2026',
      startedOn: '2026-02-02' as never,
      previousId: '00112233445566778899aabbccddee01' as never,
      areas: {
        ...noAreas,
        leadership: {
          rating: 2,
          evidence: 'A lead was named in May, with half a day a week.',
          ratedOn: '2026-02-10' as never,
          ownerId: '00112233445566778899aabbccddeeff' as never,
          ownerRole: '',
        },
        money: {
          rating: 1,
          evidence: '',
          ratedOn: '2026-02-10' as never,
          ownerId: null,
          ownerRole: 'Head of service',
        },
      },
      coverageTarget: usualCoverageTarget,
      checkNotes: { ...noCheckNotes, facilities: 'Seen with the landlord in January.' },
      blockers: [
        {
          id: 'blocker-1',
          text: 'Two posts on the isles stay empty',
          area: 'knowledge',
          links: [
            { kind: 'figure', measure: 'vacancy-rate', words: 'Vacancy rate: 14.0%, January 2026' },
            { kind: 'vacancies', words: '2 posts open, the longest for 231 days' },
            {
              kind: 'outside',
              id: '00112233445566778899aabbccddee02' as never,
              words: 'Pay below the neighbouring board',
            },
          ],
        },
      ],
      finalisedOn: null,
      finishedWith: null,
    },
    {
      name: 'Readiness, 2025',
      startedOn: '2025-03-03' as never,
      previousId: null,
      areas: {
        ...noAreas,
        wellbeing: {
          rating: 1,
          evidence: 'The round of September 2023 found Demands to be urgent.',
          ratedOn: '2025-03-10' as never,
          ownerId: null,
          ownerRole: 'Service manager',
        },
      },
      coverageTarget: 90,
      checkNotes: noCheckNotes,
      blockers: [],
      finalisedOn: '2025-03-20' as never,
      finishedWith: {
        actions: ['Caseloads above 20 are shared out each Monday'],
        found: [
          {
            check: 'baseline',
            state: 'yes',
            on: '2023-09-29' as never,
            words: 'Closed on 29 September 2023.',
          },
          { check: 'facilities', state: 'not-known', on: null, words: 'No check of a space is recorded.' },
        ],
      },
    },
  ],
  olderExamples: [],
});
