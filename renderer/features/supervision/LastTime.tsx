/** What was agreed last time, beside the form: what became of each is asked here and saved with the record. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  followUpOutcomes,
  supervisionThemeLabels,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import { dateNear, sessionTitles } from '../../records/supervision-words';
import { Section, Segmented, Status } from '../../ui';
import { outcomeOf, withOutcome, type FollowUpRow, type ListedSession } from './follow-up';
import styles from './supervision.module.css';

/** Short, so that all four stand in one line beside the form. */
const outcomeWords = {
  done: 'Done',
  'under-way': 'Under way',
  'not-done': 'Not yet',
  dropped: 'Not needed',
} as const satisfies Record<SupervisionSession['followUp'][number]['outcome'], string>;

export interface LastTimeProps {
  readonly sessions: readonly ListedSession[];
  readonly rows: readonly FollowUpRow[];
  readonly personName: string;
  readonly today: LocalDate;
  readonly followUp: readonly string[];
  readonly onAnswer: (followUp: string[]) => void;
}

function whoAndWhen({ action }: FollowUpRow, today: LocalDate): string {
  if (action === null) return 'From an earlier record';
  const parts = [action.owner, action.due === null ? '' : `by ${dateNear(action.due, today)}`];
  return parts.filter((part) => part !== '').join(', ') || 'No day set';
}

/** Done and dropped are two things: only one of them was done. */
function closedWords({ action }: FollowUpRow, today: LocalDate): React.ReactNode {
  if (action?.droppedOn != null)
    return <Status kind="none">{`No longer needed since ${dateNear(action.droppedOn, today)}`}</Status>;
  return action?.doneOn == null ? 'Done' : `Done ${dateNear(action.doneOn, today)}`;
}

export function LastTime(props: LastTimeProps) {
  const { sessions, rows, today, followUp } = props;
  const [last] = sessions;
  if (last === undefined && rows.length === 0) {
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
  const themes = last?.value.themes.map((theme) => supervisionThemeLabels[theme]).join(', ') ?? '';
  return (
    <Section title="Last time">
      {last !== undefined && (
        <p className={styles.small}>
          {formatDate(last.value.date)}. {sessionTitles[last.value.kind]}
          {last.value.minutes !== null && `, ${last.value.minutes} minutes`}.{themes !== '' && ` ${themes}.`}
        </p>
      )}
      {rows.length === 0 ? (
        <p className={styles.small}>Nothing was agreed.</p>
      ) : (
        <ul className={styles.lastActions}>
          {rows.map((row) =>
            row.isClosed ? (
              <li key={row.key}>
                {row.text}
                <span className={styles.lastDetail}>{closedWords(row, today)}</span>
              </li>
            ) : (
              <li key={row.key} className={styles.outcome}>
                <Segmented
                  name={`follow-up-${row.key}`}
                  label={row.text}
                  hint={whoAndWhen(row, today)}
                  value={outcomeOf(followUp, row.key)}
                  onChange={(outcome) => props.onAnswer(withOutcome(followUp, row.key, outcome))}
                  options={followUpOutcomes.map((value) => ({ value, label: outcomeWords[value] }))}
                />
              </li>
            ),
          )}
        </ul>
      )}
    </Section>
  );
}
