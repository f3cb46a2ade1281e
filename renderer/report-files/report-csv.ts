import Papa from 'papaparse';
import type { PublishedPart, PublishedReport } from '@shared/reports/published-report';
import { inertCell } from './inert-text';

type Row = readonly string[];

function partRows(part: PublishedPart): Row[] {
  switch (part.kind) {
    case 'text':
      return part.paragraphs.map((text) => [text]);
    case 'list':
      return part.items.map((text) => [text]);
    case 'table':
      return [
        [part.title],
        ...(part.note === '' ? [] : [[part.note]]),
        part.columns,
        ...part.rows.map((row) => [row.label, ...row.cells]),
      ];
    case 'chart':
      return [[part.title], [part.alt]];
  }
}

/** Where semicolons part cells, as in much of Europe, one inside a cell would begin another: it begins no formula. */
const fallsApart = /([;|])(?=[\s\p{Cf}'"]*[=+\-@＝＋－＠])/gu;

function csvCell(text: string): string {
  return inertCell(text).replace(fallsApart, "$1'");
}

/**
 * The report as one CSV: UTF-8 with a byte-order mark and CRLF, as Excel wants it. Cells that a spreadsheet would run
 * are made inert.
 */
export function reportCsv(report: PublishedReport): Uint8Array {
  const { title, serviceName, periodWords, footnotes, sections } = report;
  const rows: Row[] = [
    [serviceName === null ? title : `${title}: ${serviceName}`],
    [periodWords],
    ...footnotes.map((note) => [note]),
  ];
  for (const section of sections) {
    rows.push([], [section.title]);
    for (const [index, part] of section.parts.entries()) {
      const isTitledAlready = 'title' in part && part.title === section.title;
      if (index > 0) rows.push([]);
      rows.push(...partRows(part).slice(isTitledAlready ? 1 : 0));
    }
  }
  const text = Papa.unparse(
    rows.map((row) => row.map(csvCell)),
    { escapeFormulae: true, newline: '\r\n' },
  );
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
