import { CircleAlert } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import type { AnswerSet } from '@shared/wellbeing/wave-rules';
import { Button, cx } from '../../ui';
import { answerRange } from './rounds';
import styles from './wellbeing.module.css';

export interface ReplyGridProps {
  readonly instrument: Instrument;
  readonly answers: AnswerSet;
  readonly onChange: (answers: AnswerSet) => void;
  /** Answers in words why not, or null once it is stored. */
  readonly onSave: (answers: AnswerSet) => Promise<string | null>;
}

export function emptyReply(instrument: Instrument): AnswerSet {
  return Array.from({ length: instrument.itemCount }, () => null);
}

/**
 * One reply, a box an item. A digit in range is kept and moves on; anything else is refused in words at once and
 * never kept. Backspace goes back, Enter saves, Tab leaves an item blank.
 */
export function ReplyGrid(props: ReplyGridProps) {
  const { instrument, answers, onChange, onSave } = props;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<{ readonly item: number; readonly text: string } | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { lowest, highest } = answerRange(instrument);
  const blanks = answers.filter((answer) => answer === null).length;

  function focusItem(index: number): void {
    const boxes = grid.current?.querySelectorAll('input');
    boxes?.[Math.min(Math.max(index, 0), instrument.itemCount - 1)]?.focus();
  }

  function setAnswer(index: number, answer: number | null): void {
    onChange(answers.map((before, at) => (at === index ? answer : before)));
  }

  function take(index: number, text: string): void {
    if (text === '') {
      setAnswer(index, null);
      setRefused(null);
      return;
    }
    const typed = text.slice(-1);
    const answer = /^\d$/.test(typed) ? Number(typed) : null;
    if (answer === null || !instrument.responseOptions.some(({ value }) => value === answer)) {
      setRefused({
        item: index,
        text: `Item ${index + 1} takes ${lowest} to ${highest}. “${typed}” was not kept.`,
      });
      return;
    }
    setRefused(null);
    setAnswer(index, answer);
    focusItem(index + 1);
  }

  async function save(): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    const problem = await onSave(answers);
    setSaving(false);
    if (problem !== null) {
      setRefused({
        item: Math.max(
          0,
          answers.findIndex((answer) => answer === null),
        ),
        text: problem,
      });
      return;
    }
    setRefused(null);
    focusItem(0);
  }

  return (
    <form
      className={styles.reply}
      aria-label="One reply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div
        ref={grid}
        role="group"
        aria-label={`Answers by item number, ${lowest} to ${highest}`}
        aria-describedby={`${id}-how`}
        className={cx(styles.boxes, styles.boxesFive)}
      >
        {answers.map((answer, index) => {
          const isRefused = refused?.item === index;
          return (
            // Items have no identity but their number.
            <div key={index} className={styles.box}>
              <label htmlFor={`${id}-${index}`}>Item {index + 1}</label>
              <input
                id={`${id}-${index}`}
                name={`item-${index + 1}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={answer === null ? '' : String(answer)}
                aria-invalid={isRefused ? true : undefined}
                aria-describedby={isRefused ? `${id}-refused` : undefined}
                onFocus={(event) => {
                  event.target.select();
                }}
                onChange={(event) => {
                  take(index, event.target.value);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && answer === null) {
                    event.preventDefault();
                    if (index > 0) setAnswer(index - 1, null);
                    setRefused(null);
                    focusItem(index - 1);
                  } else if (event.key === 'ArrowRight') {
                    event.preventDefault();
                    focusItem(index + 1);
                  } else if (event.key === 'ArrowLeft') {
                    event.preventDefault();
                    focusItem(index - 1);
                  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                    event.preventDefault();
                    focusItem(index + (event.key === 'ArrowDown' ? 5 : -5));
                  }
                }}
              />
            </div>
          );
        })}
      </div>
      <div className={styles.refusal} role="alert" id={`${id}-refused`}>
        {refused !== null && (
          <>
            <CircleAlert aria-hidden="true" />
            <span>{refused.text}</span>
          </>
        )}
      </div>
      <p id={`${id}-how`} className={styles.muted}>
        Type {lowest} to {highest}: each digit moves on. Backspace goes back, Tab leaves an item blank, Enter
        saves.
        {blanks > 0 && blanks < instrument.itemCount && ` ${blanks} still blank.`}
      </p>
      <div className={styles.bar}>
        <Button type="submit" variant="primary" isPending={isSaving}>
          Save this reply
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            onChange(emptyReply(instrument));
            setRefused(null);
            focusItem(0);
          }}
        >
          Clear it
        </Button>
      </div>
    </form>
  );
}
