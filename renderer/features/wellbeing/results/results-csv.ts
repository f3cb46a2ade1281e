import Papa from 'papaparse';
import type { PublishedTable } from '@shared/disclosure/summary-model';
import { hiddenMark } from '@shared/disclosure/thresholds';

/**
 * A round's published table as CSV: UTF-8 with a byte-order mark and CRLF, as Excel wants it. Cells that a spreadsheet
 * would run as a formula are made inert; so is a difference with its sign, which Excel shows as it was written.
 */
export function resultsCsv(table: PublishedTable): Uint8Array {
  const rows: string[][] = [
    [table.title],
    [table.note],
    [`${hiddenMark} = not shown, to protect people. No row is about one person.`],
    [],
    ['Scale', ...table.columns.slice(1)],
    ...table.rows.map(({ label, cells }) => [label, ...cells]),
  ];
  const text = Papa.unparse(rows, { escapeFormulae: true, newline: '\r\n' });
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
