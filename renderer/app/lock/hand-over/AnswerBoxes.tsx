import { CircleAlert } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { answersText, readTyped, takeText, type TypedAnswers } from './own-answers';
import styles from './own-scores.module.css';

export interface AnswerBoxesProps {
  readonly instrument: Instrument;
  readonly typed: TypedAnswers;
  readonly onChange: (typed: TypedAnswers) => void;
  /** Item numbers that are not right when the form is sent. */
  readonly wrong: readonly number[];
}

/** A box an item. A whole answer moves on, Backspace in an empty box goes back, Tab leaves an item blank. */
export function AnswerBoxes(props: AnswerBoxesProps) {
  const { instrument, typed, onChange, wrong } = props;
  const id = useId();
  const boxes = useRef<HTMLDivElement>(null);
  const [refused, setRefused] = useState<{ readonly item: number; readonly text: string } | null>(null);
  const range = answersText(instrument);
  const answered = readTyped(instrument, typed).answers.filter((answer) => answer !== null).length;

  function focusBox(index: number): void {
    const inputs = boxes.current?.querySelectorAll('input');
    inputs?.[Math.min(Math.max(index, 0), typed.length - 1)]?.focus();
  }

  function take(index: number, text: string): void {
    const taken = takeText(instrument, text);
    setRefused(
      taken === null
        ? { item: index, text: `Item ${String(index + 1)} takes ${range}. “${text}” was not kept.` }
        : null,
    );
    if (taken === null) return;
    onChange(typed.map((before, at) => (at === index ? taken.text : before)));
    if (taken.isWhole) focusBox(index + 1);
  }

  return (
    <div className={styles.answers}>
      <div
        ref={boxes}
        role="group"
        aria-label={`Answers by item number, ${range}`}
        aria-describedby={`${id}-how`}
        className={styles.boxes}
      >
        {typed.map((text, index) => {
          const isWrong = refused?.item === index || wrong.includes(index + 1);
          return (
            // Items have no identity but their number.
            <div key={index} className={styles.box}>
              <label htmlFor={`${id}-${String(index)}`}>Item {index + 1}</label>
              <input
                id={`${id}-${String(index)}`}
                name={`item-${String(index + 1)}`}
                type="text"
                inputMode="numeric"
                autoComplete="off"
                value={text}
                aria-invalid={isWrong ? true : undefined}
                aria-describedby={refused?.item === index ? `${id}-refused` : undefined}
                onFocus={(event) => {
                  event.target.select();
                }}
                onChange={(event) => {
                  take(index, event.target.value);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Backspace' || text !== '') return;
                  event.preventDefault();
                  focusBox(index - 1);
                }}
              />
            </div>
          );
        })}
      </div>
      <p className={styles.refusal} role="alert" id={`${id}-refused`}>
        {refused !== null && (
          <>
            <CircleAlert aria-hidden="true" />
            <span>{refused.text}</span>
          </>
        )}
      </p>
      <p id={`${id}-how`} className={styles.muted}>
        Type {range}: each answer moves on. Tab leaves an item blank. {String(answered)} of{' '}
        {String(typed.length)} answered.
      </p>
    </div>
  );
}
