import { useMemo } from 'react';
import { useRecords } from '../vault';
import type { ReminderNames } from './reminder-words';
import { useNames } from './use-names';

export function useReminderNames(): ReminderNames {
  const nameOf = useNames();
  const groups = useRecords('reflective-group');
  const facilitators = useRecords('facilitator');
  return useMemo(() => {
    const titles = new Map<string, string>();
    for (const { id, value } of groups) titles.set(id, value.name);
    for (const { id, value } of facilitators)
      titles.set(id, value.personId === null ? value.name : (nameOf(value.personId) ?? ''));
    return { nameOf, titleOf: (id) => titles.get(id) ?? null };
  }, [nameOf, groups, facilitators]);
}
