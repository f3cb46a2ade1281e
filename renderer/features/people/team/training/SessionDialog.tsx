import { useState } from 'react';
import type { TrainingSession } from '@shared/records/training-plan/training-plan';
import { useToday } from '../../../../platform';
import { Button, DateField, Dialog, Form, FormRow, TextField, type FormProblem } from '../../../../ui';
import styles from '../team.module.css';
import { emptySession, readSession, type SessionFields } from './plan-form';

/** One session of a step: how many had a place, and how many came. */
export function SessionDialog(props: {
  readonly id: string;
  readonly onClose: () => void;
  readonly onSave: (session: TrainingSession) => Promise<boolean>;
}) {
  const { id, onClose, onSave } = props;
  const today = useToday();
  const [fields, setFields] = useState<SessionFields>(() => emptySession(today));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const text = (name: keyof SessionFields) => ({
    name,
    value: fields[name],
    error: problems.find(({ field }) => field === name)?.message,
    onChange: (typed: string) => {
      setFields((now) => ({ ...now, [name]: typed }));
    },
  });
  const save = async (): Promise<void> => {
    const reading = readSession(fields, id, today);
    setProblems(reading.problems);
    if (reading.value !== null && (await onSave(reading.value))) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="A session of this step"
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label="A session of this step">
        <DateField {...text('on')} label="When" today={today} />
        <FormRow>
          <TextField
            {...text('invited')}
            label="Had a place"
            inputMode="numeric"
            width="short"
            unit="people"
            autoFocus
          />
          <TextField {...text('came')} label="Came" inputMode="numeric" width="short" unit="people" />
        </FormRow>
        <p className={styles.small}>
          Counts alone. Why places were missed is counted by the month in Workforce.
        </p>
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            Save session
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
