/** Something that helps, and where it is: a leaflet, a phone line, a recording. Text only, as the app opens nothing. */
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema } from '../text';

export const resourceUses = [
  'someone-to-talk-to',
  'in-the-moment',
  'after-a-hard-event',
  'learning',
  'work-matters',
] as const;
export type ResourceUse = (typeof resourceUses)[number];
export const resourceUseLabels = {
  'someone-to-talk-to': 'Someone to talk to',
  'in-the-moment': 'Help in the moment',
  'after-a-hard-event': 'After a hard event',
  learning: 'Learning and practice',
  'work-matters': 'Work, money and rights',
} as const satisfies Record<ResourceUse, string>;

export const teamResourceSchema = z.strictObject({
  name: lineSchema,
  use: z.enum(resourceUses),
  whatFor: lineSchema,
  /** A shelf, a number, an address: as somebody would write it on a card. */
  whereToFind: lineSchema,
  /** The day on which somebody last saw that it is still there and still right; null: never. */
  lookedAtOn: localDateSchema.nullable(),
});
export type TeamResource = z.infer<typeof teamResourceSchema>;

export const teamResourceKind = defineKind<TeamResource, 'team-resource'>({
  kind: 'team-resource',
  tableId: 57,
  schemaVersion: 1,
  schema: teamResourceSchema,
  migrations: {},
  label: { one: 'team resource', many: 'team resources' },
  people: () => [],
  searchFacets: ({ lookedAtOn }) => ({ date: lookedAtOn, themes: [] }),
  retention: null,
  without: (resource, erased) => ({
    ...resource,
    name: erased.line(resource.name),
    whatFor: erased.line(resource.whatFor),
    whereToFind: erased.line(resource.whereToFind),
  }),
  hasProse: false,
  fieldLabels: {
    name: 'What it is called',
    use: 'For',
    whatFor: 'What it is good for',
    whereToFind: 'Where to find it',
    lookedAtOn: 'Last looked at on',
  },
  choiceLabels: resourceUseLabels,
  disclosure: {
    name: 'freeText',
    use: 'open',
    whatFor: 'freeText',
    whereToFind: 'freeText',
    lookedAtOn: 'internal',
  },
  examples: [
    {
      name: 'Card with breathing exercises',
      use: 'in-the-moment',
      whatFor: 'Two minutes between visits',
      whereToFind: 'Quiet room, top shelf',
      lookedAtOn: '2026-01-20' as never,
    },
  ],
  olderExamples: [],
});
