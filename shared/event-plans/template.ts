/**
 * What a plan is made from. Templates are data: words, roles and times, no code. The words of the built-in ones are our
 * own; what they lean on is named in `sources`. A service's own template has the same shape once `own-templates.ts` has
 * given it an id.
 */
import type { OwnTemplate, OwnTemplateStep } from '@shared/records/plan-template/plan-template';

export type { ChosenCondition, PlanCondition } from '@shared/records/event-plan/event-plan';

export type TemplateStep = Readonly<OwnTemplateStep>;

type Content = Pick<
  OwnTemplate,
  'title' | 'summary' | 'eventTypes' | 'phases' | 'steps' | 'avoid' | 'sources'
>;
type ReadonlyLists<T> = {
  readonly [K in keyof T]: T[K] extends (infer Item)[] ? readonly Readonly<Item>[] : T[K];
};

export interface PlanTemplate extends ReadonlyLists<Content> {
  readonly id: string;
  readonly version: number;
}
