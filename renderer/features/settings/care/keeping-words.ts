/** Classes, reasons and times of keeping, in words. */
import type {
  DestructionReason,
  HoldReason,
  RetentionClass,
} from '@shared/records/care-settings/care-settings';
import { classWords } from '../../../records/kept-words';

export const holdReasonWords = {
  'access-request': 'Somebody asked to see their records',
  complaint: 'Complaint or grievance',
  'court-or-tribunal': 'Court or tribunal',
  inquiry: 'Inquiry or review',
  regulator: 'Regulator',
  other: 'Another reason, written down elsewhere',
} as const satisfies Record<HoldReason, string>;

export const destructionReasonWords = {
  'period-over': 'Kept for as long as the rules say',
  'person-asked': 'The person asked, and it was agreed',
  'recorded-in-error': 'Recorded in error',
  deleted: 'Deleted for good by hand',
} as const satisfies Record<DestructionReason, string>;

export function classCount(of: RetentionClass, count: number): string {
  const { one, many } = classWords[of];
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "1 person, 14 supervision records and 3 absences" */
export function countsWords(counts: Readonly<Partial<Record<RetentionClass, number>>>): string {
  const parts = (Object.keys(classWords) as RetentionClass[]).flatMap((of) => {
    const count = counts[of] ?? 0;
    return count === 0 ? [] : [classCount(of, count)];
  });
  const last = parts.at(-1) ?? 'nothing';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
