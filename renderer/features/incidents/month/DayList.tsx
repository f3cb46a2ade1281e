import { formatDateWithWeekday, type LocalDate } from '@shared/kernel/local-date';
import { Row, RowList, Sheet, Status } from '../../../ui';
import { stateWords } from './entry-words';
import styles from './month.module.css';
import { entriesByDay, type PlanEntry } from './plan-entries';

export function dayHeadingId(day: LocalDate): string {
  return `day-${day}`;
}

/** Each day that has something, in words: what the grid has no room for is here. */
export function DayList(props: { readonly entries: readonly PlanEntry[]; readonly today: LocalDate }) {
  const { entries, today } = props;
  const days = [...entriesByDay(entries)];
  return (
    <div className={styles.days}>
      {days.map(([day, ofDay]) => (
        <section key={day} aria-labelledby={dayHeadingId(day)}>
          <h3 id={dayHeadingId(day)} tabIndex={-1}>
            {formatDateWithWeekday(day)}
            {day === today && ', today'}
          </h3>
          <Sheet>
            <RowList aria-label={formatDateWithWeekday(day)}>
              {ofDay.map((entry) => {
                const words = stateWords(entry, today);
                return (
                  <Row
                    key={entry.key}
                    href={`~/incidents/${entry.planId}`}
                    title={entry.title}
                    detail={entry.at === '' ? entry.plan : `${entry.at}. ${entry.plan}`}
                    {...(words === null ? {} : { status: <Status kind={words.kind}>{words.text}</Status> })}
                  />
                );
              })}
            </RowList>
          </Sheet>
        </section>
      ))}
    </div>
  );
}
