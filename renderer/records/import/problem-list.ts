/** The list of rows to put right, as a file that may be passed on: row numbers and our own words only. */
import Papa from 'papaparse';
import type { ImportProblem } from '@shared/import/target';

/** No cell and no heading of the file: without a heading row, the "headings" are the first person's cells. */
export function problemListCsv(problems: readonly ImportProblem[]): Uint8Array {
  const csv = Papa.unparse(
    {
      fields: ['Row', 'Column', 'What to do'],
      data: problems.map(({ row, ownColumn, reason }) => [String(row), ownColumn, reason]),
    },
    { escapeFormulae: true, newline: '\r\n' },
  );
  return new TextEncoder().encode(`\uFEFF${csv}`);
}
