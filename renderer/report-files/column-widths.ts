/** How wide the columns of a table are beside each other, and which hold numbers: the same in every format. */
import type { PublishedTable } from '@shared/reports/published-report';
import { numberCell } from './number-cell';

const least = 9;
const most = { label: 44, cell: 34 } as const;
/** Words that stand in the place of a number: "[c]", "Not enough data". */
const longestMark = 16;

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length));
}

/** A head longer than this breaks into lines. */
const longestHead = 16;

/** In characters. */
export function columnWidths(table: PublishedTable): number[] {
  return table.columns.map((head, index) => {
    const cells = table.rows.map((row) => (index === 0 ? row.label : (row.cells[index - 1] ?? '')));
    const wanted = Math.max(longest(head.split(' ')), Math.min(head.length, longestHead), longest(cells));
    return Math.min(index === 0 ? most.label : most.cell, Math.max(least, wanted + 2));
  });
}

/** The least that each column can be without a broken word, in characters. */
export function leastWidths(table: PublishedTable): number[] {
  return table.columns.map((head, index) => {
    const cells = table.rows.map((row) => (index === 0 ? row.label : (row.cells[index - 1] ?? '')));
    return Math.min(most.cell, longest([head, ...cells].flatMap((text) => text.split(' '))));
  });
}

/** Whether a column (0 is the labels) is set to the right, as numbers are. */
export function isOfNumbers(table: PublishedTable, index: number): boolean {
  if (index === 0) return false;
  const cells = table.rows.map((row) => row.cells[index - 1] ?? '');
  return cells.every((text) => numberCell(text) !== null || text.length <= longestMark);
}
