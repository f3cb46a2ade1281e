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
  });
export type WellbeingWave = z.infer<typeof wellbeingWaveSchema>;

export const wellbeingWaveKind = defineKind<WellbeingWave, 'wellbeing-wave'>({
  kind: 'wellbeing-wave',
  tableId: 5,
  schemaVersion: 1,
  schema: wellbeingWaveSchema,
  migrations: {},
  label: { one: 'wellbeing round', many: 'wellbeing rounds' },
  // Replies are unlinked: nobody's in particular.
  people: () => [],
  searchFacets: (wave) => ({ date: wave.opensOn, themes: [] }),
  retention: 'wellbeing-round',
  without: (wave, erased) => ({ ...wave, label: erased.line(wave.label), note: erased.note(wave.note) }),
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
      isBaseline: true,
      lockedOn: '2025-04-15' as never,
      note: '',
    },
  ],
  olderExamples: [],
});
