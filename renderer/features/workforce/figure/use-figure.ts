/** Rows, settings and notes of one measure for one group, for its page. */
import { useMemo } from 'react';
import { addMonthsToMonth, monthOf, type LocalDate } from '@shared/kernel/local-date';
import { chartNotes, type ChartNote } from '@shared/workforce/chart-notes';
import type { FigureGroup, FigureRow } from '@shared/workforce/figure-row';
import { leaversKnownFrom } from '@shared/workforce/staying';
import { useWorkforceFigures } from '../../../figures';
import { useRecords } from '../../../vault';

/** Ten years: what a chart of months can show, and the base of its lines. */
export const monthsKept = 120;

export function useFigureGroups(today: LocalDate): readonly FigureGroup[] | null {
  const to = monthOf(today);
  return useWorkforceFigures(addMonthsToMonth(to, -monthsKept), to)?.groups ?? null;
}

/** Charts are of whole months: the month that still runs would always look low. */
export function fullMonths(group: FigureGroup | undefined): readonly FigureRow[] {
  return (group?.rows ?? []).filter((row) => !row.isPartial);
}

export function useChartNotes(team: string | null, isOn: boolean): readonly ChartNote[] {
  const notes = useRecords('context-note');
  const plans = useRecords('event-plan');
  return useMemo(() => (isOn ? chartNotes(notes, plans, team) : []), [notes, plans, team, isOn]);
}

/** The first day that leavers are on the staff list; null: nobody on it has left. */
export function useLeaversFrom(): LocalDate | null {
  const people = useRecords('person');
  return useMemo(() => leaversKnownFrom(people), [people]);
}
