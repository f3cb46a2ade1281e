/**
 * What the manager keeps for themselves: which habits they look at, their days of work, their own leave and supervision.
 * One record; private, like the weeks.
 */
import { firstHabits, habitIds } from '@shared/habits/habits';
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

export const ownCareSchema = z.strictObject({
  /** Chosen to look at, in the order of the list. */
  habitIds: z.array(z.enum(habitIds)).max(habitIds.length),
  /** The last day of the last leave. */
  lastLeaveUntil: localDateSchema.nullable(),
  nextLeaveFrom: localDateSchema.nullable(),
  lastSupervisionOn: localDateSchema.nullable(),
  nextSupervisionOn: localDateSchema.nullable(),
  /** 1 is Monday. The hours are those of the service. */
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** The line about late hours was put away until this working day. */
  lateLineOffUntil: localDateSchema.nullable(),
});
export type OwnCare = z.infer<typeof ownCareSchema>;

export const noOwnCare: OwnCare = {
  habitIds: [...firstHabits],
  lastLeaveUntil: null,
  nextLeaveFrom: null,
  lastSupervisionOn: null,
  nextSupervisionOn: null,
  workingDays: [1, 2, 3, 4, 5],
  lateLineOffUntil: null,
};

export const ownCareKind = defineKind<OwnCare, 'own-care'>({
  kind: 'own-care',
  tableId: 50,
  schemaVersion: 1,
  schema: ownCareSchema,
  migrations: {},
  label: { one: 'page about yourself', many: 'pages about yourself' },
  people: () => [],
  retention: null,
  without: (care) => care,
  hasProse: false,
  isPrivate: true,
  fieldLabels: {
    habitIds: 'Habits chosen',
    lastLeaveUntil: 'Last leave ended on',
    nextLeaveFrom: 'Next leave begins on',
    lastSupervisionOn: 'Own supervision, last',
    nextSupervisionOn: 'Own supervision, next',
    workingDays: 'Working days',
    lateLineOffUntil: 'Line about late hours put away until',
  },
  disclosure: {
    habitIds: 'internal',
    lastLeaveUntil: 'internal',
    nextLeaveFrom: 'internal',
    lastSupervisionOn: 'internal',
    nextSupervisionOn: 'internal',
    workingDays: 'internal',
    lateLineOffUntil: 'internal',
  },
  examples: [
    noOwnCare,
    {
      habitIds: ['left-on-time', 'own-supervision'],
      lastLeaveUntil: '2026-01-25' as never,
      nextLeaveFrom: '2026-04-03' as never,
      lastSupervisionOn: '2026-02-26' as never,
      nextSupervisionOn: '2026-04-02' as never,
      workingDays: [1, 2, 4],
      lateLineOffUntil: '2026-04-01' as never,
    },
  ],
  olderExamples: [],
});
