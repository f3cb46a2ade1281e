/** One thing that left the vault: what, when, for which period, and the very numbers that were shown. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { hiddenReasons } from '@shared/disclosure/thresholds';
import { defineKind } from '../record-kind';
import { lineSchema, mapTexts } from '../text';

const figureSchema = z.strictObject({
  key: z.string().max(1000),
  value: z.number(),
  kind: z.enum(['count', 'sensitive-count', 'statistic']),
  reason: z.enum(hiddenReasons).nullable(),
  isPublished: z.boolean(),
  hidesZero: z.boolean().optional(),
  isKnown: z.boolean().optional(),
  mostOfOne: z.number().optional(),
  madeOf: z.array(z.string()).optional(),
  ratio: z
    .strictObject({ over: z.array(z.string()), under: z.array(z.string()), times: z.number() })
    .optional(),
  mean: z.strictObject({ measure: z.string(), people: z.string() }).optional(),
});

/** `EarlierRelease` of shared/disclosure/release-figures.ts. Names of teams are in its keys: it never leaves. */
export const ledgerSchema = z.strictObject({
  figures: z.array(figureSchema),
  sums: z.array(z.strictObject({ total: z.string(), parts: z.array(z.string()) })),
  shownKeys: z.array(z.string()),
  roundedKeys: z.array(z.string()).optional(),
});

export const exportEntrySchema = z.strictObject({
  report: z.enum([
    'board-summary',
    'import-problems',
    'person-copy',
    'plan-page',
    'round-results',
    'round-feedback',
    'risk-paper',
    'space-check',
    'chart',
    'team-summary',
    'inspection-pack',
    'readiness',
    'service-bundle',
    'services-together',
    'rows',
  ]),
  format: z.enum(['pdf', 'csv', 'print', 'html', 'json', 'png', 'svg', 'docx', 'xlsx']),
  title: lineSchema,
  periodStart: localDateSchema.nullable(),
  periodEnd: localDateSchema.nullable(),
  exportedOn: localDateSchema,
  hiddenCells: z.int().min(0),
  /** The suppressed model as it was published. */
  model: z.unknown(),
  /** Every figure of it, hidden ones too, so that a later export can be audited together with it; null: it has none. */
  ledger: ledgerSchema.nullable(),
});
export type ExportEntry = z.infer<typeof exportEntrySchema>;

/** A team may be called after somebody: its key changes everywhere, so that the sums still hold. */
function withoutName(
  ledger: z.infer<typeof ledgerSchema>,
  without: (text: string) => string,
): z.infer<typeof ledgerSchema> {
  return mapTexts(ledger, without) as z.infer<typeof ledgerSchema>;
}

export const exportEntryKind = defineKind<ExportEntry, 'export-entry'>({
  kind: 'export-entry',
  tableId: 9,
  schemaVersion: 5,
  schema: exportEntrySchema,
  // Version 2 knows more formats, version 3 more reports, version 4 more of both; version 5 has the ledger.
  migrations: {
    1: (old) => old,
    2: (old) => old,
    3: (old) => old,
    4: (old) => ({ ...(old as object), ledger: null }),
  },
  label: { one: 'export', many: 'exports' },
  people: () => [],
  searchFacets: (entry) => ({ date: entry.exportedOn, themes: [] }),
  retention: 'export',
  without: (entry, erased) => ({
    ...entry,
    title: erased.line(entry.title),
    model: mapTexts(entry.model, (text) => erased.note(text)),
    ledger: entry.ledger === null ? null : withoutName(entry.ledger, (text) => erased.note(text)),
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
    ledger: 'internal',
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
      ledger: {
        figures: [
          {
            key: 'in-post|at:2026-03-31|paid',
            value: 24,
            kind: 'count',
            reason: null,
            isPublished: true,
          },
        ],
        sums: [],
        shownKeys: ['in-post|at:2026-03-31|paid'],
      },
    },
  ],
  olderExamples: [
    {
      version: 4,
      value: {
        report: 'chart',
        format: 'png',
        title: 'A chart',
        periodStart: null,
        periodEnd: null,
        exportedOn: '2026-04-02',
        hiddenCells: 0,
        model: { tables: [] },
      },
    },
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
