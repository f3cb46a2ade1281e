/** What of a plan goes onto paper. The template's words are ours; whatever was typed may name somebody. */
import { stepsOf } from '@shared/event-plans/open-plan';
import { templateById } from '@shared/event-plans/registry';
import type { LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import {
  closenessLabels,
  type EventPlan,
  type PhaseId,
  type PlanStep,
} from '@shared/records/event-plan/event-plan';

/** The phases whose steps are printed. */
export const pagePhases = ['immediate', 'hours-24-72'] as const satisfies readonly PhaseId[];

/** What the person has ticked. Both are off unless they say so. */
export interface PageChoice {
  readonly hasNames: boolean;
  /** They have checked the wording of what they typed, and want it printed as it is. */
  readonly hasOwnWords: boolean;
}

export interface PageLine {
  readonly id: string;
  readonly title: string;
  /** Empty once the step is done. */
  readonly detail: string;
  readonly owner: string;
  readonly due: LocalDate;
  readonly isDone: boolean;
}

const neutralTitle = 'A step added by you: see Steading';
const typedFields = ['title', 'detail', 'ownerRole'] as const;
type TypedField = (typeof typedFields)[number];

/** Is it word for word the template's? Of another version nobody can tell, so its changed words count as typed. */
function isOurs(plan: EventPlan, step: PlanStep, field: TypedField): boolean {
  const own = templateById(plan.templateId)?.steps.find(({ id }) => id === step.id);
  return own !== undefined && own[field] === step[field];
}

const isStepOurs = (plan: EventPlan, step: PlanStep): boolean =>
  isOurs(plan, step, 'title') && isOurs(plan, step, 'detail');

/** Does the page have words that somebody typed, so that there is something to check? */
export function hasTypedWords(plan: EventPlan): boolean {
  return pagePhases
    .flatMap((phaseId) => stepsOf(plan, phaseId))
    .some((step) => typedFields.some((field) => step[field] !== '' && !isOurs(plan, step, field)));
}

export function pageLines(
  plan: EventPlan,
  phaseId: PhaseId,
  choice: PageChoice,
  nameOf: (id: RecordId) => string,
): readonly PageLine[] {
  return stepsOf(plan, phaseId).map((step) => {
    const isDone = step.doneOn !== null;
    const isTold = choice.hasOwnWords || isStepOurs(plan, step);
    const role = choice.hasOwnWords || isOurs(plan, step, 'ownerRole') ? step.ownerRole : '';
    return {
      id: step.id,
      title: isTold ? step.title : neutralTitle,
      detail: isTold && !isDone ? step.detail : '',
      owner: choice.hasNames && step.ownerPersonId !== null ? nameOf(step.ownerPersonId) : role,
      due: step.due,
      isDone,
    };
  });
}

/** Null without names: how many were close to it is a person, once day and place are known. */
export function affectedLines(
  plan: EventPlan,
  choice: PageChoice,
  nameOf: (id: RecordId) => string,
): readonly { readonly id: RecordId; readonly words: string }[] | null {
  if (!choice.hasNames) return null;
  return plan.affected.map(({ personId, closeness }) => ({
    id: personId,
    words: `${nameOf(personId)}, ${closenessLabels[closeness].toLowerCase()}`,
  }));
}

/** For the export log: what left. */
export function pageTitle({ hasNames, hasOwnWords }: PageChoice): string {
  const also = [...(hasNames ? ['names'] : []), ...(hasOwnWords ? ['added wording'] : [])];
  return also.length === 0
    ? 'Incident plan, one page'
    : `Incident plan, one page, with ${also.join(' and ')}`;
}
