import { useId } from 'react';
import { formatDate, formatMonth, type LocalDate, type LocalMonth } from '@shared/kernel/local-date';
import { cx, TextLink, VisuallyHidden } from '../../../ui';
import { dayHeadingId } from './DayList';
import { stateWords } from './entry-words';
import styles from './month.module.css';
import { type GridDay, weeksOf } from './month-grid';
import { entriesByDay, type PlanEntry } from './plan-entries';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** As many as a day holds without stretching its week; the rest stands in the list below. */
const shownADay = 3;

/** A plain table, so that everything in it is read and walked as links. Under 1024 px the list stands alone. */
export function MonthGrid(props: {
  readonly month: LocalMonth;
  readonly entries: readonly PlanEntry[];
  readonly today: LocalDate;
}) {
  const { month, entries, today } = props;
  const id = useId();
  const byDay = entriesByDay(entries);
  return (
    <div className={styles.grid} data-print="no">
      <table aria-labelledby={id}>
        <caption id={id}>
          <VisuallyHidden>{formatMonth(month)}, week by week</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                <abbr title={name}>{name.slice(0, 3)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]?.day}>
              {week.map((each) => (
                <DayCell key={each.day} each={each} entries={byDay.get(each.day) ?? []} today={today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayCell(props: {
  readonly each: GridDay;
  readonly entries: readonly PlanEntry[];
  readonly today: LocalDate;
}) {
  const { each, entries, today } = props;
  const { day } = each;
  const number = Number(day.slice(8));
  const more = entries.length - shownADay;
  return (
    <td className={cx(!each.isOfMonth && styles.beside, day === today && styles.isToday)}>
      <span className={styles.number}>
        {number}
        {day === today && <span className={styles.todayWord}>Today</span>}
      </span>
      {entries.length > 0 && (
        <ul aria-label={formatDate(day)}>
          {entries.slice(0, shownADay).map((entry) => {
            const words = stateWords(entry, today);
            return (
              <li key={entry.key} data-state={entry.state} title={`${entry.title}. ${entry.plan}`}>
                <TextLink href={`~/incidents/${entry.planId}`}>{entry.title}</TextLink>
                {words !== null && entry.state !== 'later' && (
                  <span className={styles.cellState}>{shortWords(entry, words.text)}</span>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => {
            document.getElementById(dayHeadingId(day))?.focus();
          }}
        >
          {more} more<VisuallyHidden> on {formatDate(day)}</VisuallyHidden>
        </button>
      )}
    </td>
  );
}

/** The day is that of the cell already. */
function shortWords(entry: PlanEntry, text: string): string {
  return entry.state === 'overdue' ? 'Overdue' : text;
}
