/** The keeping rules of this vault, and the one way of changing them. */
import { useCallback, useRef } from 'react';
import type { Result } from '@shared/kernel/result';
import type { CareSettings } from '@shared/records/care-settings/care-settings';
import { defaultCareSettings } from '@shared/retention/settings';
import { useRecords, useVault, type RecordError, type Saved, type VaultError } from '../vault';

export type ChangeCareSettings = (
  next: (now: CareSettings) => CareSettings,
) => Promise<Result<Saved, VaultError | RecordError>>;

export function useCareSettings(): {
  readonly settings: CareSettings;
  readonly change: ChangeCareSettings;
} {
  const vault = useVault();
  const settings = useRecords('care-settings')[0]?.value ?? defaultCareSettings;
  // Each change waits for the one before and starts from its result.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const change = useCallback<ChangeCareSettings>(
    (next) => {
      const save = (): ReturnType<ChangeCareSettings> => {
        const [current] = vault.records('care-settings');
        return vault.put('care-settings', next(current?.value ?? defaultCareSettings), current);
      };
      const run = queue.current.then(save);
      queue.current = run;
      return run;
    },
    [vault],
  );
  return { settings, change };
}
