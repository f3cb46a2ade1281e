/**
 * Something that is there to help people settle: where it is, what is in it, and when that was last filled up. How
 * often it was used is a number for each month: never who, and no finer when.
 */
import { localDateSchema, localMonthSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const resourceTypes = ['soothing-box', 'quiet-corner', 'lone-work-kit', 'car-kit', 'other'] as const;
export type ResourceType = (typeof resourceTypes)[number];
export const resourceTypeLabels = {
  'soothing-box': 'Soothing box',
  'quiet-corner': 'Quiet corner',
  'lone-work-kit': 'Kit for working alone',
  'car-kit': 'Kit for the car',
  other: 'Something else',
} as const satisfies Record<ResourceType, string>;

const daysSchema = z.int().min(1, 'Use 1 day or more').max(1095, 'Use 1,095 days or fewer');

const contentSchema = z.strictObject({
  id: z.string().min(1).max(40),
  what: lineSchema,
  /** Null: it is replaced when it is worn, not by the calendar. */
  restockEveryDays: daysSchema.nullable(),
  lastRestockedOn: localDateSchema.nullable(),
});
export type ResourceContent = z.infer<typeof contentSchema>;

export const resourceSchema = z
  .strictObject({
    name: lineSchema,
    type: z.enum(resourceTypes),
    /** Null: it goes along with people. */
    siteId: recordIdSchema.nullable(),
    /** "Back room, second shelf". */
    place: optionalLineSchema,
    contents: z.array(contentSchema).max(40, 'A resource lists 40 things at most'),
    /** What is wiped, sealed or thrown away after use. */
    infectionControl: noteSchema,
    checkEveryDays: daysSchema,
    checkedOn: localDateSchema.nullable(),
    uses: z.array(z.strictObject({ month: localMonthSchema, count: z.int().min(0).max(10_000) })).max(600),
  })
  .refine(({ uses }) => new Set(uses.map(({ month }) => month)).size === uses.length, {
    path: ['uses'],
    message: 'A month stands there twice',
  });
export type Resource = z.infer<typeof resourceSchema>;

export const resourceKind = defineKind<Resource, 'resource'>({
  kind: 'resource',
  tableId: 47,
  schemaVersion: 1,
  schema: resourceSchema,
  migrations: {},
  label: { one: 'resource', many: 'resources' },
  people: () => [],
  retention: null,
  without: (resource, erased) => ({
    ...resource,
    name: erased.line(resource.name),
    place: erased.line(resource.place),
    contents: resource.contents.map((content) => ({ ...content, what: erased.line(content.what) })),
    infectionControl: erased.note(resource.infectionControl),
  }),
  hasProse: true,
  fieldLabels: {
    name: 'Resource',
    type: 'What it is',
    siteId: 'Site',
    place: 'Where',
    contents: 'What is in it',
    infectionControl: 'Infection control',
    checkEveryDays: 'Days between checks',
    checkedOn: 'Last checked on',
    uses: 'Times used, by month',
  },
  choiceLabels: resourceTypeLabels,
  disclosure: {
    name: 'freeText',
    type: 'quasiIdentifier',
    siteId: 'internal',
    place: 'freeText',
    contents: 'freeText',
    infectionControl: 'freeText',
    checkEveryDays: 'quasiIdentifier',
    checkedOn: 'quasiIdentifier',
    uses: 'sensitive',
  },
  examples: [
    {
      name: 'Soothing box, back room',
      type: 'soothing-box',
      siteId: '0123456789abcdef0123456789abcdef' as never,
      place: 'Second shelf, behind the door',
      contents: [
        { id: 'item-1', what: 'Tissues', restockEveryDays: 30, lastRestockedOn: '2026-03-02' as never },
        { id: 'item-2', what: 'Stress ball', restockEveryDays: null, lastRestockedOn: null },
      ],
      infectionControl: 'Wipe what was held. Scents stay sealed.',
      checkEveryDays: 31,
      checkedOn: '2026-03-02' as never,
      uses: [
        { month: '2026-02' as never, count: 7 },
        { month: '2026-03' as never, count: 4 },
      ],
    },
    {
      name: 'Car kit',
      type: 'car-kit',
      siteId: null,
      place: '',
      contents: [],
      infectionControl: '',
      checkEveryDays: 90,
      checkedOn: null,
      uses: [],
    },
  ],
  olderExamples: [],
});
