/** Where a plan stands on a given day, and what it asks of whom. */
import type { RecordId } from '@shared/kernel/ids';
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import {
  type Affected,
  type PhaseId,
  phaseIds,
  type PlanOutline,
  type PlanStep,
} from '@shared/records/event-plan/event-plan';
import { everyoneAffected, isContactLogged } from './contacts';
import { stillPossible } from './late-words';
import { stepsOf } from './open-plan';
import { contactPhaseIds, isContactPhase, phaseWindow, type PhaseWindow } from './phases';
import { compareText } from './timing';

export interface PhaseState {
  readonly id: PhaseId;
  readonly window: PhaseWindow;
  /** Steps, and in the contact phases one check-in for each person affected. */
  readonly done: number;
  readonly total: number;
  /** `behind`: the window has passed and something is still open. */
  readonly state: 'done' | 'now' | 'behind' | 'later';
  /** The phase was over when the plan was made: nobody is late, and this can still be done. Null otherwise. */
  readonly stillPossible: string | null;
}

export function phaseStates(plan: PlanOutline, asOf: LocalDate): readonly PhaseState[] {
  return phaseIds.map((id) => phaseState(plan, id, asOf));
}

/** Where one phase stands. The anniversary is "now" from its reminder on. */
export function phaseState(plan: PlanOutline, id: PhaseId, asOf: LocalDate): PhaseState {
  const window = phaseWindow(id, plan.occurredOn);
  const steps = stepsOf(plan, id).filter((step) => !hasLapsed(plan, step));
  const people = isContactPhase(id) ? everyoneAffected(plan) : [];
  const total = steps.length + people.length;
  const done =
    steps.filter(({ doneOn }) => doneOn !== null).length +
    people.filter(({ person }) => isContactLogged(person, id)).length;
  const state = stateOf();
  const wasPast = window.to < plan.openedOn;
  return {
    id,
    window,
    done,
    total,
    state,
    stillPossible: wasPast && state === 'behind' ? stillPossible[id] : null,
  };

  function stateOf(): PhaseState['state'] {
    if (total > 0 && done === total) return 'done';
    if (asOf < (window.reminderOn ?? window.from)) return 'later';
    if (asOf <= window.to) return 'now';
    return total === 0 ? 'done' : 'behind';
  }
}

/** A step for its moment only, in a plan that was made after it: shown, and not asked for. */
export function hasLapsed(plan: PlanOutline, step: PlanStep): boolean {
  return step.lapses && step.doneOn === null && phaseWindow(step.phaseId, plan.occurredOn).to < plan.openedOn;
}

/** The phase to show first: the latest one that has begun and is not finished, else the next to come. */
export function currentPhase(plan: PlanOutline, asOf: LocalDate): PhaseId {
  const states = phaseStates(plan, asOf);
  const open = states.filter(({ state }) => state === 'now' || state === 'behind').at(-1);
  return (open ?? states.find(({ state }) => state === 'later') ?? states.at(-1))?.id ?? 'immediate';
}

/** Days since the event; the event's own day is day 0. Negative before it. */
export function planDay(plan: Pick<PlanOutline, 'occurredOn'>, asOf: LocalDate): number {
  return daysBetween(plan.occurredOn, asOf);
}

export interface StoredPlan {
  readonly id: RecordId;
  readonly value: PlanOutline;
}

/** From which day a step can be late: never from before the plan was made. */
export function lateFrom(plan: PlanOutline, step: PlanStep): LocalDate {
  return step.due < plan.openedOn ? plan.openedOn : step.due;
}

export interface DueStep {
  readonly planId: RecordId;
  readonly step: PlanStep;
  /** 0 when due today. */
  readonly daysOverdue: number;
}

/** Open steps of open plans that are due on or before `asOf`, the longest overdue first. */
export function dueSteps(plans: readonly StoredPlan[], asOf: LocalDate): readonly DueStep[] {
  // Thousands of steps share a few hundred days.
  const daysSince = new Map<LocalDate, number>();
  const since = (day: LocalDate): number => {
    const known = daysSince.get(day) ?? Math.max(0, daysBetween(day, asOf));
    daysSince.set(day, known);
    return known;
  };
  const due: DueStep[] = [];
  for (const { id, value } of openPlans(plans))
    for (const step of value.steps)
      if (step.doneOn === null && step.due <= asOf && !hasLapsed(value, step))
        due.push({ planId: id, step, daysOverdue: since(lateFrom(value, step)) });
  return due.sort((left, right) => right.daysOverdue - left.daysOverdue);
}

export interface DueContact {
  readonly planId: RecordId;
  /** A person's record id, or the id of a line of those who are not on the people list. */
  readonly personId: string;
  /** The words of that line; null for a person of the list. */
  readonly line: string | null;
  readonly phaseId: PhaseId;
  /** Last day of the phase's window, or the day that was agreed. */
  readonly due: LocalDate;
}

/** People who have not been asked in the latest contact phase that has begun, the earliest due first. */
export function dueContacts(plans: readonly StoredPlan[], asOf: LocalDate): readonly DueContact[] {
  return openPlans(plans)
    .flatMap(({ id, value }) => {
      const phaseId = contactPhaseIds.findLast((phase) => phaseWindow(phase, value.occurredOn).from <= asOf);
      if (phaseId === undefined) return [];
      return everyoneAffected(value)
        .filter(({ person }) => !isContactLogged(person, phaseId))
        .map((each) => ({
          planId: id,
          personId: each.id,
          line: each.line,
          phaseId,
          due: phaseWindow(phaseId, value.occurredOn).to,
        }));
    })
    .sort((left, right) => compareText(left.due, right.due));
}

/**
 * Next contacts that were agreed and have come, the earliest first. One is met by any answer noted on that day or later;
 * nobody who chose to have no further contact is in it.
 */
export function agreedContacts(plans: readonly StoredPlan[], asOf: LocalDate): readonly DueContact[] {
  return openPlans(plans)
    .flatMap(({ id, value }) =>
      everyoneAffected(value).flatMap(({ id: personId, line, person }) => {
        const due = nextContactOn(person);
        if (due === null || due.on > asOf) return [];
        return [{ planId: id, personId, line, phaseId: due.phaseId, due: due.on }];
      }),
    )
    .sort((left, right) => compareText(left.due, right.due));
}

/** The next contact that was agreed with somebody and has not been met yet; null when there is none. */
export function nextContactOn(
  person: Affected,
): { readonly on: LocalDate; readonly phaseId: PhaseId } | null {
  if (person.optedOutOn !== null) return null;
  const lastAnswer = person.contacts.reduce<LocalDate | null>(
    (latest, { on }) => (on !== null && (latest === null || on > latest) ? on : latest),
    null,
  );
  return person.contacts.reduce<{ readonly on: LocalDate; readonly phaseId: PhaseId } | null>(
    (first, { nextOn, phaseId }) => {
      if (nextOn === null || (lastAnswer !== null && lastAnswer >= nextOn)) return first;
      return first === null || nextOn < first.on ? { on: nextOn, phaseId } : first;
    },
    null,
  );
}

function openPlans(plans: readonly StoredPlan[]): readonly StoredPlan[] {
  return plans.filter(({ value }) => value.closedOn === null);
}
