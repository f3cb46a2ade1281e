import type { ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { Button, LinkButton, Note, TextLink } from '../../ui';
import { sizeOfImport, type CommittedImport } from './commit-plan';
import styles from './import.module.css';
import { countOf, rowWords } from './import-words';
import type { Undone } from './use-import';

export interface DoneStepProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly plan: ImportPlan<K>;
  readonly committed: CommittedImport;
  /** Null while it stands; otherwise how far the undoing came. */
  readonly undone: Undone | null;
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
  if (created > 0) return `${countOf(created, target.label)} brought in`;
  if (changed > 0) return `${countOf(changed, target.label)} brought up to date`;
  return 'Nothing to bring in';
}

export function DoneStep<K extends KindName>(props: DoneStepProps<K>) {
  const { target, plan, committed, undone, problem } = props;
  return (
    <>
      {undone !== null && (
        <Note kind={undone.isWhole ? 'good' : 'caution'} title={undone.title}>
          {undone.isWhole
            ? 'Everything is as it was before. You can bring the file in again.'
            : `${undone.words} You can bring the file in again.`}
        </Note>
      )}
      {undone === null && (
        <Note kind="good" title={doneTitle(target, committed)}>
          {committed.changed > 0 && committed.created > 0 && (
            <p>
              {countOf(committed.changed, target.label)} already here{' '}
              {committed.changed === 1 ? 'was' : 'were'} brought up to date.
            </p>
          )}
          {plan.problemRows > 0 && (
            <p>
              {countOf(plan.problemRows, rowWords)} were left out. Put them right in the file and bring it in
              again: nothing will be doubled.
            </p>
          )}
          {sizeOfImport(committed) > 0 && (
            <p>
              You can undo this import now, or later from{' '}
              <TextLink href="~/workforce/brought-in">Brought in</TextLink>.
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
        {undone === null && sizeOfImport(committed) > 0 && (
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
