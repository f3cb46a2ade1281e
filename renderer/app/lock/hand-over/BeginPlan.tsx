import { useState } from 'react';
import { clock } from '../../../platform';
import { PassphraseChooser } from '../../../features/settings';
import { Button, Checkbox, Form, FormActions, Note, type FormProblem } from '../../../ui';
import type { OwnPlan, VaultClient } from '../../../vault';
import { errorText } from '../../error-text';
import styles from './hand-over.module.css';
import { PlanFrame } from './PlanFrame';

export interface BeginPlanProps {
  readonly client: VaultClient;
  readonly onBegun: (plan: OwnPlan) => void;
  readonly onDone: () => void;
}

/** The owner's passphrase. That nobody can bring it back is said before it is chosen, and again before it counts. */
export function BeginPlan(props: BeginPlanProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <PlanFrame
      title={chosen === null ? 'Choose your own passphrase' : 'Before your plan begins'}
      lede={
        chosen === null
          ? 'Your plan is locked with a passphrase that is yours alone.'
          : 'Once more, because nobody can put this right later.'
      }
      doneLabel="Lock Steading"
      onDone={props.onDone}
    >
      {chosen === null ? (
        <>
          <ul className={styles.points}>
            <li>Nobody else’s passphrase opens your plan. Your manager’s does not either.</li>
            <li>
              <strong>Nobody can reset it. If you lose it, your plan is gone:</strong> it can only be deleted
              and begun anew.
            </li>
            <li>
              Your manager sees a section only when you share it, until the day that you choose. You can take
              it back before that. A backup that was made meanwhile keeps those words, under your manager’s
              passphrase, until it is replaced.
            </li>
            <li>
              Your manager sees that you have a plan, on which days you changed it or took something back, and
              the day on which you look at it again, if you set one.
            </li>
          </ul>
          <PassphraseChooser onChosen={setChosen} isBusy={false} problem={null} />
        </>
      ) : (
        <ConfirmKept
          {...props}
          passphrase={chosen}
          onBack={() => {
            setChosen(null);
          }}
        />
      )}
    </PlanFrame>
  );
}

function ConfirmKept(props: BeginPlanProps & { readonly passphrase: string; readonly onBack: () => void }) {
  const { client, passphrase, onBegun, onBack } = props;
  const [isKept, setKept] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);

  async function begin(): Promise<void> {
    if (isBusy) return;
    if (!isKept) {
      setErrors([{ field: 'kept', message: 'Keep your passphrase somewhere safe first, then tick the box' }]);
      return;
    }
    setBusy(true);
    setErrors([]);
    const begun = await client.plans.begin(passphrase, clock.today());
    setBusy(false);
    if (begun.ok) onBegun(begun.value);
    else setErrors([{ field: '', message: errorText(begun.error) }]);
  }

  return (
    <Form errors={errors} onSubmit={begin}>
      <Note kind="caution" title="A lost passphrase means a lost plan">
        <p>
          There is no recovery kit for it, and no copy of it anywhere. Your manager cannot help, and neither
          can we. Write it down, and keep it where only you look. You can also save a copy of the plan itself.
        </p>
      </Note>
      <Checkbox name="kept" isSelected={isKept} onChange={setKept}>
        I have kept my passphrase, and I know that nobody can reset it
      </Checkbox>
      <FormActions>
        <Button type="submit" variant="primary" isPending={isBusy} pendingText="Making the lock">
          Begin my plan
        </Button>
        <Button onPress={onBack}>Choose another passphrase</Button>
      </FormActions>
    </Form>
  );
}
