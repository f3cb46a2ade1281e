import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { supervisionCoverageAsOf, type Coverage } from '@shared/supervision/coverage';
import { useRecords } from '../vault';

/** Eight weeks, until the service says otherwise. */
export const defaultIntervalDays = 56;

export function useServiceInterval(): number {
  return useRecords('service')[0]?.value.supervisionIntervalDays ?? defaultIntervalDays;
}

/** Everyone in post on the day, with how their supervision stands. */
export function useCoverage(asOf: LocalDate): Coverage {
  const people = useRecords('person');
  const sessions = useRecords('supervision-session');
  const absences = useRecords('absence');
  const groupSessions = useRecords('group-session');
  const intervalDays = useServiceInterval();
  return useMemo(
    () => supervisionCoverageAsOf({ people, sessions, absences, groupSessions, intervalDays, asOf }),
    [people, sessions, absences, groupSessions, intervalDays, asOf],
  );
}
