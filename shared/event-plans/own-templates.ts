/**
 * A service's own templates: copied, edited, saved as the next version. Every function answers with a new value; nothing
 * here reaches a running plan, which keeps the words that it started with.
 */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import type { OwnTemplate, OwnTemplateStep } from '@shared/records/plan-template/plan-template';
import { canonicalJson } from '@shared/vault/canonical-json';
import { freeId } from './part-ids';
import { refuseStep, type StepRefusal } from './refuse-step';
import type { PlanTemplate } from './template';

/** Ready to open plans from. Its record's id is its template id, so that the two sorts never meet. */
export function templateOf(stored: { readonly id: RecordId; readonly value: OwnTemplate }): PlanTemplate {
  const { title, summary, eventTypes, phases, steps, avoid, sources, version } = stored.value;
  return { id: stored.id, version, title, summary, eventTypes, phases, steps, avoid, sources };
}

export function copyTemplate(template: PlanTemplate, title: string, on: LocalDate): OwnTemplate {
  return {
    title: title.trim(),
    summary: template.summary,
    eventTypes: [...template.eventTypes],
    phases: template.phases.map((phase) => ({ ...phase })),
    steps: template.steps.map((step) => ({ ...step, timing: { ...step.timing } })),
    avoid: template.avoid.map((each) => ({ ...each })),
    sources: template.sources.map((each) => ({ ...each })),
    version: 1,
    copiedFrom: { templateId: template.id, version: template.version },
    changedOn: on,
  };
}

/** What is stored when an edit is saved: the next version, or just what was there when nothing has changed. */
export function savedTemplate(before: OwnTemplate, edited: OwnTemplate, on: LocalDate): OwnTemplate {
  const same = { version: before.version, changedOn: before.changedOn };
  if (canonicalJson({ ...edited, ...same }) === canonicalJson(before)) return before;
  return { ...edited, version: before.version + 1, changedOn: on };
}

export function addTemplateStep(template: OwnTemplate, step: Omit<OwnTemplateStep, 'id'>): OwnTemplate {
  return { ...template, steps: [...template.steps, { ...step, id: freeId(template.steps, 'own') }] };
}

export function changeTemplateStep(
  template: OwnTemplate,
  stepId: string,
  change: Partial<Omit<OwnTemplateStep, 'id'>>,
): OwnTemplate {
  return {
    ...template,
    steps: template.steps.map((step) => (step.id === stepId ? { ...step, ...change } : step)),
  };
}

export function removeTemplateStep(template: OwnTemplate, stepId: string): OwnTemplate {
  return { ...template, steps: template.steps.filter(({ id }) => id !== stepId) };
}

/** Past its neighbour of the same phase. Steps due on one day stand in this order; at the end nothing moves. */
export function moveTemplateStep(
  template: OwnTemplate,
  stepId: string,
  direction: 'earlier' | 'later',
): OwnTemplate {
  const steps = [...template.steps];
  const from = steps.findIndex(({ id }) => id === stepId);
  const moved = steps[from];
  if (moved === undefined) return template;
  const isNeighbour = (step: OwnTemplateStep, index: number) =>
    step.phaseId === moved.phaseId && (direction === 'earlier' ? index < from : index > from);
  const to = direction === 'earlier' ? steps.findLastIndex(isNeighbour) : steps.findIndex(isNeighbour);
  const neighbour = steps[to];
  if (neighbour === undefined) return template;
  steps[to] = moved;
  steps[from] = neighbour;
  return { ...template, steps };
}

export interface RefusedStep {
  readonly stepId: string;
  readonly refusal: StepRefusal;
}

/** Steps that no template may hold. A look back at the work alone is not among them. */
export function refusedSteps(template: Pick<OwnTemplate, 'steps'>): readonly RefusedStep[] {
  return template.steps.flatMap(({ id, title, detail }) => {
    const refusal = refuseStep(title, detail);
    return refusal === null || refusal.keep !== null ? [] : [{ stepId: id, refusal }];
  });
}
