/** One plan of the vault, and the one way of changing it. */
import { useCallback, useRef, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { type StoredRecord, useRecord, useVault } from '../../vault';

export interface PlanHandle {
  readonly record: StoredRecord<'event-plan'> | undefined;
  /** Words of the last change that was not saved; null when all is well. */
  readonly problem: string | null;
  /** Saves the change on top of the plan as it is now. True when it is saved. */
  readonly change: (change: (plan: EventPlan) => EventPlan) => Promise<boolean>;
}

export function usePlan(id: string): PlanHandle {
  const vault = useVault();
  const record = useRecord('event-plan', id);
  const [problem, setProblem] = useState<string | null>(null);
  // Two quick ticks must not meet each other: each change waits for the one before and starts from its result.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback(
    (next: (plan: EventPlan) => EventPlan): Promise<boolean> => {
      const save = async (): Promise<boolean> => {
        const current = vault.records('event-plan').find((plan) => plan.id === (id as RecordId));
        if (current === undefined) return false;
        const saved = await vault.put('event-plan', next(current.value), current);
        setProblem(saved.ok ? null : errorText(saved.error));
        return saved.ok;
      };
      const run = queue.current.then(save);
      queue.current = run;
      return run;
    },
    [vault, id],
  );
  return { record, problem, change };
}
