import { Note, Section } from '../../../ui';
import type { HandCell } from './hand-keeper';
import styles from './by-hand.module.css';

export interface UnsavedCell {
  readonly cell: HandCell;
  /** With its team and sheet where those are not the ones shown. */
  readonly name: string;
  readonly problem: string;
}

/** Cells that wait, with the way to each. */
export function UnsavedCells(props: {
  readonly cells: readonly UnsavedCell[];
  readonly onGo: (cell: HandCell) => void;
}) {
  const { cells, onGo } = props;
  if (cells.length === 0) return null;
  return (
    <Section title="Not saved yet">
      <Note kind="caution" title="What you typed stays in these cells until you change it">
        <ul className={styles.unsaved}>
          {cells.map(({ cell, name, problem }) => (
            <li key={`${cell.kind} ${cell.month} ${cell.field} ${cell.team}`}>
              <button
                type="button"
                className={styles.goTo}
                onClick={() => {
                  onGo(cell);
                }}
              >
                {name}
              </button>
              <span>{problem}</span>
            </li>
          ))}
        </ul>
      </Note>
    </Section>
  );
}
