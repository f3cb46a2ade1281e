/** Days that may bring an event back, each said two weeks ahead; and what the learning review asked for. */
import type { RecordId } from '@shared/kernel/ids';
import { addDays, addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { KeptDate, PlanOutline, ReviewAction } from '@shared/records/event-plan/event-plan';
import { freeId } from './part-ids';
import type { StoredPlan } from './plan-state';
import { compareText } from './timing';

export const noticeDays = 14;

export interface DateAhead {
  readonly planId: RecordId;
  readonly date: KeptDate;
  readonly remindOn: LocalDate;
}

/**
 * Kept days whose two weeks have begun, the earliest first, until the day itself is over. A closed plan has them too:
 * closing ends the steps, not the year. Its first anniversary is among them, as its steps no longer say it.
 */
export function datesAhead(plans: readonly StoredPlan[], asOf: LocalDate): readonly DateAhead[] {
  const last = addDays(asOf, noticeDays);
  return plans
    .flatMap(({ id, value }) =>
      keptDatesOf(value)
        .filter(({ on }) => on >= asOf && on <= last)
        .map((date) => ({ planId: id, date, remindOn: addDays(date.on, -noticeDays) })),
    )
    .sort((left, right) => compareText(left.date.on, right.date.on));
}

/** The days that were written down, and of a closed plan its first anniversary. */
export function keptDatesOf(plan: PlanOutline): readonly KeptDate[] {
  const anniversary = addMonths(plan.occurredOn, 12);
  const isSaid = plan.dates.some(({ kind, on }) => kind === 'anniversary' && on === anniversary);
  return plan.closedOn === null || isSaid
    ? plan.dates
    : [...plan.dates, { id: 'anniversary', kind: 'anniversary', on: anniversary, line: '' }];
}

export function addKeptDate<P extends PlanOutline>(plan: P, date: Omit<KeptDate, 'id'>): P {
  return { ...plan, dates: inOrder([...plan.dates, { ...date, id: freeId(plan.dates, 'date') }]) };
}

export function removeKeptDate<P extends PlanOutline>(plan: P, id: string): P {
  return { ...plan, dates: plan.dates.filter((date) => date.id !== id) };
}

function inOrder(dates: readonly KeptDate[]): KeptDate[] {
  return [...dates].sort((left, right) => compareText(left.on, right.on));
}

/** What the learning review asked for. It stands on a page of its own, apart from support. */
export function addReviewAction<P extends PlanOutline>(
  plan: P,
  action: Omit<ReviewAction, 'id' | 'doneOn'>,
): P {
  const id = freeId(plan.reviewActions, 'action');
  return { ...plan, reviewActions: [...plan.reviewActions, { ...action, id, doneOn: null }] };
}

export function changeReviewAction<P extends PlanOutline>(
  plan: P,
  id: string,
  change: Partial<Omit<ReviewAction, 'id'>>,
): P {
  return {
    ...plan,
    reviewActions: plan.reviewActions.map((action) => (action.id === id ? { ...action, ...change } : action)),
  };
}

export function removeReviewAction<P extends PlanOutline>(plan: P, id: string): P {
  return { ...plan, reviewActions: plan.reviewActions.filter((action) => action.id !== id) };
}
