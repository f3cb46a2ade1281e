/** From a template to a running plan, and what may happen to its steps. Everything answers with a new value. */
import type { Nation } from '@shared/kernel/bank-holidays';
import { addMonths, type LocalDate } from '@shared/kernel/local-date';
import {
  type AffectedPerson,
  type ChosenCondition,
  type EventPlan,
  type OtherAffected,
  type PhaseId,
  phaseIds,
  type PlanOutline,
  type PlanStep,
} from '@shared/records/event-plan/event-plan';
import { type NewAffected, newAffected } from './contacts';
import { freeId } from './part-ids';
import { isDeath } from './phases';
import type { PlanCondition, PlanTemplate, TemplateStep } from './template';
import { compareMoments, dueOf, type EventMoment } from './timing';

export interface NewPlan {
  readonly template: PlanTemplate;
  readonly eventType: EventPlan['eventType'];
  /** Of the service: its bank holidays are no working days. */
  readonly nation: Nation;
  readonly occurredOn: LocalDate;
  /** "HH:MM", or empty when nobody knows. */
  readonly occurredAt: string;
  /** The day on which the plan is made; the event's own day when it is not given. */
  readonly openedOn?: LocalDate;
  readonly everyoneSafe: EventPlan['everyoneSafe'];
  readonly facts: string;
  readonly affected: readonly (NewAffected & Pick<AffectedPerson, 'personId'>)[];
  readonly othersAffected?: readonly (NewAffected & Pick<OtherAffected, 'line'>)[];
  /** What else is known; whether it was a death follows from the event type. */
  readonly conditions?: readonly ChosenCondition[];
}

/** Everything is copied: a later version of the template, or its removal, never changes a running plan. */
export function openPlan(input: NewPlan): EventPlan {
  const { template, occurredOn, occurredAt } = input;
  const conditions = [...new Set(input.conditions ?? [])];
  const steps = template.steps
    .filter(({ condition }) => holds(condition, { eventType: input.eventType, conditions }))
    .map((step) => copiedStep(step, { occurredOn, occurredAt }, input.nation));
  return {
    eventType: input.eventType,
    templateId: template.id,
    templateVersion: template.version,
    fromTemplate: {
      title: template.title,
      summary: template.summary,
      phases: template.phases.map((phase) => ({ ...phase })),
      avoid: template.avoid.map((each) => ({ ...each })),
      sources: template.sources.map((each) => ({ ...each })),
    },
    occurredOn,
    occurredAt,
    openedOn: input.openedOn ?? occurredOn,
    everyoneSafe: input.everyoneSafe,
    conditions,
    facts: input.facts,
    steps: inOrder(steps),
    affected: input.affected.map((each) => ({ personId: each.personId, ...newAffected(each) })),
    othersAffected: (input.othersAffected ?? []).map((each, index) => ({
      id: `other-${index + 1}`,
      line: each.line,
      ...newAffected(each),
    })),
    notifications: [],
    dates: [],
    reviewActions: [],
    closedOn: null,
  };
}

function holds(
  condition: PlanCondition | null,
  { eventType, conditions }: Pick<EventPlan, 'eventType' | 'conditions'>,
): boolean {
  if (condition === null) return true;
  return condition === 'a-death' ? isDeath(eventType) : conditions.includes(condition);
}

function copiedStep(step: TemplateStep, moment: EventMoment, nation: Nation): PlanStep {
  const { id, phaseId, title, detail, strand, condition, ownerRole, timing, lapses } = step;
  return {
    id,
    phaseId,
    title,
    detail,
    strand,
    condition,
    ownerPersonId: null,
    ownerRole,
    timing: { ...timing },
    ...dueOf(timing, moment, nation),
    doneOn: null,
    lapses,
  };
}

/**
 * Something about the event came to light, or proved wrong. Steps that it brings in come from the template, as long as
 * that is still of the plan's version; open ones that it no longer holds for go. What is done stays.
 */
export function setConditions<P extends PlanOutline>(
  plan: P,
  conditions: readonly ChosenCondition[],
  template: PlanTemplate | null,
  nation: Nation,
): P {
  const next = { eventType: plan.eventType, conditions: [...new Set(conditions)] };
  const kept = plan.steps.filter((step) => step.doneOn !== null || holds(step.condition, next));
  const there = new Set(plan.steps.map(({ id }) => id));
  const isSame = template?.id === plan.templateId && template.version === plan.templateVersion;
  const brought = (isSame ? template.steps : [])
    .filter((step) => step.condition !== null && !there.has(step.id))
    // A step that was taken out by hand while its condition held stays out.
    .filter((step) => holds(step.condition, next) && !holds(step.condition, plan))
    .map((step) => copiedStep(step, plan, nation));
  return { ...plan, conditions: next.conditions, steps: inOrder([...kept, ...brought]) };
}

