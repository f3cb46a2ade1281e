/** What a manager sees of Wellbeing Plans: that they are there, and what is shared today. */
import { useMemo } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { SharedSection } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { visibleSections } from '@shared/wellbeing/shared-sections';
import { useToday } from '../../../platform';
import { capital, unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { useRecords, type StoredRecord } from '../../../vault';

export const plansCrumbs = [
  { label: 'Wellbeing', href: '/' },
  { label: 'Wellbeing Plans', href: '/plans' },
];

export interface PlanView {
  readonly record: StoredRecord<'wellbeing-plan'>;
  readonly name: string;
  readonly shared: readonly SharedSection[];
}

/** By name. Those without a plan are on no list: a plan is nobody's duty. */
export function usePlanViews(): readonly PlanView[] {
  const plans = useRecords('wellbeing-plan');
  const nameOf = useNames();
  const today = useToday();
  return useMemo(
    () =>
      plans
        .map((record) => ({
          record,
          name: capital(nameOf(record.value.ownerId) ?? unknownPerson),
          shared: visibleSections(record.value, today),
        }))
        .sort((left, right) => left.name.localeCompare(right.name, 'en-GB')),
    [plans, nameOf, today],
  );
}

export function sharedWords(shared: readonly SharedSection[]): string {
  const [first] = shared;
  if (first === undefined) return 'Nothing shared';
  return shared.length === 1 ? '1 section shared' : `${String(shared.length)} sections shared`;
}

export function reviewWords(reviewOn: LocalDate | null, today: LocalDate): string {
  if (reviewOn === null) return 'No day set to look at it again';
  return reviewOn < today
    ? `They wanted to look at it again on ${formatDate(reviewOn)}`
    : `Looks at it again on ${formatDate(reviewOn)}`;
}
