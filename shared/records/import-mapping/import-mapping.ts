/** Which column is which in the files of one system, as somebody confirmed it: used again when the same headings come. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const importMappingSchema = z.strictObject({
  /** Id of the import target. */
  target: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  /** In plain words and in the file's order; in any order they are the same file again. */
  headings: z.array(optionalLineSchema).max(500),
  /** Our column and the heading that feeds it; an empty heading: none, on purpose. */
  choices: z
    .array(z.strictObject({ column: z.string().regex(/^[A-Za-z0-9]{1,60}$/), heading: optionalLineSchema }))
    .max(100),
  dateOrder: z.enum(['day-first', 'month-first', 'mixed']),
  /** Of a workbook: the sheet that was read; '' for a file without sheets. */
  sheet: optionalLineSchema,
  savedOn: localDateSchema,
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

export const importMappingKind = defineKind<ImportMapping, 'import-mapping'>({
  kind: 'import-mapping',
  tableId: 38,
  schemaVersion: 1,
  schema: importMappingSchema,
  migrations: {},
  label: { one: 'column choice', many: 'column choices' },
  people: () => [],
  retention: null,
  // Headings name columns; should one be a person's name after all, it goes with them.
  without: (mapping, erased) => ({
    ...mapping,
    headings: mapping.headings.map((heading) => erased.line(heading)),
    choices: mapping.choices.map((choice) => ({ ...choice, heading: erased.line(choice.heading) })),
    sheet: erased.line(mapping.sheet),
  }),
  hasProse: false,
  fieldLabels: {
    target: 'List',
    headings: 'Headings',
    choices: 'Columns',
    dateOrder: 'Dates',
    sheet: 'Sheet',
    savedOn: 'Used last',
  },
  choiceLabels: { 'day-first': 'Day first', 'month-first': 'Month first', mixed: 'Both' },
  disclosure: {
    target: 'internal',
    headings: 'freeText',
    choices: 'freeText',
    dateOrder: 'internal',
    sheet: 'freeText',
    savedOn: 'internal',
  },
  examples: [
    {
      target: 'absences',
      headings: ['pers ref', 'from', 'to', 'reason'],
      choices: [
        { column: 'payrollNumber', heading: 'pers ref' },
        { column: 'firstDay', heading: 'from' },
        { column: 'lastDay', heading: 'to' },
        { column: 'reason', heading: '' },
      ],
      dateOrder: 'day-first',
      sheet: 'Sickness',
      savedOn: '2026-03-03' as never,
    },
  ],
  olderExamples: [],
});
