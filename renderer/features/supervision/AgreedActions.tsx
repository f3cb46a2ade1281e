/** What was agreed in one session: ticked when done; what is no longer needed is said so, and can be opened again. */
import type { LocalDate } from '@shared/kernel/local-date';
import type { AgreedAction } from '@shared/records/supervision-session/supervision-session';
import { dateNear } from '../../records/supervision-words';
import { Button, Checkbox, Status } from '../../ui';
import styles from './supervision.module.css';

function detailOf({ owner, due, doneOn }: AgreedAction, today: LocalDate): string {
  return [
    owner,
    due === null ? '' : `by ${dateNear(due, today)}`,
    doneOn === null ? '' : `done ${dateNear(doneOn, today)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

export function AgreedActions(props: {
  readonly actions: readonly AgreedAction[];
  readonly today: LocalDate;
  readonly onDone: (index: number, isDone: boolean) => Promise<boolean>;
}) {
  const { actions, today, onDone } = props;
  return (
    <ul className={styles.lastActions}>
      {actions.map((action, index) => (
        <li key={`${index}${action.text}`}>
          {action.droppedOn === null ? (
            <Checkbox
              name={`action${index}`}
              isSelected={action.doneOn !== null}
              onChange={(isDone) => void onDone(index, isDone)}
            >
              {action.text}
              <span className={styles.lastDetail}>{detailOf(action, today) || 'No day set'}</span>
            </Checkbox>
          ) : (
            <>
              {action.text}
              <span className={styles.lastDetail}>{detailOf(action, today)}</span>
              <span className={styles.dropped}>
                <Status kind="none">No longer needed since {dateNear(action.droppedOn, today)}</Status>
                <Button
                  variant="quiet"
                  size="small"
                  aria-label={`Open again: ${action.text}`}
                  onPress={() => void onDone(index, false)}
                >
                  Open again
                </Button>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
