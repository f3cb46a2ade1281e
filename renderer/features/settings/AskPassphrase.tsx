import { useState } from 'react';
import { careErrorText } from '../../app/error-text';
import { Button, Form, FormActions, Note, type FormProblem } from '../../ui';
import { useVault } from '../../vault';
import { PassphraseField } from './PassphraseField';

/** Before a key is replaced: whoever found the screen open does not have the passphrase. */
export function AskPassphrase(props: {
  /** The button, in the words of what comes next. */
  readonly goOn: string;
  readonly back: { readonly label: string; readonly onPress: () => void };
  readonly onKnown: () => void;
}) {
  const client = useVault();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isBusy, setBusy] = useState(false);

  async function ask(): Promise<void> {
    if (isBusy) return;
    if (typed === '') {
      setErrors([{ field: 'passphrase-now', message: 'Type the passphrase you use now' }]);
      return;
    }
    setBusy(true);
    const known = await client.confirmPassphrase(typed);
    setBusy(false);
    if (known.ok) {
      props.onKnown();
      return;
    }
    setTried(typed);
    const isWrong = known.error.tag === 'WrongPassphrase';
    setErrors([
      isWrong
        ? { field: 'passphrase-now', message: 'That is not the passphrase you use now. Nothing was changed' }
        : { field: '', message: careErrorText(known.error, 'read') },
    ]);
  }

  return (
    <Form aria-label="The passphrase of now" errors={errors} onSubmit={ask}>
      <PassphraseField
        label="Passphrase you use now"
        name="passphrase-now"
        autoComplete="current-password"
        value={typed}
        onChange={setTyped}
        error={errors.find(({ field }) => field === 'passphrase-now')?.message}
        wasTried={typed === tried}
      />
      <Note kind="info" title="Forgotten it?">
        <p>Lock Steading and open it with your recovery kit. It then asks for a new passphrase.</p>
      </Note>
      <FormActions>
        <Button type="submit" variant="primary" isPending={isBusy} pendingText="Looking at the lock">
          {props.goOn}
        </Button>
        <Button onPress={props.back.onPress}>{props.back.label}</Button>
      </FormActions>
    </Form>
  );
}
