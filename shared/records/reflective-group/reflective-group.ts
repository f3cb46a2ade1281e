/** A reflective practice group: its purpose and rules, who leads it, who belongs to it and who waits for a place. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { intervalSchema, meetingModeSchema, minutesSchema } from '../supervision-parts';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const rosterEntrySchema = z
  .strictObject({
    personId: recordIdSchema,
    joinedOn: localDateSchema,
    /** Last day as a member; null while they are one. */
    leftOn: localDateSchema.nullable(),
  })
  .refine((entry) => entry.leftOn === null || entry.leftOn >= entry.joinedOn, {
    path: ['leftOn'],
    message: 'They left before they joined',
  });

export const waitingEntrySchema = z.strictObject({ personId: recordIdSchema, since: localDateSchema });

export const reflectiveGroupSchema = z
  .strictObject({
    name: lineSchema,
    purpose: noteSchema,
    groundRules: noteSchema,
    /** Closed: nobody joins while it runs. */
    membership: z.enum(['open', 'closed']),
    minSize: z.int().min(2, 'Use 2 or more').max(40),
    maxSize: z.int().min(2, 'Use 2 or more').max(40, 'Use 40 or fewer'),
    minutes: minutesSchema,
    intervalDays: intervalSchema,
    mode: meetingModeSchema,
    place: optionalLineSchema,
    /** The time is covered and counts as work. */
    isTimeProtected: z.boolean(),
    /** Out of the register of supervisors and facilitators. */
    facilitatorId: recordIdSchema.nullable(),
    roster: z.array(rosterEntrySchema).max(200),
    /** First come first. */
    waiting: z.array(waitingEntrySchema).max(200),
    startedOn: localDateSchema,
    endedOn: localDateSchema.nullable(),
  })
  .refine((group) => group.maxSize >= group.minSize, {
    path: ['maxSize'],
    message: 'The most is smaller than the least',
  })
  .refine((group) => group.endedOn === null || group.endedOn >= group.startedOn, {
    path: ['endedOn'],
    message: 'The end is before the start',
  });
export type ReflectiveGroup = z.infer<typeof reflectiveGroupSchema>;

export const reflectiveGroupKind = defineKind<ReflectiveGroup, 'reflective-group'>({
  kind: 'reflective-group',
  tableId: 13,
  schemaVersion: 1,
  schema: reflectiveGroupSchema,
  migrations: {},
  label: { one: 'reflective group', many: 'reflective groups' },
  people: (group) => [...group.roster, ...group.waiting].map((entry) => entry.personId),
  searchFacets: (group) => ({ date: group.startedOn, themes: [] }),
  retention: 'supervision',
  keptFrom: (group) => group.endedOn,
  without: (group, erased) => ({
    ...group,
    name: erased.line(group.name),
    purpose: erased.note(group.purpose),
    groundRules: erased.note(group.groundRules),
    place: erased.line(group.place),
    roster: group.roster.filter((entry) => entry.personId !== erased.id),
    waiting: group.waiting.filter((entry) => entry.personId !== erased.id),
  }),
  hasProse: true,
  fieldLabels: {
    name: 'Name',
    purpose: 'What it is for',
    groundRules: 'Ground rules',
    membership: 'Open or closed',
    minSize: 'At least',
    maxSize: 'At most',
    minutes: 'Minutes each time',
    intervalDays: 'Days between meetings',
    mode: 'How they meet',
    place: 'Where',
    isTimeProtected: 'Time is protected',
    facilitatorId: 'Led by',
    roster: 'Members',
    waiting: 'Waiting for a place',
    startedOn: 'From',
    endedOn: 'Ended',
  },
  disclosure: {
    name: 'freeText',
    purpose: 'freeText',
    groundRules: 'freeText',
    membership: 'open',
    minSize: 'open',
    maxSize: 'open',
    minutes: 'open',
    intervalDays: 'open',
    mode: 'open',
    place: 'freeText',
    isTimeProtected: 'open',
    facilitatorId: 'internal',
    roster: 'directIdentifier',
    waiting: 'directIdentifier',
    startedOn: 'quasiIdentifier',
    endedOn: 'quasiIdentifier',
  },
  examples: [
    {
      name: 'Thursday group',
      purpose: 'A place to think about what the work does to us.',
      groundRules: 'Nobody has to speak. No names of people who use the service.',
      membership: 'closed',
      minSize: 4,
      maxSize: 8,
      minutes: 75,
      intervalDays: 28,
      mode: 'in-person',
      place: 'Main Street',
      isTimeProtected: true,
      facilitatorId: '0123456789abcdef0123456789abcdef' as never,
      roster: [
        {
          personId: '00112233445566778899aabbccddeeff' as never,
          joinedOn: '2026-01-08' as never,
          leftOn: null,
        },
      ],
      waiting: [{ personId: '11112233445566778899aabbccddeeff' as never, since: '2026-02-02' as never }],
      startedOn: '2026-01-08' as never,
      endedOn: null,
    },
  ],
  olderExamples: [],
});
