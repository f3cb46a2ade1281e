/** Which agreement holds on a day, and whether both stand by it. */
import { addMonths, type LocalDate } from '@shared/kernel/local-date';
import type { Agreement } from '@shared/records/agreement/agreement';
import type { SupervisionAssignment } from '@shared/records/supervision-assignment/supervision-assignment';
import { coversDay } from '@shared/statistics/days';

export type AgreementState = 'agreed' | 'waiting' | 'not-agreed' | 'ended' | 'to-come';

/** As it stood on the day: a signature given later does not count yet. */
export function agreementState(agreement: Agreement, asOf: LocalDate): AgreementState {
  if (agreement.startedOn > asOf) return 'to-come';
  if (agreement.endedOn !== null && agreement.endedOn < asOf) return 'ended';
  const both = [agreement.signatures.person, agreement.signatures.supervisor];
  if (both.some((each) => each.state === 'not-agreed' && each.on <= asOf)) return 'not-agreed';
  return both.every((each) => each.state === 'signed' && each.on <= asOf) ? 'agreed' : 'waiting';
}

export function isReviewDue(agreement: Agreement, asOf: LocalDate): boolean {
  return agreement.endedOn === null && agreement.reviewOn <= asOf;
}

/** One year on, as agreements are looked at again. */
export function reviewAfter(startedOn: LocalDate): LocalDate {
  return addMonths(startedOn, 12);
}

export function isCurrentAssignment(assignment: SupervisionAssignment, asOf: LocalDate): boolean {
  return coversDay({ start: assignment.from, end: assignment.until }, asOf);
}
