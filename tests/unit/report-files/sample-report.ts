/** A made-up report with a part of every kind. */
import type { ChartSpec } from '@shared/charts/chart-spec';
import type { PublishedReport, PublishedTable } from '@shared/reports/published-report';

export const chartSpec: ChartSpec = {
  id: 'turnover',
  title: 'Turnover over twelve months',
  subtitle: 'October 2025 to September 2026. Leavers over average headcount.',
  headline: 'Turnover was between 18.2% and 22.5% in every quarter shown.',
  layout: 'columns',
  x: {
    kind: 'months',
    label: 'Twelve months to',
    points: ['December 2025', 'March 2026', 'June 2026', 'September 2026'].map((label, index) => ({
      key: String(index),
      label,
      shortLabel: label.replace(/^(\w{3})\w* /, '$1 '),
    })),
  },
  y: { label: 'Share who left', format: 'percent', ticks: [0, 0.1, 0.2, 0.3] },
  series: [
    {
      id: 'all',
      label: 'Everybody paid',
      dash: 'solid',
      marker: 'circle',
      isJoined: true,
      values: [0.225, 0.207, null, 0.182],
    },
  ],
  references: [],
  ranges: [],
  flags: [],
  annotations: [],
  notes: ['One quarter is not shown, to protect people.'],
  hidden: null,
};

export const tables: readonly [PublishedTable, PublishedTable] = [
  {
    kind: 'table',
    id: 'people',
    title: 'People in post',
    note: 'People on the staff list on the last day of the period.',
    columns: ['Measure', 'September 2025', 'September 2026'],
    rows: [
      { label: 'Everybody', cells: ['41', '44'], isTotal: true },
      { label: 'Permanent', cells: ['29', '31'], isTotal: false },
      { label: 'Fixed term', cells: ['[c]', '[c]'], isTotal: false },
      { label: 'Volunteers', cells: ['[c]', '[c]'], isTotal: false },
    ],
  },
  {
    kind: 'table',
    id: 'away',
    title: 'Time away from work',
    note: 'Rule set: NHS sickness absence rate, version 2.',
    columns: ['Measure', 'Figure'],
    rows: [
      { label: 'Share of days lost to sickness', cells: ['5.4%'], isTotal: false },
      { label: 'Average length of an episode, in days', cells: ['4.25'], isTotal: false },
      { label: 'Change from last year, in percentage points', cells: ['−1.3'], isTotal: false },
      { label: 'Working days in the period', cells: ['10,412'], isTotal: false },
      { label: 'Return-to-work talks held in time', cells: ['Not enough data'], isTotal: false },
    ],
  },
];

export const sampleReport: PublishedReport = {
  title: 'Board summary',
  serviceName: 'Lomond Outreach',
  periodWords: 'October 2025 to September 2026',
  fileStem: 'board-summary-2026-09',
  sections: [
    {
      id: 'glance',
      title: 'At a glance',
      parts: [
        {
          kind: 'text',
          paragraphs: [
            '44 people were in post at the end of September 2026, 3 more than a year before.',
            'Days lost to sickness were 5.4% of working days.',
          ],
        },
        {
          kind: 'list',
          items: ['Supervision was on time for 36 of 44 people.', 'Turnover was 18.2%.'],
        },
      ],
    },
    { id: 'people', title: 'People in post', parts: [tables[0]] },
    {
      id: 'away',
      title: 'Absence and turnover',
      parts: [
        tables[1],
        {
          kind: 'chart',
          id: 'turnover',
          title: 'Turnover over twelve months',
          alt: 'Turnover was 22.5% to December 2025, 20.7% to March 2026, is not shown to June 2026, and was 18.2% to September 2026.',
          spec: chartSpec,
        },
      ],
    },
  ],
  footnotes: ['[c] = not shown, to protect people. All hidden numbers bear the same mark.'],
};

/** One pixel: enough of a picture for the words around it. */
export const pixel = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

export const samplePictures = new Map([['turnover', { svg: '<svg/>', png: pixel, width: 960, height: 540 }]]);
