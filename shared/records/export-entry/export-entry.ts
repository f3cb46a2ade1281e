/** One thing that left the vault: what, when, for which period, and the very numbers that were shown. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, mapTexts } from '../text';

export const exportEntrySchema = z.strictObject({
  report: z.enum([
    'board-summary',
    'import-problems',
    'person-copy',
    'plan-page',
    'round-results',
    'round-feedback',
    'risk-paper',
    'chart',
  ]),
  format: z.enum(['pdf', 'csv', 'print', 'html', 'json', 'png', 'svg']),
  title: lineSchema,
  periodStart: localDateSchema.nullable(),
  periodEnd: localDateSchema.nullable(),
  exportedOn: localDateSchema,
  hiddenCells: z.int().min(0),
  /** The suppressed model as it was published, so that a later export can be audited against it. */
  model: z.unknown(),
});
export type ExportEntry = z.infer<typeof exportEntrySchema>;

export const exportEntryKind = defineKind<ExportEntry, 'export-entry'>({
  kind: 'export-entry',
  tableId: 9,
  schemaVersion: 4,
  schema: exportEntrySchema,
  // Version 2 knows more formats, version 3 more reports, version 4 more of both.
  migrations: { 1: (old) => old, 2: (old) => old, 3: (old) => old },
  label: { one: 'export', many: 'exports' },
  people: () => [],
  searchFacets: (entry) => ({ date: entry.exportedOn, themes: [] }),
  retention: 'export',
  without: (entry, erased) => ({
    ...entry,
    title: erased.line(entry.title),
    model: mapTexts(entry.model, (text) => erased.note(text)),
  }),
  hasProse: false,
  disclosure: {
    report: 'internal',
    format: 'internal',
    title: 'freeText',
    periodStart: 'quasiIdentifier',
    periodEnd: 'quasiIdentifier',
    exportedOn: 'internal',
    hiddenCells: 'internal',
    model: 'internal',
  },
  examples: [
    {
      report: 'board-summary',
      format: 'pdf',
      title: 'Board summary',
      periodStart: '2025-04-01' as never,
      periodEnd: '2026-03-31' as never,
      exportedOn: '2026-04-02' as never,
      hiddenCells: 4,
      model: { tables: [] },
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        report: 'plan-page',
        format: 'pdf',
        title: 'Incident plan',
        periodStart: null,
        periodEnd: null,
        exportedOn: '2026-04-02',
        hiddenCells: 0,
        model: { tables: [] },
      },
    },
    {
      version: 2,
      value: {
        report: 'board-summary',
        format: 'csv',
        title: 'Board summary',
        periodStart: '2025-04-01',
        periodEnd: '2026-03-31',
        exportedOn: '2026-04-02',
        hiddenCells: 2,
        model: { tables: [] },
      },
    },
    {
      version: 3,
      value: {
        report: 'round-feedback',
        format: 'pdf',
        title: 'What we heard, what we will do',
        periodStart: null,
        periodEnd: null,
        exportedOn: '2026-04-02',
        hiddenCells: 0,
        model: { tables: [] },
      },
    },
  ],
});
