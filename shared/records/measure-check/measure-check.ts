/**
 * Somebody has checked a recalled part of a measure's key against its manual. From then on its bands or its flag
 * count (shared/instruments/evidence.ts). A new version of the key has other marks, so it is checked anew.
 */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const measureCheckSchema = z.strictObject({
  mark: z.string().regex(/^[a-z][a-z0-9_-]{1,39}@\d{1,4}\/(key|(bands|flag)\/[a-zA-Z0-9]{1,40})$/u),
  checkedOn: localDateSchema,
  /** Which manual or paper, and which edition. */
  against: optionalLineSchema,
});
export type MeasureCheck = z.infer<typeof measureCheckSchema>;

export const measureCheckKind = defineKind<MeasureCheck, 'measure-check'>({
  kind: 'measure-check',
  tableId: 26,
  schemaVersion: 1,
  schema: measureCheckSchema,
  migrations: {},
  label: { one: 'checked key', many: 'checked keys' },
  people: () => [],
  searchFacets: (check) => ({ date: check.checkedOn, themes: [] }),
  retention: null,
  without: (check, erased) => ({ ...check, against: erased.line(check.against) }),
  hasProse: false,
  fieldLabels: { mark: 'Part of the key', checkedOn: 'Checked on', against: 'Checked against' },
  disclosure: { mark: 'internal', checkedOn: 'internal', against: 'freeText' },
  examples: [
    { mark: 'uwes9@1/key', checkedOn: '2026-05-12' as never, against: 'The manual, second edition' },
    { mark: 'uwes9@1/bands/total', checkedOn: '2026-05-12' as never, against: '' },
  ],
  olderExamples: [],
});
