/** Funded posts of one team in one month, in whole-time equivalents. */
import { lastDayOf } from '@shared/kernel/local-date';
import { localMonthSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';

export const establishmentSchema = z.strictObject({
  month: localMonthSchema,
  team: lineSchema,
  fundedWte: z.number().min(0).max(5000),
});
export type Establishment = z.infer<typeof establishmentSchema>;

export const establishmentKind = defineKind<Establishment, 'establishment'>({
  kind: 'establishment',
  tableId: 8,
  schemaVersion: 1,
  schema: establishmentSchema,
  migrations: {},
  label: { one: 'establishment figure', many: 'establishment figures' },
  people: () => [],
  searchFacets: (row) => ({ date: lastDayOf(row.month), themes: [] }),
  retention: null,
  without: (row) => row,
  hasProse: false,
  disclosure: { month: 'quasiIdentifier', team: 'quasiIdentifier', fundedWte: 'quasiIdentifier' },
  examples: [{ month: '2026-03' as never, team: 'Recovery hub', fundedWte: 14 }],
  olderExamples: [],
});
