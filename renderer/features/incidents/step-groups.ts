/** Steps of the first days as people think of them: now, tonight, over the weekend, Monday; later ones by their phase. */
import type { Nation } from '@shared/kernel/bank-holidays';
import { addDays, formatDateWithWeekday, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import { addWorkingDays } from '@shared/kernel/working-days';
import { phaseLabels, type PlanStep } from '@shared/records/event-plan/event-plan';

export interface StepGroup {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly PlanStep[];
}

/** Saturday or Sunday, within the four days that begin today. */
export function isOnWeekend(step: Pick<PlanStep, 'due'>, today: LocalDate): boolean {
  return step.due >= today && step.due <= addDays(today, 3) && isoWeekday(step.due) > 5;
}

export function stepGroups(steps: readonly PlanStep[], today: LocalDate): readonly StepGroup[] {
  const groups = new Map<string, { title: string; steps: PlanStep[] }>();
  for (const step of steps) {
    const { id, title } = groupOf(step, today);
    const group = groups.get(id) ?? { title, steps: [] };
    group.steps.push(step);
    groups.set(id, group);
  }
  return [...groups].map(([id, group]) => ({ id, ...group }));
}

function groupOf(step: PlanStep, today: LocalDate): { readonly id: string; readonly title: string } {
  if (step.phaseId === 'immediate' && step.due <= today) return { id: 'now', title: 'Now' };
  if (step.due < today) return { id: 'earlier', title: 'From the days before' };
  if (step.due === today) return { id: 'today', title: 'Tonight' };
  if (isOnWeekend(step, today)) return { id: 'weekend', title: 'Over the weekend' };
  if (step.due <= addDays(today, 4) && step.phaseId !== 'weeks-1-2') {
    return { id: step.due, title: weekday(step.due) };
  }
  return { id: step.phaseId, title: phaseLabels[step.phaseId] };
}

/** "Monday": the first day on which the service is at work again. */
export function nextWorkingDay(today: LocalDate, nation: Nation): LocalDate {
  return addWorkingDays(today, 1, nation);
}

export function weekday(day: LocalDate): string {
  return formatDateWithWeekday(day).split(' ')[0] ?? '';
}
