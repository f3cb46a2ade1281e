import type { ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { Button, LinkButton, Note } from '../../ui';
import { sizeOfImport, type CommittedImport } from './commit-plan';
import styles from './import.module.css';
import { countOf, rowWords } from './import-words';

export interface DoneStepProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly plan: ImportPlan<K>;
  readonly committed: CommittedImport;
  readonly isUndone: boolean;
  readonly isWorking: boolean;
  /** Why the undoing did not go all the way. */
  readonly problem: string | null;
  readonly doneHref: string;
  readonly doneLabel: string;
  readonly onUndo: () => void;
  readonly onOtherFile: () => void;
}

function doneTitle<K extends KindName>(target: ImportTarget<K>, committed: CommittedImport): string {
  const { created, changed } = committed;
  if (created.length > 0) return `${countOf(created.length, target.label)} brought in`;
  if (changed.length > 0) return `${countOf(changed.length, target.label)} brought up to date`;
  return 'Nothing to bring in';
}

export function DoneStep<K extends KindName>(props: DoneStepProps<K>) {
  const { target, plan, committed, isUndone, problem } = props;
  return (
    <>
      {isUndone ? (
        <Note kind="good" title="The import is undone">
          Everything is as it was before. You can bring the file in again.
        </Note>
      ) : (
        <Note kind="good" title={doneTitle(target, committed)}>
          {committed.changed.length > 0 && committed.created.length > 0 && (
            <p>{countOf(committed.changed.length, target.label)} already here were brought up to date.</p>
          )}
          {plan.problemRows > 0 && (
            <p>
              {countOf(plan.problemRows, rowWords)} were left out. Put them right in the file and bring it in
              again: nothing will be doubled.
            </p>
          )}
          <p>
            Saved on this laptop, encrypted. The file you chose was not changed. Delete it if you no longer
            need it.
          </p>
        </Note>
      )}
      {problem !== null && (
        <Note kind="caution" title="Not undone">
          {problem}
        </Note>
      )}
      <div className={styles.actions}>
        <LinkButton href={props.doneHref} variant="primary">
          {props.doneLabel}
        </LinkButton>
        {!isUndone && sizeOfImport(committed) > 0 && (
          <Button isPending={props.isWorking} pendingText="Undoing" onPress={props.onUndo}>
            Undo this import
          </Button>
        )}
        <Button variant="quiet" onPress={props.onOtherFile}>
          Bring in another file
        </Button>
      </div>
    </>
  );
}
