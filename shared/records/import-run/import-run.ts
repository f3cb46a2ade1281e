/**
 * One file that was brought in, so that it can be taken back whole. What did not fit into one commit has a record for
 * each, with the same `runId`: a part is saved together with what it brought, so after a crash both are there or neither.
 */
import { recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';
import { withoutPersonIn } from './written';

const countSchema = z.int().min(0).max(10_000_000);

const takenBackSchema = z.strictObject({
  /** Epoch milliseconds, of the last try. */
  at: z.int().min(0),
  removed: countSchema,
  returned: countSchema,
  /** What stayed, and why: changed by somebody since; other records are about that person; too old to be put back. */
  changedSince: countSchema,
  neededByOthers: countSchema,
  tooOld: countSchema,
  /** Deleted or erased meanwhile. */
  gone: countSchema,
  /** May still go back: what a full disk kept from it, and people that other records are about. */
  left: countSchema,
});

export const importRunSchema = z.strictObject({
  runId: recordIdSchema,
  /** From 1. */
  part: z.int().min(1).max(10_000),
  /** Id of the import target: "people", "absences". A later version may know more of them. */
  target: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** Kind of the records. */
  of: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** Epoch milliseconds: the save's own time changes when it is taken back. */
  at: z.int().min(0),
  fileName: optionalLineSchema,
  created: countSchema,
  changed: countSchema,
  /** Rows of the file that were left out, for the list. */
  leftOut: countSchema,
  /** Which records, in which revisions (see written.ts); empty once it was taken back. */
  written: z.string().max(16_000_000),
  takenBack: takenBackSchema.nullable(),
});
export type ImportRun = z.infer<typeof importRunSchema>;
export type TakenBack = z.infer<typeof takenBackSchema>;

export const importRunKind = defineKind<ImportRun, 'import-run', 'written'>({
  kind: 'import-run',
  tableId: 37,
  schemaVersion: 1,
  schema: importRunSchema,
  migrations: {},
  label: { one: 'import', many: 'imports' },
  // Sealed under the service's key: it holds ids and counts alone, and an erasure takes out those of a person.
  people: () => [],
  // Let go two years after, with the next import (renderer/records/import/run-records).
  retention: null,
  without: (run, erased) => ({
    ...run,
    fileName: erased.line(run.fileName),
    written: withoutPersonIn(run.written, erased.id),
  }),
  hasProse: false,
  longFields: ['written'],
  fieldLabels: {
    runId: 'Import',
    part: 'Part',
    target: 'List',
    of: 'Records',
    at: 'Brought in',
    fileName: 'File',
    created: 'New',
    changed: 'Changed',
    leftOut: 'Rows left out',
    written: 'What was written',
    takenBack: 'Taken back',
  },
  disclosure: {
    runId: 'internal',
    part: 'internal',
    target: 'internal',
    of: 'internal',
    at: 'internal',
    fileName: 'freeText',
    created: 'internal',
    changed: 'internal',
    leftOut: 'internal',
    written: 'internal',
    takenBack: 'internal',
  },
  examples: [
    {
      runId: '00112233445566778899aabbccddee01' as never,
      part: 1,
      target: 'absences',
      of: 'absence',
      at: 1_770_000_000_000,
      fileName: 'sickness to March.csv',
      created: 2,
      changed: 1,
      leftOut: 3,
      written:
        '00112233445566778899aabbccddeeff:10112233445566778899aabbccddeeff,20112233445566778899aabbccddeeff -:30112233445566778899aabbccddeeff.4',
      takenBack: null,
    },
    {
      runId: '00112233445566778899aabbccddee02' as never,
      part: 2,
      target: 'people',
      of: 'person',
      at: 1_770_000_000_000,
      fileName: '',
      created: 40,
      changed: 0,
      leftOut: 0,
      written: '-:40112233445566778899aabbccddeeff',
      takenBack: {
        at: 1_770_000_900_000,
        removed: 37,
        returned: 0,
        changedSince: 2,
        neededByOthers: 1,
        tooOld: 0,
        gone: 0,
        left: 1,
      },
    },
  ],
  olderExamples: [],
});
