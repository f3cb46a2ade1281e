/** What was agreed last time, beside the form: open things can be ticked off here and are saved with it. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { supervisionThemeLabels } from '@shared/records/supervision-session/supervision-session';
import { dateNear, sessionTitle } from '../../records/supervision-words';
import { Checkbox, Section } from '../../ui';
import type { StoredRecord } from '../../vault';
import styles from './supervision.module.css';

export interface LastTimeProps {
  readonly sessions: readonly StoredRecord<'supervision-session'>[];
  readonly personName: string;
  readonly today: LocalDate;
  readonly ticked: readonly string[];
  readonly onTick: (ticked: string[]) => void;
}

export function actionKey(sessionId: string, index: number): string {
  return `${sessionId}:${index}`;
}

export function LastTime(props: LastTimeProps) {
  const { sessions, today, ticked } = props;
  const [last] = sessions;
  if (last === undefined) {
    return (
      <Section title="Last time">
        <p className={styles.small}>
          {props.personName === ''
            ? 'Choose who it was with. What you agreed last time will stand here.'
            : 'This is the first record for this person.'}
        </p>
      </Section>
    );
  }
  const themes = last.value.themes.map((theme) => supervisionThemeLabels[theme]).join(', ');
  // Open actions of earlier sessions are not forgotten because a newer session had none.
  const listed = sessions.flatMap((record) =>
    record.value.actions
      .map((action, index) => ({ action, key: actionKey(record.id, index), on: record.value.date }))
      .filter(({ action }) => record.id === last.id || action.doneOn === null),
  );
  return (
    <Section title="Last time">
      <p className={styles.small}>
        {formatDate(last.value.date)}. {sessionTitle(last.value)}.{themes !== '' && ` ${themes}.`}
      </p>
      {listed.length === 0 ? (
        <p className={styles.small}>Nothing was agreed.</p>
      ) : (
        <ul className={styles.lastActions}>
          {listed.map(({ action, key }) => {
            const detail = [action.owner, action.due === null ? '' : `by ${dateNear(action.due, today)}`]
              .filter((part) => part !== '')
              .join(', ');
            return (
              <li key={key}>
                {action.doneOn === null ? (
                  <Checkbox
                    name={key}
                    isSelected={ticked.includes(key)}
                    onChange={(isOn) =>
                      props.onTick(isOn ? [...ticked, key] : ticked.filter((each) => each !== key))
                    }
                  >
                    {action.text}
                    <span className={styles.lastDetail}>
                      {ticked.includes(key)
                        ? 'Done. Saved with this record'
                        : detail === ''
                          ? 'Open'
                          : detail}
                    </span>
                  </Checkbox>
                ) : (
                  <div className={styles.lastDone}>
                    {action.text}
                    <span className={styles.lastDetail}>Done {dateNear(action.doneOn, today)}</span>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
