import { useState } from 'react';
import { errorText } from '../../../app/error-text';
import { Button, Dialog, Form, FormActions, TextField, type FormProblem } from '../../../ui';
import { useVault, type Write } from '../../../vault';
import type { Sender } from './senders';

/** What a service is called here. It stays in this vault, and holds for every later bundle with the same key. */
export function NameDialog(props: { readonly sender: Sender; readonly onClose: () => void }) {
  const { sender, onClose } = props;
  const vault = useVault();
  const [name, setName] = useState(sender.calledHere);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const save = async (): Promise<void> => {
    const calledHere = name.trim();
    if (calledHere === '' || calledHere.length > 200) {
      const message = calledHere === '' ? 'Enter what you call it' : 'Use 200 characters or fewer';
      setProblems([{ field: 'calledHere', message }]);
      return;
    }
    const saved = await vault.commit(
      sender.bundles.map(({ id, revision, value }): Write => ({
        type: 'put',
        kind: 'received-bundle',
        id,
        baseRevision: revision,
        value: { ...value, calledHere },
      })),
    );
    if (saved.ok) onClose();
    else setProblems([{ field: '', message: errorText(saved.error) }]);
  };
  const title = `Name service ${sender.service}`;
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={title}
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label={title}>
        <p>The sender finds the code {sender.service} in their own Steading: Reports, Services together.</p>
        <TextField
          name="calledHere"
          label="What you call this service"
          hint="It stays in this vault. Later bundles of the service are known by their key."
          value={name}
          error={problems.find(({ field }) => field === 'calledHere')?.message}
          autoFocus
          onChange={setName}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Save the name
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
