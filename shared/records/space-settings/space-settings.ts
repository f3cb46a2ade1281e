/** Whether rooms may be shown in pictures at all: one record; without it they may not. */
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const spaceSettingsSchema = z.strictObject({ hasPhotos: z.boolean() });
export type SpaceSettings = z.infer<typeof spaceSettingsSchema>;

export const spaceSettingsKind = defineKind<SpaceSettings, 'space-settings'>({
  kind: 'space-settings',
  tableId: 51,
  schemaVersion: 1,
  schema: spaceSettingsSchema,
  migrations: {},
  label: { one: 'setting of spaces', many: 'settings of spaces' },
  people: () => [],
  retention: null,
  without: (settings) => settings,
  hasProse: false,
  fieldLabels: { hasPhotos: 'Pictures of rooms' },
  disclosure: { hasPhotos: 'internal' },
  examples: [{ hasPhotos: true }],
  olderExamples: [],
});
