/** A supervision session, booked, held or cancelled. Reflective groups name everyone who was there. */
import { localDateSchema, recordIdSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';
import { meetingModeSchema, minutesSchema, signaturesSchema, signaturesWithout } from '../supervision-parts';
import { lineSchema, noteSchema, optionalLineSchema } from '../text';

export const supervisionKinds = ['clinical', 'line-management', 'professional', 'reflective-group'] as const;
export const supervisionKindLabels = {
  clinical: 'Clinical',
  'line-management': 'Line management',
  professional: 'Professional',
  'reflective-group': 'Reflective group',
} as const satisfies Record<(typeof supervisionKinds)[number], string>;
export const supervisionStatuses = ['held', 'cancelled-by-service', 'cancelled-by-person'] as const;
export const supervisionStatusLabels = {
  held: 'Held',
  'cancelled-by-service': 'Cancelled by the service',
  'cancelled-by-person': 'Cancelled by the person',
} as const satisfies Record<(typeof supervisionStatuses)[number], string>;
export const supervisionThemes = [
  'workload',
  'impact-of-the-work',
  'safety',
  'rest-and-leave',
  'growth',
  'values',
  'team',
  'skills',
] as const;
export const supervisionThemeLabels = {
  workload: 'Workload',
  'impact-of-the-work': 'Impact of the work',
  safety: 'Safety',
  'rest-and-leave': 'Rest and leave',
  growth: 'Growth',
  values: 'Our values',
  team: 'Team',
  skills: 'Safety and stabilisation',
} as const satisfies Record<(typeof supervisionThemes)[number], string>;

/** Why it did not take place, where it matters for the service. Nothing about anybody's health. */
export const cancelReasons = [
  'workload',
  'staffing',
  'urgent-event',
  'room-or-travel',
  'leave',
  'other',
] as const;
export const cancelReasonLabels = {
  workload: 'Workload',
  staffing: 'Not enough staff',
  'urgent-event': 'Something urgent',
  'room-or-travel': 'Room or travel',
  leave: 'Leave or away',
  other: 'Another reason',
} as const satisfies Record<(typeof cancelReasons)[number], string>;

export const followUpOutcomes = ['done', 'under-way', 'not-done', 'dropped'] as const;
export const followUpLabels = {
  done: 'Done',
  'under-way': 'Under way',
  'not-done': 'Not done yet',
  dropped: 'No longer needed',
} as const satisfies Record<(typeof followUpOutcomes)[number], string>;

/** What became of last time's action, in the words that it had then. */
export const followUpSchema = z.strictObject({ text: lineSchema, outcome: z.enum(followUpOutcomes) });

export const agreedActionSchema = z
  .strictObject({
    text: lineSchema,
    /** Who does it: "manager" or the person themself, in the words of the record. */
    owner: optionalLineSchema,
    due: localDateSchema.nullable(),
    doneOn: localDateSchema.nullable(),
    /** No longer needed since that day: it is open no more, and it was not done. */
    droppedOn: localDateSchema.nullable(),
  })
  .refine((action) => action.doneOn === null || action.droppedOn === null, {
    path: ['droppedOn'],
    message: 'It was done: it cannot be no longer needed too',
  });
export type AgreedAction = z.infer<typeof agreedActionSchema>;

export function isOpenAction({ doneOn, droppedOn }: Pick<AgreedAction, 'doneOn' | 'droppedOn'>): boolean {
  return doneOn === null && droppedOn === null;
}

export const supervisionSessionSchema = z
  .strictObject({
    kind: z.enum(supervisionKinds),
    /** Everyone who was supervised: one person, or the members of a reflective group who came. */
    personIds: z.array(recordIdSchema).min(1, 'Choose who it was with').max(60),
    date: localDateSchema,
    status: z.enum(supervisionStatuses),
    minutes: minutesSchema.nullable(),
    themes: z.array(z.enum(supervisionThemes)).max(supervisionThemes.length),
    /** That it was asked; never what was answered. */
    wellbeingAsked: z.boolean().nullable(),
    note: noteSchema,
    actions: z.array(agreedActionSchema).max(30),
    nextDate: localDateSchema.nullable(),
    /** Who led it, in words ("Grace, outside supervisor"); empty when not said. */
    facilitator: optionalLineSchema,
    /** The same out of the register of supervisors; null when only words are known. */
    facilitatorId: recordIdSchema.nullable(),
    plannedMinutes: minutesSchema.nullable(),
    mode: meetingModeSchema,
    /** Open cases or another figure of workload, as it was said on the day. */
    workload: z.int().min(0).max(2000, 'Use 2,000 or fewer').nullable(),
    learning: noteSchema,
    decisions: noteSchema,
    followUp: z.array(followUpSchema).max(30),
    /** The group whose sitting this was. */
    groupId: recordIdSchema.nullable(),
    cancelledBecause: z.enum(cancelReasons).nullable(),
    /** Null until somebody asks for them. */
    signatures: signaturesSchema.nullable(),
  })
  .refine((session) => session.kind === 'reflective-group' || session.personIds.length === 1, {
    path: ['personIds'],
    message: 'Choose one person. For more than one, record a reflective group',
  })
  .refine((session) => session.nextDate === null || session.nextDate > session.date, {
    path: ['nextDate'],
    message: 'The next date is not after this session',
  })
  .refine((session) => session.cancelledBecause === null || session.status !== 'held', {
    path: ['cancelledBecause'],
    message: 'This was held: leave the reason empty',
  });
export type SupervisionSession = z.infer<typeof supervisionSessionSchema>;

/** What version 2 added, where nothing was said. */
export const sessionDefaults = {
  facilitatorId: null,
  plannedMinutes: null,
  mode: null,
  workload: null,
  learning: '',
  decisions: '',
  followUp: [],
  groupId: null,
  cancelledBecause: null,
  signatures: null,
} satisfies Partial<SupervisionSession>;

export const supervisionSessionKind = defineKind<
  SupervisionSession,
  'supervision-session',
  'note' | 'learning' | 'decisions'
>({
  kind: 'supervision-session',
  tableId: 3,
  schemaVersion: 3,
  schema: supervisionSessionSchema,
  migrations: {
    1: (old) => ({ ...sessionDefaults, ...(old as object) }),
    // What was dropped before then stands as done: which of the two it was, was not kept.
    2: (old) => {
      const { actions, ...rest } = old as { readonly actions: readonly object[] };
      return { ...rest, actions: actions.map((action) => ({ ...action, droppedOn: null })) };
    },
  },
  label: { one: 'supervision record', many: 'supervision records' },
  people: (session) => session.personIds,
  searchFacets: (session) => ({ date: session.date, themes: session.themes }),
  retention: 'supervision',
  without: (session, erased) =>
    session.personIds.every((id) => id === erased.id)
      ? null
      : {
          ...session,
          personIds: session.personIds.filter((id) => id !== erased.id),
          note: erased.note(session.note),
          learning: erased.note(session.learning),
          decisions: erased.note(session.decisions),
          facilitator: erased.line(session.facilitator),
          actions: session.actions.map((action) => ({
            ...action,
            text: erased.line(action.text),
            owner: erased.line(action.owner),
          })),
          followUp: session.followUp.map((each) => ({ ...each, text: erased.line(each.text) })),
          signatures:
            session.signatures === null
              ? null
              : signaturesWithout(session.signatures, (text) => erased.line(text)),
        },
  hasProse: true,
  longFields: ['note', 'learning', 'decisions'],
  disclosure: {
    kind: 'quasiIdentifier',
    personIds: 'directIdentifier',
    date: 'quasiIdentifier',
    status: 'quasiIdentifier',
    minutes: 'quasiIdentifier',
    themes: 'sensitive',
    wellbeingAsked: 'sensitive',
    note: 'freeText',
    actions: 'freeText',
    nextDate: 'quasiIdentifier',
    facilitator: 'directIdentifier',
    facilitatorId: 'internal',
    plannedMinutes: 'quasiIdentifier',
    mode: 'quasiIdentifier',
    workload: 'sensitive',
    learning: 'freeText',
    decisions: 'freeText',
    followUp: 'freeText',
    groupId: 'internal',
    cancelledBecause: 'sensitive',
    signatures: 'freeText',
  },
  examples: [
    {
      kind: 'clinical',
      personIds: ['00112233445566778899aabbccddeeff' as never],
      date: '2026-11-24' as never,
      status: 'held',
      minutes: 60,
      themes: ['workload', 'impact-of-the-work'],
      wellbeingAsked: true,
      note: 'Quieter week. The new rota is helping.',
      actions: [
        {
          text: 'Swap the Thursday clinic',
          owner: 'Manager',
          due: '2026-11-27' as never,
          doneOn: null,
          droppedOn: null,
        },
      ],
      nextDate: '2027-01-19' as never,
      facilitator: '',
      ...sessionDefaults,
    },
    {
      kind: 'professional',
      personIds: ['00112233445566778899aabbccddeeff' as never],
      date: '2026-10-06' as never,
      status: 'held',
      minutes: 50,
      themes: ['skills'],
      wellbeingAsked: true,
      note: '',
      actions: [
        {
          text: 'Ask about a second course',
          owner: 'Manager',
          due: null,
          doneOn: null,
          droppedOn: '2026-10-20' as never,
        },
      ],
      nextDate: null,
      facilitator: '',
      facilitatorId: '0123456789abcdef0123456789abcdef' as never,
      plannedMinutes: 60,
      mode: 'video',
      workload: 31,
      learning: 'Two of the stabilisation exercises, with the group.',
      decisions: 'Keeps the protected hour.',
      followUp: [{ text: 'Book the course', outcome: 'done' }],
      groupId: null,
      cancelledBecause: null,
      signatures: {
        person: { state: 'signed', on: '2026-10-08' as never },
        supervisor: { state: 'not-agreed', on: '2026-10-09' as never, words: 'Hours to be looked at again' },
      },
    },
  ],
  olderExamples: [
    {
      version: 1,
      value: {
        kind: 'clinical',
        personIds: ['00112233445566778899aabbccddeeff'],
        date: '2026-11-24',
        status: 'held',
        minutes: 60,
        themes: ['workload', 'impact-of-the-work'],
        wellbeingAsked: true,
        note: 'Quieter week. The new rota is helping.',
        actions: [{ text: 'Swap the Thursday clinic', owner: 'Manager', due: '2026-11-27', doneOn: null }],
        nextDate: '2027-01-19',
        facilitator: '',
      },
    },
    {
      version: 2,
      value: {
        kind: 'professional',
        personIds: ['00112233445566778899aabbccddeeff'],
        date: '2026-10-06',
        status: 'held',
        minutes: 50,
        themes: ['skills'],
        wellbeingAsked: true,
        note: '',
        actions: [{ text: 'Book the course', owner: '', due: null, doneOn: '2026-10-20' }],
        nextDate: null,
        facilitator: '',
        ...sessionDefaults,
        workload: 31,
      },
    },
  ],
});
