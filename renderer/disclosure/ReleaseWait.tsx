/** What is seen while a table is checked: nothing for a second, then words, after three a bar and a way to stop. */
import { useEffect, useState } from 'react';
import { Button, useSlow } from '../ui';
import type { AuditProgress } from './protocol';
import styles from './release-wait.module.css';

const barAfterMs = 3000;

export interface ReleaseWaitProps {
  readonly progress: AuditProgress | null;
  readonly onCancel: () => void;
}

function useLong(): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLong(true);
    }, barAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isLong;
}

export function ReleaseWait({ progress, onCancel }: ReleaseWaitProps) {
  const isSlow = useSlow(true);
  const isLong = useLong();
  const words = 'Checking what can be worked out';
  return (
    <div className={styles.wait}>
      <span role="status">{isSlow ? words : ''}</span>
      {isLong && (
        <>
          <progress
            max={progress?.of ?? 1}
            value={progress?.done}
            aria-label={words}
            className={styles.bar}
          />
          <div>
            <Button variant="secondary" size="small" onPress={onCancel}>
              Cancel
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
