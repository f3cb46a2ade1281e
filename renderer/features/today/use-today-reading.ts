/** Everything that Today says, read once: what needs the manager, the week and the drafts, in the words of the naming that is set. */
import { useMemo } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import { useServiceInterval } from '../../records/use-coverage';
import { useReminderNames } from '../../records/use-reminder-names';
import { useReminders } from '../../records/use-reminders';
import { useRecords, useVault, type StoredRecord } from '../../vault';
import { datedEntries, datedNeeds, inOrder } from './dated-needs';
import { draftsToCarryOn } from './drafts';
import { loopNeeds } from './loop-needs';
import { reminderNamesOf, speakerOf, type Speaker } from './naming';
import { needsToday, weekEntries, type Need, type WeekEntry } from './needs';
import { roundNeeds } from './round-needs';
import { serviceNeeds } from './service-needs';
import { useLoopRecords } from './use-loop-records';
import { useNaming } from '../../records/use-naming';

export interface TodayReading {
  readonly speaker: Speaker;
  readonly needs: readonly Need[];
  readonly week: readonly WeekEntry[];
  readonly drafts: readonly StoredRecord<'draft'>[];
  /** Nothing at all is in the vault yet. */
  readonly isEmpty: boolean;
}

const weekAhead = 6;

export function useTodayReading(today: LocalDate): TodayReading {
  const vault = useVault();
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const plans = useRecords('event-plan');
  const waves = useRecords('wellbeing-wave');
  const groupSessions = useRecords('group-session');
  const feedback = useRecords('round-feedback');
  const actions = useRecords('action');
  const allDrafts = useRecords('draft');
  const loop = useLoopRecords();
  const intervalDays = useServiceInterval();
  const { naming } = useNaming();
  const speaker = useMemo(() => speakerOf(naming, people), [naming, people]);
  const records = useMemo(
    () => ({ people, sessions, absences, plans, groupSessions, intervalDays }),
    [people, sessions, absences, plans, groupSessions, intervalDays],
  );
  const reminders = useReminders(today, weekAhead);
  const ownNames = useReminderNames();
  const names = useMemo(() => {
    const titles = new Map<string, string>(
      plans.map(({ id, value }) => [
        id,
        `${eventTypeLabels[value.eventType]}, ${formatDate(value.occurredOn)}`,
      ]),
    );
    return reminderNamesOf(speaker, ownNames, (id: RecordId) => titles.get(id) ?? null);
  }, [speaker, ownNames, plans]);
  const needs = useMemo(
    () =>
      inOrder([
        ...needsToday(records, today, speaker),
        ...serviceNeeds({ waves, feedback, actions }, today, speaker),
        ...datedNeeds(reminders, names),
        ...roundNeeds(waves, today, speaker),
        ...loopNeeds(loop, today, speaker),
      ]),
    [records, reminders, names, waves, feedback, actions, loop, today, speaker],
  );
  const week = useMemo(
    () =>
      [...weekEntries(records, today, speaker), ...datedEntries(reminders, names)].sort((left, right) =>
        left.day.localeCompare(right.day),
      ),
    [records, reminders, names, today, speaker],
  );
  const drafts = useMemo(
    () =>
      draftsToCarryOn(allDrafts, {
        people,
        sessions,
        absences,
        plans,
        waves,
        isThere: (kind, id) => vault.records(kind).some((record) => record.id === id),
      }),
    [allDrafts, people, sessions, absences, plans, waves, vault],
  );
  const isEmpty = people.length === 0 && sessions.length === 0 && plans.length === 0 && needs.length === 0;
  return { speaker, needs, week, drafts, isEmpty };
}
