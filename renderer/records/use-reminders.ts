/** What is due and coming up, of every sort: one reading for Today, People, the calendar file and the computer's own messages. */
import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  reminderDefaults,
  reminderKinds,
  type ReminderSettings,
} from '@shared/records/reminder-settings/reminder-settings';
import { remindersAsOf, type Reminder } from '@shared/reminders/reminders';
import { useRecords } from '../vault';
import { useCoverage } from './use-coverage';
import { useNation } from './use-nation';

/** As set, or as the service's own working day has it. */
export function useReminderSettings(): ReminderSettings {
  const set = useRecords('reminder-settings')[0]?.value;
  const service = useRecords('service')[0]?.value;
  return useMemo(() => {
    if (set !== undefined) return set;
    const from = service?.workingDayStart ?? reminderDefaults.from;
    const to = service?.workingDayEnd ?? reminderDefaults.to;
    return from < to ? { ...reminderDefaults, from, to } : reminderDefaults;
  }, [set, service]);
}

/** Everything, whatever the computer's own messages are about; `leadDays` ahead. */
export function useReminders(asOf: LocalDate, leadDays: number): readonly Reminder[] {
  const coverage = useCoverage(asOf);
  const nation = useNation();
  const sessions = useRecords('supervision-session');
  const agreements = useRecords('agreement');
  const groups = useRecords('reflective-group');
  const groupSessions = useRecords('group-session');
  const facilitators = useRecords('facilitator');
  const accessRequests = useRecords('access-request');
  const wellbeingPlans = useRecords('wellbeing-plan');
  const eventPlans = useRecords('event-plan');
  const readyPlans = useRecords('ready-plan');
  const outsideIssues = useRecords('outside-issue');
  const policyReviews = useRecords('policy-review');
  return useMemo(
    () =>
      remindersAsOf({
        settings: { kinds: [...reminderKinds], leadDays },
        asOf,
        nation,
        coverage,
        sessions,
        agreements,
        groups,
        groupSessions,
        facilitators,
        accessRequests,
        wellbeingPlans,
        eventPlans,
        readyPlans,
        outsideIssues,
        policyReviews,
      }),
    [
      leadDays,
      asOf,
      nation,
      coverage,
      sessions,
      agreements,
      groups,
      groupSessions,
      facilitators,
      accessRequests,
      wellbeingPlans,
      eventPlans,
      readyPlans,
      outsideIssues,
      policyReviews,
    ],
  );
}
