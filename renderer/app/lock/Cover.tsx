import { useEffect } from 'react';
import { cx, useDocumentTitle, useSlow } from '../../ui';
import styles from '../quiet.module.css';

/** Longer than main can take, with files under way, to end this page's process and start another. */
const giveUpMs = 12_000;

export interface CoverProps {
  readonly isCurtained: boolean;
  /** Escape, where the curtain is drawn. */
  readonly onUncurtain: () => void;
  /** No new page came: this one has to go on, at the lock screen. */
  readonly onGiveUp: () => void;
}

/**
 * Plain paper, from the moment in which the content goes until main has put a new page in the place of this one.
 * There is nothing to type into: what was typed would go with the page.
 */
export function Cover(props: CoverProps) {
  const { isCurtained, onUncurtain, onGiveUp } = props;
  const isSlow = useSlow(true);
  useDocumentTitle(isCurtained ? 'Hidden' : 'Locked');
  useEffect(() => {
    const timer = setTimeout(onGiveUp, giveUpMs);
    return () => {
      clearTimeout(timer);
    };
  }, [onGiveUp]);
  useEffect(() => {
    if (!isCurtained) return;
    const leaveByKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') onUncurtain();
    };
    document.addEventListener('keydown', leaveByKey);
    return () => {
      document.removeEventListener('keydown', leaveByKey);
    };
  }, [isCurtained, onUncurtain]);
  return (
    <main className={cx(styles.page, styles.curtain)}>
      <p role="status">{isSlow ? 'Putting your records away.' : ''}</p>
    </main>
  );
}