export interface MovedStep {
  readonly id: string;
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Redated<P> {
  readonly plan: P;
  /** How many open steps got another day. */
  readonly moved: number;
  readonly changes: readonly MovedStep[];
  /** How many steps are done, and stay done on the day they were. */
  readonly keptDone: number;
  /** How many open steps have a day of their own, and keep it. */
  readonly keptOwnDay: number;
}

/**
 * Corrects the event's day, and its time when it is given. Steps that are counted from it move; a step with a day of its
 * own stays, and what is done stays done on the day it was done. Anniversaries among the days to keep in mind move too.
 */
export function redatePlan<P extends PlanOutline>(
  plan: P,
  newDate: LocalDate,
  nation: Nation,
  newTime: string = plan.occurredAt,
): Redated<P> {
  const changes: MovedStep[] = [];
  const steps = plan.steps.map((step): PlanStep => {
    if (step.timing === null) return step;
    const due = dueOf(step.timing, { occurredOn: newDate, occurredAt: newTime }, nation);
    if (step.doneOn === null && due.due !== step.due)
      changes.push({ id: step.id, title: step.title, from: step.due, to: due.due });
    return { ...step, ...due };
  });
  const dates = plan.dates.map((date) => {
    if (date.kind !== 'anniversary') return date;
    const years = Number(date.on.slice(0, 4)) - Number(plan.occurredOn.slice(0, 4));
    const followed = date.on === addMonths(plan.occurredOn, years * 12);
    return followed ? { ...date, on: addMonths(newDate, years * 12) } : date;
  });
  return {
    plan: { ...plan, occurredOn: newDate, occurredAt: newTime, steps: inOrder(steps), dates },
    moved: changes.length,
    changes,
    keptDone: plan.steps.filter(({ doneOn }) => doneOn !== null).length,
    keptOwnDay: plan.steps.filter(({ doneOn, timing }) => doneOn === null && timing === null).length,
  };
}

/** A step of one's own, with a date of its own. */
export function addStep<P extends PlanOutline>(
  plan: P,
  step: Pick<PlanStep, 'phaseId' | 'title' | 'detail' | 'due' | 'ownerRole'> &
    Partial<Pick<PlanStep, 'strand'>>,
): P {
  const own: PlanStep = {
    strand: 'support',
    ...step,
    id: freeId(plan.steps, 'own'),
    condition: null,
    ownerPersonId: null,
    timing: null,
    dueAt: '',
    doneOn: null,
    lapses: false,
  };
  return { ...plan, steps: inOrder([...plan.steps, own]) };
}

/** Changes one step. A due date chosen by hand is from then on the step's own. */
export function changeStep<P extends PlanOutline>(
  plan: P,
  stepId: string,
  change: Partial<Pick<PlanStep, 'ownerPersonId' | 'ownerRole' | 'due' | 'doneOn'>>,
): P {
  const steps = plan.steps.map((step): PlanStep => {
    if (step.id !== stepId) return step;
    const hasOwnDay = change.due !== undefined && change.due !== step.due;
    return { ...step, ...change, ...(hasOwnDay ? { timing: null, dueAt: '' } : {}) };
  });
  return { ...plan, steps: inOrder(steps) };
}

export function removeStep<P extends PlanOutline>(plan: P, stepId: string): P {
  return { ...plan, steps: plan.steps.filter(({ id }) => id !== stepId) };
}

export function stepsOf(plan: Pick<EventPlan, 'steps'>, phaseId: PhaseId): readonly PlanStep[] {
  return plan.steps.filter((step) => step.phaseId === phaseId);
}

const placeOf: ReadonlyMap<PhaseId, number> = new Map(phaseIds.map((id, index) => [id, index]));

/** By phase, then by moment; steps of one moment keep the order that they had. */
function inOrder(steps: readonly PlanStep[]): PlanStep[] {
  return [...steps].sort(
    (left, right) =>
      (placeOf.get(left.phaseId) ?? 0) - (placeOf.get(right.phaseId) ?? 0) || compareMoments(left, right),
  );
}
