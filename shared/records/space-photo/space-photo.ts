/**
 * A picture of a room, drawn anew from the file that was chosen: nothing of where, when or with what it was taken is
 * left in it. It stays in the vault and in its backups; no report takes it along.
 */
import { localMonthSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const photoLimits = {
  /** Of the drawn picture, before it is sealed. */
  bytes: 400_000,
  longestSide: 1600,
  /** Of one site. */
  perSite: 12,
} as const;

/** Four letters for three bytes, filled up to a whole four. */
const base64Limit = Math.ceil(photoLimits.bytes / 3) * 4;

export const spacePhotoSchema = z.strictObject({
  siteId: recordIdSchema,
  /** Of the site's own list; null: of no single room. */
  roomId: z.string().min(1).max(40).nullable(),
  /** Null: nobody has said. A day would say who was there. */
  takenIn: localMonthSchema.nullable(),
  caption: optionalLineSchema,
  type: z.enum(['image/jpeg', 'image/webp']),
  width: z.int().min(1).max(photoLimits.longestSide),
  height: z.int().min(1).max(photoLimits.longestSide),
  /** Base64. */
  bytes: z
    .string()
    .min(4)
    .max(base64Limit)
    .regex(/^[A-Za-z0-9+/]+={0,2}$/),
});
export type SpacePhoto = z.infer<typeof spacePhotoSchema>;

export const spacePhotoKind = defineKind<SpacePhoto, 'space-photo', 'bytes'>({
  kind: 'space-photo',
  tableId: 48,
  schemaVersion: 1,
  schema: spacePhotoSchema,
  migrations: {},
  label: { one: 'picture of a room', many: 'pictures of rooms' },
  people: () => [],
  retention: null,
  without: (photo, erased) => ({ ...photo, caption: erased.line(photo.caption) }),
  hasProse: false,
  longFields: ['bytes'],
  fieldLabels: {
    siteId: 'Site',
    roomId: 'Room',
    takenIn: 'Taken in',
    caption: 'What it shows',
    type: 'Sort of picture',
    width: 'Width in pixels',
    height: 'Height in pixels',
    bytes: 'The picture',
  },
  disclosure: {
    siteId: 'internal',
    roomId: 'internal',
    takenIn: 'internal',
    caption: 'freeText',
    type: 'internal',
    width: 'internal',
    height: 'internal',
    // Never out, and not looked through by search: it holds no words.
    bytes: 'internal',
  },
  examples: [
    {
      siteId: '0123456789abcdef0123456789abcdef' as never,
      roomId: 'room-1',
      takenIn: '2026-03' as never,
      caption: 'The front office from the door',
      type: 'image/jpeg',
      width: 1600,
      height: 1200,
      bytes: '/9j/4AAQSkZJRgABAQ==',
    },
  ],
  olderExamples: [],
});
