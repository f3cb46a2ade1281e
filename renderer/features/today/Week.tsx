import { addDays, isoWeekday, type LocalDate } from '@shared/kernel/local-date';
import { cx, Section, TextLink } from '../../ui';
import type { WeekEntry } from './needs';
import styles from './today.module.css';

const weekdayShort = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const shownPerDay = 2;
/** Of the whole week: more lines than this and the page no longer fits a small laptop. */
const shownInAll = 8;

interface Day {
  readonly day: LocalDate;
  readonly shown: readonly WeekEntry[];
  readonly more: number;
}

/** The next seven days, busy or not; a weekend only when it holds something. The nearest days keep most of their lines. */
function daysOf(entries: readonly WeekEntry[], today: LocalDate): readonly Day[] {
  let left = shownInAll;
  return Array.from({ length: 7 }, (_, index) => addDays(today, index)).flatMap((day): Day[] => {
    const own = entries.filter((entry) => entry.day === day);
    if (own.length === 0) return isoWeekday(day) < 6 ? [{ day, shown: [], more: 0 }] : [];
    const shown = own.slice(0, Math.max(1, Math.min(shownPerDay, left)));
    left -= shown.length;
    return [{ day, shown, more: own.length - shown.length }];
  });
}

export function Week(props: {
  readonly entries: readonly WeekEntry[];
  readonly today: LocalDate;
  readonly isBusyToday: boolean;
}) {
  const { entries, today, isBusyToday } = props;
  return (
    <Section title="This week" action={<TextLink href="~/settings/reminders">Calendar</TextLink>}>
      <ul className={styles.week}>
        {daysOf(entries, today).map(({ day, shown, more }) => (
          <li key={day} className={cx(day === today && styles.isToday)}>
            <span className={styles.day}>
              {weekdayShort[isoWeekday(day) - 1]} {Number(day.slice(8))}
            </span>
            <div>
              {shown.map((entry) => (
                <div key={entry.key} className={styles.entry}>
                  <TextLink href={entry.href}>{entry.text}</TextLink>
                </div>
              ))}
              {more > 0 && <div className={styles.nothing}>and {more} more</div>}
              {shown.length === 0 && (
                <div className={styles.nothing}>
                  {day === today && isBusyToday ? 'Nothing beside what needs you' : 'Nothing planned'}
                </div>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
