import { X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Conversation } from '@shared/records/conversation/conversation';
import { keepFocus } from '../../../../records/focus-kept';
import { nextId } from '../../../../records/form-read';
import type { ChangeRecord } from '../../../../records/use-change-record';
import { Button, Form, TextField, type FormProblem } from '../../../../ui';
import styles from '../team.module.css';

/** What was decided, and a line to add more. The focus stays in the line: often several come after each other. */
export function DecisionForm(props: {
  readonly conversation: Conversation;
  readonly change: ChangeRecord<'conversation'>;
}) {
  const { conversation, change } = props;
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const line = useRef<HTMLInputElement>(null);
  const add = async (): Promise<void> => {
    const typed = text.trim();
    const message =
      typed === '' ? 'Say what was decided' : typed.length > 200 ? 'Use 200 characters or fewer' : null;
    setProblems(message === null ? [] : [{ field: 'decision', message }]);
    if (message !== null) return;
    const isSaved = await change(
      (now) => ({
        ...now,
        decisions: [...now.decisions, { id: nextId('decision', now.decisions), text: typed }],
      }),
      'Added.',
    );
    if (!isSaved) return;
    setText('');
    line.current?.focus();
  };
  return (
    <>
      {conversation.decisions.length > 0 && (
        <ul aria-label="What was decided" className={styles.decisions}>
          {conversation.decisions.map((decision) => (
            <li key={decision.id}>
              <span>{decision.text}</span>
              <Button
                size="small"
                variant="quiet"
                aria-label={`Take away: ${decision.text}`}
                onPress={() =>
                  void change(
                    (now) => ({ ...now, decisions: now.decisions.filter(({ id }) => id !== decision.id) }),
                    'Taken away.',
                  ).then(keepFocus)
                }
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Form onSubmit={add} errors={problems} aria-label="Add a decision">
        <TextField
          name="decision"
          label="Add a decision"
          value={text}
          error={problems[0]?.message}
          inputRef={line}
          onChange={setText}
        />
        <Button type="submit">Add decision</Button>
      </Form>
    </>
  );
}
