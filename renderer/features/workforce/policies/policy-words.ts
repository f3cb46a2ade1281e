/** Where a review stands, and whether the hours reach, in words. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { PolicyReview } from '@shared/records/policy-review/policy-review';
import {
  hoursSince,
  reviewState,
  type ComingHours,
  type QuarterHours,
} from '@shared/workforce/policy-reviews';
import type { StatusKind } from '../../../ui';
import { countWords } from '../posts/post-words';

/** Quarters of an hour and less are not worth a second place. */
export function hoursText(hours: number): string {
  return String(Number(hours.toFixed(1)));
}

export const hoursWords = (hours: number): string => (hours === 1 ? '1 hour' : `${hoursText(hours)} hours`);

export function policyStatus(
  review: PolicyReview,
  today: LocalDate,
): { readonly kind: StatusKind; readonly children: string } {
  switch (reviewState(review, today)) {
    case 'overdue':
      return { kind: 'caution', children: `Overdue since ${formatDate(review.dueOn)}` };
    case 'in-progress':
      return { kind: 'due', children: `In progress, due ${formatDate(review.dueOn)}` };
    case 'not-started':
      return { kind: 'later', children: `Not started, due ${formatDate(review.dueOn)}` };
    case 'done':
      return { kind: 'good', children: `Done, next ${formatDate(review.dueOn)}` };
  }
}

/** "2.5 of 8 hours found" */
export function foundWords(review: PolicyReview, today: LocalDate): string {
  const found = hoursSince(review, today);
  if (reviewState(review, today) === 'done') return `Takes ${hoursWords(review.hoursNeeded)}`;
  if (found === 0) return `${hoursWords(review.hoursNeeded)} needed, none found`;
  return `${hoursText(found)} of ${hoursWords(review.hoursNeeded)} found`;
}

/** What the quarter asks for, in sentences: no score, no colour. */
export function quarterWords(
  quarter: QuarterHours,
  next: ComingHours,
): { readonly title: string; readonly text: string } {
  const { reviews, done, withoutTime, shortOfTime } = quarter;
  const until = formatDate(quarter.to);
  const left = reviews - done;
  const coming =
    next.reviews === 0
      ? ''
      : `${countWords(next.reviews, 'more is', 'more are')} due by ${formatDate(next.to)}, with ${hoursWords(next.toFind)} still to find.`;
  if (reviews === 0) return { title: `Nothing is due by ${until}`, text: coming };
  const sentences = [
    left === 0
      ? `${countWords(reviews, 'review', 'reviews')} this quarter, done.`
      : `For ${countWords(reviews, 'review', 'reviews')} this quarter${done === 0 ? '' : `, ${done} of them done`}.`,
    withoutTime === 0 ? '' : `${countWords(withoutTime, 'review has', 'reviews have')} no time yet.`,
    shortOfTime === 0 ? '' : `${countWords(shortOfTime, 'has', 'have')} some, and not enough.`,
    left > 0 && withoutTime === 0 && shortOfTime === 0 ? 'The hours found are enough.' : '',
    coming,
  ];
  return {
    title: `By ${until}: ${hoursWords(quarter.needed)} needed, ${hoursText(quarter.found)} found`,
    text: sentences.filter((sentence) => sentence !== '').join(' '),
  };
}
