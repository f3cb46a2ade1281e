/** What of a plan goes onto paper. The template's words are ours; whatever was typed may name somebody. */
import { stepsOf } from '@shared/event-plans/open-plan';
import { planTemplates } from '@shared/event-plans/registry';
import { isInvestigation } from '@shared/event-plans/strands';
import type { LocalDate } from '@shared/kernel/local-date';
import type { RecordId } from '@shared/kernel/ids';
import {
  closenessLabels,
  type FromTemplate,
  type PlanOutline,
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
  readonly dueAt: string;
  readonly isDone: boolean;
}

const neutralTitle = 'A step added by you: see Steading';
const typedFields = ['title', 'detail', 'ownerRole'] as const;
type TypedField = (typeof typedFields)[number];

/**
 * Every text that came with Steading. A step of one's own template that says the same, word for word, names nobody; what
 * was changed, and what an earlier version said, counts as typed.
 */
const ourWords: ReadonlySet<string> = new Set(
  planTemplates.flatMap(({ steps, avoid }) => [
    ...steps.flatMap((step) => typedFields.map((field) => step[field])),
    ...avoid.map(({ what }) => what),
  ]),
);

function isOurs(step: PlanStep, field: TypedField): boolean {
  return ourWords.has(step[field]);
}

const isStepOurs = (step: PlanStep): boolean =>
  isOurs(step, 'title') && (step.detail === '' || isOurs(step, 'detail'));

/** Investigation never stands on a page with support. */
function supportSteps(plan: PlanOutline, phaseId: PhaseId): readonly PlanStep[] {
  return stepsOf(plan, phaseId).filter((step) => !isInvestigation(step));
}

/** Does the page have words that somebody typed, so that there is something to check? */
export function hasTypedWords(plan: PlanOutline, avoid: FromTemplate['avoid'] = []): boolean {
  if (avoid.some(({ what }) => !ourWords.has(what))) return true;
  return pagePhases
    .flatMap((phaseId) => supportSteps(plan, phaseId))
    .some((step) => typedFields.some((field) => step[field] !== '' && !isOurs(step, field)));
}

export function pageLines(
  plan: PlanOutline,
  phaseId: PhaseId,
  choice: PageChoice,
  nameOf: (id: RecordId) => string,
): readonly PageLine[] {
  return supportSteps(plan, phaseId).map((step) => {
    const isDone = step.doneOn !== null;
    const isTold = choice.hasOwnWords || isStepOurs(step);
    const role = choice.hasOwnWords || isOurs(step, 'ownerRole') ? step.ownerRole : '';
    return {
      id: step.id,
      title: isTold ? step.title : neutralTitle,
      detail: isTold && !isDone ? step.detail : '',
      owner: choice.hasNames && step.ownerPersonId !== null ? nameOf(step.ownerPersonId) : role,
      due: step.due,
      dueAt: step.dueAt,
      isDone,
    };
  });
}

/** As many as leave the page one page. */
const shownAvoid = 6;

export function avoidLines(avoid: FromTemplate['avoid'], choice: PageChoice): readonly string[] {
  return avoid
    .map(({ what }) => what)
    .filter((what) => choice.hasOwnWords || ourWords.has(what))
    .slice(0, shownAvoid);
}

/** Null without names: how many were close to it is a person, once day and place are known. */
export function affectedLines(
  plan: PlanOutline,
  choice: PageChoice,
  nameOf: (id: RecordId) => string,
): readonly { readonly id: string; readonly words: string }[] | null {
  if (!choice.hasNames) return null;
  return [
    ...plan.affected.map(({ personId, closeness }) => ({
      id: personId as string,
      words: `${nameOf(personId)}, ${closenessLabels[closeness].toLowerCase()}`,
    })),
    ...plan.othersAffected.map(({ id, line, closeness }) => ({
      id,
      words: `${line}, ${closenessLabels[closeness].toLowerCase()}`,
    })),
  ];
}

/** For the export log: what left. */
export function pageTitle({ hasNames, hasOwnWords }: PageChoice): string {
  const also = [...(hasNames ? ['names'] : []), ...(hasOwnWords ? ['added wording'] : [])];
  return also.length === 0
    ? 'Incident plan, one page'
    : `Incident plan, one page, with ${also.join(' and ')}`;
}

/** How much stands on the one page. Whatever a plan holds, it stays one page: what is left out is said. */
export interface PageDensity {
  readonly isSmall: boolean;
  readonly hasDetail: boolean;
  readonly lines: number;
  readonly people: number;
}

export function densityOf(steps: number, people: number): PageDensity {
  const isMany = steps + Math.ceil(people / 3) > 20;
  const isTooMany = steps + Math.ceil(people / 3) > 30;
  return { isSmall: isMany, hasDetail: !isTooMany, lines: 40, people: 36 };
}
