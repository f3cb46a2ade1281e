import { useState } from 'react';
import { Button, Dialog, Note } from '../../../ui';
import type { VaultClient } from '../../../vault';
import { careErrorText } from '../../error-text';

export interface DeletePlanProps {
  readonly client: VaultClient;
  readonly label: string;
  readonly onDeleted: () => void;
}

/** Asks first: this one has no undo. */
export function DeletePlan(props: DeletePlanProps) {
  const { client, label, onDeleted } = props;
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove(): Promise<void> {
    setBusy(true);
    setProblem(null);
    const deleted = await client.plans.deletePlan();
    setBusy(false);
    if (deleted.ok) onDeleted();
    else setProblem(careErrorText(deleted.error, 'purge'));
  }

  return (
    <>
      <Button
        size="small"
        onPress={() => {
          setAsking(true);
        }}
      >
        {label}
      </Button>
      <Dialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title="Delete this plan for good?"
        actions={
          <>
            <Button
              variant="primary"
              isPending={isBusy}
              pendingText="Deleting the plan"
              onPress={() => void remove()}
            >
              Delete for good
            </Button>
            <Button
              onPress={() => {
                setAsking(false);
              }}
            >
              Keep it
            </Button>
          </>
        }
      >
        {problem !== null && (
          <Note kind="caution">
            <p role="alert">{problem}</p>
          </Note>
        )}
        <p>
          Every section goes, and what is shared of it. It cannot be brought back. That a plan was deleted
          stays in the log, without its words.
        </p>
      </Dialog>
    </>
  );
}
