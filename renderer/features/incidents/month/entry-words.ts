/** Where a dated thing stands, in words: no colour has to carry it. */
import { dueWords } from '@shared/event-plans/step-order';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { StatusKind } from '../../../ui';
import type { PlanEntry } from './plan-entries';

const kinds = { overdue: 'caution', today: 'due', later: 'later' } as const;

/** Null for a day that asks for nothing. */
export function stateWords(
  entry: Pick<PlanEntry, 'state' | 'on' | 'doneOn' | 'lateFrom'>,
  today: LocalDate,
): { readonly kind: StatusKind; readonly text: string } | null {
  const { state, on, doneOn, lateFrom } = entry;
  switch (state) {
    case 'done':
      return {
        kind: 'good',
        text: doneOn === null || doneOn === on ? 'Done' : `Done on ${formatDate(doneOn).slice(0, -5)}`,
      };
    case 'overdue':
    case 'today':
    case 'later':
      return { kind: kinds[state], text: dueWords(on, today, { lateFrom }) };
    case 'past':
      return { kind: 'none', text: 'Past when the plan was made' };
    case 'date':
      return null;
  }
}
