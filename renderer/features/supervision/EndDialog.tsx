import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { Button, DateField, Dialog, Form, type FormProblem } from '../../ui';
import styles from './supervision.module.css';

export interface EndDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: string;
  readonly hint: string;
  readonly today: LocalDate;
  /** The last day cannot be before it. */
  readonly since: LocalDate;
  /** Null when it was saved; else what went wrong. */
  readonly onEnd: (lastDay: LocalDate) => Promise<string | null>;
}

/** Asks for a last day. What is ended stays as history. */
export function EndDialog(props: EndDialogProps) {
  const { isOpen, onOpenChange, title, hint, today, since, onEnd } = props;
  const [text, setText] = useState(formatDate(today));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const end = async (): Promise<void> => {
    const day = parseDateText(text, today);
    const message =
      day === null
        ? 'Enter the last day, such as today or 31 mar'
        : day < since
          ? `The last day is before the first day, ${formatDate(since)}`
          : await onEnd(day);
    setProblems(message === null ? [] : [{ field: 'lastDay', message }]);
    if (message === null) onOpenChange(false);
  };
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={title} actions={null}>
      <Form onSubmit={end} errors={problems} aria-label={title}>
        <DateField
          name="lastDay"
          label="Last day"
          hint={hint}
          value={text}
          onChange={setText}
          today={today}
          error={problems[0]?.message}
          autoFocus
        />
        <div className={styles.lineFoot}>
          <Button type="submit" variant="primary">
            End it
          </Button>
          <Button onPress={() => onOpenChange(false)}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
