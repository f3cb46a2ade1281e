import { useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../../../ui';
import type { HandCell as Cell } from './hand-keeper';
import type { ShownCell } from './hand-rows';
import styles from './by-hand.module.css';

export type Move =
  'up' | 'down' | 'left' | 'right' | 'tab' | 'back-tab' | 'row-start' | 'row-end' | 'first' | 'last';

/** What a cell asks of the sheet that it stands in. */
export interface CellActions {
  /** Left with this text, or Enter was pressed in it. */
  enter(cell: ShownCell, text: string): void;
  /** False where there is nothing that way: the key then does what it does everywhere. */
  move(cell: Cell, move: Move): boolean;
  typing(cell: Cell, text: string | null): void;
  focus(cell: Cell): void;
  /** True when it was a block of cells, and is dealt with. */
  paste(cell: Cell, text: string): boolean;
  undo(): void;
  redo(): void;
}

const arrows: Readonly<Record<string, Move>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'row-start',
  End: 'row-end',
};
const ownWhileEditing = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

/**
 * One figure. Reached by the keyboard it is selected as a whole, so that typing replaces it and arrows go on to the next
 * cell; F2 or a second click puts the caret in.
 */
export function HandCell(props: {
  readonly cell: ShownCell;
  readonly actions: CellActions;
  readonly isInTabOrder: boolean;
  readonly describedBy?: string | undefined;
  readonly id?: string | undefined;
  /** In a sheet; a list of fields says its name in a label. */
  readonly isNamed: boolean;
}) {
  const { cell, actions } = props;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [isEditing, setEditing] = useState(false);
  const text = typed ?? cell.text;

  // Undo and paste change the cell in focus from outside: it stays selected as a whole.
  useLayoutEffect(() => {
    const { current } = input;
    if (typed === null && current !== null && current === document.activeElement) current.select();
  }, [cell.text, typed]);

  function leave(): void {
    actions.typing(cell, null);
    if (typed !== null || cell.problem !== null) actions.enter(cell, text);
    setTyped(null);
  }
  function restore(): void {
    actions.typing(cell, null);
    setTyped(null);
    setEditing(false);
  }

  function withControl(event: React.KeyboardEvent): void {
    const key = event.key.toLowerCase();
    if (key === 'z' || key === 'y') {
      event.preventDefault();
      if (typed !== null && key === 'z') restore();
      else if (key === 'y' || event.shiftKey) actions.redo();
      else actions.undo();
    } else if ((key === 'home' || key === 'end') && !isEditing) {
      if (actions.move(cell, key === 'home' ? 'first' : 'last')) event.preventDefault();
    }
  }

  function onKeyDown(event: React.KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      withControl(event);
      return;
    }
    const { key, shiftKey } = event;
    if (key === 'Enter') {
      event.preventDefault();
      leave();
      setEditing(false);
      actions.move(cell, shiftKey ? 'up' : 'down');
    } else if (key === 'Tab') {
      if (actions.move(cell, shiftKey ? 'back-tab' : 'tab')) event.preventDefault();
    } else if (key === 'Escape') {
      if (typed === null && !isEditing) return;
      event.preventDefault();
      event.stopPropagation();
      restore();
      event.currentTarget.select();
    } else if (key === 'F2') {
      event.preventDefault();
      setEditing(true);
      const end = event.currentTarget.value.length;
      event.currentTarget.setSelectionRange(end, end);
    } else {
      const move = arrows[key];
      if (move === undefined || shiftKey || (isEditing && ownWhileEditing.has(key))) return;
      if (actions.move(cell, move)) event.preventDefault();
    }
  }

  return (
    <input
      ref={input}
      id={props.id}
      type="text"
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      className={cx(
        styles.input,
        cell.problem !== null && typed === null && styles.wrong,
        cell.check !== null && typed === null && styles.check,
      )}
      data-cell={`${cell.month} ${cell.field}`}
      aria-label={props.isNamed ? cell.name : undefined}
      aria-invalid={cell.problem !== null && typed === null ? true : undefined}
      aria-describedby={props.describedBy}
      tabIndex={props.isInTabOrder ? 0 : -1}
      value={text}
      onChange={(event) => {
        setTyped(event.target.value);
        actions.typing(cell, event.target.value);
      }}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        event.currentTarget.select();
        actions.focus(cell);
      }}
      onBlur={() => {
        if (typed !== null) leave();
        setEditing(false);
      }}
      onPointerDown={(event) => {
        // The first click goes to the cell, as arrows do; the next one puts the caret where it is.
        if (document.activeElement === event.currentTarget) setEditing(true);
        else if (event.pointerType === 'mouse') {
          event.preventDefault();
          event.currentTarget.focus();
        }
      }}
      onPaste={(event) => {
        if (!actions.paste(cell, event.clipboardData.getData('text/plain'))) return;
        event.preventDefault();
        setTyped(null);
      }}
    />
  );
}
