/**
 * How long each class of record is kept, whose records are on hold, when a backup was last proven, and what was
 * destroyed: one record. The destruction log holds classes, counts, days and reason codes, and nothing of a person.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { retentionClasses, type RetentionClass } from '../retention-class';

export { retentionClasses, type RetentionClass };

export const holdReasons = [
  'access-request',
  'complaint',
  'court-or-tribunal',
  'inquiry',
  'regulator',
  'other',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** `deleted`: somebody chose to, before the period was over. */
export const destructionReasons = ['period-over', 'person-asked', 'recorded-in-error', 'deleted'] as const;
export type DestructionReason = (typeof destructionReasons)[number];

/** Whole months; null: never listed for review. */
const monthsSchema = z.int().min(1, 'Use 1 month or more').max(1200, 'Use 1,200 months or fewer').nullable();

export const holdSchema = z.strictObject({
  personId: recordIdSchema,
  reason: z.enum(holdReasons),
  since: localDateSchema,
});

export const destructionSchema = z.strictObject({
  class: z.enum(retentionClasses),
  count: z.int().min(1).max(1_000_000),
  on: localDateSchema,
  reason: z.enum(destructionReasons),
});

export const careSettingsSchema = z.strictObject({
  months: z.strictObject({
    person: monthsSchema,
    supervision: monthsSchema,
    absence: monthsSchema,
    caseload: monthsSchema,
    'incident-plan': monthsSchema,
    'wellbeing-round': monthsSchema,
    'wellbeing-plan': monthsSchema,
    'access-request': monthsSchema,
    export: monthsSchema,
    draft: monthsSchema,
  } satisfies Record<RetentionClass, typeof monthsSchema>),
  holds: z.array(holdSchema).max(2000),
  /** The last backup that was opened with a typed secret: on which day, and on which day it had been made. */
  lastProof: z.strictObject({ on: localDateSchema, madeOn: localDateSchema }).nullable(),
  /** Oldest first. */
  destroyed: z.array(destructionSchema).max(20_000),
});
export type CareSettings = z.infer<typeof careSettingsSchema>;
export type Hold = z.infer<typeof holdSchema>;
export type Destruction = z.infer<typeof destructionSchema>;

export const careSettingsKind = defineKind<CareSettings, 'care-settings'>({
  kind: 'care-settings',
  tableId: 11,
  schemaVersion: 2,
  schema: careSettingsSchema,
  migrations: {
    // Plans and requests came with version 2, each with a time of its own.
    1: (old) => {
      const { months, ...rest } = old as { readonly months: object };
      return { ...rest, months: { 'wellbeing-plan': 1, 'access-request': 36, ...months } };
    },
  },
  label: { one: 'keeping rules', many: 'sets of keeping rules' },
  people: (settings) => settings.holds.map((hold) => hold.personId),
  retention: null,
  without: (settings, erased) => ({
    ...settings,
    holds: settings.holds.filter((hold) => hold.personId !== erased.id),
  }),
  hasProse: false,
  disclosure: { months: 'open', holds: 'directIdentifier', lastProof: 'internal', destroyed: 'internal' },
  examples: [
    {
      months: {
        person: 72,
        supervision: 72,
        absence: 72,
        caseload: 72,
        'incident-plan': 72,
        'wellbeing-round': 24,
        'wellbeing-plan': 1,
        'access-request': 36,
        export: null,
        draft: 6,
      },
      holds: [
        {
          personId: '00112233445566778899aabbccddeeff' as never,
          reason: 'complaint',
          since: '2026-05-04' as never,
        },
      ],
      lastProof: { on: '2026-11-20' as never, madeOn: '2026-11-19' as never },
      destroyed: [{ class: 'supervision', count: 14, on: '2026-10-01' as never, reason: 'period-over' }],
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        months: {
          person: 72,
          supervision: 72,
          absence: 72,
          caseload: 72,
          'incident-plan': 72,
          'wellbeing-round': 24,
          export: null,
          draft: 6,
        },
        holds: [],
        lastProof: null,
        destroyed: [],
      },
    },
  ],
});
