/**
 * One week of the manager's own ticks. Private: in no search and in nothing that leaves the vault. A day that was not
 * noted is not there, and counts for nothing.
 */
import { habitIds } from '@shared/habits/habits';
import { addDays, isoWeekday } from '@shared/kernel/local-date';
import { localDateSchema, z } from '@shared/kernel/zod';
import { defineKind } from '../record-kind';

const habitsSchema = z.array(z.enum(habitIds)).max(habitIds.length);

export const habitWeekSchema = z
  .strictObject({
    /** A Monday. */
    weekStart: localDateSchema,
    /** The days that were noted, earliest first. */
    ticks: z
      .array(
        z.strictObject({
          day: localDateSchema,
          /** Those that were asked about on that day: one chosen later does not count as left out before. */
          asked: habitsSchema,
          habitIds: habitsSchema,
        }),
      )
      .max(7),
  })
  .refine(({ weekStart }) => isoWeekday(weekStart) === 1, {
    path: ['weekStart'],
    message: 'A week begins on a Monday',
  })
  .refine(
    ({ weekStart, ticks }) =>
      ticks.every(
        ({ day }, index) =>
          day >= weekStart && day <= addDays(weekStart, 6) && day > (ticks[index - 1]?.day ?? ''),
      ),
    { path: ['ticks'], message: 'These days are not those of the week' },
  )
  .refine(({ ticks }) => ticks.every(({ asked, habitIds: kept }) => kept.every((id) => asked.includes(id))), {
    path: ['ticks'],
    message: 'Something is ticked that was not asked',
  });
export type HabitWeek = z.infer<typeof habitWeekSchema>;

export const habitWeekKind = defineKind<HabitWeek, 'habit-week'>({
  kind: 'habit-week',
  tableId: 49,
  schemaVersion: 1,
  schema: habitWeekSchema,
  migrations: {},
  label: { one: 'week of own habits', many: 'weeks of own habits' },
  people: () => [],
  retention: null,
  without: (week) => week,
  hasProse: false,
  isPrivate: true,
  fieldLabels: { weekStart: 'Week from', ticks: 'Days noted' },
  disclosure: { weekStart: 'internal', ticks: 'internal' },
  examples: [
    {
      weekStart: '2026-03-23' as never,
      ticks: [
        {
          day: '2026-03-23' as never,
          asked: ['left-on-time', 'no-late-mail', 'lunch-away', 'visible-pause'],
          habitIds: ['left-on-time', 'no-late-mail'],
        },
        { day: '2026-03-25' as never, asked: ['left-on-time', 'no-late-mail'], habitIds: [] },
      ],
    },
    { weekStart: '2026-03-30' as never, ticks: [] },
  ],
  olderExamples: [],
});
