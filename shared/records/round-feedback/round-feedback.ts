/** "What we heard, what we will do": what the service tells its people after a round. Its actions stand elsewhere. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { noteSchema } from '../text';

export const roundFeedbackSchema = z.strictObject({
  waveId: recordIdSchema,
  heard: noteSchema,
  willDo: noteSchema,
  cannotDo: noteSchema,
  /** The day on which people were told; null: not yet. */
  toldOn: localDateSchema.nullable(),
});
export type RoundFeedback = z.infer<typeof roundFeedbackSchema>;

export const roundFeedbackKind = defineKind<RoundFeedback, 'round-feedback'>({
  kind: 'round-feedback',
  tableId: 28,
  schemaVersion: 1,
  schema: roundFeedbackSchema,
  migrations: {},
  label: { one: 'sheet of what we heard', many: 'sheets of what we heard' },
  people: () => [],
  retention: 'wellbeing-round',
  keptFrom: ({ toldOn }) => toldOn,
  without: (feedback, erased) => ({
    ...feedback,
    heard: erased.note(feedback.heard),
    willDo: erased.note(feedback.willDo),
    cannotDo: erased.note(feedback.cannotDo),
  }),
  hasProse: true,
  searchFacets: (feedback) => ({ date: feedback.toldOn, themes: [] }),
  fieldLabels: {
    waveId: 'Round',
    heard: 'What we heard',
    willDo: 'What we will do',
    cannotDo: 'What we cannot do now',
    toldOn: 'People were told on',
  },
  disclosure: {
    waveId: 'internal',
    heard: 'freeText',
    willDo: 'freeText',
    cannotDo: 'freeText',
    toldOn: 'internal',
  },
  examples: [
    {
      waveId: '0123456789abcdef0123456789abcdef' as never,
      heard: 'Workload is what most people find hard.',
      willDo: 'Caseloads above 35 are shared out each Monday.',
      cannotDo: 'A second office is not in this year’s budget.',
      toldOn: '2026-06-01' as never,
    },
  ],
  olderExamples: [],
});
