/** Where a step and a plan stand, in words. */
import { formatDate, formatMonth, type LocalDate } from '@shared/kernel/local-date';
import {
  startsWithWellbeing,
  trainingKindLabels,
  type TrainingPlan,
  type TrainingStep,
} from '@shared/records/training-plan/training-plan';
import {
  attendanceOf,
  nextStep,
  stepState,
  type MissedTraining,
  type OrderError,
} from '@shared/team-life/training';
import type { StatusKind } from '../../../../ui';

export function stepStatus(
  step: TrainingStep,
  today: LocalDate,
): { readonly kind: StatusKind; readonly children: string } {
  const planned = step.plannedOn === null ? '' : formatDate(step.plannedOn);
  switch (stepState(step, today)) {
    case 'done':
      return { kind: 'good', children: 'Everybody has had it' };
    case 'under-way':
      return { kind: 'later', children: 'Under way' };
    case 'planned':
      return { kind: 'later', children: `Planned for ${planned}` };
    case 'late':
      return { kind: 'due', children: `Was planned for ${planned}` };
    case 'no-day':
      return { kind: 'none', children: 'No day yet' };
  }
}

/** "Staff wellbeing · 90 minutes" */
export function stepLine({ kind, minutes }: TrainingStep): string {
  return [trainingKindLabels[kind], minutes === null ? '' : `${minutes} minutes`]
    .filter((part) => part !== '')
    .join(' · ');
}

/** "10 of 12 places taken up, in 1 session" */
export function attendanceWords(step: Pick<TrainingStep, 'sessions'>): string {
  const { sessions, invited, came } = attendanceOf(step);
  if (sessions === 0) return 'No session yet';
  return `${came} of ${invited} places taken up, in ${sessions === 1 ? '1 session' : `${sessions} sessions`}`;
}

export function planLine(plan: TrainingPlan): string {
  const done = plan.steps.filter(({ doneOn }) => doneOn !== null).length;
  const next = nextStep(plan);
  return [
    `${done} of ${plan.steps.length === 1 ? '1 step' : `${plan.steps.length} steps`} done`,
    next === null ? '' : `next: ${next.title}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export function missedWords({ from, to, workload, missed }: MissedTraining): string {
  const span = `${formatMonth(from)} to ${formatMonth(to)}`;
  if (missed === 0) return `No place was missed from ${span}.`;
  return `${workload} of ${missed} missed places were missed because of workload, ${span}.`;
}

/** Why an order is refused, and the way on. */
export function orderWords(error: OrderError): string {
  return error === 'wellbeing-first'
    ? `${startsWithWellbeing}. Move another wellbeing step to the top first.`
    : 'This step has no place to move to.';
}
