/** Where an issue stands, in words. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  impactWords,
  issueStatusLabels,
  likelihoodWords,
  type OutsideIssue,
} from '@shared/records/outside-issue/outside-issue';
import { replyAwaited } from '@shared/workforce/outside-issues';
import type { StatusKind } from '../../../ui';

type Standing = Pick<OutsideIssue, 'status' | 'replyDue' | 'replies' | 'reviewOn'>;

export function issueStatus(
  issue: Standing,
  today: LocalDate,
): { readonly kind: StatusKind; readonly children: string } {
  const due = replyAwaited(issue);
  switch (issue.status) {
    case 'raised':
      if (due === null) return { kind: 'later', children: 'Raised, no reply promised' };
      if (due < today) return { kind: 'caution', children: `Reply overdue since ${formatDate(due)}` };
      return { kind: 'later', children: `Reply due ${formatDate(due)}` };
    case 'answered':
      return { kind: 'good', children: issueStatusLabels.answered };
    case 'accepted':
    case 'closed':
      return { kind: 'none', children: issueStatusLabels[issue.status] };
  }
}

/** "Likely, and major where it happens": two ranks side by side, never multiplied. Empty where nobody rated it. */
export function ratingWords({ likelihood, impact }: Pick<OutsideIssue, 'likelihood' | 'impact'>): string {
  const likely = likelihood === null ? undefined : likelihoodWords[likelihood - 1];
  const major = impact === null ? undefined : impactWords[impact - 1];
  return likely === undefined || major === undefined
    ? ''
    : `Likelihood: ${likely.toLowerCase()}. Impact: ${major.toLowerCase()}.`;
}
