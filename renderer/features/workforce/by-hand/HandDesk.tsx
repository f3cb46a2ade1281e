import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LocalMonth } from '@shared/kernel/local-date';
import { parseBlock, planPaste } from '@shared/workforce/hand-paste';
import { markOf } from '@shared/workforce/hand-sheets';
import { useRecords } from '../../../vault';
import { VisuallyHidden } from '../../../ui';
import { HandBar } from './HandBar';
import type { CellActions } from './HandCell';
import { HandGrid, type CellPlace } from './HandGrid';
import type { HandCell, HandPlace } from './hand-keeper';
import { HandList } from './HandList';
import { cellName, shownSheet, type ShownSheet } from './hand-rows';
import { useCellMoves } from './use-cell-moves';
import type { HandKeeperHandle } from './use-hand-keeper';
import { useIsNarrow } from './use-is-narrow';
import styles from './by-hand.module.css';

/** Where the typing goes on: the first empty figure of the newest month, or its first figure. */
function firstToType({ rows }: ShownSheet): CellPlace | null {
  const cells = rows.at(-1)?.cells ?? [];
  return cells.find(({ text }) => text === '') ?? cells[0] ?? null;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** One sheet of one team, with its keys. */
export function HandDesk(props: {
  readonly place: HandPlace;
  readonly sheetName: string;
  readonly months: readonly LocalMonth[];
  readonly handle: HandKeeperHandle;
  readonly unsaved: number;
  /** A cell that somebody asked to go to; a new object each time. */
  readonly wanted: HandCell | null;
}) {
  const { sheetName, months, unsaved, wanted } = props;
  const { kind, team } = props.place;
  const { keeper, state, noteTyping } = props.handle;
  const isNarrow = useIsNarrow();
  const figures = useRecords('month-figures');
  const times = useRecords('practice-time');
  const records = kind === 'month-figures' ? figures : times;
  const shown = useMemo(
    () => shownSheet({ kind, team }, months, records, state.typed),
    [kind, team, months, records, state.typed],
  );
  const root = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<CellPlace | null>(null);
  const [said, setSaid] = useState('');
  const [hasSaved, setHasSaved] = useState(false);
  const isShown = chosen !== null && months.includes(chosen.month);
  const active = isShown ? chosen : firstToType(shown);

  const focusCell = useCallback(({ month, field }: CellPlace): void => {
    root.current?.querySelector<HTMLInputElement>(`[data-cell="${month} ${field}"]`)?.focus();
  }, []);
  const { move, endTabRun } = useCellMoves(shown, isNarrow, focusCell);

  const goTo = useRef<CellPlace | null>(null);
  const [lastWanted, setLastWanted] = useState<HandCell | null>(null);
  if (wanted !== lastWanted) {
    setLastWanted(wanted);
    if (wanted !== null) setChosen(wanted);
  }
  useEffect(() => {
    if (wanted !== null && wanted.kind === kind && wanted.team === team) focusCell(wanted);
  }, [wanted, kind, team, focusCell]);

  // Undo may reach a month that is not shown just now, or another one in a list of one month.
  useEffect(() => {
    if (goTo.current === null) return;
    focusCell(goTo.current);
    goTo.current = null;
  });

  function putBack(cells: readonly HandCell[] | null, words: string, none: string): void {
    const [first] = cells ?? [];
    if (cells === null || first === undefined) {
      setSaid(none);
      return;
    }
    if (months.includes(first.month)) {
      setChosen(first);
      goTo.current = first;
    }
    setSaid(cells.length === 1 ? `${words}: ${cellName(first)}` : `${words}: ${cells.length} cells`);
  }

  const actions: CellActions = {
    enter: (cell, text) => {
      setHasSaved(true);
      keeper.enter([{ kind, team, month: cell.month, field: cell.field, text }]);
      const problem = keeper.problemOf(cell);
      setSaid(problem === null ? '' : `${cell.name} is not saved. ${problem}.`);
    },
    move,
    typing: noteTyping,
    focus: ({ month, field }) => {
      endTabRun();
      setChosen({ month, field });
    },
    paste: (cell, text) => {
      const block = parseBlock(text);
      if (block.length <= 1 && (block[0]?.length ?? 0) <= 1) return false;
      const fields = shown.sheet.columns.map(({ field }) => field);
      const pasted = planPaste(block, isNarrow ? [cell.month] : months, fields, cell);
      const mark = markOf(pasted.cells.map(({ text: each }) => each));
      setHasSaved(true);
      keeper.enter(pasted.cells.map((each) => ({ kind, team, ...each, mark })));
      const left = pasted.leftOut === 0 ? '' : ` ${pasted.leftOut} had no place here and were left out.`;
      setSaid(`${counted(pasted.cells.length, 'cell', 'cells')} pasted.${left}`);
      return true;
    },
    undo: () => {
      putBack(keeper.undo({ kind, team }), 'Undone', 'Nothing to undo here');
    },
    redo: () => {
      putBack(keeper.redo({ kind, team }), 'Done again', 'Nothing to do again here');
    },
  };

  if (active === null) return null;
  const activeCell =
    shown.rows
      .find(({ month }) => month === active.month)
      ?.cells.find(({ field }) => field === active.field) ?? null;
  const name = `${sheetName}, ${team === '' ? 'the whole service' : team}`;
  return (
    <div ref={root} className={styles.desk}>
      <HandBar
        cell={isNarrow ? null : activeCell}
        state={state}
        unsaved={unsaved}
        hasSaved={hasSaved}
        onRetry={keeper.retry}
      />
      {isNarrow ? (
        <HandList
          shown={shown}
          month={active.month}
          onMonth={(month) => {
            setChosen({ month, field: active.field });
          }}
          actions={actions}
        />
      ) : (
        <HandGrid name={name} shown={shown} active={active} actions={actions} />
      )}
      {(said !== '' || !isNarrow) && (
        <div className={styles.foot}>
          {!isNarrow && (
            <p className={styles.keys}>
              Tab goes right, Enter down. F2 changes a figure, Esc puts it back, Ctrl+Z undoes. A block from a
              spreadsheet can be pasted into any cell.
            </p>
          )}
          {said !== '' && <p className={styles.said}>{said}</p>}
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  );
}
