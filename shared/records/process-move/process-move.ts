/**
 * A concern about conduct or capability left supervision for the named process on a day, and the person was told. What
 * it is about stands in that process and nowhere here: there is no field for it.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const processMoveSchema = z
  .strictObject({
    personId: recordIdSchema,
    movedOn: localDateSchema,
    /** The person has to know: it cannot be recorded without the day they were told. */
    toldOn: localDateSchema,
  })
  .refine((move) => move.toldOn <= move.movedOn, {
    path: ['toldOn'],
    message: 'Tell them first, on the same day at the latest',
  });
export type ProcessMove = z.infer<typeof processMoveSchema>;

export const processMoveKind = defineKind<ProcessMove, 'process-move'>({
  kind: 'process-move',
  tableId: 17,
  schemaVersion: 1,
  schema: processMoveSchema,
  migrations: {},
  label: { one: 'move to a process', many: 'moves to a process' },
  people: (move) => [move.personId],
  searchFacets: (move) => ({ date: move.movedOn, themes: [] }),
  retention: 'person',
  without: (move, erased) => (move.personId === erased.id ? null : move),
  hasProse: false,
  fieldLabels: { personId: 'Who', movedOn: 'Moved to process on', toldOn: 'Told on' },
  disclosure: { personId: 'directIdentifier', movedOn: 'sensitive', toldOn: 'sensitive' },
  examples: [
    {
      personId: '00112233445566778899aabbccddeeff' as never,
      movedOn: '2026-05-12' as never,
      toldOn: '2026-05-11' as never,
    },
  ],
  olderExamples: [],
});
