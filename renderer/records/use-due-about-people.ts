import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import type { ReminderKind } from '@shared/records/reminder-settings/reminder-settings';
import { remindersAsOf, type Reminder } from '@shared/reminders/reminders';
import { useRecords } from '../vault';
import { useNation } from './use-nation';
import { useReminderSettings } from './use-reminders';

const kinds = ['access-request', 'agreement-review', 'plan-review'] as const satisfies ReminderKind[];
const none: readonly never[] = [];

/** What is due about people beside supervision. Sessions are not read for it: there are many, and they say nothing here. */
export function useDueAboutPeople(asOf: LocalDate): readonly Reminder[] {
  const { leadDays } = useReminderSettings();
  const nation = useNation();
  const agreements = useRecords('agreement');
  const accessRequests = useRecords('access-request');
  const wellbeingPlans = useRecords('wellbeing-plan');
  return useMemo(
    () =>
      remindersAsOf({
        settings: { kinds: [...kinds], leadDays },
        asOf,
        nation,
        agreements,
        accessRequests,
        wellbeingPlans,
        coverage: { people: none },
        sessions: none,
        groups: none,
        groupSessions: none,
        facilitators: none,
        eventPlans: none,
        readyPlans: none,
        outsideIssues: none,
        policyReviews: none,
      }),
    [asOf, nation, leadDays, agreements, accessRequests, wellbeingPlans],
  );
}
