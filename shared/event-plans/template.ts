/**
 * What a plan is made from. Templates are data: words, roles and days, no code. The words are our own; what
 * they lean on is named in `sources`.
 */
import type { EventPlan, PhaseId } from '@shared/records/event-plan/event-plan';

/** Something known about the event that brings a step in. `a-death` follows from the kind of event. */
export type PlanCondition = 'a-death' | 'staff-hurt' | 'lone-or-remote-site';

export interface TemplateStep {
  readonly id: string;
  readonly phaseId: PhaseId;
  readonly title: string;
  readonly detail: string;
  readonly ownerRole: string;
  /** Days from the first day of its phase. Only the anniversary has days before it: -14 is its reminder. */
  readonly phaseDay: number;
  readonly condition?: PlanCondition;
}

export interface TemplatePhase {
  readonly id: PhaseId;
  /** What this phase is for, in a few words: the heading beside its name. */
  readonly focus: string;
  /** How long it takes, so that a tired manager can plan it. */
  readonly takes: string;
}

export interface PlanTemplate {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** One sentence: what this plan pays special heed to. */
  readonly summary: string;
  readonly eventTypes: readonly EventPlan['eventType'][];
  readonly phases: readonly TemplatePhase[];
  readonly steps: readonly TemplateStep[];
  readonly avoid: readonly { readonly what: string; readonly why: string }[];
  readonly sources: readonly { readonly name: string; readonly about: string }[];
}
