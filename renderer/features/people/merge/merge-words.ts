/** What joining two records does, in words. Pure. */
import type { DuplicateReason, MergePlan } from '@shared/people/merge';
import type { KindName } from '@shared/records/registry';
import { kindCount } from '../../../records/record-words';

export const duplicateReasonWords = {
  'payroll-number': 'The same payroll number',
  'name-and-start': 'The same name and start date',
  name: 'The same name. They may well be two people',
} as const satisfies Record<DuplicateReason, string>;

/** "3 supervision records", "1 absence": what will name the one that stays. */
export function movedWords(plan: MergePlan): readonly string[] {
  const counts = new Map<KindName, number>();
  for (const write of plan.writes)
    if (write.kind !== 'person') counts.set(write.kind, (counts.get(write.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => kindCount(kind, count));
}
