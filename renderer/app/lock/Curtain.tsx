import { useEffect } from 'react';
import { chordText } from '../../platform';
import { Button, cx, useDocumentTitle } from '../../ui';
import { Horizon, Mark } from '../Quiet';
import styles from '../quiet.module.css';

/** The click that drew the curtain is still on its way when it appears; it must not open it again. */
const settleMs = 300;

/** A neutral page over everything. Nothing is behind it: the content is gone, and the vault is shut. */
export function Curtain(props: { readonly onLeave: () => void }) {
  const { onLeave } = props;
  useDocumentTitle('Hidden');
  useEffect(() => {
    const leaveByKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onLeave();
    };
    document.addEventListener('keydown', leaveByKey);
    const timer = setTimeout(() => {
      document.addEventListener('click', onLeave);
    }, settleMs);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', leaveByKey);
      document.removeEventListener('click', onLeave);
    };
  }, [onLeave]);
  return (
    <main className={cx(styles.page, styles.curtain)}>
      <div>
        <Mark />
        <h1>The screen is hidden</h1>
        <p>
          Nothing is open behind this page. Half-written records are kept as drafts. Your passphrase brings
          them back.
        </p>
        <Button variant="primary" autoFocus onPress={onLeave}>
          Show again <kbd>{chordText('Ctrl Shift H')}</kbd>
        </Button>
      </div>
      <Horizon />
    </main>
  );
}
