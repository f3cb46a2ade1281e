/** Every cell that waits with its reason, on whichever sheet and for whichever team. */
import { useMemo } from 'react';
import { byMonthAndTeam, handKey } from '@shared/workforce/hand-sheets';
import { useRecords } from '../../../vault';
import { valuesOf, type HandPlace, type HandRecord, type HandState } from './hand-keeper';
import { cellName, problemOfCell, typedByMonth } from './hand-rows';
import type { UnsavedCell } from './UnsavedCells';

export function useUnsavedCells(state: HandState, shown: HandPlace): readonly UnsavedCell[] {
  const figures = useRecords('month-figures');
  const times = useRecords('practice-time');
  const { kind: shownKind, team: shownTeam } = shown;
  return useMemo(() => {
    if (state.typed.size === 0) return [];
    const records: Readonly<Record<HandPlace['kind'], ReadonlyMap<string, HandRecord>>> = {
      'month-figures': byMonthAndTeam<HandRecord>(figures),
      'practice-time': byMonthAndTeam<HandRecord>(times),
    };
    return [...state.typed.values()]
      .toSorted((left, right) => (left.month < right.month ? -1 : left.month > right.month ? 1 : 0))
      .flatMap((cell): readonly UnsavedCell[] => {
        const stored = valuesOf(records[cell.kind].get(handKey(cell.month, cell.team)));
        const row = typedByMonth(state.typed, cell).get(cell.month);
        const problem = row === undefined ? null : problemOfCell(cell, stored, row);
        if (problem === null) return [];
        const isElsewhere = cell.team !== shownTeam || cell.kind !== shownKind;
        const whose = cell.team === '' ? 'the whole service' : cell.team;
        return [{ cell, problem, name: isElsewhere ? `${cellName(cell)}, ${whose}` : cellName(cell) }];
      });
  }, [state.typed, figures, times, shownKind, shownTeam]);
}
