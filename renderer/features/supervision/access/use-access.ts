import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { fullTimeHoursOn, usualFullTimeWeeks } from '@shared/records/service/full-time-week';
import { supervisionAccess, type Access } from '@shared/supervision/access';
import { useServiceInterval } from '../../../records/use-coverage';
import { useRecords } from '../../../vault';

export function useAccess(asOf: LocalDate): Access {
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const absences = useRecords('absence');
  const agreements = useRecords('agreement');
  const assignments = useRecords('supervision-assignment');
  const facilitators = useRecords('facilitator');
  const groups = useRecords('reflective-group');
  const intervalDays = useServiceInterval();
  const fullTimeWeeks = useRecords('service')[0]?.value.fullTimeWeeks ?? usualFullTimeWeeks;
  return useMemo(
    () =>
      supervisionAccess({
        people,
        sessions,
        groupSessions,
        absences,
        agreements,
        assignments,
        facilitators,
        groups,
        intervalDays,
        fullTimeWeeklyHours: fullTimeHoursOn(fullTimeWeeks, asOf),
        asOf,
      }),
    [
      people,
      sessions,
      groupSessions,
      absences,
      agreements,
      assignments,
      facilitators,
      groups,
      intervalDays,
      fullTimeWeeks,
      asOf,
    ],
  );
}
