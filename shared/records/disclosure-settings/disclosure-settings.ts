/**
 * How careful this service is with what leaves: one record. Each number can be stricter than what the app holds to
 * anyway (shared/disclosure/thresholds.ts) and never laxer.
 */
import { disclosureThresholds, policyOf, roundings } from '@shared/disclosure/thresholds';
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

const floor = disclosureThresholds;
const peopleSchema = (least: number) =>
  z
    .int(`Use a whole number, ${least} or more`)
    .min(least, `Use ${least} or more`)
    .max(100, 'Use 100 or fewer');

export const disclosureSettingsSchema = z
  .strictObject({
    minimumCellSize: peopleSchema(floor.minimumCellSize),
    minimumSensitiveCellSize: peopleSchema(floor.minimumSensitiveCellSize),
    minimumForStatistic: peopleSchema(floor.minimumForStatistic),
    /** Under a twentieth nothing of any real service would be left. */
    maximumShareOfOne: z
      .number()
      .min(0.05, 'Use a twentieth or more')
      .max(floor.maximumShareOfOne, 'Use a third or less'),
    /** Whether rows about single people may be made at all. */
    allowsRows: z.boolean(),
    /** What a report starts with; each report can choose. */
    rounding: z.enum(roundings),
  })
  .refine((settings) => settings.minimumSensitiveCellSize >= settings.minimumCellSize, {
    path: ['minimumSensitiveCellSize'],
    message: 'Use at least as many as for other counts',
  });
export type DisclosureSettings = z.infer<typeof disclosureSettingsSchema>;

export const disclosureDefaults: DisclosureSettings = { ...policyOf(null), allowsRows: false };

export const disclosureSettingsKind = defineKind<DisclosureSettings, 'disclosure-settings'>({
  kind: 'disclosure-settings',
  tableId: 40,
  schemaVersion: 1,
  schema: disclosureSettingsSchema,
  migrations: {},
  label: { one: 'rule for what may leave', many: 'rules for what may leave' },
  people: () => [],
  retention: null,
  without: (settings) => settings,
  hasProse: false,
  choiceLabels: { none: 'Counts as they are', 'base-5': 'Counts rounded to 5' },
  fieldLabels: {
    minimumCellSize: 'People in a shown count',
    minimumSensitiveCellSize: 'People in a sensitive count',
    minimumForStatistic: 'People behind an average or rate',
    maximumShareOfOne: 'Most of a sum that one person may be',
    allowsRows: 'Rows about single people',
    rounding: 'Rounding',
  },
  disclosure: {
    minimumCellSize: 'open',
    minimumSensitiveCellSize: 'open',
    minimumForStatistic: 'open',
    maximumShareOfOne: 'open',
    allowsRows: 'internal',
    rounding: 'open',
  },
  examples: [
    disclosureDefaults,
    {
      minimumCellSize: 7,
      minimumSensitiveCellSize: 12,
      minimumForStatistic: 10,
      maximumShareOfOne: 0.25,
      allowsRows: true,
      rounding: 'base-5',
    },
  ],
  olderExamples: [],
});
