/** Where an issue outside our control stands: whether a reply is awaited, by when, and when to look at it again. */
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { IssueReply, OutsideIssue } from '@shared/records/outside-issue/outside-issue';

type IssueDates = Pick<OutsideIssue, 'status' | 'replyDue' | 'replies' | 'reviewOn'>;

/**
 * The day by which the next reply was promised; null when none is awaited. Each reply takes the promise before it away,
 * and only while the issue is raised does anybody wait.
 */
export function replyAwaited({ status, replyDue, replies }: IssueDates): LocalDate | null {
  if (status !== 'raised') return null;
  const latest = latestReply(replies);
  return latest === null ? replyDue : latest.nextDue;
}

/** By its day; of two on one day the later in the list. */
export function latestReply(replies: OutsideIssue['replies']): IssueReply | null {
  let latest: IssueReply | null = null;
  for (const reply of replies) if (latest === null || reply.on >= latest.on) latest = reply;
  return latest;
}

/** The day to look at it again; null once it is closed, or where none was set. */
export function reviewAwaited({ status, reviewOn }: IssueDates): LocalDate | null {
  return status === 'closed' ? null : reviewOn;
}

export function daysOverdue(due: LocalDate | null, asOf: LocalDate): number {
  return due === null ? 0 : Math.max(0, daysBetween(due, asOf));
}
