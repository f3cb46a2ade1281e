/** From a template to a running plan, and what may happen to its steps. Everything answers with a new value. */
import { addDays, daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import {
  type AffectedPerson,
  type EventPlan,
  type PhaseId,
  phaseIds,
  type PlanStep,
} from '@shared/records/event-plan/event-plan';
import { isDeath, phaseWindow } from './phases';
import type { PlanCondition, PlanTemplate } from './template';

export interface NewPlan {
  readonly template: PlanTemplate;
  readonly eventType: EventPlan['eventType'];
  readonly occurredOn: LocalDate;
  /** "HH:MM", or empty when nobody knows. */
  readonly occurredAt: string;
  readonly everyoneSafe: EventPlan['everyoneSafe'];
  readonly facts: string;
  readonly affected: readonly {
    readonly personId: RecordId;
    readonly closeness: AffectedPerson['closeness'];
  }[];
  /** What else is known; whether it was a death follows from the event type. */
  readonly conditions?: readonly Exclude<PlanCondition, 'a-death'>[];
}

/** The plan's steps are copies: a later version of the template never changes a running plan. */
export function openPlan(input: NewPlan): EventPlan {
  const { template, occurredOn } = input;
  const holds = (condition: PlanCondition | undefined) =>
    condition === undefined ||
    (condition === 'a-death' ? isDeath(input.eventType) : (input.conditions ?? []).includes(condition));
  const steps = template.steps
    .filter((step) => holds(step.condition))
    .map((step): PlanStep => {
      const due = addDays(phaseWindow(step.phaseId, occurredOn).from, step.phaseDay);
      return {
        id: step.id,
        phaseId: step.phaseId,
        title: step.title,
        detail: step.detail,
        ownerPersonId: null,
        ownerRole: step.ownerRole,
        offsetDays: daysBetween(occurredOn, due),
        due,
        doneOn: null,
      };
    });
  return {
    eventType: input.eventType,
    templateId: template.id,
    templateVersion: template.version,
    occurredOn,
    occurredAt: input.occurredAt,
    everyoneSafe: input.everyoneSafe,
    facts: input.facts,
    steps: inOrder(steps),
    affected: input.affected.map(({ personId, closeness }) => ({
      personId,
      closeness,
      contacts: [],
      noContactReason: '',
    })),
    closedOn: null,
  };
}

/**
 * Corrects the event's day. Steps that follow it move (by calendar months in the month phases); a step with a
 * date of its own stays, and what is done stays done on the day it was done. `moved` counts the open steps that
 * got another day.
 */
export function redatePlan(
  plan: EventPlan,
  newDate: LocalDate,
): { readonly plan: EventPlan; readonly moved: number } {
  let moved = 0;
  const steps = plan.steps.map((step): PlanStep => {
    if (step.offsetDays === null) return step;
    const intoPhase = daysBetween(phaseWindow(step.phaseId, plan.occurredOn).from, step.due);
    const due = addDays(phaseWindow(step.phaseId, newDate).from, intoPhase);
    if (due !== step.due && step.doneOn === null) moved += 1;
    return { ...step, due, offsetDays: daysBetween(newDate, due) };
  });
  return { plan: { ...plan, occurredOn: newDate, steps: inOrder(steps) }, moved };
}

/** A step of one's own, with a date of its own. */
export function addStep(
  plan: EventPlan,
  step: Pick<PlanStep, 'phaseId' | 'title' | 'detail' | 'due' | 'ownerRole'>,
): EventPlan {
  const taken = new Set(plan.steps.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  const own: PlanStep = { ...step, id: `own-${number}`, ownerPersonId: null, offsetDays: null, doneOn: null };
  return { ...plan, steps: inOrder([...plan.steps, own]) };
}

/** Changes one step. A due date chosen by hand is from then on the step's own. */
export function changeStep(
  plan: EventPlan,
  stepId: string,
  change: Partial<Pick<PlanStep, 'ownerPersonId' | 'ownerRole' | 'due' | 'doneOn'>>,
): EventPlan {
  const steps = plan.steps.map((step): PlanStep => {
    if (step.id !== stepId) return step;
    const ownDate = change.due !== undefined && change.due !== step.due;
    return { ...step, ...change, offsetDays: ownDate ? null : step.offsetDays };
  });
  return { ...plan, steps: inOrder(steps) };
}

export function removeStep(plan: EventPlan, stepId: string): EventPlan {
  return { ...plan, steps: plan.steps.filter(({ id }) => id !== stepId) };
}

export function stepsOf(plan: EventPlan, phaseId: PhaseId): readonly PlanStep[] {
  return plan.steps.filter((step) => step.phaseId === phaseId);
}

/** By phase, then by day; steps of one day keep the order that they had. */
function inOrder(steps: readonly PlanStep[]): PlanStep[] {
  return [...steps].sort(
    (left, right) =>
      phaseIds.indexOf(left.phaseId) - phaseIds.indexOf(right.phaseId) || left.due.localeCompare(right.due),
  );
}
