/** Where a check stands, in words. Pure. */
import { formatDate } from '@shared/kernel/local-date';
import { readinessAreaIds, readinessRatingLabels, type ReadinessRating } from '@shared/readiness/areas';
import { unratedAreas, type AreaChange, type Missing } from '@shared/readiness/finish';
import type { WellbeingCheckState } from '@shared/readiness/sub-checks';
import type {
  AreaRating,
  BlockerLink,
  ReadinessCheck,
} from '@shared/records/readiness-check/readiness-check';
import { hasFunding, type Action } from '@shared/records/action/action';
import type { PostFigures } from '@shared/workforce/posts';
import { unknownPerson, type NameOf } from '../../../records/record-words';
import type { StatusKind } from '../../../ui';

export const ratingWords = (rating: ReadinessRating | null): string =>
  rating === null ? 'Not rated' : readinessRatingLabels[rating];

/** "Was Talking, now Testing". Empty where nothing can be compared. */
export function changeWords({ was, now }: AreaChange): string {
  if (was === null || now === null) return '';
  return was === now ? 'As last time' : `Was “${readinessRatingLabels[was]}” last time`;
}

export function ratedWords(check: ReadinessCheck): string {
  const open = unratedAreas(check).length;
  const all = readinessAreaIds.length;
  if (open === 0) return `All ${all} areas are rated.`;
  return `${all - open} of ${all} areas are rated.`;
}

export function checkLede(check: ReadinessCheck, missing: readonly Missing[]): string {
  if (check.finalisedOn !== null) return `Finished on ${formatDate(check.finalisedOn)}. ${ratedWords(check)}`;
  const gate = missing.length === 0 ? 'Staff wellbeing is ready.' : 'Staff wellbeing is not ready to finish.';
  return `${ratedWords(check)} ${gate}`;
}

/** Empty where nobody owns it. */
export function ownerWords(
  { ownerId, ownerRole }: Pick<AreaRating, 'ownerId' | 'ownerRole'>,
  nameOf: NameOf,
): string {
  return ownerId === null ? ownerRole : (nameOf(ownerId) ?? unknownPerson);
}

/** What has to be done before a check can be finished. */
export const missingWords = {
  rating: { title: 'Rate staff wellbeing', detail: 'Without a rating of this area no check is finished.' },
  evidence: {
    title: 'Write down the evidence for staff wellbeing',
    detail: 'What shows it: a figure, a date, something that was done.',
  },
  action: {
    title: 'Agree on an action for staff wellbeing',
    detail: 'At least one, with the money or the time for it.',
  },
  funding: {
    title: 'Find the money or the time for an action',
    detail: 'An action is there. Nobody has said yet that it is paid for.',
  },
} as const satisfies Record<Missing, { readonly title: string; readonly detail: string }>;

export const foundStatus = {
  yes: 'good',
  partly: 'due',
  no: 'caution',
  'not-known': 'none',
  'not-needed': 'none',
} as const satisfies Record<WellbeingCheckState, StatusKind>;

export function actionStatus(action: Action): { readonly kind: StatusKind; readonly children: string } {
  if (action.doneOn !== null) return { kind: 'good', children: `Done ${formatDate(action.doneOn)}` };
  return hasFunding(action)
    ? { kind: 'good', children: action.cost.kind === 'money' ? 'Paid for' : 'Time is found' }
    : { kind: 'later', children: 'Not paid for yet' };
}

export function linkHref(link: BlockerLink): string {
  switch (link.kind) {
    case 'figure':
      return `~/workforce/figures/${link.measure}`;
    case 'vacancies':
      return '~/workforce/posts';
    case 'outside':
      return `~/workforce/outside/${link.id}`;
  }
}

export const linkKey = (link: BlockerLink): string =>
  link.kind === 'figure'
    ? `figure ${link.measure} ${link.words}`
    : link.kind === 'outside'
      ? link.id
      : link.kind;

/** "2 posts open, the longest for 231 days". Empty where none is open. */
export function vacancyWords({ open }: Pick<PostFigures, 'open'>): string {
  if (open.length === 0) return '';
  const longest = Math.max(...open.map(({ daysOpen }) => daysOpen));
  const days = longest === 1 ? '1 day' : `${longest} days`;
  return open.length === 1
    ? `1 post open, for ${days}`
    : `${open.length} posts open, the longest for ${days}`;
}
