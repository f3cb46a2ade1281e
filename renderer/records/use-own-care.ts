/** The manager's own page of care: one record, made when something is first set on it. */
import { useRef } from 'react';
import { noOwnCare, type OwnCare } from '@shared/records/own-care/own-care';
import { errorText } from '../app/error-text';
import { useToast } from '../ui';
import { useRecords, useVault } from '../vault';

export interface OwnCareState {
  readonly care: OwnCare;
  /** False until something was set: then `care` is what stands without it. */
  readonly isSet: boolean;
  /** True when it is saved; what went wrong is said in a message. */
  change(change: (care: OwnCare) => OwnCare): Promise<boolean>;
}

export function useOwnCare(): OwnCareState {
  const vault = useVault();
  const toast = useToast();
  const stored = useRecords('own-care')[0];
  // Each change starts from the result of the one before it.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return {
    care: stored?.value ?? noOwnCare,
    isSet: stored !== undefined,
    change: (change) => {
      const save = async (): Promise<boolean> => {
        const before = vault.records('own-care')[0];
        const saved = await vault.put('own-care', change(before?.value ?? noOwnCare), before);
        if (!saved.ok) toast({ text: errorText(saved.error) });
        return saved.ok;
      };
      const run = queue.current.then(save);
      queue.current = run;
      return run;
    },
  };
}
