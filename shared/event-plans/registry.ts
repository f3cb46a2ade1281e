/** Every template. A new built-in one is a file and one line here. */
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import type { PlanTemplate } from './template';
import { assaultOrThreat } from './templates/assault-or-threat';
import { colleagueDeath } from './templates/colleague-death';
import { cumulativeStrain } from './templates/cumulative-strain';
import { disaster } from './templates/disaster';
import { drugRelatedDeath } from './templates/drug-related-death';
import { general } from './templates/general';
import { mediaOrInquiry } from './templates/media-or-inquiry';
import { naturalDeath } from './templates/natural-death';
import { overdoseSurvived } from './templates/overdose-survived';
import { protection } from './templates/protection';
import { selfHarmWitnessed } from './templates/self-harm-witnessed';
import { suicide } from './templates/suicide';

export const planTemplates: readonly PlanTemplate[] = [
  drugRelatedDeath,
  suicide,
  naturalDeath,
  overdoseSurvived,
  assaultOrThreat,
  selfHarmWitnessed,
  protection,
  colleagueDeath,
  disaster,
  mediaOrInquiry,
  cumulativeStrain,
  general,
];

/** The built-in template of a kind of event. */
export function templateFor(eventType: EventPlan['eventType']): PlanTemplate {
  return planTemplates.find((template) => template.eventTypes.includes(eventType)) ?? general;
}

/** Null for an own template, and for one that this version does not have. */
export function templateById(id: string): PlanTemplate | null {
  return planTemplates.find((template) => template.id === id) ?? null;
}

/** The built-in ones and the service's own, the own ones first. */
export function allTemplates(own: readonly PlanTemplate[]): readonly PlanTemplate[] {
  return [...own, ...planTemplates];
}

/** Those to choose from for a kind of event: own ones for it, the built-in one, then own ones that name no event. */
export function templatesFor(
  eventType: EventPlan['eventType'],
  own: readonly PlanTemplate[],
): readonly PlanTemplate[] {
  return [
    ...own.filter((template) => template.eventTypes.includes(eventType)),
    templateFor(eventType),
    ...own.filter((template) => template.eventTypes.length === 0),
  ];
}
