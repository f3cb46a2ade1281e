import type { PublishedReport } from '@shared/reports/published-report';
import { chartSpec } from './sample-report';

/** A report whose every word is one of these twelve. */
export function reportOf(texts: readonly string[]): PublishedReport {
  const [title = '', service = '', period = '', section = '', paragraph = '', item = ''] = texts;
  const [tableTitle = '', note = '', head = '', label = '', cell = '', footnote = ''] = texts.slice(6);
  return {
    title,
    serviceName: service,
    periodWords: period,
    fileStem: 'report-2026-09',
    sections: [
      {
        id: 'words',
        title: section,
        parts: [
          { kind: 'text', paragraphs: [paragraph] },
          { kind: 'list', items: [item] },
        ],
      },
      {
        id: 'figures',
        title: section,
        parts: [
          {
            kind: 'table',
            id: 'table',
            title: tableTitle,
            note,
            columns: [head, cell],
            rows: [
              { label, cells: [cell], isTotal: false },
              { label: cell, cells: [label], isTotal: true },
            ],
          },
          { kind: 'chart', id: 'turnover', title: tableTitle, alt: paragraph, spec: chartSpec },
        ],
      },
    ],
    footnotes: [footnote],
  };
}
