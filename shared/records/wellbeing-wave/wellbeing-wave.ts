/**
 * One round of a wellbeing measure. Answer sets are unlinked: no name, no time, no order of arrival (they are
 * kept sorted), so nothing in the vault says whose they are. A locked wave is never changed again.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const wellbeingWaveSchema = z
  .strictObject({
    instrumentId: z.string().min(1).max(40),
    instrumentVersion: z.int().min(1),
    label: lineSchema,
    /** A team, or empty for the whole service. */
    group: optionalLineSchema,
    opensOn: localDateSchema,
    closesOn: localDateSchema,
    /** Unique people invited. */
    invited: z.int().min(1, 'Enter how many people were invited').max(100_000),
    /** One row a reply, item 1 first, as given (not reversed); null = not answered. Sorted, so order tells nothing. */
    answerSets: z.array(z.array(z.int().min(0).max(100).nullable()).min(1).max(60)).max(5000),
    /** One more question of the form: which part of the service somebody belongs to. Null = not asked. */
    split: z
      .strictObject({
        question: lineSchema,
        options: z.array(lineSchema).min(2, 'Give at least two parts').max(8, 'Use 8 parts or fewer'),
      })
      .nullable(),
    /** To each answer set its part, by place among the options, the first is 0; null = not said. Empty without a split. */
    splitAnswers: z.array(z.int().min(0).max(7).nullable()).max(5000),
    isBaseline: z.boolean(),
    lockedOn: localDateSchema.nullable(),
    note: noteSchema,
  })
  .refine((wave) => wave.closesOn >= wave.opensOn, {
    path: ['closesOn'],
    message: 'The round closes before it opens',
  })
  .refine((wave) => wave.answerSets.length <= wave.invited, {
    path: ['invited'],
    message: 'There are more replies than people invited',
  })
  .refine(
    ({ split, splitAnswers, answerSets }) =>
      splitAnswers.length === (split === null ? 0 : answerSets.length) &&
      splitAnswers.every((part) => part === null || part < (split?.options.length ?? 0)),
    { path: ['splitAnswers'], message: 'Parts and replies do not go together' },
  );
export type WellbeingWave = z.infer<typeof wellbeingWaveSchema>;

export const wellbeingWaveKind = defineKind<WellbeingWave, 'wellbeing-wave'>({
  kind: 'wellbeing-wave',
  tableId: 5,
  schemaVersion: 2,
  schema: wellbeingWaveSchema,
  migrations: {
    1: (old) => ({ ...(old as object), split: null, splitAnswers: [] }),
  },
  label: { one: 'wellbeing round', many: 'wellbeing rounds' },
  // Replies are unlinked: nobody's in particular.
  people: () => [],
  searchFacets: (wave) => ({ date: wave.opensOn, themes: [] }),
  retention: 'wellbeing-round',
  without: (wave, erased) => ({
    ...wave,
    label: erased.line(wave.label),
    note: erased.note(wave.note),
    split:
      wave.split === null
        ? null
        : {
            question: erased.line(wave.split.question),
            options: wave.split.options.map((part) => erased.line(part)),
          },
  }),
  hasProse: true,
  disclosure: {
    instrumentId: 'open',
    instrumentVersion: 'open',
    label: 'freeText',
    group: 'quasiIdentifier',
    opensOn: 'quasiIdentifier',
    closesOn: 'quasiIdentifier',
    invited: 'quasiIdentifier',
    answerSets: 'sensitive',
    split: 'freeText',
    splitAnswers: 'sensitive',
    isBaseline: 'open',
    lockedOn: 'quasiIdentifier',
    note: 'freeText',
  },
  examples: [
    {
      instrumentId: 'who5',
      instrumentVersion: 1,
      label: 'Baseline',
      group: '',
      opensOn: '2025-04-01' as never,
      closesOn: '2025-04-14' as never,
      invited: 7,
      answerSets: [
        [1, 2, 2, 1, 2],
        [3, 2, 3, 1, 4],
        [3, 3, 2, 3, null],
      ],
      split: null,
      splitAnswers: [],
      isBaseline: true,
      lockedOn: '2025-04-15' as never,
      note: '',
    },
    {
      instrumentId: 'who5',
      instrumentVersion: 1,
      label: 'Autumn',
      group: 'Night team',
      opensOn: '2026-10-01' as never,
      closesOn: '2026-10-14' as never,
      invited: 7,
      answerSets: [
        [1, 2, 2, 1, 2],
        [3, 2, 3, 1, 4],
      ],
      split: { question: 'How you work here', options: ['Paid', 'Volunteer'] },
      splitAnswers: [1, null],
      isBaseline: false,
      lockedOn: null,
      note: '',
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        instrumentId: 'who5',
        instrumentVersion: 1,
        label: 'Baseline',
        group: '',
        opensOn: '2025-04-01',
        closesOn: '2025-04-14',
        invited: 7,
        answerSets: [[3, 2, 3, 1, 4]],
        isBaseline: true,
        lockedOn: '2025-04-15',
        note: '',
      },
    },
  ],
});
