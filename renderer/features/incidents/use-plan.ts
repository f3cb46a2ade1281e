/** One plan of the vault, and the one way of changing it. */
import { useCallback, useRef, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { errorText } from '../../app/error-text';
import { type StoredOutline, type StoredRecord, useRecord, useVault, useWholeRecord } from '../../vault';

export interface PlanHandle {
  /** There at once: all that the steps and the people need. */
  readonly record: StoredOutline<'event-plan'> | undefined;
  /** With what is known and the words of the template; undefined until it has come, null when it is not there. */
  readonly whole: StoredRecord<'event-plan'> | null | undefined;
  /** Words of the last change that was not saved; null when all is well. */
  readonly problem: string | null;
  /** Saves the change on top of the plan as it is now. True when it is saved. */
  readonly change: (change: (plan: EventPlan) => EventPlan) => Promise<boolean>;
}

export function usePlan(id: string): PlanHandle {
  const vault = useVault();
  const record = useRecord('event-plan', id);
  const whole = useWholeRecord('event-plan', id);
  const [problem, setProblem] = useState<string | null>(null);
  // Two quick ticks must not meet each other: each change waits for the one before and starts from its result.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const change = useCallback(
    (next: (plan: EventPlan) => EventPlan): Promise<boolean> => {
      const save = async (): Promise<boolean> => {
        const found = await vault.whole('event-plan', [id as RecordId]);
        const current = found.ok ? found.value[0] : undefined;
        if (current === undefined) {
          if (!found.ok) setProblem(errorText(found.error));
          return false;
        }
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
  return { record, whole, problem, change };
}
