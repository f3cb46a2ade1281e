import { useEffect, useRef, useState } from 'react';
import type { BackupProof } from '@shared/vault/vault-care';
import { careErrorText } from '../../app/error-text';
import { Button, Form, Note, useDocumentTitle, type FormProblem } from '../../ui';
import type { VaultClient } from '../../vault';
import { openingProblem, useBackupOpener } from './backup-opener';
import styles from './backup.module.css';
import { BackupFields } from './BackupFields';
import { ProofResult } from './ProofResult';

export interface RestorePanelProps {
  readonly client: VaultClient;
  /** The backup is in place and locked: it opens with the secrets of its own day. */
  readonly onRestored: () => void;
  readonly onBack: () => void;
}

/**
 * Puts a backup in the place of the records on this laptop, from outside of them: the vault is locked, damaged or not
 * there at all. It is opened and counted first, and what was there before is set aside.
 */
export function RestorePanel(props: RestorePanelProps) {
  const { client, onRestored, onBack } = props;
  const opener = useBackupOpener(client.name);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [found, setFound] = useState<BackupProof | null>(null);
  const [restored, setRestored] = useState<BackupProof | null>(null);
  const [isBusy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const step = restored !== null ? 'done' : found !== null ? 'sure' : 'open';
  useDocumentTitle('Open a backup');
  useEffect(() => {
    heading.current?.focus();
  }, [step]);

  async function look(): Promise<void> {
    const problems = opener.problems();
    setErrors(problems);
    if (problems.length > 0 || isBusy) return;
    setBusy(true);
    const { source, secret } = opener.request();
    const opened = await client.care.drill(source, secret);
    setBusy(false);
    if (opened.ok) setFound(opened.value);
    else setErrors([openingProblem(opened.error, careErrorText(opened.error, 'drill'))]);
  }

  async function restore(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const { source, secret } = opener.request();
    const done = await client.care.restoreBackup(source, secret);
    setBusy(false);
    if (done.ok) {
      opener.forget();
      setRestored(done.value);
      return;
    }
    setFound(null);
    setErrors([openingProblem(done.error, careErrorText(done.error, 'restore'))]);
  }

  return (
    <div className={styles.panel}>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {titles[step]}
        </h1>
        <p className={styles.lede}>{ledes[step]}</p>
      </div>
      {restored !== null ? (
        <>
          <ProofResult proof={restored} title="The backup is in place" />
          <Button variant="primary" onPress={onRestored}>
            Unlock it
          </Button>
        </>
      ) : found !== null ? (
        <>
          <ProofResult proof={found} title="This backup opens" />
          <Note kind="info" title="What happens to the records of now">
            <p>
              They are moved aside on this laptop, not deleted. What was saved after the backup was made is in
              them alone. Settings then offers to delete them.
            </p>
          </Note>
          <div className={styles.actions}>
            <Button
              variant="primary"
              isPending={isBusy}
              pendingText="Putting it in place"
              onPress={() => void restore()}
            >
              Put this backup in place
            </Button>
            <Button
              onPress={() => {
                setFound(null);
              }}
            >
              Choose another
            </Button>
            <Button variant="quiet" onPress={onBack}>
              Not now
            </Button>
          </div>
        </>
      ) : (
        <Form aria-label="Open a backup" errors={errors} onSubmit={look}>
          <BackupFields opener={opener} errors={errors} />
          <div className={styles.actions}>
            <Button type="submit" variant="primary" isPending={isBusy} pendingText="Opening the backup">
              Look into it
            </Button>
            <Button onPress={onBack}>Not now</Button>
          </div>
        </Form>
      )}
    </div>
  );
}

const titles = {
  open: 'Open a backup instead',
  sure: 'Put this backup in place?',
  done: 'Put back',
} as const;
const ledes = {
  open: 'First you see what is in it. Nothing is changed until you say so.',
  sure: 'It takes the place of the records on this laptop.',
  done: 'It is locked. It opens with the passphrase or the kit of the day it was made.',
} as const;
