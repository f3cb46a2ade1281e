import { useState } from 'react';
import { Button, LinkButton, Note } from '../ui';
import { useVaultCare, type VaultError } from '../vault';
import { CareProblem } from './Awaited';
import styles from './records.module.css';

/** The question that an older state of the records asks: go on with it, or look for what is newer. */
export function OlderCopy(props: { readonly onAccepted: () => void }) {
  const care = useVaultCare();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<VaultError | null>(null);

  async function accept(): Promise<void> {
    setBusy(true);
    setError(null);
    const accepted = await care.acceptOlderCopy();
    setBusy(false);
    if (accepted.ok) props.onAccepted();
    else setError(accepted.error);
  }

  return (
    <Note kind="caution" title="This copy is older than the one last used on this computer">
      <p>
        That is right if you have just put a backup or an older folder back. If not, somebody may have
        replaced these files, and what was saved since is not in them.
      </p>
      {error !== null && <CareProblem title="Not done" error={error} task="check" />}
      <div className={styles.choices}>
        <Button size="small" isPending={isBusy} onPress={() => void accept()}>
          Go on with this copy
        </Button>
        <LinkButton size="small" href="/settings/backups">
          Look for a newer backup
        </LinkButton>
      </div>
    </Note>
  );
}
