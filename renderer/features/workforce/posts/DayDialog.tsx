import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { Button, DateField, Dialog, Form, TextField, type FormProblem } from '../../../ui';
import { keepFocus } from '../../../records/focus-kept';
import styles from './posts.module.css';

export interface DayDialogProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** A line beside the day; null: none is asked for. */
  readonly why: { readonly label: string; readonly missing: string } | null;
  readonly save: string;
  readonly today: LocalDate;
  /** The day cannot be before it, with the words that say so. */
  readonly notBefore: { readonly day: LocalDate; readonly message: string };
  /** Where only what has happened counts. */
  readonly hasToBeOver?: boolean;
  readonly onClose: () => void;
  readonly onSave: (day: LocalDate, why: string) => Promise<boolean>;
}

/** Asks for a day, and for a reason where one is needed. */
export function DayDialog(props: DayDialogProps) {
  const { title, why, today, notBefore, hasToBeOver = false } = props;
  const [text, setText] = useState(formatDate(today));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;
  const save = async (): Promise<void> => {
    const found: FormProblem[] = [];
    const day = parseDateText(text, today);
    if (day === null)
      found.push({ field: 'day', message: 'Enter a day that exists, such as today or 31 mar' });
    else if (day < notBefore.day) found.push({ field: 'day', message: notBefore.message });
    else if (hasToBeOver && day > today) found.push({ field: 'day', message: 'This day is still to come' });
    if (why !== null && reason.trim() === '') found.push({ field: 'why', message: why.missing });
    setProblems(found);
    if (found.length > 0 || day === null) return;
    if (!(await props.onSave(day, reason.trim()))) return;
    props.onClose();
    keepFocus();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title={title}
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label={title}>
        <DateField
          name="day"
          label={props.label}
          hint={props.hint}
          value={text}
          onChange={setText}
          today={today}
          error={errorAt('day')}
          autoFocus
        />
        {why !== null && (
          <TextField
            name="why"
            label={why.label}
            value={reason}
            onChange={setReason}
            error={errorAt('why')}
          />
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            {props.save}
          </Button>
          <Button onPress={props.onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
