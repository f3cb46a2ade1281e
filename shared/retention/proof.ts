/** Whether it is time to prove again that a backup opens. */
import { daysBetween, type LocalDate } from '@shared/kernel/local-date';
import type { CareSettings } from '@shared/records/care-settings/care-settings';

export const proofDays = 90;

/** Days since the last proof where it is time for a new one; `never` when there was none in all that time. */
export type ProofDue = { readonly state: 'never' } | { readonly state: 'old'; readonly days: number } | null;

/** `since`: the first day of which the vault holds anything; null while it holds nothing. */
export function proofDue(
  lastProof: CareSettings['lastProof'],
  since: LocalDate | null,
  today: LocalDate,
): ProofDue {
  if (lastProof !== null) {
    const days = daysBetween(lastProof.on, today);
    return days > proofDays ? { state: 'old', days } : null;
  }
  return since !== null && daysBetween(since, today) > proofDays ? { state: 'never' } : null;
}
