import { useState, type ReactNode } from 'react';
import { formatMonth, type LocalMonth } from '@shared/kernel/local-date';
import { Button, Dialog, Form, FormActions, Select, TextField, type FormProblem } from '../../../ui';
import { reasonProblems, type ReasonFields } from './setting-form';

export interface ReasonDialogProps {
  readonly onClose: () => void;
  readonly title: string;
  readonly lede: ReactNode;
  readonly monthLabel: string;
  readonly reasonLabel: string;
  readonly reasonHint: string;
  /** Oldest first. */
  readonly months: readonly LocalMonth[];
  readonly initialMonth: LocalMonth | null;
  /** Who set the one before: usually the same person. */
  readonly initialAuthor: string;
  readonly taken: readonly LocalMonth[];
  readonly takenMessage: string;
  readonly saveLabel: string;
  /** Null when it was saved; else what went wrong. */
  readonly onSave: (fields: ReasonFields) => Promise<string | null>;
}

/** A month, why, and who says so: nothing about a chart is changed without the three. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { onClose, months, taken, takenMessage } = props;
  const [fields, setFields] = useState<ReasonFields>({
    month: props.initialMonth ?? '',
    reason: '',
    author: props.initialAuthor,
  });
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const save = async (): Promise<void> => {
    const found = reasonProblems(fields, taken, takenMessage);
    setProblems(found);
    if (found.length > 0) return;
    const wrong = await props.onSave(fields);
    if (wrong === null) onClose();
    else setProblems([{ field: '', message: wrong }]);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={props.title}
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label={props.title}>
        {props.lede}
        <Select
          name="month"
          label={props.monthLabel}
          value={fields.month}
          error={errorAt('month')}
          options={[...months].reverse().map((month) => ({ value: month, label: formatMonth(month) }))}
          onChange={(month) => {
            setFields((now) => ({ ...now, month }));
          }}
        />
        <TextField
          name="reason"
          label={props.reasonLabel}
          hint={props.reasonHint}
          value={fields.reason}
          error={errorAt('reason')}
          autoFocus
          onChange={(reason) => {
            setFields((now) => ({ ...now, reason }));
          }}
        />
        <TextField
          name="author"
          label="Who decided"
          hint="A name or a role. It stays with the chart."
          width="medium"
          value={fields.author}
          error={errorAt('author')}
          onChange={(author) => {
            setFields((now) => ({ ...now, author }));
          }}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {props.saveLabel}
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
