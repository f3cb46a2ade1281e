import { Check, CircleAlert, TriangleAlert } from 'lucide-react';
import { errorText } from '../../../app/error-text';
import { Button, useSlow } from '../../../ui';
import type { HandState } from './hand-keeper';
import type { ShownCell } from './hand-rows';
import styles from './by-hand.module.css';

/** Over the sheet: which cell one is in, what stood there a month ago, and whether all is saved. */
export function HandBar(props: {
  readonly cell: ShownCell | null;
  readonly state: HandState;
  readonly unsaved: number;
  readonly hasSaved: boolean;
  readonly onRetry: () => void;
}) {
  const { cell, state, unsaved, hasSaved, onRetry } = props;
  return (
    <div className={styles.bar}>
      <div className={styles.barCell}>
        {cell !== null && (
          <>
            <p>
              <strong>{cell.name}</strong>
              {cell.beside !== '' && <span className={styles.beside}> {cell.beside}</span>}
            </p>
            {cell.problem !== null && (
              <p className={styles.saidProblem}>
                <CircleAlert aria-hidden="true" />
                {cell.problem}
              </p>
            )}
            {cell.problem === null && cell.check !== null && (
              <p className={styles.saidCheck}>
                <TriangleAlert aria-hidden="true" />
                {cell.check}
              </p>
            )}
          </>
        )}
      </div>
      <SavedWords state={state} unsaved={unsaved} hasSaved={hasSaved} onRetry={onRetry} />
    </div>
  );
}

function SavedWords(props: {
  readonly state: HandState;
  readonly unsaved: number;
  readonly hasSaved: boolean;
  readonly onRetry: () => void;
}) {
  const { state, unsaved, hasSaved, onRetry } = props;
  const isSlow = useSlow(state.isSaving);
  if (state.error !== null)
    return (
      <div className={styles.saved} role="alert">
        <p className={styles.saidProblem}>{errorText(state.error)}</p>
        <Button size="small" onPress={onRetry}>
          Try again
        </Button>
      </div>
    );
  if (isSlow) return <p className={styles.saved}>Saving</p>;
  if (unsaved > 0)
    return (
      <p className={styles.saved}>
        <CircleAlert aria-hidden="true" />
        {unsaved === 1 ? '1 cell is not saved' : `${unsaved} cells are not saved`}
      </p>
    );
  return hasSaved ? (
    <p className={styles.saved}>
      <Check aria-hidden="true" />
      Saved
    </p>
  ) : null;
}
