/** Open cases of one worker on the last day of a month. */
import { lastDayOf } from '@shared/kernel/local-date';
import { localMonthSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const caseloadCountSchema = z.strictObject({
  personId: recordIdSchema,
  month: localMonthSchema,
  openCases: z.int().min(0).max(2000),
});
export type CaseloadCount = z.infer<typeof caseloadCountSchema>;

export const caseloadCountKind = defineKind<CaseloadCount, 'caseload-count'>({
  kind: 'caseload-count',
  tableId: 7,
  schemaVersion: 1,
  schema: caseloadCountSchema,
  migrations: {},
  label: { one: 'caseload figure', many: 'caseload figures' },
  people: (count) => [count.personId],
  searchFacets: (count) => ({ date: lastDayOf(count.month), themes: [] }),
  retention: 'caseload',
  without: (count, erased) => (count.personId === erased.id ? null : count),
  hasProse: false,
  disclosure: { personId: 'directIdentifier', month: 'quasiIdentifier', openCases: 'sensitive' },
  examples: [
    { personId: '00112233445566778899aabbccddeeff' as never, month: '2026-03' as never, openCases: 23 },
  ],
  olderExamples: [],
});
