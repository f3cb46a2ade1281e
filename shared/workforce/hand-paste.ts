/** A block of cells out of a spreadsheet, as the clipboard gives it, and where its cells go in a sheet of months. */
import { readMonth, tidyCell } from '@shared/import/cells';
import { readNumber } from '@shared/import/number-cells';
import type { LocalMonth } from '@shared/kernel/local-date';
import type { HandField } from './hand-sheets';

/** A sheet of months is far smaller: anything larger was copied by mistake. */
const maxCells = 20_000;

/** Rows of cells. Tabs part them, and a cell with line ends or tabs in it stands in quotation marks. */
export function parseBlock(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  let cells = 0;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
    cells += 1;
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length && cells < maxCells; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') endRow();
    else if (sign === '\r') {
      if (text.charAt(at + 1) !== '\n') endRow();
    } else cell += sign;
  }
  // A spreadsheet ends the last row too: no row of nothing behind it.
  if ((cell !== '' || row.length > 0) && cells < maxCells) endRow();
  return rows;
}

export interface PastedCell {
  readonly month: LocalMonth;
  readonly field: HandField;
  readonly text: string;
}

export interface PastePlan {
  readonly cells: readonly PastedCell[];
  /** Cells with something in them for which the sheet shows no place. */
  readonly leftOut: number;
  /** A line of headings was in it, and is no figure. */
  readonly hasHeadings: boolean;
  /** Its first column named the months, so that each row went to its own. */
  readonly hasMonths: boolean;
}

const isEmpty = (cell: string): boolean => tidyCell(cell) === '';
const isFigure = (cell: string): boolean => readNumber(cell).ok || /^[-–—]$/.test(tidyCell(cell));
/** "2026" and "202605" may be figures; a month has a mark or a letter in it. */
const monthOfCell = (cell: string): LocalMonth | null => {
  if (!/[a-z/.-]/i.test(tidyCell(cell)) || isFigure(cell)) return null;
  const month = readMonth(cell, 'day-first');
  return month.ok ? month.value : null;
};

/** Empty cells of the block change nothing: they never wipe a figure that is there. */
export function planPaste(
  block: readonly (readonly string[])[],
  months: readonly LocalMonth[],
  fields: readonly HandField[],
  from: { readonly month: LocalMonth; readonly field: HandField },
): PastePlan {
  const [first] = block;
  const hasHeadings =
    block.length > 1 &&
    first !== undefined &&
    first.some((cell) => !isEmpty(cell)) &&
    first.every((cell) => isEmpty(cell) || (!isFigure(cell) && monthOfCell(cell) === null)) &&
    block.slice(1).some((row) => row.some(isFigure));
  const body = hasHeadings ? block.slice(1) : block;
  const named = body.map(([cell = '']) => monthOfCell(cell));
  const hasMonths = named.length > 0 && named.every((month) => month !== null);
  const startMonth = months.indexOf(from.month);
  const startField = fields.indexOf(from.field);

  const cells: PastedCell[] = [];
  let leftOut = 0;
  body.forEach((row, rowIndex) => {
    const month = hasMonths ? (named[rowIndex] ?? undefined) : months[startMonth + rowIndex];
    row.slice(hasMonths ? 1 : 0).forEach((text, column) => {
      if (isEmpty(text)) return;
      const field = fields[startField + column];
      if (month === undefined || !months.includes(month) || field === undefined) leftOut += 1;
      else cells.push({ month, field, text: tidyCell(text) });
    });
  });
  return { cells, leftOut, hasHeadings, hasMonths };
}
