/**
 * Whether the time to practise well was there, for one month and one team: breaks, protected time, training, sessions
 * and shifts, as planned and as they came out. Sums over a team, never of one person.
 */
import { lastDayOf } from '@shared/kernel/local-date';
import { localMonthSchema, z } from '@shared/kernel/zod';
import { checkWholes, countSchema, hoursSchema, type PartsOfWhole } from '../month-parts';
import { defineKind } from '../record-kind';
import { optionalLineSchema } from '../text';

export const practiceTimeFields = [
  'breaksDue',
  'breaksTaken',
  'protectedHoursPlanned',
  'protectedHoursKept',
  'trainingBooked',
  'trainingAttended',
  'trainingMissedWorkload',
  'trainingMissedOther',
  'sessionsPlanned',
  'sessionsCutShort',
  'sessionsCancelledStaffing',
  'shiftsPlanned',
  'shiftsFilled',
] as const;
export type PracticeTimeField = (typeof practiceTimeFields)[number];

export const practiceTimeWholes: readonly PartsOfWhole<PracticeTimeField>[] = [
  { parts: ['breaksTaken'], whole: 'breaksDue', message: 'This is more than the breaks due' },
  {
    parts: ['protectedHoursKept'],
    whole: 'protectedHoursPlanned',
    message: 'This is more than the hours planned',
  },
  {
    parts: ['trainingAttended', 'trainingMissedWorkload', 'trainingMissedOther'],
    whole: 'trainingBooked',
    message: 'Attended and missed together are more than the places booked',
  },
  {
    parts: ['sessionsCutShort', 'sessionsCancelledStaffing'],
    whole: 'sessionsPlanned',
    message: 'Cut short and cancelled together are more than the sessions planned',
  },
  { parts: ['shiftsFilled'], whole: 'shiftsPlanned', message: 'This is more than the shifts planned' },
];

export const practiceTimeSchema = z
  .strictObject({
    month: localMonthSchema,
    /** Empty: the whole service. */
    team: optionalLineSchema,
    breaksDue: countSchema,
    breaksTaken: countSchema,
    /** Time set aside for reflection, notes and reading. */
    protectedHoursPlanned: hoursSchema,
    protectedHoursKept: hoursSchema,
    trainingBooked: countSchema,
    trainingAttended: countSchema,
    /** Missed, and the reason given was workload. */
    trainingMissedWorkload: countSchema,
    trainingMissedOther: countSchema,
    /** Sessions with the people that the service supports. */
    sessionsPlanned: countSchema,
    sessionsCutShort: countSchema,
    /** Cancelled because too few staff were there. */
    sessionsCancelledStaffing: countSchema,
    shiftsPlanned: countSchema,
    shiftsFilled: countSchema,
  })
  .superRefine(checkWholes(practiceTimeWholes));
export type PracticeTime = z.infer<typeof practiceTimeSchema>;

export const noPracticeTime = {
  breaksDue: null,
  breaksTaken: null,
  protectedHoursPlanned: null,
  protectedHoursKept: null,
  trainingBooked: null,
  trainingAttended: null,
  trainingMissedWorkload: null,
  trainingMissedOther: null,
  sessionsPlanned: null,
  sessionsCutShort: null,
  sessionsCancelledStaffing: null,
  shiftsPlanned: null,
  shiftsFilled: null,
} satisfies Omit<PracticeTime, 'month' | 'team'>;

export const practiceTimeKind = defineKind<PracticeTime, 'practice-time'>({
  kind: 'practice-time',
  tableId: 34,
  schemaVersion: 1,
  schema: practiceTimeSchema,
  migrations: {},
  label: { one: 'month of time to practise', many: 'months of time to practise' },
  people: () => [],
  searchFacets: (time) => ({ date: lastDayOf(time.month), themes: [] }),
  retention: null,
  without: (time) => time,
  hasProse: false,
  fieldLabels: {
    month: 'Month',
    team: 'Team',
    breaksDue: 'Breaks due',
    breaksTaken: 'Breaks taken',
    protectedHoursPlanned: 'Protected hours planned',
    protectedHoursKept: 'Protected hours kept',
    trainingBooked: 'Training places booked',
    trainingAttended: 'Training attended',
    trainingMissedWorkload: 'Training missed: workload',
    trainingMissedOther: 'Training missed: other reasons',
    sessionsPlanned: 'Sessions planned',
    sessionsCutShort: 'Sessions cut short',
    sessionsCancelledStaffing: 'Sessions cancelled: not enough staff',
    shiftsPlanned: 'Shifts planned',
    shiftsFilled: 'Shifts filled',
  },
  disclosure: {
    month: 'quasiIdentifier',
    team: 'quasiIdentifier',
    breaksDue: 'quasiIdentifier',
    breaksTaken: 'sensitive',
    protectedHoursPlanned: 'quasiIdentifier',
    protectedHoursKept: 'sensitive',
    trainingBooked: 'quasiIdentifier',
    trainingAttended: 'sensitive',
    trainingMissedWorkload: 'sensitive',
    trainingMissedOther: 'sensitive',
    sessionsPlanned: 'quasiIdentifier',
    sessionsCutShort: 'sensitive',
    sessionsCancelledStaffing: 'sensitive',
    shiftsPlanned: 'quasiIdentifier',
    shiftsFilled: 'sensitive',
  },
  examples: [
    {
      month: '2026-03' as never,
      team: '',
      breaksDue: 420,
      breaksTaken: 361,
      protectedHoursPlanned: 96,
      protectedHoursKept: 71.5,
      trainingBooked: 20,
      trainingAttended: 12,
      trainingMissedWorkload: 5,
      trainingMissedOther: 3,
      sessionsPlanned: 310,
      sessionsCutShort: 14,
      sessionsCancelledStaffing: 9,
      shiftsPlanned: 62,
      shiftsFilled: 57,
    },
    { ...noPracticeTime, month: '2026-04' as never, team: 'Recovery hub', breaksDue: 40, breaksTaken: 31 },
  ],
  olderExamples: [],
});
