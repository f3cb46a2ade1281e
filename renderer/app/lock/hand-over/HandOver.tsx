import { useEffect, useState } from 'react';
import { assertNever } from '@shared/kernel/assert';
import type { PlanOwner } from '../../../records/hand-over';
import { Button, Note, useDocumentTitle } from '../../../ui';
import type { OwnPlan, VaultClient } from '../../../vault';
import { careErrorText } from '../../error-text';
import { Mark, QuietPage } from '../../Quiet';
import styles from '../../quiet.module.css';
import { BeginPlan } from './BeginPlan';
import { OpenOwnPlan } from './OpenOwnPlan';
import { PlanEditor } from './PlanEditor';

export interface HandOverProps {
  readonly client: VaultClient;
  readonly owner: PlanOwner;
  /** Locks: the only way out. */
  readonly onDone: () => void;
}

type Stage =
  | { readonly at: 'shutting' }
  | { readonly at: 'failed'; readonly text: string }
  | { readonly at: 'welcome'; readonly hasPlan: boolean }
  | { readonly at: 'begin' }
  | { readonly at: 'open' }
  | { readonly at: 'write'; readonly plan: OwnPlan }
  | { readonly at: 'deleted' };

/**
 * One person's own plan, and nothing else of the vault: no rail, no search, no way back but the lock. The worker shuts
 * everything else for as long as this stands.
 */
export function HandOver(props: HandOverProps) {
  const { client, owner, onDone } = props;
  const [stage, setStage] = useState<Stage>({ at: 'shutting' });
  useDocumentTitle('Handed over');

  useEffect(() => {
    let isHere = true;
    void client.plans.handOver(owner.id).then((begun) => {
      if (!isHere) return;
      setStage(
        begun.ok
          ? { at: 'welcome', hasPlan: begun.value.hasPlan }
          : { at: 'failed', text: careErrorText(begun.error, 'read') },
      );
    });
    return () => {
      isHere = false;
    };
  }, [client, owner.id]);

  const write = (plan: OwnPlan): void => {
    setStage({ at: 'write', plan });
  };
  switch (stage.at) {
    case 'shutting':
      return <main className={styles.page} />;
    case 'failed':
      return (
        <Box title="This could not be handed over" onDone={onDone}>
          <Note kind="caution">
            <p role="alert">{stage.text}</p>
          </Note>
        </Box>
      );
    case 'welcome':
      return (
        <Box
          title={`This part is for ${owner.name}`}
          lede="Hand the laptop over now. Everything else in Steading is shut. Only locking it ends this."
          onDone={onDone}
          action={{
            label: stage.hasPlan ? 'Open my plan' : 'Begin my plan',
            onPress: () => {
              setStage({ at: stage.hasPlan ? 'open' : 'begin' });
            },
          }}
        />
      );
    case 'begin':
      return <BeginPlan client={client} onBegun={write} onDone={onDone} />;
    case 'open':
      return (
        <OpenOwnPlan
          client={client}
          onOpened={write}
          onDeleted={() => {
            setStage({ at: 'deleted' });
          }}
          onDone={onDone}
        />
      );
    case 'write':
      return (
        <PlanEditor
          client={client}
          owner={owner}
          opened={stage.plan}
          onDeleted={() => {
            setStage({ at: 'deleted' });
          }}
          onDone={onDone}
        />
      );
    case 'deleted':
      return (
        <Box
          title="The plan is deleted"
          lede="Nothing of it is in Steading any more. A backup made before still has it, sealed, until that backup is replaced."
          onDone={onDone}
          doneLabel="Lock Steading"
          action={{
            label: 'Begin a new plan',
            onPress: () => {
              setStage({ at: 'begin' });
            },
          }}
        />
      );
    default:
      return assertNever(stage);
  }
}

function Box(props: {
  readonly title: string;
  readonly lede?: string;
  readonly children?: React.ReactNode;
  readonly action?: { readonly label: string; readonly onPress: () => void };
  readonly doneLabel?: string;
  readonly onDone: () => void;
}) {
  const { action } = props;
  return (
    <QuietPage>
      <div className={styles.box}>
        <Mark />
        <h1>{props.title}</h1>
        {props.lede !== undefined && <p className={styles.lede}>{props.lede}</p>}
        {props.children}
        {action !== undefined && (
          <Button variant="primary" autoFocus onPress={action.onPress}>
            {action.label}
          </Button>
        )}
        <div className={styles.foot}>
          <Button variant="quiet" size="small" onPress={props.onDone}>
            {props.doneLabel ?? 'Not now: lock Steading'}
          </Button>
        </div>
      </div>
    </QuietPage>
  );
}
