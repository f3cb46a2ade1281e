/**
 * One sitting of a reflective group. Who came is kept; what anybody said is not: themes are counts of the whole group,
 * the note is about how the group worked, and something goes back to the service only when the group agreed to it.
 * A kind of its own: a supervision record has fields that must not be filled in for a group.
 */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { meetingModeSchema, minutesSchema } from '../supervision-parts';
import { supervisionThemes } from '../supervision-session/supervision-session';
import { lineSchema, noteSchema } from '../text';

export const groupSessionStatuses = ['held', 'cancelled-by-service', 'cancelled-by-group'] as const;
export const groupSessionStatusLabels = {
  held: 'Held',
  'cancelled-by-service': 'Cancelled by the service',
  'cancelled-by-group': 'Cancelled by the group',
} as const satisfies Record<(typeof groupSessionStatuses)[number], string>;

/** `work`: kept away by the work itself, which is the service's matter. */
export const attendances = ['came', 'apologies', 'work', 'did-not-come'] as const;
export const attendanceLabels = {
  came: 'Came',
  apologies: 'Sent apologies',
  work: 'Kept away by work',
  'did-not-come': 'Did not come',
} as const satisfies Record<(typeof attendances)[number], string>;

export const groupSessionSchema = z
  .strictObject({
    groupId: recordIdSchema,
    date: localDateSchema,
    status: z.enum(groupSessionStatuses),
    plannedMinutes: minutesSchema.nullable(),
    minutes: minutesSchema.nullable(),
    mode: meetingModeSchema,
    facilitatorId: recordIdSchema.nullable(),
    attendance: z
      .array(z.strictObject({ personId: recordIdSchema, answer: z.enum(attendances) }))
      .max(60)
      .refine((list) => new Set(list.map(({ personId }) => personId)).size === list.length, {
        message: 'Somebody is listed twice',
      }),
    /** How often a theme came up in the group as a whole: of nobody in particular. */
    themeCounts: z
      .array(
        z.strictObject({
          theme: z.enum(supervisionThemes),
          count: z.int().min(1).max(200),
        }),
      )
      .max(supervisionThemes.length),
    /** How the group worked. */
    processNote: noteSchema,
    takeBack: z
      .array(
        z.strictObject({
          text: lineSchema,
          /** The day the group agreed that this leaves the room: without it nothing does. */
          consentOn: localDateSchema,
          doneOn: localDateSchema.nullable(),
        }),
      )
      .max(30),
    nextDate: localDateSchema.nullable(),
  })
  .refine((session) => session.nextDate === null || session.nextDate > session.date, {
    path: ['nextDate'],
    message: 'The next date is not after this one',
  });
export type GroupSession = z.infer<typeof groupSessionSchema>;

export const groupSessionKind = defineKind<GroupSession, 'group-session', 'processNote'>({
  kind: 'group-session',
  tableId: 14,
  schemaVersion: 1,
  schema: groupSessionSchema,
  migrations: {},
  label: { one: 'group meeting', many: 'group meetings' },
  people: (session) => session.attendance.map((entry) => entry.personId),
  searchFacets: (session) => ({
    date: session.date,
    themes: session.themeCounts.map(({ theme }) => theme),
  }),
  retention: 'supervision',
  without: (session, erased) => ({
    ...session,
    attendance: session.attendance.filter((entry) => entry.personId !== erased.id),
    processNote: erased.note(session.processNote),
    takeBack: session.takeBack.map((item) => ({ ...item, text: erased.line(item.text) })),
  }),
  hasProse: true,
  longFields: ['processNote'],
  choiceLabels: { ...groupSessionStatusLabels, ...attendanceLabels },
  fieldLabels: {
    groupId: 'Group',
    date: 'When',
    status: 'Status',
    plannedMinutes: 'Minutes planned',
    minutes: 'Minutes',
    mode: 'How they met',
    facilitatorId: 'Led by',
    attendance: 'Who came',
    themeCounts: 'What came up, as counts',
    processNote: 'How the group worked',
    takeBack: 'Taken back to the service',
    nextDate: 'Next time',
  },
  disclosure: {
    groupId: 'internal',
    date: 'quasiIdentifier',
    status: 'quasiIdentifier',
    plannedMinutes: 'quasiIdentifier',
    minutes: 'quasiIdentifier',
    mode: 'open',
    facilitatorId: 'internal',
    attendance: 'directIdentifier',
    themeCounts: 'sensitive',
    processNote: 'freeText',
    takeBack: 'freeText',
    nextDate: 'quasiIdentifier',
  },
  examples: [
    {
      groupId: 'aa112233445566778899aabbccddeeff' as never,
      date: '2026-03-05' as never,
      status: 'held',
      plannedMinutes: 90,
      minutes: 90,
      mode: 'in-person',
      facilitatorId: '0123456789abcdef0123456789abcdef' as never,
      attendance: [
        { personId: '00112233445566778899aabbccddeeff' as never, answer: 'came' },
        { personId: '11112233445566778899aabbccddeeff' as never, answer: 'work' },
      ],
      themeCounts: [{ theme: 'impact-of-the-work', count: 3 }],
      processNote: 'Slow to begin, then everyone had a turn.',
      takeBack: [{ text: 'Cover for the phone', consentOn: '2026-03-05' as never, doneOn: null }],
      nextDate: '2026-04-02' as never,
    },
  ],
  olderExamples: [],
});
