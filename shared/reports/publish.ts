/** A decided report → what leaves, as words. Reasons stay behind: every hidden cell reads the same. */
import { cellText } from '@shared/disclosure/summary-model';
import { hiddenMark } from '@shared/disclosure/thresholds';
import type { DecidedBlock, DecidedPart, DecidedReport } from './decide';
import { periodText } from './decide';
import { partChart } from './part-chart';
import type { PublishedPart, PublishedReport } from './published-report';

/** What stands under every report, in each format. */
export function footnotesOf(isRounded: boolean): string[] {
  return [
    `${hiddenMark} = not shown, to protect people. All hidden numbers bear the same mark.`,
    ...(isRounded
      ? ['Counts are rounded to the nearest 5, each by itself, so that they may not add up.']
      : []),
  ];
}

function publishPart(part: DecidedPart): PublishedPart[] {
  if (part.kind !== 'table') return [part];
  const { id, title, note, columns, rows } = part;
  const chart = partChart(part);
  return [
    {
      kind: 'table',
      id,
      title,
      note,
      columns,
      rows: rows.map((row) => ({
        label: row.label,
        cells: row.cells.map(cellText),
        isTotal: row.isTotal === true,
      })),
    },
    ...(chart === null ? [] : [chart]),
  ];
}

const hasSomething = ({ parts }: DecidedBlock): boolean =>
  parts.some((part) => (part.kind === 'text' ? part.paragraphs.length > 0 : true));

export function publishReport(report: DecidedReport): PublishedReport {
  return {
    title: report.title,
    serviceName: report.serviceName,
    periodWords: periodText(report),
    sections: report.blocks
      .filter(hasSomething)
      .map(({ id, title, parts }) => ({ id, title, parts: parts.flatMap(publishPart) })),
    footnotes: footnotesOf(report.isRounded),
    fileStem: `${report.kind}-${report.periodEnd.slice(0, 7)}`,
  };
}
