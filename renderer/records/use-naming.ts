/** How Today calls people, and the one way of changing it: from Today itself and from the palette. */
import { useCallback } from 'react';
import type { Naming } from '@shared/records/today-settings/today-settings';
import { useRecords, useVault } from '../vault';

export function useNaming(): { readonly naming: Naming; readonly change: (naming: Naming) => void } {
  const vault = useVault();
  const naming = useRecords('today-settings')[0]?.value.naming ?? 'names';
  const change = useCallback(
    (next: Naming) => {
      const [current] = vault.records('today-settings');
      if (current?.value.naming === next) return;
      // Not saved means not changed, and the page shows which it is.
      void vault.put('today-settings', { naming: next }, current);
    },
    [vault],
  );
  return { naming, change };
}
