/** Where each review of a document stands, and whether the hours of a quarter reach. Sums and days; no score. */
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  firstDayOf,
  lastDayOf,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@shared/kernel/local-date';
import type { PolicyReview } from '@shared/records/policy-review/policy-review';
import { sum } from '@shared/statistics/descriptive';
import type { WithId } from './workforce-inputs';

export type ReviewState = 'overdue' | 'in-progress' | 'not-started' | 'done';

/** A review that was done rests until its next one is this near. */
const restsUntilDays = 90;

/** Hours that were found since the last review: what went into an earlier one does not count again. */
export function hoursSince(review: PolicyReview, upTo: LocalDate): number {
  const { found, lastReviewedOn } = review;
  return sum(
    found
      .filter(({ on }) => on <= upTo && (lastReviewedOn === null || on > lastReviewedOn))
      .map(({ hours }) => hours),
  );
}

export function reviewState(review: PolicyReview, asOf: LocalDate): ReviewState {
  if (review.dueOn < asOf) return 'overdue';
  if (hoursSince(review, asOf) > 0) return 'in-progress';
  return review.lastReviewedOn !== null && review.dueOn > addDays(asOf, restsUntilDays)
    ? 'done'
    : 'not-started';
}

/** The record once it was looked at: the next one is due an interval on. Hours stay as the history of what it took. */
export function afterReview(review: PolicyReview, on: LocalDate): PolicyReview {
  return { ...review, lastReviewedOn: on, dueOn: addMonths(on, review.intervalMonths) };
}

export interface QuarterHours {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Reviews that were due by the end of the quarter, or were done in it. */
  readonly reviews: number;
  readonly done: number;
  /** Of those: what was still to be found when the quarter began. */
  readonly needed: number;
  /** Found for those from the first day of the quarter to `asOf`. */
  readonly found: number;
  /** Not done, and not one hour found. */
  readonly withoutTime: number;
  /** Not done, and fewer hours than needed. */
  readonly shortOfTime: number;
}

export function quarterOf(day: LocalDate): { readonly from: LocalDate; readonly to: LocalDate } {
  const month = monthOf(day);
  const first = addMonthsToMonth(month, -((Number(month.slice(5)) - 1) % 3)) satisfies LocalMonth;
  return { from: firstDayOf(first), to: lastDayOf(addMonthsToMonth(first, 2)) };
}

/** The calendar quarter of `asOf`, which is a quarter of the financial year too. */
export function quarterHours(reviews: readonly WithId<PolicyReview>[], asOf: LocalDate): QuarterHours {
  const { from, to } = quarterOf(asOf);
  const before = addDays(from, -1);
  const total = { reviews: 0, done: 0, needed: 0, found: 0, withoutTime: 0, shortOfTime: 0 };
  for (const { value } of reviews) {
    const isDone =
      value.lastReviewedOn !== null && value.lastReviewedOn >= from && value.lastReviewedOn <= asOf;
    if (!isDone && value.dueOn > to) continue;
    const inQuarter = sum(value.found.filter(({ on }) => on >= from && on <= asOf).map(({ hours }) => hours));
    total.reviews += 1;
    total.found += inQuarter;
    if (isDone) {
      // What it took in this quarter is what it needed: which hours went before is no longer told apart.
      total.done += 1;
      total.needed += inQuarter;
      continue;
    }
    const earlier = hoursSince(value, before);
    const now = hoursSince(value, asOf);
    total.needed += Math.max(0, value.hoursNeeded - earlier);
    if (now === 0) total.withoutTime += 1;
    else if (now < value.hoursNeeded) total.shortOfTime += 1;
  }
  return { from, to, ...total };
}

export interface ComingHours {
  readonly to: LocalDate;
  /** Due in the quarter after that of `asOf`. */
  readonly reviews: number;
  readonly toFind: number;
}

/** On the last days of a quarter the next one is what there is still time for. */
export function comingHours(reviews: readonly WithId<PolicyReview>[], asOf: LocalDate): ComingHours {
  const { from, to } = quarterOf(addDays(quarterOf(asOf).to, 1));
  const due = reviews.filter(({ value }) => value.dueOn >= from && value.dueOn <= to);
  return {
    to,
    reviews: due.length,
    toFind: sum(due.map(({ value }) => Math.max(0, value.hoursNeeded - hoursSince(value, asOf)))),
  };
}
