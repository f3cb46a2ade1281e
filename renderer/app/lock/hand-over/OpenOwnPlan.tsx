import { useEffect, useRef, useState } from 'react';
import { clock } from '../../../platform';
import { PassphraseField } from '../../../features/settings';
import { Button, useErrorTitle, VisuallyHidden } from '../../../ui';
import type { OwnPlan, VaultClient } from '../../../vault';
import { careErrorText } from '../../error-text';
import { Mark, QuietPage } from '../../Quiet';
import styles from '../../quiet.module.css';
import { DeletePlan } from './DeletePlan';
import own from './hand-over.module.css';

export interface OpenOwnPlanProps {
  readonly client: VaultClient;
  readonly onOpened: (plan: OwnPlan) => void;
  readonly onDeleted: () => void;
  readonly onDone: () => void;
}

export function OpenOwnPlan(props: OpenOwnPlanProps) {
  const { client, onOpened, onDone } = props;
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isLost, setLost] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useErrorTitle(problem !== null);
  useEffect(() => {
    input.current?.focus();
  }, []);

  async function open(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const opened = typed === '' ? null : await client.plans.open(typed, clock.today());
    setBusy(false);
    if (opened?.ok === true) {
      onOpened(opened.value);
      return;
    }
    setTried(typed);
    setProblem(
      opened === null
        ? 'Type your passphrase.'
        : opened.error.tag === 'WrongPassphrase'
          ? 'That passphrase does not open this plan. Check Caps Lock.'
          : careErrorText(opened.error, 'read'),
    );
    input.current?.focus();
    input.current?.select();
  }

  return (
    <QuietPage>
      <div className={styles.box}>
        <Mark />
        <h1>Open your plan</h1>
        <p className={styles.lede}>With your own passphrase, not the one that opens Steading.</p>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void open();
          }}
        >
          <PassphraseField
            label="Your plan’s passphrase"
            name="plan-passphrase"
            autoComplete="current-password"
            value={typed}
            inputRef={input}
            onChange={setTyped}
            error={problem ?? undefined}
            wasTried={typed === tried}
          />
          <Button type="submit" variant="primary" isPending={isBusy} pendingText="Opening your plan">
            Open my plan
          </Button>
        </form>
        <VisuallyHidden>
          <span role="alert">{problem}</span>
        </VisuallyHidden>
        <div className={styles.foot}>
          <Button
            variant="quiet"
            size="small"
            aria-expanded={isLost}
            onPress={() => {
              setLost(!isLost);
            }}
          >
            I have lost it
          </Button>
          <Button variant="quiet" size="small" onPress={onDone}>
            Not now: lock Steading
          </Button>
        </div>
        {isLost && (
          <div className={styles.sheet}>
            <p>
              Then this plan stays sealed for good: nobody can open it. You can delete it and begin a new one.
              What you share now ends with it.
            </p>
            <div className={own.keep}>
              <DeletePlan client={client} onDeleted={props.onDeleted} label="Delete this plan" />
            </div>
          </div>
        )}
      </div>
    </QuietPage>
  );
}
