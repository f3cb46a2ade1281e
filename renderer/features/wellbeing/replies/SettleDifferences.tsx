import { useEffect, useRef, useState } from 'react';
import type { FormSplit } from '@shared/survey/survey-form';
import type { Reply } from '@shared/wellbeing/wave-rules';
import { Button, Form, FormActions, Note, Segmented, type FormProblem } from '../../../ui';
import { differencesOf, settled, type Difference } from './entry';
import styles from './replies.module.css';

/** Where two typings of one sheet differ: both are shown, and somebody looks at the sheet and says which is right. */
export function SettleDifferences(props: {
  readonly first: Reply;
  readonly second: Reply;
  readonly split: FormSplit | null;
  readonly onSettled: (reply: Reply) => Promise<string | null>;
  readonly onAgain: () => void;
}) {
  const { first, second, split, onSettled, onAgain } = props;
  const differences = differencesOf(first, second);
  const [choices, setChoices] = useState<readonly ('first' | 'second' | null)[]>(differences.map(() => null));
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const root = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    root.current?.focus();
  }, []);

  const words = ({ item }: Difference, answer: number | null): string => {
    if (answer === null) return item === null ? 'Not said' : 'Blank';
    return item === null ? (split?.options[answer] ?? 'Not said') : String(answer);
  };
  const name = ({ item }: Difference): string => (item === null ? (split?.question ?? '') : `Item ${item}`);

  async function save(): Promise<void> {
    const open = differences.flatMap((difference, at) =>
      choices[at] === null
        ? [{ field: `difference-${at}`, message: `${name(difference)}: say which is right` }]
        : [],
    );
    setErrors(open);
    if (open.length > 0) return;
    setSaving(true);
    const problem = await onSettled(settled(first, differences, choices as readonly ('first' | 'second')[]));
    setSaving(false);
    if (problem !== null) setErrors([{ field: '', message: problem }]);
  }

  return (
    <Form errors={errors} onSubmit={save} aria-label="Settle what differs">
      <h2 ref={root} tabIndex={-1}>
        {differences.length === 1 ? 'One answer differs' : `${differences.length} answers differ`}
      </h2>
      <Note kind="info">Look at the sheet, then say which typing is right. Nothing is saved yet.</Note>
      <div className={styles.differences}>
        {differences.map((difference, at) => (
          <Segmented
            key={name(difference)}
            label={name(difference)}
            name={`difference-${at}`}
            error={errors.find(({ field }) => field === `difference-${at}`)?.message}
            value={choices[at] ?? ''}
            onChange={(choice) => {
              setChoices(choices.map((before, place) => (place === at ? choice : before)));
            }}
            options={[
              { value: 'first', label: `First: ${words(difference, difference.first)}` },
              { value: 'second', label: `Second: ${words(difference, difference.second)}` },
            ]}
          />
        ))}
      </div>
      <FormActions>
        <Button type="submit" variant="primary" isPending={isSaving}>
          Save this reply
        </Button>
        <Button variant="quiet" onPress={onAgain}>
          Type it again from the start
        </Button>
      </FormActions>
    </Form>
  );
}
