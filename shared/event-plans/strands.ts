/** Support and investigation, kept apart: no page, list or print shows steps of both. */
import type { PlanStep, Strand } from '@shared/records/event-plan/event-plan';

export interface PlanPage {
  readonly id: 'support' | 'investigation';
  readonly strands: readonly Strand[];
  readonly steps: readonly PlanStep[];
}

/** The pages of a list of steps, in order. A page without steps is left out. */
export function pagesOf(steps: readonly PlanStep[]): readonly PlanPage[] {
  const pages: readonly PlanPage[] = [
    { id: 'support', strands: ['support', 'service'], steps: steps.filter((step) => !isInvestigation(step)) },
    { id: 'investigation', strands: ['investigation'], steps: steps.filter(isInvestigation) },
  ];
  return pages.filter((page) => page.steps.length > 0);
}

export function isInvestigation(step: Pick<PlanStep, 'strand'>): boolean {
  return step.strand === 'investigation';
}
