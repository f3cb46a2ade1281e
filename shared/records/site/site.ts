/** A place where people work: what sort of place it is, its rooms, and what its quiet rooms are worth in hours. */
import { z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { lineSchema, optionalLineSchema } from '../text';

export const roomUses = ['desks', 'private', 'quiet', 'rest', 'meeting', 'reception', 'other'] as const;
export type RoomUse = (typeof roomUses)[number];
export const roomUseLabels = {
  desks: 'Desk work',
  private: 'Private talks and calls',
  quiet: 'Quiet room',
  rest: 'Rest and eating',
  meeting: 'Meetings and groups',
  reception: 'Reception',
  other: 'Something else',
} as const satisfies Record<RoomUse, string>;

export const quietUses = ['most-days', 'most-weeks', 'rarely', 'never', 'not-known'] as const;
export type QuietUse = (typeof quietUses)[number];
export const quietUseLabels = {
  'most-days': 'Most days',
  'most-weeks': 'Most weeks',
  rarely: 'Rarely',
  never: 'Never',
  'not-known': 'Not known',
} as const satisfies Record<QuietUse, string>;

const isCentimetres = (metres: number): boolean => Math.abs(metres * 100 - Math.round(metres * 100)) < 1e-6;
/** To the centimetre: a tape measure gives no more. */
const metresSchema = z
  .number()
  .min(0.5, 'Use 0.5 m or more')
  .max(100, 'Use 100 m or less')
  .refine(isCentimetres, 'Use two places at most, such as 4.25');
const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time like 09:00');

const quietSchema = z
  .strictObject({
    /** 1 is Monday. */
    days: z.array(z.int().min(1).max(7)).max(7),
    from: timeSchema,
    to: timeSchema,
    isBookable: z.boolean(),
    /** Whether work with the people who use the service goes on in it too. */
    isShared: z.boolean(),
    /** Hours a week in which it is used for something else. Null: nobody has counted. */
    takenHours: z.number().min(0).max(168).nullable(),
    /** How often staff use it to settle. */
    use: z.enum(quietUses),
  })
  .refine(({ from, to }) => to > from, { path: ['to'], message: 'The end is not after the start' });
export type QuietRoom = z.infer<typeof quietSchema>;

export const roomSchema = z.strictObject({
  id: z.string().min(1).max(40),
  name: lineSchema,
  use: z.enum(roomUses),
  lengthM: metresSchema,
  widthM: metresSchema,
  heightM: metresSchema,
  /** People who work there at once. */
  desks: z.int().min(0).max(200, 'Use 200 or fewer'),
  /** Null: it is not there to settle in. */
  quiet: quietSchema.nullable(),
});
export type Room = z.infer<typeof roomSchema>;

export const siteSchema = z.strictObject({
  name: lineSchema,
  isRural: z.boolean(),
  isIsland: z.boolean(),
  /** One person works there alone. */
  isLone: z.boolean(),
  /** From the main site, one way. Null: it is the main site, or nobody has said. */
  travelMinutes: z.int().min(0).max(2880, 'Use 2,880 minutes or fewer').nullable(),
  /** "Ferry twice a day". */
  travelNote: optionalLineSchema,
  rooms: z.array(roomSchema).max(60, 'A site holds 60 rooms at most'),
});
export type Site = z.infer<typeof siteSchema>;

export const siteKind = defineKind<Site, 'site'>({
  kind: 'site',
  tableId: 45,
  schemaVersion: 1,
  schema: siteSchema,
  migrations: {},
  label: { one: 'site', many: 'sites' },
  people: () => [],
  retention: null,
  without: (site, erased) => ({
    ...site,
    name: erased.line(site.name),
    travelNote: erased.line(site.travelNote),
    rooms: site.rooms.map((room) => ({ ...room, name: erased.line(room.name) })),
  }),
  hasProse: false,
  fieldLabels: {
    name: 'Site',
    isRural: 'Rural',
    isIsland: 'On an island',
    isLone: 'One person works alone there',
    travelMinutes: 'Minutes from the main site',
    travelNote: 'About the way there',
    rooms: 'Rooms',
  },
  choiceLabels: { ...roomUseLabels, ...quietUseLabels },
  disclosure: {
    name: 'freeText',
    isRural: 'quasiIdentifier',
    isIsland: 'quasiIdentifier',
    isLone: 'quasiIdentifier',
    travelMinutes: 'quasiIdentifier',
    travelNote: 'freeText',
    rooms: 'freeText',
  },
  examples: [
    {
      name: 'Harbour',
      isRural: true,
      isIsland: true,
      isLone: false,
      travelMinutes: null,
      travelNote: '',
      rooms: [
        {
          id: 'room-1',
          name: 'Front office',
          use: 'desks',
          lengthM: 6,
          widthM: 4.5,
          heightM: 2.7,
          desks: 8,
          quiet: null,
        },
        {
          id: 'room-2',
          name: 'Back room',
          use: 'quiet',
          lengthM: 3,
          widthM: 2.85,
          heightM: 2.4,
          desks: 0,
          quiet: {
            days: [1, 2, 3, 4, 5],
            from: '09:00',
            to: '17:00',
            isBookable: true,
            isShared: true,
            takenHours: 26,
            use: 'rarely',
          },
        },
      ],
    },
    {
      name: 'North isles',
      isRural: true,
      isIsland: true,
      isLone: true,
      travelMinutes: 140,
      travelNote: 'Ferry twice a day, none on Sundays',
      rooms: [],
    },
  ],
  olderExamples: [],
});
