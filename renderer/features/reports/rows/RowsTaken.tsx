import { useEffect, useRef } from 'react';
import { addMonthsToMonth, formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { ExportEntry } from '@shared/records/export-entry/export-entry';
import { Button, LinkButton, Note, Section, Sheet } from '../../../ui';
import type { KeptRows } from './row-file';
import type { RowPeriod } from './row-people';
import styles from './rows.module.css';
import { periodWords } from './rows-words';

export interface RowsTakenProps {
  readonly entry: ExportEntry;
  /** Null: they do not pass the rules of today. */
  readonly rows: KeptRows | null;
  readonly period: RowPeriod;
  /** The file was saved just now: the focus comes here, where the button that had it is gone. */
  readonly takesFocus: boolean;
  readonly problem: string | null;
  readonly isSaving: boolean;
  readonly onSaveAgain: (rows: KeptRows, period: RowPeriod) => void;
}

/** There is a file about these months: the same one again, and no other. */
export function RowsTaken(props: RowsTakenProps) {
  const { entry, rows, period, takesFocus, problem, isSaving, onSaveAgain } = props;
  const { periodStart, periodEnd } = entry;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  if (periodStart === null || periodEnd === null) return null;
  const its = { start: periodStart, end: periodEnd };
  const isSame = periodEnd === period.end;
  return (
    <div ref={box} tabIndex={-1} className={styles.taken}>
      <Section title={isSame ? 'The rows of this year have left' : 'Rows of some of these months have left'}>
        <Sheet pad>
          <div>
            <div className={styles.stack}>
              <p>
                A file about {periodWords(its)} was saved on {formatDate(entry.exportedOn)}.
              </p>
              <p>
                Another one about the same months would be about the same people. Laid side by side, the two
                could single somebody out. So only one is made.
              </p>
              <h3>What you can do</h3>
              <ul className={styles.points}>
                <li>
                  {rows === null
                    ? 'That file does not pass the rules of today, so it is not saved again.'
                    : 'Save that very file again. It stays the same, row by row.'}
                </li>
                <li>
                  Choose other months. The next free year ends in{' '}
                  {formatMonth(addMonthsToMonth(monthOf(periodEnd), 12))}.
                </li>
                <li>Make a summary. It is checked by itself, and shows counts instead of rows.</li>
              </ul>
              <div className={styles.buttons}>
                {rows !== null && (
                  <Button
                    variant="primary"
                    isPending={isSaving}
                    onPress={() => {
                      onSaveAgain(rows, its);
                    }}
                  >
                    Save the same file again
                  </Button>
                )}
                <LinkButton href="/reports/make/board-summary">Make a summary</LinkButton>
              </div>
            </div>
            <div aria-live="polite">
              {problem !== null && (
                <Note kind="caution" title="Not saved">
                  {problem}
                </Note>
              )}
            </div>
          </div>
        </Sheet>
      </Section>
    </div>
  );
}
