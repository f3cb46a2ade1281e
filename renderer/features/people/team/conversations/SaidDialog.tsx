import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate } from '@shared/kernel/local-date';
import { saidStateLabels, saidStates, type Said } from '@shared/records/conversation/conversation';
import { useToday } from '../../../../platform';
import { keepFocus } from '../../../../records/focus-kept';
import { Button, DateField, Dialog, Form, Segmented, TextField, type FormProblem } from '../../../../ui';
import styles from '../team.module.css';

const answerLabels = {
  waiting: '',
  did: 'What we did',
  doing: 'What we are doing',
  'not-now': 'Why it cannot be done now',
} as const satisfies Record<Said['state'], string>;

/** One thing that was said, and the answer to it. */
export function SaidDialog(props: {
  readonly title: string;
  readonly said: Said;
  readonly onClose: () => void;
  readonly onSave: (said: Said) => Promise<boolean>;
}) {
  const { said, onClose, onSave } = props;
  const today = useToday();
  const [words, setWords] = useState(said.said);
  const [state, setState] = useState(said.state);
  const [answer, setAnswer] = useState(said.answer);
  const [on, setOn] = useState(formatDate(said.answeredOn ?? today));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const errorAt = (name: string): string | undefined => problems.find(({ field }) => field === name)?.message;

  const save = async (): Promise<void> => {
    const isAnswered = state !== 'waiting';
    const day = isAnswered ? parseDateText(on, today) : null;
    const found: FormProblem[] = [];
    if (words.trim() === '') found.push({ field: 'said', message: 'Say what was said' });
    if (words.trim().length > 200) found.push({ field: 'said', message: 'Use 200 characters or fewer' });
    if (isAnswered && answer.trim() === '')
      found.push({ field: 'answer', message: 'Say what came of it. A reason counts as an answer' });
    if (answer.trim().length > 200) found.push({ field: 'answer', message: 'Use 200 characters or fewer' });
    if (isAnswered && day === null)
      found.push({ field: 'on', message: 'Enter a day that exists, such as today or 24 nov 2026' });
    if (day !== null && day > today) found.push({ field: 'on', message: 'This day is still to come' });
    setProblems(found);
    if (found.length > 0) return;
    const isSaved = await onSave({
      ...said,
      said: words.trim(),
      state,
      answer: isAnswered ? answer.trim() : '',
      answeredOn: day,
    });
    if (!isSaved) return;
    onClose();
    keepFocus();
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
        <TextField
          name="said"
          label="You said"
          hint="As it may hang on a wall: no names"
          value={words}
          error={errorAt('said')}
          onChange={setWords}
          autoFocus
        />
        <Segmented
          name="state"
          label="What came of it"
          value={state}
          onChange={setState}
          options={saidStates.map((value) => ({ value, label: saidStateLabels[value] }))}
        />
        {state !== 'waiting' && (
          <>
            <TextField
              name="answer"
              label={answerLabels[state]}
              hint="One plain line"
              value={answer}
              error={errorAt('answer')}
              onChange={setAnswer}
            />
            <DateField
              name="on"
              label="Answered on"
              today={today}
              value={on}
              error={errorAt('on')}
              onChange={setOn}
            />
          </>
        )}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </div>
      </Form>
    </Dialog>
  );
}
