/** How a report is composed, kept under a name: its blocks and its own words. Of figures it holds none. */
import { reviewedWordsSchema, wordsWithout } from '@shared/disclosure/reviewed-words';
import { roundings } from '@shared/disclosure/thresholds';
import { z } from '@shared/kernel/zod';
import { blockIds, reportKinds } from '@shared/reports/report-kinds';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const composedBlockSchema = z.strictObject({
  key: z.string().min(1).max(40),
  block: z.enum(blockIds),
  /** Of own words. */
  heading: optionalLineSchema,
  words: reviewedWordsSchema.nullable(),
});
export type ComposedBlock = z.infer<typeof composedBlockSchema>;

export const reportTemplateSchema = z.strictObject({
  name: lineSchema,
  report: z.enum(reportKinds),
  months: z.union([z.literal(12), z.literal(24), z.literal(36)]),
  withServiceName: z.boolean(),
  withTeamNames: z.boolean(),
  mergesTeams: z.boolean(),
  rounding: z.enum(roundings),
  blocks: z.array(composedBlockSchema).max(40),
});
export type ReportTemplate = z.infer<typeof reportTemplateSchema>;

export const reportTemplateKind = defineKind<ReportTemplate, 'report-template'>({
  kind: 'report-template',
  tableId: 39,
  schemaVersion: 1,
  schema: reportTemplateSchema,
  migrations: {},
  label: { one: 'report template', many: 'report templates' },
  people: () => [],
  retention: null,
  without: (template, erased) => ({
    ...template,
    name: erased.line(template.name),
    blocks: template.blocks.map((block) => ({
      ...block,
      heading: erased.line(block.heading),
      words: block.words === null ? null : wordsWithout(block.words, (text) => erased.note(text)),
    })),
  }),
  hasProse: true,
  fieldLabels: {
    name: 'Name',
    report: 'Report',
    months: 'Months',
    withServiceName: 'With the service’s name',
    withTeamNames: 'Teams by name',
    mergesTeams: 'Small teams together',
    rounding: 'Rounding',
    blocks: 'Parts',
  },
  disclosure: {
    name: 'freeText',
    report: 'internal',
    months: 'internal',
    withServiceName: 'internal',
    withTeamNames: 'internal',
    mergesTeams: 'internal',
    rounding: 'internal',
    blocks: 'freeText',
  },
  examples: [
    {
      name: 'For the trustees',
      report: 'board-summary',
      months: 12,
      withServiceName: true,
      withTeamNames: false,
      mergesTeams: false,
      rounding: 'none',
      blocks: [
        { key: 'people', block: 'people', heading: '', words: null },
        {
          key: 'words-1',
          block: 'own-words',
          heading: 'The year',
          words: { source: 'A hard winter.', spans: [], result: '', confirmedOn: null },
        },
      ],
    },
  ],
  olderExamples: [],
});
