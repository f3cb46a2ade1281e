import { Check } from 'lucide-react';
import { useRef, useState, type CSSProperties } from 'react';
import { tickOf, withDay, withTick } from '@shared/habits/habit-week';
import { habits, type HabitId } from '@shared/habits/habits';
import { formatDateWithWeekday, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import type { HabitWeek } from '@shared/records/habit-week/habit-week';
import { cx, VisuallyHidden } from '../../../ui';
import { weekdayShort } from './habit-words';
import styles from './habits.module.css';

export interface HabitGridProps {
  readonly week: HabitWeek;
  readonly days: readonly LocalDate[];
  readonly rows: readonly HabitId[];
  readonly chosen: readonly HabitId[];
  readonly today: LocalDate;
  readonly onChange: (change: (week: HabitWeek) => HabitWeek) => void;
}

/** The first row says whether a day counts at all. */
type RowId = HabitId | 'noted';

const noted = 'I worked on this day';

const steps: Readonly<Partial<Record<string, readonly [number, number]>>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Days by habits. One stop of the Tab key; the arrows go from box to box, and the space bar ticks. */
export function HabitGrid(props: HabitGridProps) {
  const { week, days, rows, today } = props;
  const table = useRef<HTMLTableElement>(null);
  const over = days.filter((day) => day <= today);
  const lines: readonly RowId[] = ['noted', ...rows];
  const [at, setAt] = useState({ row: 0, column: over.length - 1 });
  // The week may have changed since: the stop is always on a box that is there.
  const stop = {
    row: Math.min(at.row, lines.length - 1),
    column: Math.max(0, Math.min(at.column, over.length - 1)),
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const row = event.ctrlKey && event.key === 'Home' ? 0 : stop.row;
    const target = ((): { row: number; column: number } | null => {
      const step = steps[event.key];
      if (step !== undefined) return { row: row + step[0], column: stop.column + step[1] };
      if (event.key === 'Home') return { row, column: 0 };
      if (event.key === 'End')
        return { row: event.ctrlKey ? lines.length - 1 : row, column: over.length - 1 };
      return null;
    })();
    if (target === null || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (target.row < 0 || target.row >= lines.length || target.column < 0 || target.column >= over.length)
      return;
    setAt(target);
    table.current
      ?.querySelector<HTMLInputElement>(`[data-at="${String(target.row)}-${String(target.column)}"]`)
      ?.focus();
  };

  return (
    <table
      ref={table}
      className={styles.grid}
      role="grid"
      aria-label="Your week"
      style={{ '--days': days.length } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Habit</VisuallyHidden>
          </th>
          {days.map((day) => (
            <th key={day} scope="col" className={cx(day === today && styles.isToday)}>
              <span aria-hidden="true">
                {weekdayShort[isoWeekday(day) - 1]}
                <span className={styles.dayNumber}>{Number(day.slice(8))}</span>
              </span>
              <VisuallyHidden>
                {formatDateWithWeekday(day)}
                {day === today ? ', today' : ''}
              </VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => (
          <tr key={line} className={cx(line === 'noted' && styles.notedRow)}>
            <th scope="row">{line === 'noted' ? noted : habits[line].own}</th>
            {days.map((day, column) => {
              const tick = tickOf(week, day);
              const isOn = line === 'noted' ? tick !== null : tick?.habitIds.includes(line) === true;
              return (
                <td key={day} className={cx(day === today && styles.isToday)}>
                  {day <= today && (
                    <label className={styles.box}>
                      <input
                        type="checkbox"
                        checked={isOn}
                        data-at={`${String(row)}-${String(column)}`}
                        tabIndex={row === stop.row && column === stop.column ? 0 : -1}
                        aria-label={`${line === 'noted' ? noted : habits[line].own}, ${formatDateWithWeekday(day)}`}
                        onFocus={() => {
                          setAt({ row, column });
                        }}
                        onChange={(event) => {
                          const isNow = event.target.checked;
                          props.onChange((now) =>
                            line === 'noted'
                              ? withDay(now, day, isNow, props.chosen)
                              : withTick(now, day, line, isNow, props.chosen),
                          );
                        }}
                      />
                      <Check aria-hidden="true" />
                    </label>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
