/** The days of a plan for a calendar: one entry a day, in neutral words, without what or who. */
import { keptDatesOf, noticeDays } from '@shared/event-plans/kept-dates';
import { contactPhaseIds, phaseWindow } from '@shared/event-plans/phases';
import { hasLapsed } from '@shared/event-plans/plan-state';
import type { RecordId } from '@shared/kernel/ids';
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import type { CalendarEntry } from '@shared/reminders/calendar';

export function planCalendar(id: RecordId, plan: PlanOutline, today: LocalDate): readonly CalendarEntry[] {
  const tasks = new Set<LocalDate>();
  for (const step of plan.steps) if (step.doneOn === null && !hasLapsed(plan, step)) tasks.add(step.due);
  if (plan.affected.length + plan.othersAffected.length > 0)
    for (const phase of contactPhaseIds) tasks.add(phaseWindow(phase, plan.occurredOn).from);
  const days = new Set<LocalDate>([addMonths(plan.occurredOn, 12), ...keptDatesOf(plan).map(({ on }) => on)]);
  for (const day of days) tasks.add(addDays(day, -noticeDays));
  const coming = (list: Iterable<LocalDate>) => [...list].filter((day) => day >= today).sort();
  return [
    ...coming(tasks).map((on) => ({ uid: `${id}-plan-step-${on}`, kind: 'plan-step' as const, on })),
    ...coming(days).map((on) => ({ uid: `${id}-plan-date-${on}`, kind: 'plan-date' as const, on })),
  ];
}
