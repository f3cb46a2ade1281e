import { useState } from 'react';
import { takeOutWords, type ReviewedWords } from '@shared/disclosure/reviewed-words';
import { Button, TextField } from '../ui';
import styles from './redaction.module.css';
import type { ReviewedPart } from './review-rows';

/** More words to take out, typed, or selected in the text. */
export function TakeOutField(props: {
  readonly name: string;
  readonly hint: string;
  readonly parts: readonly ReviewedPart[];
  readonly value: string;
  readonly onTyped: (value: string) => void;
  readonly onChange: (id: string, words: ReviewedWords) => void;
}) {
  const { name, hint, parts, value, onTyped, onChange } = props;
  const [missed, setMissed] = useState<string | null>(null);
  const [done, setDone] = useState('');

  const takeOut = (): void => {
    const found = parts.flatMap(({ id, words }) => {
      const next = value.trim() === '' ? null : takeOutWords(words, value);
      return next === null ? [] : [{ id, next }];
    });
    for (const { id, next } of found) onChange(id, next);
    setMissed(found.length === 0 ? value : null);
    setDone(found.length === 0 ? '' : `“${value.trim()}” is taken out.`);
    if (found.length > 0) onTyped('');
  };
  return (
    <div className={styles.takeOut}>
      <TextField
        name={name}
        label="More words to take out"
        hint={hint}
        value={value}
        error={missed !== null && missed === value ? wordsMissed(value) : undefined}
        onChange={onTyped}
        onKeyDown={(event) => {
          // The form around it is sent by its own button.
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          takeOut();
        }}
      />
      <Button onPress={takeOut}>Take out</Button>
      <p role="status" className={styles.done}>
        {value === '' ? done : ''}
      </p>
    </div>
  );
}

const wordsMissed = (value: string): string =>
  value.trim() === '' ? 'Type the words, or select them in the text' : 'These words are not in the text';
