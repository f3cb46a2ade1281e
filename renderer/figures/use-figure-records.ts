/** Everything that the figures are made of, as the vault has it now. */
import { useMemo } from 'react';
import { usualFullTimeWeeks } from '@shared/records/service/full-time-week';
import type { FigureRecords } from '@shared/workforce/figures';
import { useToday } from '../platform';
import { useServiceInterval } from '../records/use-coverage';
import { useRecords } from '../vault';

export function useFigureRecords(): FigureRecords {
  const asOf = useToday();
  const people = useRecords('person');
  const absences = useRecords('absence');
  const caseloadCounts = useRecords('caseload-count');
  const establishment = useRecords('establishment');
  const sessions = useRecords('supervision-session');
  const groupSessions = useRecords('group-session');
  const monthFigures = useRecords('month-figures');
  const practiceTimes = useRecords('practice-time');
  const fullTimeWeeks = useRecords('service')[0]?.value.fullTimeWeeks ?? usualFullTimeWeeks;
  const supervisionIntervalDays = useServiceInterval();
  return useMemo(
    () => ({
      people,
      absences,
      caseloadCounts,
      establishment,
      sessions,
      groupSessions,
      monthFigures,
      practiceTimes,
      fullTimeWeeks,
      supervisionIntervalDays,
      asOf,
    }),
    [
      people,
      absences,
      caseloadCounts,
      establishment,
      sessions,
      groupSessions,
      monthFigures,
      practiceTimes,
      fullTimeWeeks,
      supervisionIntervalDays,
      asOf,
    ],
  );
}
