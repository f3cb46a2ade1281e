/** Where a plan stands on a given day, and what it asks of whom. */
import type { RecordId } from '@shared/kernel/ids';
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import { type EventPlan, type PhaseId, phaseIds, type PlanStep } from '@shared/records/event-plan/event-plan';
import { isContactLogged } from './contacts';
import { stepsOf } from './open-plan';
import { contactPhaseIds, isContactPhase, phaseWindow, type PhaseWindow } from './phases';

export interface PhaseState {
  readonly id: PhaseId;
  readonly window: PhaseWindow;
  /** Steps, and in the contact phases one check-in for each person affected. */
  readonly done: number;
  readonly total: number;
  /** `behind`: the window has passed and something is still open. */
  readonly state: 'done' | 'now' | 'behind' | 'later';
}

export function phaseStates(plan: EventPlan, asOf: LocalDate): readonly PhaseState[] {
  return phaseIds.map((id) => phaseState(plan, id, asOf));
}

/** Where one phase stands. The anniversary is "now" from its reminder on. */
export function phaseState(plan: EventPlan, id: PhaseId, asOf: LocalDate): PhaseState {
  const window = phaseWindow(id, plan.occurredOn);
  const steps = stepsOf(plan, id);
  const people = isContactPhase(id) ? plan.affected : [];
  const total = steps.length + people.length;
  const done =
    steps.filter(({ doneOn }) => doneOn !== null).length +
    people.filter((person) => isContactLogged(person, id)).length;
  return { id, window, done, total, state: stateOf() };

  function stateOf(): PhaseState['state'] {
    if (total > 0 && done === total) return 'done';
    if (asOf < (window.reminderOn ?? window.from)) return 'later';
    if (asOf <= window.to) return 'now';
    return total === 0 ? 'done' : 'behind';
  }
}

/** The phase to show first: the latest one that has begun and is not finished, else the next to come. */
export function currentPhase(plan: EventPlan, asOf: LocalDate): PhaseId {
  const states = phaseStates(plan, asOf);
  const open = states.filter(({ state }) => state === 'now' || state === 'behind').at(-1);
  return (open ?? states.find(({ state }) => state === 'later') ?? states.at(-1))?.id ?? 'immediate';
}

/** Days since the event; the event's own day is day 0. Negative before it. */
export function planDay(plan: EventPlan, asOf: LocalDate): number {
  return daysBetween(plan.occurredOn, asOf);
}

export interface StoredPlan {
  readonly id: RecordId;
  readonly value: EventPlan;
}

export interface DueStep {
  readonly planId: RecordId;
  readonly step: PlanStep;
  /** 0 when due today. */
  readonly daysOverdue: number;
}

/** Open steps of open plans that are due on or before `asOf`, the longest overdue first. */
export function dueSteps(plans: readonly StoredPlan[], asOf: LocalDate): readonly DueStep[] {
  return openPlans(plans)
    .flatMap(({ id, value }) =>
      value.steps
        .filter((step) => step.doneOn === null && step.due <= asOf)
        .map((step) => ({ planId: id, step, daysOverdue: daysBetween(step.due, asOf) })),
    )
    .sort((left, right) => right.daysOverdue - left.daysOverdue);
}

export interface DueContact {
  readonly planId: RecordId;
  readonly personId: RecordId;
  readonly phaseId: PhaseId;
  /** Last day of the phase's window. */
  readonly due: LocalDate;
}

/** People who have not been asked in the latest contact phase that has begun, the earliest due first. */
export function dueContacts(plans: readonly StoredPlan[], asOf: LocalDate): readonly DueContact[] {
  return openPlans(plans)
    .flatMap(({ id, value }) => {
      const phaseId = contactPhaseIds.findLast((phase) => phaseWindow(phase, value.occurredOn).from <= asOf);
      if (phaseId === undefined) return [];
      return value.affected
        .filter((person) => !isContactLogged(person, phaseId))
        .map(({ personId }) => ({
          planId: id,
          personId,
          phaseId,
          due: phaseWindow(phaseId, value.occurredOn).to,
        }));
    })
    .sort((left, right) => left.due.localeCompare(right.due));
}

function openPlans(plans: readonly StoredPlan[]): readonly StoredPlan[] {
  return plans.filter(({ value }) => value.closedOn === null);
}
