import { useCallback } from 'react';
import type { NameOf } from './record-words';
import { useReminderNames } from './use-reminder-names';

/** Of everything that a record may point at: people, those in the register of supervisors, reflective groups. */
export function useAllNames(): NameOf {
  const { nameOf, titleOf } = useReminderNames();
  return useCallback((id) => nameOf(id) ?? titleOf(id), [nameOf, titleOf]);
}
