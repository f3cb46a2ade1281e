/** What the made-up service has set for its charts: an agreed target, and a month that somebody marked. */
import { toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';

export function demoChartSettings(): readonly ChartSetting[] {
  return [
    {
      ...blankChartSetting('sickness-days', null),
      target: 0.045,
      marks: [
        {
          month: '2024-12' as LocalMonth,
          reason: 'Flu in the area, and two long absences in one team',
          author: 'Service manager',
          setOn: toLocalDate('2025-01-14'),
          removedOn: null,
        },
      ],
    },
    {
      ...blankChartSetting('breaks', null),
      target: 0.9,
      phases: [
        {
          from: '2025-05' as LocalMonth,
          reason: 'New rota without overlap at midday',
          author: 'Service manager',
          setOn: toLocalDate('2026-01-20'),
          removedOn: null,
        },
      ],
    },
  ];
}
