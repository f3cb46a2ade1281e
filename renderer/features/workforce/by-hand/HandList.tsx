import { useId } from 'react';
import { formatMonth, isLocalMonth, type LocalMonth } from '@shared/kernel/local-date';
import { Select } from '../../../ui';
import { HandCell, type CellActions } from './HandCell';
import type { ShownSheet } from './hand-rows';
import styles from './by-hand.module.css';

/** One month on a narrow page: the same cells, one under the other. */
export function HandList(props: {
  readonly shown: ShownSheet;
  readonly month: LocalMonth;
  readonly onMonth: (month: LocalMonth) => void;
  readonly actions: CellActions;
}) {
  const { shown, month, onMonth, actions } = props;
  const id = useId();
  const row = shown.rows.find((each) => each.month === month);
  return (
    <div className={styles.list}>
      <Select
        name="hand-month"
        label="Month"
        value={month}
        options={shown.rows
          .map((each) => ({ value: each.month, label: formatMonth(each.month) }))
          .toReversed()}
        onChange={(value) => {
          if (isLocalMonth(value)) onMonth(value);
        }}
      />
      {row !== undefined &&
        shown.sheet.groups.map(({ label, columns }) => (
          <fieldset key={label} className={styles.fields}>
            <legend>{label}</legend>
            {columns.map(({ field, label: words }) => {
              const cell = row.cells.find((each) => each.field === field);
              if (cell === undefined) return null;
              const said = cell.problem ?? cell.check;
              const besideId = `${id}-${field}-beside`;
              const saidId = `${id}-${field}-said`;
              return (
                <div key={field} className={styles.field}>
                  <label htmlFor={`${id}-${field}`}>{words}</label>
                  <HandCell
                    key={month}
                    id={`${id}-${field}`}
                    cell={cell}
                    actions={actions}
                    isNamed={false}
                    isInTabOrder
                    describedBy={
                      [cell.beside === '' ? '' : besideId, said === null ? '' : saidId]
                        .filter((part) => part !== '')
                        .join(' ') || undefined
                    }
                  />
                  {cell.beside !== '' && (
                    <p id={besideId} className={styles.beside}>
                      {cell.beside}
                    </p>
                  )}
                  {said !== null && (
                    <p id={saidId} className={cell.problem === null ? styles.saidCheck : styles.saidProblem}>
                      {said}
                    </p>
                  )}
                </div>
              );
            })}
          </fieldset>
        ))}
    </div>
  );
}
