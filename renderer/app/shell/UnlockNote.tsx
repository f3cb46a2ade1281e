import { Button, Note } from '../../ui';
import type { UnlockReport } from '../../vault';
import styles from './shell.module.css';
import { unlockWords } from './unlock-words';

/** Said once after an unlock that had to mend something. */
export function UnlockNote(props: { readonly report: UnlockReport; readonly onRead: () => void }) {
  const words = unlockWords(props.report);
  if (words.length === 0) return null;
  return (
    <div className={styles.report} data-print="no">
      <Note kind="info">
        <div className={styles.reportIn}>
          <div role="status">
            {words.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </div>
          <Button variant="quiet" size="small" onPress={props.onRead}>
            Close this note
          </Button>
        </div>
      </Note>
    </div>
  );
}
