import { useState } from 'react';
import { wellbeingCheckLabels, type WellbeingCheckId } from '@shared/readiness/sub-checks';
import { keepFocus } from '../../../records/focus-kept';
import { Button, Dialog, Form, FormActions, TextField, type FormProblem } from '../../../ui';

const longest = 200;

/** What the records cannot know of one wellbeing check, in a line. */
export function NoteDialog(props: {
  readonly check: WellbeingCheckId;
  readonly note: string;
  readonly onClose: () => void;
  readonly onSave: (note: string) => Promise<boolean>;
}) {
  const { check, onClose, onSave } = props;
  const [note, setNote] = useState(props.note);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const save = async (): Promise<void> => {
    const isLong = note.trim().length > longest;
    setProblems(isLong ? [{ field: 'note', message: `Use ${longest} characters or fewer` }] : []);
    if (isLong || !(await onSave(note.trim()))) return;
    onClose();
    keepFocus();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isNowOpen) => {
        if (!isNowOpen) onClose();
      }}
      title={wellbeingCheckLabels[check]}
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label="Words beside it">
        <TextField
          name="note"
          label="What the records cannot know"
          hint="Such as “Seen together with the landlord in January”. No names"
          isOptional
          autoFocus
          value={note}
          error={problems[0]?.message}
          onChange={setNote}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Keep these words
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
