import { useState } from 'react';
import { clock } from '../../../platform';
import { PassphraseChooser, PassphraseField } from '../../../features/settings';
import { Button, Form, FormActions, Note } from '../../../ui';
import type { VaultClient } from '../../../vault';
import { errorText } from '../../error-text';
import type { PlanKeeper } from './plan-keeper';
import { PlanFrame } from './PlanFrame';

export interface ChangeOwnPassphraseProps {
  readonly client: VaultClient;
  readonly keeper: PlanKeeper;
  readonly onBack: (isChanged: boolean) => void;
  readonly onDone: () => void;
}

/** Asks for the passphrase of now, however long the plan has stood open. */
export function ChangeOwnPassphrase(props: ChangeOwnPassphraseProps) {
  const { client, keeper, onBack } = props;
  const [old, setOld] = useState('');
  const [isTyped, setTyped] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const leave = (): void => {
    onBack(false);
  };

  async function change(next: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    await keeper.flush();
    const changed = await client.plans.changePassphrase(old, next, clock.today());
    setBusy(false);
    if (changed.ok) {
      onBack(true);
      return;
    }
    const isWrong = changed.error.tag === 'WrongPassphrase';
    setProblem(
      isWrong ? 'That is not the passphrase of now. Nothing was changed.' : errorText(changed.error),
    );
    if (isWrong) setTyped(false);
  }

  return (
    <PlanFrame
      title="Change my passphrase"
      lede="Nobody can reset the new one either. If you lose it, your plan is gone."
      doneLabel="Done: lock Steading"
      onDone={props.onDone}
    >
      {isTyped ? (
        <PassphraseChooser
          takesFocus
          onChosen={(next) => void change(next)}
          isBusy={isBusy}
          problem={problem}
          back={{ label: 'Keep the old one', onPress: leave }}
        />
      ) : (
        <Form
          errors={[]}
          onSubmit={() => {
            if (old === '') setProblem('Type the passphrase of now.');
            else {
              setProblem(null);
              setTyped(true);
            }
          }}
        >
          {problem !== null && (
            <Note kind="caution">
              <p role="alert">{problem}</p>
            </Note>
          )}
          <PassphraseField
            label="Your plan’s passphrase of now"
            name="plan-passphrase"
            autoComplete="current-password"
            value={old}
            onChange={setOld}
          />
          <FormActions>
            <Button type="submit" variant="primary">
              Choose a new one
            </Button>
            <Button onPress={leave}>Keep the old one</Button>
          </FormActions>
        </Form>
      )}
    </PlanFrame>
  );
}
