import { useEffect, useState } from 'react';
import { assertNever } from '@shared/kernel/assert';
import type { HandedTo, PlanOwner } from '../../../records/hand-over';
import { Note, useDocumentTitle } from '../../../ui';
import type { OwnPlan, VaultClient } from '../../../vault';
import { careErrorText } from '../../error-text';
import styles from '../../quiet.module.css';
import { BeginPlan } from './BeginPlan';
import { HandedBox } from './HandedBox';
import { OpenOwnPlan } from './OpenOwnPlan';
import { PlanEditor } from './PlanEditor';
import { RoundHandOver } from './RoundHandOver';

export interface HandOverProps {
  readonly client: VaultClient;
  readonly to: HandedTo;
  /** Locks: the only way out. */
  readonly onDone: () => void;
}

/** No rail, no search, no way back but the lock. The worker shuts everything else for as long as this stands. */
export function HandOver({ client, to, onDone }: HandOverProps) {
  useDocumentTitle('Handed over');
  return to.kind === 'plan' ? (
    <PlanHandOver client={client} owner={to.owner} onDone={onDone} />
  ) : (
    <RoundHandOver client={client} waveId={to.waveId} form={to.form} onDone={onDone} />
  );
}

type Stage =
  | { readonly at: 'shutting' }
  | { readonly at: 'failed'; readonly text: string }
  | { readonly at: 'welcome'; readonly hasPlan: boolean }
  | { readonly at: 'begin' }
  | { readonly at: 'open' }
  | { readonly at: 'write'; readonly plan: OwnPlan }
  | { readonly at: 'deleted' };

/** One person's own plan, and nothing else of the vault. */
function PlanHandOver(props: {
  readonly client: VaultClient;
  readonly owner: PlanOwner;
  readonly onDone: () => void;
}) {
  const { client, owner, onDone } = props;
  const [stage, setStage] = useState<Stage>({ at: 'shutting' });

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
        <HandedBox title="This could not be handed over" onDone={onDone}>
          <Note kind="caution">
            <p role="alert">{stage.text}</p>
          </Note>
        </HandedBox>
      );
    case 'welcome':
      return (
        <HandedBox
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
        <HandedBox
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
