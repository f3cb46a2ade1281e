import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import type { ExpectedError } from '../../../app/error-text';
import { dayOfInstant, desktop } from '../../../platform';
import { CareProblem } from '../../../records/Awaited';
import { useAsked } from '../../../records/use-asked';
import { Button, Note, useToast } from '../../../ui';
import { useVault, useVaultCare } from '../../../vault';
import { DeleteForGood } from './DeleteForGood';

/**
 * What a restore moved aside stays until the person deletes it: it may hold the only copy of the last days. Nothing
 * shows where there is none.
 */
export function OlderVaults() {
  const { name } = useVault();
  const asked = useAsked<readonly number[], ExpectedError>(`aside ${name}`, async () => {
    const answer = await desktop['restore.aside']({ vault: name });
    return answer.ok ? { ok: true, value: answer.value.movedAt } : answer;
  });
  const [isAsking, setAsking] = useState(false);
  const { answer } = asked;
  const movedAt = answer.state === 'ready' ? answer.value : [];
  const newest = movedAt.at(-1);
  if (newest === undefined) return null;
  const day = formatDate(dayOfInstant(newest));
  const isOne = movedAt.length === 1;
  return (
    <>
      <Note kind="caution" title="Older records from before a restore are still on this laptop">
        <p>
          {isOne
            ? `They were set aside on ${day}, when a backup was put in their place.`
            : `They were set aside ${String(movedAt.length)} times, last on ${day}, when a backup was put in their place.`}{' '}
          They are sealed. Erasing a person does not reach them. Delete them once you know that nothing is
          missing.
        </p>
        <Button
          size="small"
          onPress={() => {
            setAsking(true);
          }}
        >
          Delete the older records
        </Button>
      </Note>
      {isAsking && (
        <DeleteOlder
          onClose={() => {
            setAsking(false);
          }}
          onDeleted={asked.again}
        />
      )}
    </>
  );
}

function DeleteOlder(props: { readonly onClose: () => void; readonly onDeleted: () => void }) {
  const { onClose, onDeleted } = props;
  const { name } = useVault();
  const care = useVaultCare();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ExpectedError | null>(null);

  async function remove(): Promise<void> {
    setBusy(true);
    setError(null);
    const deleted = await desktop['restore.deleteAside']({ vault: name });
    setBusy(false);
    if (!deleted.ok) {
      setError(deleted.error);
      return;
    }
    void care.note([{ event: 'purge', detail: 'set-aside' }]);
    toast({ text: 'The older records are deleted.' });
    onDeleted();
    onClose();
  }

  return (
    <DeleteForGood
      title="Delete the older records?"
      keepText="Keep them for now"
      isBusy={isBusy}
      onDelete={() => void remove()}
      onClose={onClose}
    >
      <p>
        What was saved after the backup was made is in them alone. The records that you see now stay as they
        are.
      </p>
      <p>This cannot be undone.</p>
      {error !== null && <CareProblem title="Not all was deleted" error={error} task="purge" />}
    </DeleteForGood>
  );
}
