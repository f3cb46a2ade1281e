/** Which written reasons for leaving are the person's own choice: what voluntary turnover counts. */
import { plainWords } from '@shared/import/cells';

/** How HR extracts write it, in plain words. Retirement, redundancy, dismissal and an ended contract are none of these. */
const startsOfResignation = [
  'resign',
  'voluntary resignation',
  'voluntary leaver',
  'vol resignation',
  'left for another job',
  'left for a new job',
  'another job',
  'new job',
  'new post elsewhere',
  'career change',
  'relocation',
  'moved away',
] as const;

/** `resignation`, the reason as it was written, or null when nobody said. "Voluntary redundancy" is no resignation. */
export function leavingReasonClass(reason: string): string | null {
  const words = plainWords(reason);
  if (words === '' || words === 'unknown' || words === 'not known' || words === 'not recorded') return null;
  return startsOfResignation.some((start) => words === start || words.startsWith(start))
    ? 'resignation'
    : words;
}
