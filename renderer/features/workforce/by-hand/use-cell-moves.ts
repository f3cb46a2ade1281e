/** Which cell comes next, for each key, in a sheet of months or in a list of one month's fields. */
import { useCallback, useRef } from 'react';
import type { HandField } from '@shared/workforce/hand-sheets';
import type { HandCell as Cell } from './hand-keeper';
import type { Move } from './HandCell';
import type { CellPlace } from './HandGrid';
import type { ShownSheet } from './hand-rows';

/** Null: there is none that way. */
export function nextPlace(
  { rows, sheet: { columns } }: ShownSheet,
  { month, field }: CellPlace,
  move: Move,
  /** Where a run of Tab keys began: Enter goes on under it, as in a spreadsheet. */
  tabStart: HandField | null,
): CellPlace | null {
  const row = rows.findIndex((each) => each.month === month);
  const column = columns.findIndex((each) => each.field === field);
  const at = (rowAt: number, columnAt: number): CellPlace | null => {
    const [toRow, toColumn] = [rows[rowAt], columns[columnAt]];
    return toRow === undefined || toColumn === undefined
      ? null
      : { month: toRow.month, field: toColumn.field };
  };
  const start = tabStart === null ? column : columns.findIndex((each) => each.field === tabStart);
  switch (move) {
    case 'up':
      return at(row - 1, column);
    case 'down':
      return at(row + 1, start);
    case 'left':
    case 'back-tab':
      return at(row, column - 1);
    case 'right':
    case 'tab':
      return at(row, column + 1);
    case 'row-start':
      return at(row, 0);
    case 'row-end':
      return at(row, columns.length - 1);
    case 'first':
      return at(0, 0);
    case 'last':
      return at(rows.length - 1, columns.length - 1);
  }
}

/** In a list of fields only "on" and "back" mean something; the Tab key goes its usual way. */
function nextInList(
  { sheet: { columns } }: ShownSheet,
  { month, field }: CellPlace,
  move: Move,
): CellPlace | null {
  if (move !== 'up' && move !== 'down') return null;
  const column = columns.findIndex((each) => each.field === field);
  const to = columns[column + (move === 'down' ? 1 : -1)];
  return to === undefined ? null : { month, field: to.field };
}

export function useCellMoves(
  shown: ShownSheet,
  isList: boolean,
  focusCell: (place: CellPlace) => void,
): { readonly move: (cell: Cell, move: Move) => boolean; readonly endTabRun: () => void } {
  const tabStart = useRef<HandField | null>(null);
  const isMoving = useRef(false);
  const move = useCallback(
    (cell: Cell, by: Move): boolean => {
      const next = isList ? nextInList(shown, cell, by) : nextPlace(shown, cell, by, tabStart.current);
      if (next === null) return false;
      if (by === 'tab') tabStart.current ??= cell.field;
      else if (by !== 'back-tab') tabStart.current = null;
      isMoving.current = true;
      focusCell(next);
      isMoving.current = false;
      return true;
    },
    [shown, isList, focusCell],
  );
  // A cell that was reached by a click begins a new run.
  const endTabRun = useCallback(() => {
    if (!isMoving.current) tabStart.current = null;
  }, []);
  return { move, endTabRun };
}
