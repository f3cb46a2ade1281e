/** How Today calls people: by name, or so that a screen may be shared. One record. */
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const namings = ['names', 'roles', 'initials'] as const;
export type Naming = (typeof namings)[number];

export const todaySettingsSchema = z.strictObject({ naming: z.enum(namings) });
export type TodaySettings = z.infer<typeof todaySettingsSchema>;

export const todaySettingsKind = defineKind<TodaySettings, 'today-settings'>({
  kind: 'today-settings',
  tableId: 58,
  schemaVersion: 1,
  schema: todaySettingsSchema,
  migrations: {},
  label: { one: 'setting of Today', many: 'settings of Today' },
  people: () => [],
  retention: null,
  without: (settings) => settings,
  hasProse: false,
  fieldLabels: { naming: 'How people are called on Today' },
  disclosure: { naming: 'internal' },
  examples: [{ naming: 'roles' }],
  olderExamples: [],
});
