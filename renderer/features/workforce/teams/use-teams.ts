/** Full months of the service and of each team, with what has been set for their charts. */
import { useMemo } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { FigureGroup } from '@shared/workforce/figure-row';
import { useRecords } from '../../../vault';
import { fullMonths, useFigureGroups } from '../figure/use-figure';

export function useFullGroups(today: LocalDate): readonly FigureGroup[] | null {
  const groups = useFigureGroups(today);
  return useMemo(() => groups?.map((group) => ({ ...group, rows: fullMonths(group) })) ?? null, [groups]);
}

export function useChartSettings(): readonly ChartSetting[] {
  const settings = useRecords('chart-setting');
  return useMemo(() => settings.map(({ value }) => value), [settings]);
}
