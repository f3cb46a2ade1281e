/** The full-time week of a service, which changes on dates: what contracted hours are a share of. */
import type { LocalDate } from '@shared/kernel/local-date';
import { localDateSchema, z } from '@shared/kernel/zod';

export const fullTimeWeekSchema = z.strictObject({
  /** First day with these hours; null: as far back as anything is known. */
  from: localDateSchema.nullable(),
  hours: z.number().min(20).max(60),
});
export type FullTimeWeek = z.infer<typeof fullTimeWeekSchema>;

/** Oldest first. Only the first has no date, so that every day has a week. */
export const fullTimeWeeksSchema = z
  .array(fullTimeWeekSchema)
  .min(1)
  .max(20)
  .refine(
    (weeks) =>
      weeks.every(({ from }, at) => {
        if (at === 0 || from === null) return at === 0 && from === null;
        const before = weeks[at - 1]?.from ?? null;
        return before === null || before < from;
      }),
    { message: 'Each full-time week has to start after the one before it' },
  );

/** Where nobody has set one. */
export const usualFullTimeWeeks: readonly FullTimeWeek[] = [{ from: null, hours: 37.5 }];

/** NHS Scotland, Agenda for Change: the reduction of the working week in its two steps. */
export const nhsScotlandFullTimeWeeks: readonly FullTimeWeek[] = [
  { from: null, hours: 37.5 },
  { from: '2024-04-01' as LocalDate, hours: 37 },
  { from: '2026-04-01' as LocalDate, hours: 36 },
];

/** The week in force on a day. */
export function fullTimeHoursOn(weeks: readonly FullTimeWeek[], day: LocalDate): number {
  const week = weeks.findLast(({ from }) => from === null || from <= day) ?? weeks[0];
  // A service always has a week (the schema holds it to one); the usual one stands for a list without any.
  return week?.hours ?? 37.5;
}
