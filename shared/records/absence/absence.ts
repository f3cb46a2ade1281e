/** One episode of sickness absence: dates and a coded or short reason, no diagnosis. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const absenceSchema = z
  .strictObject({
    personId: recordIdSchema,
    firstDay: localDateSchema,
    /** Null while still away. */
    lastDay: localDateSchema.nullable(),
    /** The heading that the HR extract gives. */
    reason: optionalLineSchema,
  })
  .refine((absence) => absence.lastDay === null || absence.lastDay >= absence.firstDay, {
    path: ['lastDay'],
    message: 'The last day is before the first day',
  });
export type Absence = z.infer<typeof absenceSchema>;

export const absenceKind = defineKind<Absence, 'absence'>({
  kind: 'absence',
  tableId: 6,
  schemaVersion: 1,
  schema: absenceSchema,
  migrations: {},
  label: { one: 'absence', many: 'absences' },
  people: (absence) => [absence.personId],
  searchFacets: (absence) => ({ date: absence.firstDay, themes: [] }),
  retention: 'absence',
  without: (absence, erased) =>
    absence.personId === erased.id ? null : { ...absence, reason: erased.line(absence.reason) },
  hasProse: false,
  disclosure: {
    personId: 'directIdentifier',
    firstDay: 'quasiIdentifier',
    lastDay: 'quasiIdentifier',
    reason: 'sensitive',
  },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      firstDay: '2026-02-03' as never,
      lastDay: null,
      reason: 'Cold, cough, flu',
    },
  ],
  olderExamples: [],
});
