import { Button, Note } from '../ui';
import styles from './records.module.css';

/** Says that what stands in the form was typed earlier and never saved. */
export function DraftNote(props: {
  readonly onDiscard: () => void;
  /** Where several drafts may stand side by side: leaves this one for later and begins another. */
  readonly onSetAside?: () => void;
}) {
  return (
    <Note kind="info" title="Your draft is back">
      <div className={styles.draft}>
        <span>You left this form before saving. Carry on where you stopped.</span>
        <div className={styles.draft}>
          {props.onSetAside !== undefined && (
            <Button size="small" variant="quiet" onPress={props.onSetAside}>
              Keep it and start another
            </Button>
          )}
          <Button size="small" variant="quiet" onPress={props.onDiscard}>
            Discard draft
          </Button>
        </div>
      </div>
    </Note>
  );
}
