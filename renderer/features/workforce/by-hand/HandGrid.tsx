import { useEffect, useId, useRef, useState } from 'react';
import { formatMonth, formatMonthShort, type LocalMonth } from '@shared/kernel/local-date';
import type { HandField } from '@shared/workforce/hand-sheets';
import { cx, VisuallyHidden } from '../../../ui';
import { HandCell, type CellActions } from './HandCell';
import type { ShownCell, ShownSheet } from './hand-rows';
import styles from './by-hand.module.css';

export interface CellPlace {
  readonly month: LocalMonth;
  readonly field: HandField;
}

/** Months down, figures across; one stop of the Tab key, and arrows within it. */
export function HandGrid(props: {
  readonly name: string;
  readonly shown: ShownSheet;
  readonly active: CellPlace;
  readonly actions: CellActions;
}) {
  const { name, shown, active, actions } = props;
  const id = useId();
  const wrap = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useEffect(() => {
    const element = wrap.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setWide(element.scrollWidth > element.clientWidth + 1);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const { groups, columns } = shown.sheet;
  const firstOfGroup = new Set<HandField>(groups.flatMap(({ columns: [first] }) => first?.field ?? []));
  const noteId = (cell: ShownCell): string | undefined =>
    (cell.problem ?? cell.check) === null ? undefined : `${id}-${cell.month}-${cell.field}`;

  return (
    <div
      ref={wrap}
      className={styles.scroll}
      {...(isWide ? { role: 'region', tabIndex: 0, 'aria-label': `${name}, scrolls sideways` } : {})}
    >
      <table role="grid" aria-label={name} className={styles.grid}>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className={styles.monthHead}>
              Month
            </th>
            {groups.map(({ label, columns: own }) => (
              <th
                key={label}

                scope="colgroup"
                colSpan={own.length}
                className={cx(styles.group, styles.firstOfGroup)}
              >
                {label}
              </th>
            ))}
          </tr>
          <tr>
            {columns.map(({ field, shortLabel }) => (
              <th
                key={field}

                scope="col"
                className={cx(styles.columnHead, firstOfGroup.has(field) && styles.firstOfGroup)}
              >
                {shortLabel}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.rows.map(({ month, cells }) => (
            <tr key={month} className={cx(month === active.month && styles.activeRow)}>
              <th scope="row" className={styles.month}>
                <span aria-hidden="true">{formatMonthShort(month)}</span>
                <VisuallyHidden>{formatMonth(month)}</VisuallyHidden>
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.field}

                  className={cx(styles.cell, firstOfGroup.has(cell.field) && styles.firstOfGroup)}
                >
                  <HandCell
                    cell={cell}
                    actions={actions}
                    isNamed
                    isInTabOrder={month === active.month && cell.field === active.field}
                    describedBy={noteId(cell)}
                  />
                  {noteId(cell) !== undefined && (
                    <span id={noteId(cell)} hidden>
                      {cell.problem ?? cell.check}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.month}>
              {`${shown.rows.length} months`}
            </th>
            {columns.map(({ field }) => {
              const total = shown.totals.get(field);
              return (
                <td
                  key={field}

                  className={cx(styles.total, firstOfGroup.has(field) && styles.firstOfGroup)}
                >
                  {total?.sum}
                  {total !== undefined && total.months < shown.rows.length && (
                    <span className={styles.part}>
                      {total.months === 1 ? 'of 1 month' : `of ${total.months} months`}
                    </span>
                  )}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
