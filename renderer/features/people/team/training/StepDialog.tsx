import { useState } from 'react';
import {
  trainingKindLabels,
  trainingKinds,
  type TrainingKind,
  type TrainingStep,
} from '@shared/records/training-plan/training-plan';
import { useToday } from '../../../../platform';
import {
  Button,
  DateField,
  Dialog,
  Form,
  FormRow,
  Select,
  TextField,
  type FormProblem,
} from '../../../../ui';
import styles from '../team.module.css';
import { fieldsOfStep, readStep, type StepFields } from './plan-form';

/** One step, new or as it is. `onSave` answers in words why the plan cannot be like that, or null. */
export function StepDialog(props: {
  readonly title: string;
  readonly step: TrainingStep;
  readonly onClose: () => void;
  readonly onSave: (step: TrainingStep) => Promise<string | null>;
}) {
  const { title, step, onClose, onSave } = props;
  const today = useToday();
  const [fields, setFields] = useState<StepFields>(() => fieldsOfStep(step));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const text = (name: 'title' | 'plannedOn' | 'minutes' | 'material') => ({
    name,
    value: fields[name],
    error: errorAt(name),
    onChange: (typed: string) => {
      setFields((now) => ({ ...now, [name]: typed }));
    },
  });
  const save = async (): Promise<void> => {
    const reading = readStep(fields, step, today);
    setProblems(reading.problems);
    if (reading.value === null) return;
    const problem = await onSave(reading.value);
    if (problem === null) onClose();
    else setProblems([{ field: 'kind', message: problem }]);
  };
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
        <TextField {...text('title')} label="What the step is called" autoFocus />
        <Select
          name="kind"
          label="What it is about"
          value={fields.kind}
          error={errorAt('kind')}
          options={trainingKinds.map((value) => ({ value, label: trainingKindLabels[value] }))}
          onChange={(kind) => {
            setFields((now) => ({ ...now, kind: kind as TrainingKind }));
          }}
        />
        <FormRow>
          <DateField {...text('plannedOn')} label="Planned for" isOptional today={today} />
          <TextField
            {...text('minutes')}
            label="How long"
            isOptional
            inputMode="numeric"
            width="short"
            unit="minutes"
          />
        </FormRow>
        <TextField
          {...text('material')}
          label="Where its material is"
          hint="A title or an address, as text. The app opens nothing"
          isOptional
        />
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            Save step
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
