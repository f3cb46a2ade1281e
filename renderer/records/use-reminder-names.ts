import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useRecords } from '../vault';
import type { ReminderNames } from './reminder-words';
import { useNames } from './use-names';

export function useReminderNames(): ReminderNames {
  const nameOf = useNames();
  const groups = useRecords('reflective-group');
  const facilitators = useRecords('facilitator');
  const plans = useRecords('event-plan');
  const issues = useRecords('outside-issue');
  const policies = useRecords('policy-review');
  return useMemo(() => {
    const titles = new Map<string, string>();
    for (const { id, value } of groups) titles.set(id, value.name);
    for (const { id, value } of facilitators)
      titles.set(id, value.personId === null ? value.name : (nameOf(value.personId) ?? ''));
    for (const { id, value } of plans)
      titles.set(id, `${eventTypeLabels[value.eventType]}, ${formatDate(value.occurredOn)}`);
    for (const { id, value } of issues) titles.set(id, value.title);
    for (const { id, value } of policies) titles.set(id, value.document);
    return { nameOf, titleOf: (id) => titles.get(id) ?? null };
  }, [nameOf, groups, facilitators, plans, issues, policies]);
}
