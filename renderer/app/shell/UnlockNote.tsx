import { useState } from 'react';
import { OlderCopy } from '../../records/OlderCopy';
import { Button, Note, TextLink } from '../../ui';
import type { UnlockReport } from '../../vault';
import styles from './shell.module.css';
import { needsALook, unlockWords } from './unlock-words';

/** Said once after an unlock that had to mend something, or that opened an older state than was seen here before. */
export function UnlockNote(props: { readonly report: UnlockReport; readonly onRead: () => void }) {
  const { report, onRead } = props;
  const [isAccepted, setAccepted] = useState(false);
  const words = unlockWords(report);
  const isOlder = report.isOlderCopy && !isAccepted;
  if (words.length === 0 && !isOlder) return null;
  return (
    <div className={styles.report} data-print="no">
      {isOlder && (
        <OlderCopy
          onAccepted={() => {
            setAccepted(true);
          }}
        />
      )}
      {words.length > 0 && (
        <Note kind={needsALook(report) ? 'caution' : 'info'}>
          <div className={styles.reportIn}>
            <div role="status">
              {words.map((text) => (
                <p key={text}>{text}</p>
              ))}
              {needsALook(report) && (
                <p>
                  <TextLink href="/settings/safety">See what it is and what to do</TextLink>
                </p>
              )}
            </div>
            <Button variant="quiet" size="small" onPress={onRead}>
              Close this note
            </Button>
          </div>
        </Note>
      )}
    </div>
  );
}
