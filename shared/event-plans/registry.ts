/** Every template. A new one is a file and one line here. */
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import type { PlanTemplate } from './template';
import { assaultOrThreat } from './templates/assault-or-threat';
import { colleagueDeath } from './templates/colleague-death';
import { drugRelatedDeath } from './templates/drug-related-death';
import { general } from './templates/general';
import { overdoseSurvived } from './templates/overdose-survived';
import { suicide } from './templates/suicide';

export const planTemplates: readonly PlanTemplate[] = [
  drugRelatedDeath,
  suicide,
  assaultOrThreat,
  overdoseSurvived,
  colleagueDeath,
  general,
];

/** The template of a kind of event; the general one where it has none of its own. */
export function templateFor(eventType: EventPlan['eventType']): PlanTemplate {
  return planTemplates.find((template) => template.eventTypes.includes(eventType)) ?? general;
}

/** Null when a running plan came from a template that this version does not have. */
export function templateById(id: string): PlanTemplate | null {
  return planTemplates.find((template) => template.id === id) ?? null;
}
