import Papa from 'papaparse';
import { publishTables, type SummaryModel } from '@shared/disclosure/summary-model';
import { hiddenMark } from '@shared/disclosure/thresholds';
import { periodText } from '@shared/reports/board-summary';

/** What stands under every summary, in each format. */
export function footnote(): string {
  return `${hiddenMark} = not shown, to protect people. All hidden numbers bear the same mark.`;
}

/**
 * The published tables as one CSV: UTF-8 with a byte-order mark and CRLF, as Excel wants it. Cells that a
 * spreadsheet would run as a formula are made inert.
 */
export function summaryCsv(model: SummaryModel): Uint8Array {
  const rows: string[][] = [
    [model.serviceName === null ? model.title : `${model.title}: ${model.serviceName}`],
    [periodText(model)],
    [footnote()],
  ];
  for (const table of publishTables(model)) {
    rows.push([], [table.title], [table.note], ['Measure', ...table.columns.slice(1)]);
    for (const row of table.rows) rows.push([row.label, ...row.cells]);
  }
  const text = Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
