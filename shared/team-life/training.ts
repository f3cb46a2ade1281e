/** The order of a training plan and how far it has come: sums over sessions, nobody by name. */
import type { LocalDate, LocalMonth } from '@shared/kernel/local-date';
import { addMonthsToMonth, monthOf } from '@shared/kernel/local-date';
import { err, ok, type Result } from '@shared/kernel/result';
import type { PracticeTime } from '@shared/records/practice-time/practice-time';
import type { TrainingPlan, TrainingStep } from '@shared/records/training-plan/training-plan';
import { sum } from '@shared/statistics/descriptive';
import { practiceTimeMonths } from '@shared/workforce/practice-time';
import type { WithId } from '@shared/workforce/workforce-inputs';

export interface Attendance {
  readonly sessions: number;
  readonly invited: number;
  readonly came: number;
}

export function attendanceOf({ sessions }: Pick<TrainingStep, 'sessions'>): Attendance {
  return {
    sessions: sessions.length,
    invited: sum(sessions.map(({ invited }) => invited)),
    came: sum(sessions.map(({ came }) => came)),
  };
}

export type StepState = 'done' | 'under-way' | 'planned' | 'late' | 'no-day';

export function stepState(step: TrainingStep, today: LocalDate): StepState {
  if (step.doneOn !== null) return 'done';
  if (step.sessions.length > 0) return 'under-way';
  if (step.plannedOn === null) return 'no-day';
  return step.plannedOn < today ? 'late' : 'planned';
}

/** Null once every step is done. */
export const nextStep = ({ steps }: Pick<TrainingPlan, 'steps'>): TrainingStep | null =>
  steps.find(({ doneOn }) => doneOn === null) ?? null;

export type OrderError = 'wellbeing-first' | 'not-there';

/** Every change of the order comes through here: a plan whose first step is about something else is refused. */
function ordered(plan: TrainingPlan, steps: readonly TrainingStep[]): Result<TrainingPlan, OrderError> {
  if (steps[0]?.kind !== 'wellbeing') return err('wellbeing-first');
  return ok({ ...plan, steps: [...steps] });
}

export function movedStep(plan: TrainingPlan, id: string, by: -1 | 1): Result<TrainingPlan, OrderError> {
  const from = plan.steps.findIndex((step) => step.id === id);
  const step = plan.steps[from];
  const to = from + by;
  if (step === undefined || to < 0 || to >= plan.steps.length) return err('not-there');
  return ordered(plan, plan.steps.toSpliced(from, 1).toSpliced(to, 0, step));
}

/** A new one comes last; one that is there keeps its place. */
export function withStep(plan: TrainingPlan, step: TrainingStep): Result<TrainingPlan, OrderError> {
  const at = plan.steps.findIndex(({ id }) => id === step.id);
  return ordered(plan, at === -1 ? [...plan.steps, step] : plan.steps.with(at, step));
}

export function withoutStep(plan: TrainingPlan, id: string): Result<TrainingPlan, OrderError> {
  return ordered(
    plan,
    plan.steps.filter((step) => step.id !== id),
  );
}

export interface MissedTraining {
  readonly from: LocalMonth;
  readonly to: LocalMonth;
  /** Places missed because of workload, of all places missed. */
  readonly workload: number;
  readonly missed: number;
}

/** Out of the months that are typed by hand for the whole service; null where none of the last twelve says. */
export function missedTraining(
  records: readonly WithId<PracticeTime>[],
  today: LocalDate,
): MissedTraining | null {
  const to = monthOf(today);
  const from = addMonthsToMonth(to, -11);
  const shares = [...practiceTimeMonths(records, null)].flatMap(([month, { trainingMissedWorkload }]) =>
    month < from || month > to || trainingMissedWorkload === null ? [] : [trainingMissedWorkload],
  );
  if (shares.length === 0) return null;
  return {
    from,
    to,
    workload: sum(shares.map(({ above }) => above)),
    missed: sum(shares.map(({ below }) => below)),
  };
}
