/** What the made-up service has set for its charts: agreed targets, a phase with its reason, and a marked month. */
import { toLocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';

export function demoChartSettings(): readonly ChartSetting[] {
  return [
    {
      ...blankChartSetting('sickness-days', null),
      target: 0.045,
      marks: [
        {
          month: '2025-01' as LocalMonth,
          reason: 'Flu, and several long absences at once',
          author: 'Service manager',
          setOn: toLocalDate('2025-02-11'),
          removedOn: null,
        },
      ],
    },
    {
      ...blankChartSetting('breaks', null),
      target: 0.9,
      phases: [
        {
          from: '2025-08' as LocalMonth,
          reason: 'Reception is covered at midday, so that clinics stop for lunch',
          author: 'Service manager',
          setOn: toLocalDate('2026-01-20'),
          removedOn: null,
        },
      ],
    },
  ];
}
