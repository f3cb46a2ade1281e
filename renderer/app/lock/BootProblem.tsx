import { Button, Note, useDocumentTitle } from '../../ui';
import type { VaultError } from '../../vault';
import { errorCode, errorText } from '../error-text';
import { Mark, QuietPage } from '../Quiet';
import styles from '../quiet.module.css';

/** The files on this laptop could not even be looked at. */
export function BootProblem(props: {
  readonly error: VaultError;
  readonly onRetry: () => void;
  readonly onRestore: () => void;
}) {
  useDocumentTitle('Cannot open yet');
  return (
    <QuietPage>
      <div className={styles.box}>
        <Mark />
        <h1>Steading cannot open yet</h1>
        <div className={styles.lede}>
          <Note kind="caution">
            <p role="alert">{errorText(props.error)}</p>
            <details>
              <summary>Details</summary>
              <code>{errorCode(props.error)}</code>
            </details>
          </Note>
        </div>
        <Button variant="primary" onPress={props.onRetry}>
          Look again
        </Button>
        <div className={styles.foot}>
          <Button variant="quiet" size="small" onPress={props.onRestore}>
            Open a backup instead
          </Button>
        </div>
      </div>
    </QuietPage>
  );
}
